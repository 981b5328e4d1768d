"""The ways in which practices are grouped: one table of facets for indexes, search and relatedness.

In come practices; out come, for each facet, its values in their own order with the practices that
have them. A facet reads a practice's fields and nothing else.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator import vocabulary
from generator.compendium.records import PracticeEntry
from generator.schema.practice import Practice
from generator.vocabulary import Term, Vocabulary

MARKS_THAT_COUNT = ("shown", "partly")
"""Marks by which a practice is found under an indicator."""


@dataclass(frozen=True)
class Facet:
    """One way to group practices. `weight` is what a shared value counts towards relatedness."""

    vocabulary: Vocabulary
    values_of: Callable[[Practice], Iterable[str]]
    weight: int
    indexed: bool = True

    @property
    def name(self) -> str:
        """The facet's name, as in addresses."""
        return self.vocabulary.name

    @property
    def label(self) -> str:
        """The facet's name for readers."""
        return self.vocabulary.label


def _modes(fields: Practice) -> Iterable[str]:
    return fields.delivery.mode if fields.delivery else ()


def _indicators(fields: Practice) -> Iterable[str]:
    return (number for number, mark in fields.indicators.items() if mark.mark in MARKS_THAT_COUNT)


FACETS = (
    Facet(vocabulary.countries(), lambda fields: fields.countries, 1),
    Facet(vocabulary.CATEGORY, lambda fields: (fields.category,), 2),
    Facet(vocabulary.KIND, lambda fields: (fields.kind,), 1),
    Facet(vocabulary.FIELD, lambda fields: fields.field, 1),
    Facet(vocabulary.THEME, lambda fields: fields.themes, 3),
    Facet(vocabulary.TIER, lambda fields: fields.tiers or (), 2),
    Facet(vocabulary.WORK_STREAM, lambda fields: fields.work_streams or (), 2),
    Facet(vocabulary.PROVIDER, lambda fields: fields.providers or (), 1),
    Facet(vocabulary.EVIDENCE_LEVEL, lambda fields: (fields.evidence.level,), 0),
    Facet(vocabulary.STATUS, lambda fields: (fields.status,), 0),
    Facet(vocabulary.ENTRY, lambda fields: (fields.entry,), 0, indexed=False),
    Facet(vocabulary.SAFETY_PHASE, lambda fields: fields.safety_phase, 2, indexed=False),
    Facet(vocabulary.MODE, _modes, 1, indexed=False),
    Facet(vocabulary.INDICATOR_NUMBER, _indicators, 1, indexed=False),
)
"""All facets, in the order in which readers meet them."""


@dataclass(frozen=True)
class Group:
    """The practices that share one value of a facet, in the order of their ids."""

    term: Term
    practices: tuple[PracticeEntry, ...]


def groups(facet: Facet, practices: Iterable[PracticeEntry]) -> dict[str, Group]:
    """The values of `facet` that occur, in the vocabulary's order, each with its practices."""
    by_value: dict[str, list[PracticeEntry]] = {}
    for practice in practices:
        for value in facet.values_of(practice.fields):
            by_value.setdefault(value, []).append(practice)
    return {
        term.value: Group(term, tuple(by_value[term.value]))
        for term in facet.vocabulary
        if term.value in by_value
    }


def all_groups(practices: Mapping[str, PracticeEntry]) -> dict[str, dict[str, Group]]:
    """The groups of every facet, by the facet's name."""
    return {facet.name: groups(facet, practices.values()) for facet in FACETS}
