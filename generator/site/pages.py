"""Which pages the site has, in a fixed order, and what each is given.

In comes the catalogue; out come pages whose views are made only when they are rendered, so that five
thousand practices never lie in memory twice.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.compendium.catalogue import Catalogue
from generator.compendium.facets import FACETS
from generator.compendium.matrix import MATRIX_ORDERS
from generator.presentation import addresses
from generator.presentation.cases.texts import read_texts
from generator.site.views import case_finder, lists, overview
from generator.site.views.cards import Cards
from generator.site.views.fields import fields_view
from generator.site.views.indicator import indicator_view
from generator.site.views.practice import practice_view
from generator.site.views.prose_page import prose_page_view
from generator.site.views.references import references_view

HOME_PAGE = "index"


@dataclass(frozen=True)
class SitePage:
    """One page: where it stands, how it is called, by which template and with what it is shown."""

    address: str
    title: str
    summary: str
    template: str
    view: Callable[[], object]

    @property
    def root(self) -> str:
        """The way from this page to the site's root, as `../`."""
        return "../" * self.address.count("/")


def site_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Every page of the site, those of the practices last: none of them keeps the others waiting."""
    cards = Cards(catalogue)
    catalogue.prepare()
    cards.prepare()
    yield from _indicators(catalogue, cards)
    yield from _indexes(catalogue, cards)
    yield from _prose(catalogue, cards)
    yield from _ways_in(catalogue, cards)
    yield SitePage(
        addresses.MAP,
        "Map of tiers and work streams",
        "Which tier of need and which line of work the practices cover, and where there are gaps.",
        "map.html",
        partial(overview.map_view, catalogue),
    )
    yield SitePage(
        addresses.LINEAGE,
        "Lineage",
        "Which practice was adapted from which.",
        "lineage.html",
        partial(overview.lineage_view, catalogue),
    )
    yield SitePage(
        addresses.REFERENCES,
        "References",
        "Every document that the entries are written from, with the entries that cite it.",
        "references.html",
        partial(references_view, catalogue),
    )
    yield SitePage(
        addresses.FIELDS,
        "Field reference",
        "Every field of a practice: what it means, its form, its values, and an example.",
        "fields.html",
        partial(fields_view, catalogue),
    )
    yield from _practices(catalogue)


def _prose(catalogue: Catalogue, cards: Cards) -> Iterator[SitePage]:
    for id_, entry in catalogue.pages.items():
        home = id_ == HOME_PAGE
        yield SitePage(
            addresses.page(id_),
            entry.fields.title,
            entry.fields.summary,
            "home.html" if home else "page.html",
            partial(overview.home_view, catalogue, entry, cards)
            if home
            else partial(prose_page_view, catalogue, entry),
        )


def _practices(catalogue: Catalogue) -> Iterator[SitePage]:
    for entry in catalogue.practices.values():
        yield SitePage(
            addresses.practice(entry.id),
            entry.title,
            entry.fields.summary,
            "practice.html",
            partial(practice_view, catalogue, entry),
        )


def _ways_in(catalogue: Catalogue, cards: Cards) -> Iterator[SitePage]:
    yield SitePage(
        addresses.PRACTICES,
        "Practices",
        "All practices by title, and the ways to narrow them down.",
        "practices.html",
        partial(lists.practices_view, catalogue, cards),
    )
    yield SitePage(
        addresses.FIND,
        "Find by case",
        "A few plain questions about a case, and the practices that fit the answers.",
        "find.html",
        partial(case_finder.case_finder_view, catalogue.compendium, read_texts()),
    )


def _indicators(catalogue: Catalogue, cards: Cards) -> Iterator[SitePage]:
    yield SitePage(
        addresses.INDICATORS,
        "Good-practice indicators",
        "The eight indicators of Humphreys and others (2000), and how many practices show each.",
        "indicators.html",
        partial(lists.indicators_view, catalogue),
    )
    for order in MATRIX_ORDERS:
        yield SitePage(
            addresses.matrix(order.name),
            f"Matrix of practices and indicators, {order.label}",
            "Every practice with its mark under each of the eight indicators.",
            "matrix.html",
            partial(overview.matrix_view, catalogue, order),
        )
    for indicator in catalogue.indicators.values():
        yield SitePage(
            addresses.indicator(indicator.id),
            f"Indicator {indicator.number}: {indicator.fields.title}",
            indicator.fields.question,
            "indicator.html",
            partial(indicator_view, catalogue, indicator, cards),
        )


def _indexes(catalogue: Catalogue, cards: Cards) -> Iterator[SitePage]:
    yield SitePage(
        addresses.INDEXES,
        "Indexes",
        "Practices by country, theme, tier of need and other facets, as plain lists.",
        "indexes.html",
        partial(lists.indexes_view, catalogue),
    )
    for facet in FACETS:
        if not facet.indexed:
            continue
        yield SitePage(
            addresses.index(facet.name),
            f"Index: {facet.label}",
            f"Practices by {facet.label.lower()}.",
            "index.html",
            partial(lists.index_view, catalogue, facet),
        )
        for value, group in catalogue.groups[facet.name].items():
            yield SitePage(
                addresses.index_of(facet.name, value),
                f"{facet.label}: {group.term.label}",
                group.term.definition,
                "group.html",
                partial(lists.group_view, catalogue, facet, group, cards),
            )
