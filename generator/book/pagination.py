"""On which page everything stands, written into the source before the whole is set.

Chapters begin on pages of their own, so a proof of each by itself tells how many pages it takes and
where in it the places are that others point at. In come sources with open references; out come the
same sources with pages and links in them. (Typst can do this by itself, but sets the whole book
again until nothing moves, and keeps every round in memory.)
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.book.typst_text import call, joined, literal

_NAME = r'\("([^"\\]*)"'
_ONE_PAGE = re.compile(rf"(?<![\w-])page-of{_NAME}\)")
_SOME_PAGES = re.compile(r"(?<![\w-])pages-of\(([^()\\]*)\)")
_LINK = re.compile(rf"(?<![\w-])leading-to{_NAME}, ")


class Place(NamedTuple):
    """Where something stands: its page from 1, and the distance from the page's top in points."""

    page: int
    y: float


class Proof(NamedTuple):
    """How many pages a source takes, and the places in it by name."""

    pages: int
    places: Mapping[str, Place]

    def same_pages(self, other: "Proof") -> bool:
        """Whether both have as many pages, and the same places on the same pages."""
        mine, theirs = ({name: place.page for name, place in proof.places.items()} for proof in (self, other))
        return self.pages == other.pages and mine == theirs


def page_of(name: str) -> str:
    """An open reference to the number of the page on which `name` stands."""
    return call("page-of", literal(name))


def pages_of(names: Iterable[str]) -> str:
    """An open reference to the numbers of the pages on which `names` stand, each once, in order."""
    return call("pages-of", *map(literal, names))


def leading_to(name: str, inside: str) -> str:
    """An open link from `inside` to the place of `name`."""
    return call("leading-to", literal(name), inside)


def placed(proofs: Iterable[Proof]) -> dict[str, Place]:
    """The places in a book made of chapters that follow each other."""
    places: dict[str, Place] = {}
    before = 0
    for proof in proofs:
        places.update((name, Place(before + place.page, place.y)) for name, place in proof.places.items())
        before += proof.pages
    return places


def resolved(source: str, places: Mapping[str, Place], unknown: int) -> str:
    """The source with its open references closed; to places that are not known, with the page `unknown`."""

    def pages(found: re.Match[str]) -> str:
        names = [name.strip().strip('"') for name in found[1].split(",")]
        known = sorted({places[name].page: name for name in reversed(names) if name in places}.items())
        links = [_link(places[name]) + literal(str(page)) + ")" for page, name in known]
        commas = [piece for link in links for piece in (literal(", "), link)][1:]
        return joined(commas or [literal(str(unknown))] * len(names))

    def page(found: re.Match[str]) -> str:
        place = places.get(found[1])
        return literal(str(unknown if place is None else place.page))

    def link(found: re.Match[str]) -> str:
        place = places.get(found[1])
        return "unlinked(" if place is None else _link(place)

    return _LINK.sub(link, _ONE_PAGE.sub(page, _SOME_PAGES.sub(pages, source)))


def _link(place: Place) -> str:
    return f"at({place.page}, {place.y:.1f}pt, "
