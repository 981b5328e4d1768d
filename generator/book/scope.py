"""What one book holds, and how its pieces point at each other.

The chapters ask it what they may point at, and get the source of a cross reference with its true page number.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote

from generator.book.edition import Edition
from generator.book.pagination import leading_to, page_of
from generator.book.typst_text import call, joined, literal, web_address, words
from generator.compendium.catalogue import Catalogue
from generator.compendium.records import Compendium, PracticeEntry
from generator.presentation import addresses
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.dates import day_in_words
from generator.presentation.texts import Texts
from generator.reading.folder import site_path

_URL_SIGNS = "/:?#[]@!$&'()*+,;=%~-._"


@dataclass(frozen=True)
class Scope:
    """The practices of one book among all, by id. A handout holds one practice and no chapters."""

    compendium: Compendium
    practices: Mapping[str, PracticeEntry]
    edition: Edition
    asked: str = ""
    is_handout: bool = False

    @cached_property
    def all(self) -> Catalogue:
        """The whole compendium, in this book or not."""
        return Catalogue(self.compendium)

    @cached_property
    def here(self) -> Catalogue:
        """The compendium of what this book holds."""
        return Catalogue(replace(self.compendium, practices=dict(self.practices)))

    @property
    def texts(self) -> Texts:
        """The texts of the book's language."""
        return self.edition.texts

    @cached_property
    def words(self) -> CompendiumText:
        """The whole compendium in words, in this book or not."""
        return CompendiumText(self.all, self.texts)

    @cached_property
    def indicator_numbers(self) -> dict[str, str]:
        """The numbers of the indicators by the addresses of their pages."""
        return {addresses.indicator(each.id): number for number, each in self.all.indicators.items()}

    @property
    def day(self) -> datetime.date:
        """The edition's date: that of the newest review in it."""
        return max(entry.fields.reviewed_on for entry in self.practices.values())

    @property
    def practice_level(self) -> int:
        """The level of a practice's title among the headings."""
        return 1 if self.is_handout else 2

    def practice(self, entry: PracticeEntry) -> str:
        """`Title on page 12`, or the title and that it was left out."""
        if entry.id not in self.practices:
            return joined((words(entry.title), literal(f" ({self._left_out})")))
        return see(practice_label(entry.id), words(entry.title), f" {self.texts('book.on-page')} ")

    def linked(self, address: str, text: str) -> str:
        """The name of a practice, by its address on the site, as a cross reference; else the plain text."""
        entry = self.all.practices.get(PurePosixPath(address).stem) if address else None
        return joined((literal(f"{self.texts('book.see')} "), self.practice(entry))) if entry else words(text)

    def link(self, href: str, inside: str, text: str, path: str) -> str:
        """The source of a link in the body of the file at `path`: `inside` set, `text` plain."""
        if "://" in href or href.startswith("mailto:"):
            return itself(href) if text.strip() == href else outside(href, inside)
        target, _, _ = unquote(href).partition("#")
        site = normpath(join(dirname(site_path(path)), target)) if target else ""
        name = PurePosixPath(site).stem
        if site.startswith("practices/") and name in self.practices:
            return see(practice_label(name), inside, f" ({self.texts('book.see-page')} ", ")")
        if site.startswith("practices/") and name in self.compendium.practices:
            return joined((inside, literal(f" ({self._left_out})")))
        if site.startswith("indicators/") and name[:1] in self.compendium.indicators and not self.is_handout:
            return see(indicator_label(name[0]), inside, f" ({self.texts('book.see-page')} ", ")")
        return inside

    @property
    def _left_out(self) -> str:
        return self.texts("book.in-the-whole" if self.is_handout else "book.left-out")


def head(scope: Scope) -> str:
    """The left side of the running head outside practices."""
    return words(scope.edition.shown_title)


def foot(scope: Scope) -> str:
    """The left side of every page's foot."""
    day = day_in_words(scope.day, scope.texts.language)
    if scope.edition.large_print:  # there is room for one of the two; the cover has the title
        return words(scope.texts("book.edition", day=day))
    return words(scope.texts("book.foot", title=scope.edition.shown_title, day=day))


def practice_label(id_: str) -> str:
    """The name under which a practice is pointed at."""
    return f"practice:{id_}"


def indicator_label(number: str) -> str:
    """The name under which an indicator is pointed at."""
    return f"indicator:{number}"


def reference_label(key: str) -> str:
    """The name under which a reference is pointed at."""
    return f"reference:{key}"


def see(label: str, inside: str, before: str, after: str = "") -> str:
    """A cross reference: what it is called, then the page that it stands on."""
    return leading_to(label, joined((inside, literal(before), page_of(label), literal(after))))


def listed(label: str, title: str) -> str:
    """A line of a list: a title, then the page that it stands on at the end of the line."""
    return leading_to(label, call("paged", title, page_of(label)))


def outside(url: str, inside: str) -> str:
    """A link out of the book, with its address as a footnote."""
    return call("address", inside, literal(_encoded(url)), web_address(url))


def itself(url: str) -> str:
    """A web address that is its own text."""
    return call("link", literal(_encoded(url)), web_address(url))


def _encoded(url: str) -> str:
    """A web address in ASCII."""
    return quote(url, safe=_URL_SIGNS)
