"""How a practice answers a question about a case: it fits, its source is silent, or it does not fit; and why.

What readers are told of a grade is worded here, as far as it depends on the practice.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from generator.compendium.records import PracticeEntry
from generator.presentation.cases import questions
from generator.presentation.cases.audience import AUDIENCES, CHILD
from generator.presentation.cases.facets import CASE_FACETS, UNNAMED, is_of_adults_only
from generator.presentation.cases.questions import ASKED_FACETS, Answer, Question, Values
from generator.presentation.quantities import ages_in_words
from generator.presentation.texts import Texts


class State(IntEnum):
    """The three ways in which a practice answers."""

    NO = 0
    SILENT = 1
    YES = 2


class Grade(NamedTuple):
    """A state, and in a few words what the source says beside it or instead, if there is something to add."""

    state: State
    note: str


@dataclass(frozen=True)
class Basis:
    """All of a practice that its grades depend on: its values by facet, and what notes are made of.

    Practices that are alike in what a question asks for have the same `key` for it, and the same grades.
    """

    values: Mapping[str, frozenset[str]]
    ages: str
    region: str
    is_of_adults_only: bool

    @classmethod
    def of(cls, entry: PracticeEntry, texts: Texts) -> "Basis":
        """The basis of a practice's grades."""
        ranges = (ages_in_words(group.ages, texts) for group in entry.fields.participants or () if group.ages)
        return cls(
            {name: frozenset(CASE_FACETS[name].values_of(entry)) for name in ASKED_FACETS},
            ", ".join(dict.fromkeys(ranges)),
            entry.fields.region or "",
            is_of_adults_only(entry),
        )

    def key(self, question: Question) -> Hashable:
        """What the grades for this question depend on."""
        facets = tuple(self.values[name] for name in question.facets)
        match question.id:
            case questions.AGE:
                return facets, self.ages, CHILD in self.values["audience"]
            case questions.SUBSTANCES:
                return facets, self.is_of_adults_only
            case questions.COUNTRY:
                return facets, self.region
            case _:
                return facets


def grade(basis: Basis, question: Question, answer: Answer, texts: Texts) -> Grade:
    """How a practice answers a question for those who have chosen this answer."""
    if _present(basis, answer.fits):
        return Grade(State.YES, _beside(basis, question.id, answer, texts))
    other = _present(basis, answer.against)
    if other:
        return Grade(State.NO, _instead(basis, question.id, answer, _labels(other, texts)))
    return Grade(State.SILENT, _about_silence(basis, question.id, texts))


def _present(basis: Basis, wanted: Values) -> list[tuple[str, str]]:
    """Those of the wanted values that the practice has, each behind its facet."""
    return [(name, value) for name, values in wanted.items() for value in values if value in basis.values[name]]


def _labels(values: Iterable[tuple[str, str]], texts: Texts) -> str:
    return ", ".join(CASE_FACETS[name].label(value, texts) for name, value in values)


def _beside(basis: Basis, question: str, answer: Answer, texts: Texts) -> str:
    """What is to be known where the practice fits."""
    match question:
        case questions.AGE:
            return basis.ages
        case questions.COUNTRY:
            return basis.region
        case questions.SUBSTANCES:
            return _substances(basis, answer, texts)
        case _:
            return ""


def _instead(basis: Basis, question: str, answer: Answer, other: str) -> str:
    """What the practice has instead. Other themes are no answer to what somebody is looking for."""
    if question == questions.AGE:
        return basis.ages
    return "" if question == questions.PURPOSE and "theme" in answer.against else other


def _about_silence(basis: Basis, question: str, texts: Texts) -> str:
    """What the source does say where it gives no answer."""
    audience = basis.values["audience"]
    match question:
        case questions.WHO:
            named = (texts(f"case.audience.{each}") for each in AUDIENCES if each in audience)
            return texts("case.note.names-only", named=texts.listed(named))
        case questions.AGE if CHILD not in audience:
            return texts("case.note.no-children")
        case questions.SUBSTANCES if basis.values["substance"]:
            return texts("case.note.substance-unnamed")
        case questions.COUNTRY:
            return _labels(((question, code) for code in sorted(basis.values[question])), texts)
        case _:
            return ""


def _substances(basis: Basis, answer: Answer, texts: Texts) -> str:
    """Which substances they are, where the answer leaves that open; and whose, where that is not a parent."""
    found = _present(basis, answer.fits) if len(answer.fits["substance"]) > 1 else []
    named = _labels((each for each in found if each[1] != UNNAMED), texts)
    whose = texts("case.note.adult") if basis.is_of_adults_only else ""
    return ", ".join(filter(None, (named, whose)))
