"""What one book holds, and how its pieces point at each other.

In come the compendium, the practices chosen and the edition; the chapters ask it what they may
point at, and get the source of a cross reference with its true page number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote

from generator.book.edition import Edition
from generator.book.typst_text import call, joined, literal, web_address, words
from generator.compendium.lineage import Lineage, lineage
from generator.compendium.links import site_path
from generator.compendium.records import Compendium, PracticeEntry
from generator.compendium.related import Relatedness

_URL_SIGNS = "/:?#[]@!$&'()*+,;=%~-._"


@dataclass(frozen=True)
class Scope:
    """The practices of one book among all, by id. A handout holds one practice and no chapters."""

    compendium: Compendium
    practices: Mapping[str, PracticeEntry]
    edition: Edition
    is_handout: bool = False

    @cached_property
    def relatedness(self) -> Relatedness:
        """What is close to what among all practices, in this book or not."""
        return Relatedness(self.compendium.practices)

    @cached_property
    def lineage(self) -> Lineage:
        """What was adapted from what among all practices, in this book or not."""
        return lineage(self.compendium.practices)

    @property
    def practice_level(self) -> int:
        """The level of a practice's title among the headings."""
        return 1 if self.is_handout else 2

    def practice(self, entry: PracticeEntry) -> str:
        """`Title on page 12`, or the title and that it was left out."""
        if entry.id not in self.practices:
            return joined((words(entry.title), literal(f" ({self._left_out})")))
        return see(practice_label(entry.id), words(entry.title), " on page ")

    def link(self, href: str, inside: str, text: str, path: str) -> str:
        """The source of a link in the body of the file at `path`: `inside` set, `text` plain."""
        if "://" in href or href.startswith("mailto:"):
            url = literal(encoded(href))
            return call("link", url, web_address(text)) if text.strip() == href else outside(href, inside)
        target, _, _ = unquote(href).partition("#")
        site = normpath(join(dirname(site_path(path)), target)) if target else ""
        name = PurePosixPath(site).stem
        if site.startswith("practices/") and name in self.practices:
            return see(practice_label(name), inside, " (see page ", ")")
        if site.startswith("practices/") and name in self.compendium.practices:
            return joined((inside, literal(f" ({self._left_out})")))
        if site.startswith("indicators/") and name[:1].isdigit() and not self.is_handout:
            return see(indicator_label(name[0]), inside, " (see page ", ")")
        return inside

    @property
    def _left_out(self) -> str:
        return "in the whole compendium" if self.is_handout else "left out of this part"


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
    page = call("page-of", literal(label))
    return call("to", literal(label), joined((inside, literal(before), page, literal(after))))


def outside(url: str, inside: str) -> str:
    """A link out of the book, with its address as a footnote."""
    return call("address", inside, literal(encoded(url)), web_address(url))


def encoded(url: str) -> str:
    """A web address in ASCII."""
    return quote(url, safe=_URL_SIGNS)
