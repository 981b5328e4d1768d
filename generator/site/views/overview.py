"""Pages that show the whole at once: home, matrix, map and lineage."""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator import vocabulary
from generator.compendium.catalogue import Catalogue
from generator.compendium.matrix import MATRIX_ORDERS, MapCell, MatrixOrder, matrix
from generator.compendium.records import IndicatorEntry, PageEntry, PracticeEntry
from generator.presentation import addresses
from generator.presentation.dates import day_in_words
from generator.presentation.links import Link, practice_link, term_link
from generator.site.prose import body_on_page
from generator.site.views.cards import Card, Cards
from generator.site.views.references import NumberedReference, numbered

NEWEST_SHOWN = 4
MOST_IN_CELL = 12


class WayIn(NamedTuple):
    """One question that a visitor starts from, with the answers that lead to practices."""

    question: str
    answers: tuple[tuple[Link, int], ...]
    more: Link


@dataclass(frozen=True)
class HomeView:
    """What the template `home.html` shows."""

    body: Markup
    ways_in: tuple[WayIn, ...]
    counts: tuple[tuple[int, Link], ...]
    newest: tuple[tuple[Card, str], ...]
    sources: tuple[NumberedReference, ...]


def home_view(catalogue: Catalogue, page: PageEntry, cards: Cards) -> HomeView:
    """The first page: four ways in, counts, and what was reviewed last."""
    sources = numbered(catalogue, (citation.ref for citation in page.body.citations))
    newest = catalogue.newest_reviewed[:NEWEST_SHOWN]
    return HomeView(
        body_on_page(page.body, {source.reference.id: source.number for source in sources}),
        _ways_in(catalogue),
        _counts(catalogue),
        tuple((cards.of(entry), day_in_words(entry.fields.reviewed_on)) for entry in newest),
        sources,
    )


def _ways_in(catalogue: Catalogue) -> tuple[WayIn, ...]:
    facets = (
        ("Who do you work with?", vocabulary.CATEGORY),
        ("How great is the need?", vocabulary.TIER),
        ("In which country?", vocabulary.countries()),
    )
    by_facet = [
        WayIn(
            question,
            tuple(
                (term_link(terms.name, group.term), len(group.practices))
                for group in catalogue.groups[terms.name].values()
            ),
            Link("All of them", addresses.index(terms.name)),
        )
        for question, terms in facets
    ]
    indicators = WayIn(
        "What should be better?",
        tuple(
            (
                Link(f"{number}. {entry.fields.title}", addresses.indicator(entry.id), entry.fields.question),
                shown,
            )
            for number, entry in catalogue.indicators.items()
            for shown in [len(catalogue.by_mark[number]["shown"]) + len(catalogue.by_mark[number]["partly"])]
        ),
        Link("All eight indicators", addresses.INDICATORS),
    )
    return (by_facet[0], by_facet[1], indicators, by_facet[2])


def _counts(catalogue: Catalogue) -> tuple[tuple[int, Link], ...]:
    return (
        (len(catalogue.practices), Link("practices", addresses.PRACTICES)),
        (len(catalogue.groups["country"]), Link("countries", addresses.index("country"))),
        (len(catalogue.indicators), Link("good-practice indicators", addresses.INDICATORS)),
        (len(catalogue.references), Link("references", addresses.REFERENCES)),
        (len(catalogue.needs_map.gaps), Link("gaps on the map", addresses.MAP)),
    )


class MatrixLine(NamedTuple):
    """One row of the matrix: a practice, its marks in the order of the indicators, its rung of the ladder."""

    practice: Link
    marks: tuple[str, ...]
    level: str
    rung: int


@dataclass(frozen=True)
class MatrixView:
    """What the template `matrix.html` shows."""

    rows: tuple[MatrixLine, ...]
    indicators: tuple[tuple[IndicatorEntry, str], ...]
    orders: tuple[tuple[MatrixOrder, str, bool], ...]
    totals: tuple[tuple[vocabulary.Term, tuple[int, ...]], ...]


def matrix_view(catalogue: Catalogue, order: MatrixOrder) -> MatrixView:
    """The matrix in one order."""
    levels = {term.value: (term, rung) for rung, term in enumerate(vocabulary.EVIDENCE_LEVEL, 1)}
    return MatrixView(
        tuple(
            _line(entry, *levels[entry.fields.evidence.level])
            for entry in matrix(catalogue.practices.values(), order)
        ),
        tuple((entry, addresses.indicator(entry.id)) for entry in catalogue.indicators.values()),
        tuple((other, addresses.matrix(other.name), other is order) for other in MATRIX_ORDERS),
        tuple(
            (term, tuple(len(by_mark[term.value]) for by_mark in catalogue.by_mark.values()))
            for term in vocabulary.MARK
        ),
    )


def _line(entry: PracticeEntry, level: vocabulary.Term, rung: int) -> MatrixLine:
    return MatrixLine(practice_link(entry), tuple(mark.mark for mark in entry.marks), level.label, rung)


class MapCellView(NamedTuple):
    """One cell of the map: the practices in it, of which the first are named."""

    cell: MapCell
    named: tuple[Link, ...]
    more: int


@dataclass(frozen=True)
class MapView:
    """What the template `map.html` shows."""

    work_streams: vocabulary.Vocabulary
    rows: tuple[tuple[vocabulary.Term, tuple[MapCellView, ...]], ...]
    gaps: tuple[MapCell, ...]
    unplaced: tuple[Link, ...]


def map_view(catalogue: Catalogue) -> MapView:
    """Tiers of need by work streams, gaps named."""
    needs = catalogue.needs_map
    return MapView(
        vocabulary.WORK_STREAM,
        tuple((row[0].tier, tuple(_cell_view(cell) for cell in row)) for row in needs.rows),
        needs.gaps,
        tuple(practice_link(entry) for entry in needs.unplaced),
    )


def _cell_view(cell: MapCell) -> MapCellView:
    named = tuple(practice_link(entry) for entry in cell.practices[:MOST_IN_CELL])
    return MapCellView(cell, named, len(cell.practices) - len(named))


class Family(NamedTuple):
    """An origin and what was adapted from it; the origin leads nowhere if it is known by name alone."""

    origin: Link
    offspring: tuple[PracticeEntry, ...]


@dataclass(frozen=True)
class LineageView:
    """What the template `lineage.html` shows."""

    families: tuple[Family, ...]


def lineage_view(catalogue: Catalogue) -> LineageView:
    """Every origin with what was adapted from it."""
    named = [Family(Link(name), entries) for name, entries in catalogue.lineage.roots.items()]
    here = [
        Family(practice_link(catalogue.practices[id_]), entries)
        for id_, entries in catalogue.lineage.offspring.items()
    ]
    return LineageView(tuple(sorted((*named, *here), key=lambda family: family.origin.text.casefold())))
