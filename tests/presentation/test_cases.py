"""The questions about a case: the table of answers, how practices answer, and the answers in an address."""

import pytest

from generator.compendium.records import Compendium
from generator.presentation.cases.addresses import case_address, fragment
from generator.presentation.cases.facets import ADULT_SUBSTANCE_MISUSE, CASE_FACETS, substances_of
from generator.presentation.cases.grades import Basis, Grade, State, grade
from generator.presentation.cases.questions import (
    QUESTIONS,
    Answer,
    Question,
    country_number,
    country_question,
    questions_for,
)
from generator.presentation.cases.results import Point, result_of
from generator.presentation.cases.wording import beside_button, in_a_sentence
from generator.presentation.texts import read_texts
from tests.compendium.made import by_id, made

TEXTS = read_texts()
KEPT_NUMBERS = {
    "who": {1: "child", 2: "parent", 3: "family", 4: "abuser", 5: "professional"},
    "age": {1: "0", 2: "5", 3: "11", 4: "16"},
    "violence": {1: "domestic", 2: "abuse", 3: "peers"},
    "substances": {1: "alcohol", 2: "drugs", 3: "either"},
    "stage": {1: "now", 2: "left", 3: "recovering"},
    "purpose": {
        1: "alone",
        2: "group",
        3: "family",
        4: "outreach",
        5: "risk",
        6: "agencies",
        7: "guidance",
        8: "planning",
    },
}
SOURCE = {"ref": "ipc-wales", "locator": "p. 1", "quote": "so the source says"}
REFUGE = [{"who": "Women in a refuge"}]
TWELVE_UP = [{"who": "Young people", "ages": {"from": "12", "to": "19"}, "source": SOURCE}]


def asked(question: str, answer: str) -> tuple[Question, Answer]:
    """A question and one of its answers, by their names."""
    found = next(each for each in (*QUESTIONS, country_question(["GB", "FR", "EU"])) if each.id == question)
    return found, next(each for each in found.answers if each.name == answer)


def test_numbers_of_answers_are_kept_for_ever() -> None:
    """They stand in addresses that readers have kept. New answers get new numbers; new questions come last."""
    table = {question.id: {answer.number: answer.name for answer in question.answers} for question in QUESTIONS}
    assert table == KEPT_NUMBERS
    assert list(table) == list(KEPT_NUMBERS)


def test_numbers_of_countries_depend_on_nothing_but_their_codes() -> None:
    assert [country_number(code) for code in ("GB", "IE", "EU")] == [587, 662, 534]


def test_answers_name_only_values_that_there_are() -> None:
    for question in QUESTIONS:
        for answer in question.answers:
            for values in (answer.fits, answer.against, answer.instead):
                named = {(facet, value) for facet, some in values.items() for value in some}
                known = {(facet, value) for facet in values for value in CASE_FACETS[facet].values}
                assert named <= known, (question.id, answer.name)


def test_every_question_and_answer_has_its_texts(whole: Compendium) -> None:
    for question in questions_for(whole):
        for part in ("", ".hint", ".open"):
            assert TEXTS(f"case.{question.id}{part}")
        for answer in question.answers:
            assert beside_button(question, answer, TEXTS)
            assert in_a_sentence(question, answer, TEXTS)


def test_countries_are_those_of_the_practices_by_their_names(whole: Compendium) -> None:
    question = questions_for(whole)[-1]
    labels = [beside_button(question, answer, TEXTS) for answer in question.answers]
    assert "Ireland" in labels
    assert labels == sorted(labels)


def test_answer_of_which_the_vocabulary_knows_nothing_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    own = CASE_FACETS["theme"]
    values = tuple(value for value in own.values if value != "peer-violence")
    smaller = type(own)(own.name, values, own.values_of, own.label)
    monkeypatch.setattr("generator.presentation.cases.questions.CASE_FACETS", {**CASE_FACETS, "theme": smaller})
    offered = questions_for(Compendium(by_id(made("practice")), {}, {}, {}))
    violence = next(question for question in offered if question.id == "violence")
    assert [answer.name for answer in violence.answers] == ["domestic", "abuse"]


@pytest.mark.parametrize(
    ("fields", "question", "answer", "expected"),
    [
        ({}, "who", "child", Grade(State.YES, "")),
        ({"category": "professionals"}, "who", "child", Grade(State.NO, "professionals")),
        (
            {"category": "children-and-parents", "participants": REFUGE},
            "who",
            "child",
            Grade(State.SILENT, "the source names adults"),
        ),
        ({}, "who", "parent", Grade(State.NO, "children")),
        ({}, "who", "professional", Grade(State.NO, "children")),
        ({}, "age", "5", Grade(State.SILENT, "")),
        (
            {"category": "children-and-parents", "participants": REFUGE},
            "age",
            "5",
            Grade(State.SILENT, "the source names no children"),
        ),
        ({"participants": TWELVE_UP}, "age", "11", Grade(State.YES, "12 to 19 years")),
        ({"participants": TWELVE_UP}, "age", "5", Grade(State.NO, "12 to 19 years")),
        ({"themes": ["domestic-violence"]}, "violence", "domestic", Grade(State.YES, "")),
        ({}, "violence", "domestic", Grade(State.SILENT, "")),
        (
            {"themes": ["peer-violence"]},
            "violence",
            "domestic",
            Grade(State.NO, "violence between peers"),
        ),
        ({}, "substances", "alcohol", Grade(State.SILENT, "")),
        ({"themes": ["parental-drug-misuse"]}, "substances", "alcohol", Grade(State.NO, "drugs")),
        ({"themes": ["parental-drug-misuse"]}, "substances", "either", Grade(State.YES, "drugs")),
        ({}, "stage", "now", Grade(State.SILENT, "")),
        (
            {"work_streams": ["survivors-and-children"]},
            "stage",
            "now",
            Grade(State.NO, "survivors and their children"),
        ),
        ({"safety_phase": ["recovery-work"]}, "stage", "now", Grade(State.NO, "recovery work")),
        ({"safety_phase": ["safety-work", "recovery-work"]}, "stage", "now", Grade(State.YES, "")),
        ({"work_streams": ["whole-system"], "tiers": ["4"]}, "stage", "now", Grade(State.YES, "")),
        ({"delivery": {"mode": ["parallel-groups"]}}, "purpose", "group", Grade(State.YES, "")),
        ({"delivery": {"mode": ["one-to-one"]}}, "purpose", "group", Grade(State.NO, "one to one")),
        ({}, "purpose", "group", Grade(State.SILENT, "")),
        ({}, "purpose", "risk", Grade(State.NO, "")),
        ({}, "purpose", "guidance", Grade(State.NO, "activity")),
        ({"countries": ["GB"], "region": "Wales"}, "country", "GB", Grade(State.YES, "Wales")),
        ({"countries": ["FR"]}, "country", "GB", Grade(State.NO, "France")),
        ({"countries": ["EU"]}, "country", "GB", Grade(State.SILENT, "European Union")),
    ],
)
def test_practice_fits_or_is_silent_or_does_not_fit_and_says_why(
    fields: dict[str, object], question: str, answer: str, expected: Grade
) -> None:
    basis = Basis.of(made("practice", **fields), TEXTS)
    assert grade(basis, *asked(question, answer), TEXTS) == expected


@pytest.mark.parametrize(
    ("title", "substances"),
    [
        ("An alcohol service for women", {"alcohol"}),
        ("Heroin and the home", {"drugs"}),
        ("Drug and alcohol workers", {"alcohol", "drugs"}),
        ("Substance misuse", {"unnamed"}),
    ],
)
def test_title_tells_which_substance_an_adult_uses(title: str, substances: set[str]) -> None:
    adults = made("practice", title=title, themes=[ADULT_SUBSTANCE_MISUSE])
    assert substances_of(adults) == substances
    expected = {
        "alcohol": Grade(State.YES, "an adult’s use"),
        "drugs": Grade(State.NO, "drugs"),
        "unnamed": Grade(State.SILENT, "an adult’s alcohol or drug use"),
    }
    assert grade(Basis.of(adults, TEXTS), *asked("substances", "alcohol"), TEXTS) == expected[min(substances)]


def test_answers_stand_in_the_address_as_numbers() -> None:
    assert fragment({}) == "1.0-0-0-0-0-0-0"
    assert fragment({"who": "child", "age": "5", "country": "GB"}) == "1.1-2-0-0-0-0-587"
    assert case_address({"substances": "alcohol"}) == "find.html#1.0-0-0-1-0-0-0"
    with pytest.raises(KeyError):
        fragment({"who": "nobody"})


def test_result_says_when_a_practice_does_not_suit_and_what_it_needs() -> None:
    entry = made(
        "practice",
        status="withdrawn",
        status_note="It has ended.",
        not_suitable_when=[{"text": "There is danger.", "source": SOURCE}],
        preconditions=[{"text": "A safe room.", "source": SOURCE}, {"text": "Two workers.", "source": SOURCE}],
        delivery={"mode": ["group", "family"], "sessions": "12", "staff": "Two workers.", "source": SOURCE},
    )
    result = result_of(entry, TEXTS)
    assert (result.title, result.address) == ("practice", "practices/practice.html")
    assert result.facts == "Evidence: described · Finland"
    assert result.tag
    assert result.tag.value == "withdrawn"
    assert result.points == (
        Point("Not suitable when", ("There is danger.",), warning=True),
        Point("What it needs", ("A safe room.", "Two workers.")),
        Point("How it is given", ("Group, family, 12 sessions. Two workers.",)),
    )


def test_result_says_that_nothing_is_known() -> None:
    result = result_of(made("practice"), TEXTS)
    assert result.tag is None
    assert result.points == (
        Point("Not suitable when", ("Not stated. That does not mean it is always safe.",)),
        Point("What it needs", ("Not stated.",)),
    )
