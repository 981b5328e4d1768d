"""The set of questions is whole, and the search answers it."""

from collections import Counter

from generator.compendium.records import Compendium
from tests.search.asking import RIGHT, Asked, questions, rank

LEAST = 150
SHARE = 0.95
"""So many of the questions have an answer among the first three results."""

ASKERS = {"social worker", "commissioner", "coordinator", "refuge worker"}


def test_there_are_enough_questions_of_every_kind_and_each_once() -> None:
    asked = questions()
    assert len(asked) >= LEAST
    assert {question["who"] for question in asked} == ASKERS
    assert {question["set"] for question in asked} == {"tuning", "held-out"}
    assert [text for text, times in Counter(question["ask"] for question in asked).items() if times > 1] == []


def test_every_practice_is_asked_for_and_every_answer_exists(whole: Compendium) -> None:
    wanted = {id_ for question in questions() if question["find"] != "any" for id_ in question["find"]}
    assert wanted == set(whole.practices)


def test_questions_find_their_practice_among_the_first_three(asked: Asked) -> None:
    found = asked.answers([question["ask"] for question in questions()])
    ranks = [
        rank(question, [each["url"] for each in answer["shown"]])
        for question, answer in zip(questions(), found, strict=True)
    ]
    missed = [
        question["ask"] for question, place in zip(questions(), ranks, strict=True) if not 0 < place <= RIGHT
    ]
    assert len(missed) <= len(ranks) * (1 - SHARE), missed


def test_no_question_finds_nothing(asked: Asked) -> None:
    asked_for = [question["ask"] for question in questions()]
    answers = asked.answers(asked_for)
    assert [text for text, answer in zip(asked_for, answers, strict=True) if not answer["total"]] == []
