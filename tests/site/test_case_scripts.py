"""The scripts that the page "Find by case" reads."""

import json
from typing import Any

from generator.compendium.catalogue import Catalogue
from generator.compendium.records import Compendium
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.texts import read_texts
from generator.site.case_scripts import RESULTS_IN_A_SCRIPT, case_scripts
from generator.site.views.case_finder import CaseFinderView, case_finder_view
from tests.compendium.made import by_id, made

THEORY = {"text": "Children learn.", "source": {"ref": "ipc-wales", "locator": "p. 1"}}


def words_of(compendium: Compendium) -> CompendiumText:
    """The compendium in words."""
    return CompendiumText(Catalogue(compendium), read_texts())


def told(script: bytes) -> Any:
    """The value that a script hands over."""
    text = script.decode().rstrip().removesuffix(";").removesuffix(")")
    return json.loads(text[min(text.index(sign) for sign in "{[" if sign in text) :])


def test_every_practice_has_a_way_to_answer_each_question_and_a_result(whole: Compendium) -> None:
    scripts = dict(case_scripts(words_of(whole)))
    cases = told(scripts.pop("find/cases.js"))
    for question in cases["questions"]:
        assert len(question["practices"]) == len(whole.practices)
        assert max(question["practices"]) == len(question["ways"]) - 1
        for states, letters, *notes in question["ways"]:
            assert len(states) == len(letters) == len(question["answers"])
            assert {*states} <= {*"012"}
            assert {ord(letter) - ord("0") for letter in letters} <= {*range(len(notes) + 1)}
    shown = [told(scripts[f"find/results-{number}.js"]) for number in range(len(scripts))]
    assert [len(results) for results in shown[:-1]] == [RESULTS_IN_A_SCRIPT] * (len(shown) - 1)
    assert {row[1] for results in shown for row in results} == {
        f"practices/{id_}.html" for id_ in whole.practices
    }


def test_withdrawn_practice_comes_last_and_better_founded_ones_first() -> None:
    entries = (
        made("a-withdrawn", status="withdrawn", status_note="It has ended."),
        made("b-described"),
        made("c-founded", evidence={"level": "well-founded"}, theory=THEORY),
    )
    scripts = dict(case_scripts(words_of(Compendium(by_id(*entries), {}, {}, {}))))
    assert [row[0] for row in told(scripts["find/results-0.js"])] == ["c-founded", "b-described", "a-withdrawn"]


def test_compendium_without_practices_asks_nothing() -> None:
    empty = words_of(Compendium({}, {}, {}, {}))
    assert list(case_scripts(empty)) == []
    assert case_finder_view(empty) == CaseFinderView((), "find")


def test_answers_lead_to_index_pages_that_there_are(whole: Compendium) -> None:
    view = case_finder_view(words_of(whole))
    links = {
        (question.id, choice.text): [link.address for link in choice.links]
        for question in view.questions
        for choice in question.choices
    }
    assert links["who", "A child or young person"] == [
        "indexes/category/children.html",
        "indexes/category/children-and-parents.html",
    ]
    assert links["country", "Austria"] == ["indexes/country/AT.html"]
    assert "indexes/theme/parental-alcohol-misuse.html" in links["substances", "Alcohol"]
    assert links["age", "5 to 10"] == []
