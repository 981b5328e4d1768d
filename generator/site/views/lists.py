"""Pages that list: all practices, the indicators, the indexes and each value of a facet."""

from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from generator import vocabulary
from generator.compendium.catalogue import Catalogue
from generator.compendium.facets import FACETS, Facet, Group
from generator.compendium.records import IndicatorEntry
from generator.presentation import addresses
from generator.presentation.links import Link, term_link
from generator.site.views.cards import Card, Cards


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


def practices_view(catalogue: Catalogue, cards: Cards) -> PracticesView:
    """All practices by the first letter of their titles."""
    entries = catalogue.practices.values()
    letters = tuple(
        Letter(letter, tuple(cards.of(entry) for entry in group))
        for letter, group in groupby(entries, key=lambda entry: entry.title[0].upper())
    )
    return PracticesView(letters, _index_links(), len(entries), ())


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


def indicators_view(catalogue: Catalogue) -> IndicatorsView:
    """The eight indicators with the counts of their marks."""
    summaries = (
        IndicatorSummary(
            indicator,
            addresses.indicator(indicator.id),
            tuple((term, len(catalogue.by_mark[number][term.value])) for term in vocabulary.MARK),
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


def indexes_view(catalogue: Catalogue) -> IndexesView:
    """All facets that have index pages."""
    return IndexesView(tuple(_facet_values(catalogue, facet) for facet in FACETS if facet.indexed))


@dataclass(frozen=True)
class IndexView:
    """What the template `index.html` shows: one facet, its values with meaning and count."""

    values: FacetValues
    empty: tuple[vocabulary.Term, ...]
    undescribed: int


def index_view(catalogue: Catalogue, facet: Facet) -> IndexView:
    """One facet's values; values of a short vocabulary that no practice has are named as gaps."""
    present = catalogue.groups[facet.name]
    described = {entry.id for group in present.values() for entry in group.practices}
    listed = facet.vocabulary.name != "country"
    return IndexView(
        _facet_values(catalogue, facet),
        tuple(term for term in facet.vocabulary if listed and term.value not in present),
        len(catalogue.practices) - len(described),
    )


@dataclass(frozen=True)
class GroupView:
    """What the template `group.html` shows: the practices that share one value."""

    facet: Link
    definition: str
    source: str
    cards: tuple[Card, ...]


def group_view(catalogue: Catalogue, facet: Facet, group: Group, cards: Cards) -> GroupView:
    """The practices that share one value of a facet."""
    del catalogue
    return GroupView(
        Link(facet.label, addresses.index(facet.name)),
        group.term.definition,
        group.term.source,
        tuple(cards.of(entry) for entry in group.practices),
    )


def _facet_values(catalogue: Catalogue, facet: Facet) -> FacetValues:
    return FacetValues(
        Link(facet.label, addresses.index(facet.name)),
        tuple(
            (term_link(facet.name, group.term), len(group.practices))
            for group in catalogue.groups[facet.name].values()
        ),
    )


def _index_links() -> tuple[Link, ...]:
    return tuple(Link(facet.label, addresses.index(facet.name)) for facet in FACETS if facet.indexed)
