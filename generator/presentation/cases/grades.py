"""How a practice answers a question about a case: it fits, its source is silent, or it does not fit; and why.

What readers are told of a grade is worded here, as far as it depends on the practice.
"""

from enum import IntEnum
from typing import NamedTuple

from generator.compendium.records import PracticeEntry
from generator.presentation.cases.audience import AUDIENCES, CHILD, audience_of
from generator.presentation.cases.facets import CASE_FACETS, UNNAMED, is_of_adults_only, substances_of
from generator.presentation.cases.questions import (
    AGE,
    COUNTRY,
    PURPOSE,
    SUBSTANCES,
    WHO,
    Answer,
    Question,
    Values,
)
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


def grade(entry: PracticeEntry, question: Question, answer: Answer, texts: Texts) -> Grade:
    """How a practice answers a question for those who have chosen this answer."""
    if _labels(entry, answer.fits, texts):
        return Grade(State.YES, _beside(entry, question.id, answer, texts))
    other = _labels(entry, answer.against, texts)
    if other:
        return Grade(State.NO, _instead(entry, question.id, answer, other, texts))
    return Grade(State.SILENT, _about_silence(entry, question.id, texts))


def _labels(entry: PracticeEntry, wanted: Values, texts: Texts) -> tuple[str, ...]:
    """Those of the wanted values that the practice has, in words."""
    return tuple(
        facet.label(value, texts)
        for name, values in wanted.items()
        for facet in [CASE_FACETS[name]]
        for present in [{*facet.values_of(entry)}]
        for value in values
        if value in present
    )


def _beside(entry: PracticeEntry, question: str, answer: Answer, texts: Texts) -> str:
    """What is to be known where the practice fits."""
    if question == AGE:
        return _ages(entry, texts)
    if question == SUBSTANCES:
        return _substances(entry, answer, texts)
    return entry.fields.region or "" if question == COUNTRY else ""


def _instead(entry: PracticeEntry, question: str, answer: Answer, other: tuple[str, ...], texts: Texts) -> str:
    """What the practice has instead. Other themes are no answer to what somebody is looking for."""
    if question == AGE:
        return _ages(entry, texts)
    return "" if question == PURPOSE and "theme" in answer.against else ", ".join(other)


def _about_silence(entry: PracticeEntry, question: str, texts: Texts) -> str:
    """What the source does say where it gives no answer."""
    if question == WHO:
        audience = audience_of(entry)
        named = (texts(f"case.audience.{each}") for each in AUDIENCES if each in audience)
        return texts("case.note.names-only", named=texts.listed(named))
    if question == AGE and CHILD not in audience_of(entry):
        return texts("case.note.no-children")
    if question == SUBSTANCES and substances_of(entry):
        return texts("case.note.substance-unnamed")
    if question == COUNTRY:
        return ", ".join(_labels(entry, {COUNTRY: tuple(entry.fields.countries)}, texts))
    return ""


def _substances(entry: PracticeEntry, answer: Answer, texts: Texts) -> str:
    """Which substances they are, where the answer leaves that open; and whose, where that is not a parent."""
    wanted = answer.fits["substance"]
    named = tuple(each for each in wanted if each != UNNAMED) if len(wanted) > 1 else ()
    whose = (texts("case.note.adult"),) if is_of_adults_only(entry) else ()
    return ", ".join((*_labels(entry, {"substance": named}, texts), *whose))


def _ages(entry: PracticeEntry, texts: Texts) -> str:
    ranges = (ages_in_words(group.ages, texts) for group in entry.fields.participants or () if group.ages)
    return ", ".join(dict.fromkeys(ranges))
