"""Pages that show the whole at once: home, matrix and lineage."""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator import vocabulary
from generator.compendium.facets import MARKS_THAT_COUNT
from generator.compendium.matrix import MATRIX_ORDERS, MatrixOrder, matrix
from generator.compendium.records import IndicatorEntry, PageEntry, PracticeEntry
from generator.presentation import addresses
from generator.presentation.cards import Card
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.links import Link, practice_link, term_link
from generator.site.prose import body_on_page
from generator.site.views.references import NumberedReference, numbered

NEWEST_SHOWN = 4
_UNTIERED = f"{addresses.MAP}#no_tier"


class WayIn(NamedTuple):
    """One question that a visitor starts from, with the answers that lead to practices."""

    question: str
    answers: tuple[tuple[Link, int], ...]
    more: Link


@dataclass(frozen=True)
class HomeView:
    """What the template `home.html` shows."""

    body: Markup
    case_finder: str
    ways_in: tuple[WayIn, ...]
    counts: tuple[tuple[int, Link], ...]
    newest: tuple[Card, ...]
    sources: tuple[NumberedReference, ...]


def home_view(words: CompendiumText, page: PageEntry) -> HomeView:
    """The first page: the way in by a case and four others, counts, and what was reviewed last."""
    sources = numbered(words, (citation.ref for citation in page.body.citations))
    newest = words.catalogue.newest_reviewed[:NEWEST_SHOWN]
    return HomeView(
        body_on_page(page.body, {source.reference.id: source.number for source in sources}),
        addresses.FIND,
        _ways_in(words),
        _counts(words),
        tuple(words.cards.of(entry) for entry in newest),
        sources,
    )


def _ways_in(words: CompendiumText) -> tuple[WayIn, ...]:
    who, tier, country = (
        _by_facet(words, name, terms)
        for name, terms in (
            ("who", vocabulary.CATEGORY),
            ("need", vocabulary.TIER),
            ("country", vocabulary.countries()),
        )
    )
    return who, tier, _by_indicator(words), country


def _by_facet(words: CompendiumText, name: str, vocabulary_: vocabulary.Vocabulary) -> WayIn:
    terms = words.texts.terms(vocabulary_)
    groups = words.catalogue.groups[terms.name]
    return WayIn(
        words.texts(f"home.{name}"),
        tuple((term_link(terms.name, terms[value]), len(group.practices)) for value, group in groups.items()),
        Link(words.texts("home.all"), addresses.index(terms.name)),
    )


def _by_indicator(words: CompendiumText) -> WayIn:
    by_mark = words.catalogue.by_mark
    return WayIn(
        words.texts("home.indicators"),
        tuple(
            (
                Link(
                    words.texts("indicator.numbered", number=number, title=entry.fields.title),
                    addresses.indicator(entry.id),
                    entry.fields.question,
                ),
                sum(len(by_mark[number][mark]) for mark in MARKS_THAT_COUNT),
            )
            for number, entry in words.catalogue.indicators.items()
        ),
        Link(words.texts("home.all-indicators"), addresses.INDICATORS),
    )


def _counts(words: CompendiumText) -> tuple[tuple[int, Link], ...]:
    catalogue = words.catalogue
    counts = (
        ("practices", len(catalogue.practices), addresses.PRACTICES),
        ("countries", len(catalogue.groups["country"]), addresses.index("country")),
        ("indicators", len(catalogue.indicators), addresses.INDICATORS),
        ("references", len(catalogue.references), addresses.REFERENCES),
        ("gaps", len(catalogue.needs_map.gaps), addresses.MAP),
        ("without-tier", sum(entry.fields.tiers is None for entry in catalogue.practices.values()), _UNTIERED),
    )
    return tuple(
        (n, Link(words.texts.count(f"home.count.{name}", n), address)) for name, n, address in counts if n
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
    orders: tuple[tuple[Link, bool], ...]
    totals: tuple[tuple[vocabulary.Term, tuple[int, ...]], ...]


def matrix_view(words: CompendiumText, order: MatrixOrder) -> MatrixView:
    """The matrix in one order."""
    catalogue, terms = words.catalogue, words.texts.terms
    levels = {term.value: (term, rung) for rung, term in enumerate(terms(vocabulary.EVIDENCE_LEVEL), 1)}
    return MatrixView(
        tuple(
            _line(entry, *levels[entry.fields.evidence.level])
            for entry in matrix(catalogue.practices.values(), order)
        ),
        tuple((entry, addresses.indicator(entry.id)) for entry in catalogue.indicators.values()),
        tuple(
            (Link(words.texts(f"matrix.order.{other.name}"), addresses.matrix(other.name)), other is order)
            for other in MATRIX_ORDERS
        ),
        tuple(
            (term, tuple(len(by_mark[term.value]) for by_mark in catalogue.by_mark.values()))
            for term in terms(vocabulary.MARK)
        ),
    )


def _line(entry: PracticeEntry, level: vocabulary.Term, rung: int) -> MatrixLine:
    return MatrixLine(practice_link(entry), tuple(mark.mark for mark in entry.marks), level.label, rung)


class Family(NamedTuple):
    """An origin and what was adapted from it; the origin leads nowhere if it is known by name alone."""

    origin: Link
    offspring: tuple[PracticeEntry, ...]


@dataclass(frozen=True)
class LineageView:
    """What the template `lineage.html` shows."""

    families: tuple[Family, ...]


def lineage_view(words: CompendiumText) -> LineageView:
    """Every origin with what was adapted from it."""
    catalogue = words.catalogue
    named = [Family(Link(name), entries) for name, entries in catalogue.lineage.roots.items()]
    here = [
        Family(practice_link(catalogue.practices[id_]), entries)
        for id_, entries in catalogue.lineage.offspring.items()
    ]
    return LineageView(tuple(sorted((*named, *here), key=lambda family: family.origin.text.casefold())))
