"""Pages that list: all practices, the indicators, the indexes and each value of a facet."""

from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from generator import vocabulary
from generator.compendium.facets import FACETS, Facet, Group
from generator.compendium.records import IndicatorEntry
from generator.presentation import addresses
from generator.presentation.cards import Card
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.links import Link, term_link


class Letter(NamedTuple):
    """The practices whose titles begin with one letter."""

    letter: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class PracticesView:
    """What the template `practices.html` shows."""

    letters: tuple[Letter, ...]
    indexes: tuple[Link, ...]
    total: int
    sections: tuple[Link, ...]


def practices_view(words: CompendiumText) -> PracticesView:
    """All practices by the first letter of their titles."""
    entries = words.catalogue.practices.values()
    letters = tuple(
        Letter(letter, tuple(words.cards.of(entry) for entry in group))
        for letter, group in groupby(entries, key=lambda entry: entry.title[0].upper())
    )
    return PracticesView(letters, _index_links(words), len(entries), ())


class IndicatorSummary(NamedTuple):
    """One indicator with the number of practices for each mark, `shown` first."""

    indicator: IndicatorEntry
    address: str
    counts: tuple[tuple[vocabulary.Term, int], ...]


@dataclass(frozen=True)
class IndicatorsView:
    """What the template `indicators.html` shows."""

    indicators: tuple[IndicatorSummary, ...]
    total: int


def indicators_view(words: CompendiumText) -> IndicatorsView:
    """The eight indicators with the counts of their marks."""
    catalogue, marks = words.catalogue, words.texts.terms(vocabulary.MARK)
    summaries = (
        IndicatorSummary(
            indicator,
            addresses.indicator(indicator.id),
            tuple((term, len(catalogue.by_mark[number][term.value])) for term in marks),
        )
        for number, indicator in catalogue.indicators.items()
    )
    return IndicatorsView(tuple(summaries), len(catalogue.practices))


class FacetValues(NamedTuple):
    """A facet with its values, each with the number of its practices."""

    facet: Link
    values: tuple[tuple[Link, int], ...]


@dataclass(frozen=True)
class IndexesView:
    """What the template `indexes.html` shows."""

    facets: tuple[FacetValues, ...]


def indexes_view(words: CompendiumText) -> IndexesView:
    """All facets that have index pages."""
    return IndexesView(tuple(_facet_values(words, facet) for facet in FACETS if facet.indexed))


@dataclass(frozen=True)
class IndexView:
    """What the template `index.html` shows: one facet, its values with meaning and count."""

    values: FacetValues
    empty: tuple[vocabulary.Term, ...]
    undescribed: int


def index_view(words: CompendiumText, facet: Facet) -> IndexView:
    """One facet's values; values of a short vocabulary that no practice has are named as gaps."""
    present = words.catalogue.groups[facet.name]
    described = {entry.id for group in present.values() for entry in group.practices}
    listed = facet.vocabulary.name != "country"
    return IndexView(
        _facet_values(words, facet),
        tuple(term for term in words.texts.terms(facet.vocabulary) if listed and term.value not in present),
        len(words.catalogue.practices) - len(described),
    )


@dataclass(frozen=True)
class GroupView:
    """What the template `group.html` shows: the practices that share one value."""

    facet: Link
    definition: str
    source: str
    cards: tuple[Card, ...]


def group_view(words: CompendiumText, facet: Facet, group: Group) -> GroupView:
    """The practices that share one value of a facet."""
    terms = words.texts.terms(facet.vocabulary)
    return GroupView(
        Link(terms.label, addresses.index(facet.name)),
        terms[group.term.value].definition,
        group.term.source,
        tuple(words.cards.of(entry) for entry in group.practices),
    )


def _facet_values(words: CompendiumText, facet: Facet) -> FacetValues:
    terms = words.texts.terms(facet.vocabulary)
    return FacetValues(
        Link(terms.label, addresses.index(facet.name)),
        tuple(
            (term_link(facet.name, terms[value]), len(group.practices))
            for value, group in words.catalogue.groups[facet.name].items()
        ),
    )


def _index_links(words: CompendiumText) -> tuple[Link, ...]:
    return tuple(
        Link(words.texts.terms(facet.vocabulary).label, addresses.index(facet.name))
        for facet in FACETS
        if facet.indexed
    )
