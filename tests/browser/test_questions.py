"""The set of questions, asked in two browsers, from a server and by double-click."""

from tests.browser.conftest import Visit
from tests.browser.questions import ranks_in
from tests.search.asking import RIGHT
from tests.search.test_questions import SHARE


def test_questions_find_their_practice_among_the_first_three(visit: Visit) -> None:
    found = ranks_in(visit.open("index.html"))
    missed = [question["ask"] for question, place, _ in found if not 0 < place <= RIGHT]
    assert len(missed) <= len(found) * (1 - SHARE), missed
    assert [question["ask"] for question, _, anything in found if not anything] == []
