"""The case finder: plain questions whose answers are values of the facets.

In comes the compendium; out come the questions with, for each answer, the filters that it chooses and
the index pages that show the same without any script. The whole mapping is the table `QUESTIONS`. No two
questions choose values of the same facet, so that one answer never overrides another.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.compendium.facets import FACETS
from generator.compendium.records import Compendium
from generator.presentation import addresses
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.filters import filters_of


@dataclass(frozen=True)
class Answer:
    """One answer and the values it chooses, by facet; none when it leaves the question open."""

    text: str
    chosen: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Question:
    """One plain question; its first answer leaves everything open."""

    id: str
    text: str
    hint: str
    answers: tuple[Answer, ...]


QUESTIONS = (
    Question(
        "who",
        "Who is in front of you?",
        "Choose whom the help is to reach.",
        (
            Answer("Not decided yet", {}),
            Answer("A child or young person", {"category": ("children", "children-and-parents")}),
            Answer("A parent, or a whole family", {"category": ("children-and-parents",)}),
            Answer("Colleagues, a team or a service", {"category": ("professionals",)}),
        ),
    ),
    Question(
        "age",
        "How old is the child?",
        "Practices whose sources give no ages are shown as well.",
        (
            Answer("Any age", {}),
            *(
                Answer(label, {"age": (label, "Not described")})
                for label in ("Under 5", "5 to 10", "11 to 15", "16 and 17")
            ),
        ),
    ),
    Question(
        "danger",
        "Is the danger still there?",
        "If you are not sure, act as if it were: work that suits a safe family can endanger another.",
        (
            Answer("Leave this open", {}),
            Answer("Yes, they live with violence now", {"work-stream": ("still-living-with-violence",)}),
            Answer("No, they have come away from it", {"work-stream": ("survivors-and-children",)}),
            Answer("I work with the person who uses violence", {"work-stream": ("perpetrators",)}),
        ),
    ),
    Question(
        "attend",
        "Who can attend?",
        "Think of who can come safely, and to what.",
        (
            Answer("Leave this open", {}),
            Answer("One person alone", {"mode": ("one-to-one",)}),
            Answer("A group of children or of adults", {"mode": ("group", "parallel-groups")}),
            Answer("Children and parents, each in a group of their own", {"mode": ("parallel-groups",)}),
            Answer("Several members of one family together", {"mode": ("family",)}),
            Answer("Nobody can come; we go to them", {"mode": ("community",)}),
        ),
    ),
    Question(
        "substances",
        "Are alcohol or drugs in the picture?",
        "A parent's use, as far as you know of it.",
        (
            Answer("Not known, or no", {}),
            Answer("Alcohol", {"theme": ("parental-alcohol-misuse",)}),
            Answer("Drugs", {"theme": ("parental-drug-misuse",)}),
            Answer("Either or both", {"theme": ("parental-alcohol-misuse", "parental-drug-misuse")}),
        ),
    ),
)
"""The countries' question is added from the countries that occur."""


@dataclass(frozen=True)
class Choice:
    """An answer made ready for the page: its filters as JSON, and links to the same without a script."""

    text: str
    filters: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class CaseFinderView:
    """What the template of the case finder shows: questions, each with its choices."""

    questions: tuple[tuple[Question, tuple[Choice, ...]], ...]


def case_finder_view(words: CompendiumText) -> CaseFinderView:
    """The questions with everything that the page needs."""
    in_use = {each.label: set(each.values) for each in filters_of(words)}
    questions = (*QUESTIONS, _country_question(words.catalogue.compendium))
    return CaseFinderView(tuple((q, tuple(_choices(q.answers, in_use))) for q in questions))


def _country_question(compendium: Compendium) -> Question:
    countries = next(facet for facet in FACETS if facet.name == "country")
    used = {value for entry in compendium.practices.values() for value in countries.values_of(entry.fields)}
    answers = (
        Answer(term.label, {"country": (term.value,)}) for term in countries.vocabulary if term.value in used
    )
    hint = "A practice leans on the law and the services of its country."
    return Question("country", "Which country's system do you work in?", hint, (Answer("Any", {}), *answers))


def _choices(answers: Iterable[Answer], in_use: Mapping[str, set[str]]) -> Iterable[Choice]:
    for answer in answers:
        filters: dict[str, list[str]] = {}
        links = []
        for name, values in answer.chosen.items():
            label, labels = _labels(name, values)
            filters[label] = [each for each in labels if each in in_use[label]]
            links.extend(_links(name, values, in_use[label]))
        if not all(filters.values()):  # no practice has any of it, so the answer would lead nowhere
            continue
        yield Choice(answer.text, json.dumps(filters, ensure_ascii=False), tuple(links))


def _labels(name: str, values: tuple[str, ...]) -> tuple[str, list[str]]:
    """A facet's label and its values' labels; ages are their own labels."""
    if name == "age":
        return "Age", list(values)
    facet = next(facet for facet in FACETS if facet.name == name)
    return facet.label, [facet.vocabulary[value].label for value in values]


def _links(name: str, values: tuple[str, ...], in_use: set[str]) -> list[tuple[str, str]]:
    facet = next((facet for facet in FACETS if facet.name == name and facet.indexed), None)
    if facet is None:
        return []
    terms = (facet.vocabulary[value] for value in values)
    return [(term.label, addresses.index_of(name, term.value)) for term in terms if term.label in in_use]
