"""Which pages the site has, in a fixed order, and what each is given.

Views are made only when their pages are rendered, so that five thousand practices never lie in memory twice.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.compendium.facets import FACETS
from generator.compendium.matrix import MATRIX_ORDERS
from generator.presentation import addresses
from generator.presentation.compendium_text import CompendiumText
from generator.site.views import case_finder, lists, needs_map, overview
from generator.site.views.field_reference import fields_view
from generator.site.views.indicator import indicator_view
from generator.site.views.practice import practice_view
from generator.site.views.prose_page import prose_page_view
from generator.site.views.references import references_view

HOME_PAGE = "index"


@dataclass(frozen=True)
class SitePage:
    """One page: its address, its title, and the template and the view that show it."""

    address: str
    title: str
    summary: str
    template: str
    view: Callable[[], object]

    @property
    def root(self) -> str:
        """The way from this page to the site's root, as `../`."""
        return "../" * self.address.count("/")


def site_pages(words: CompendiumText) -> Iterator[SitePage]:
    """Every page of the site, those of the practices last: none of them keeps the others waiting."""
    words.prepare()
    yield from _indicators(words)
    yield from _indexes(words)
    yield from _prose(words)
    yield _page(words, addresses.PRACTICES, "practices", partial(lists.practices_view, words))
    yield _page(words, addresses.FIND, "find", partial(case_finder.case_finder_view, words))
    yield _page(words, addresses.MAP, "map", partial(needs_map.map_view, words))
    yield _page(words, addresses.LINEAGE, "lineage", partial(overview.lineage_view, words))
    yield _page(words, addresses.REFERENCES, "references", partial(references_view, words))
    yield _page(words, addresses.FIELDS, "fields", partial(fields_view, words))
    yield from _practices(words)


def _page(words: CompendiumText, address: str, name: str, view: Callable[[], object]) -> SitePage:
    """A page that there is once, whose title, summary and template go by its name."""
    title, summary = words.texts(f"page.{name}.title"), words.texts(f"page.{name}.summary")
    return SitePage(address, title, summary, f"{name}.html", view)


def _prose(words: CompendiumText) -> Iterator[SitePage]:
    for id_, entry in words.catalogue.pages.items():
        home = id_ == HOME_PAGE
        yield SitePage(
            addresses.page(id_),
            entry.fields.title,
            entry.fields.summary,
            "home.html" if home else "page.html",
            partial(overview.home_view if home else prose_page_view, words, entry),
        )


def _practices(words: CompendiumText) -> Iterator[SitePage]:
    for entry in words.catalogue.practices.values():
        yield SitePage(
            addresses.practice(entry.id),
            entry.title,
            entry.fields.summary,
            "practice.html",
            partial(practice_view, words, entry),
        )


def _indicators(words: CompendiumText) -> Iterator[SitePage]:
    texts = words.texts
    yield _page(words, addresses.INDICATORS, "indicators", partial(lists.indicators_view, words))
    for order in MATRIX_ORDERS:
        yield SitePage(
            addresses.matrix(order.name),
            texts("page.matrix.title", order=texts(f"matrix.order.{order.name}")),
            texts("page.matrix.summary"),
            "matrix.html",
            partial(overview.matrix_view, words, order),
        )
    for indicator in words.catalogue.indicators.values():
        yield SitePage(
            addresses.indicator(indicator.id),
            texts("page.indicator.title", number=indicator.number, title=indicator.fields.title),
            indicator.fields.question,
            "indicator.html",
            partial(indicator_view, words, indicator),
        )


def _indexes(words: CompendiumText) -> Iterator[SitePage]:
    texts = words.texts
    yield _page(words, addresses.INDEXES, "indexes", partial(lists.indexes_view, words))
    for facet in FACETS:
        if not facet.indexed:
            continue
        terms = texts.terms(facet.vocabulary)
        yield SitePage(
            addresses.index(facet.name),
            texts("page.index.title", facet=terms.label),
            texts("page.index.summary", facet=terms.label.lower()),
            "index.html",
            partial(lists.index_view, words, facet),
        )
        for value, group in words.catalogue.groups[facet.name].items():
            yield SitePage(
                addresses.index_of(facet.name, value),
                texts("page.group.title", facet=terms.label, value=terms[value].label),
                terms[value].definition,
                "group.html",
                partial(lists.group_view, words, facet, group),
            )
