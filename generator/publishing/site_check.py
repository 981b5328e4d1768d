"""Is a built site whole, and can nobody be exposed by it? Asked before it is published.

In comes the folder of a built site, or its pages one by one as they are written; out comes one line for
each thing that is wrong: links and anchors that lead nowhere, pages too many or too few, other hosts that
are asked, pages without the policy.
"""

import html
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Set
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from generator.privacy.page_safety import Exposure, tags_in
from generator.publishing.checksums import names_in

_MOST_REMEMBERED = 60_000
"""Lines that are remembered for a folder: those of the frame come first, and lists repeat theirs."""

NOT_FOUND = "404.html"
"""Shown at any address, and so the one page whose links cannot be relative."""

_ID = re.compile(r' id="([^"]*)"')
_PLACE_HERE = re.compile(r' href="#([^"]*)"')
_ADDRESS = re.compile(r' (?:href|src)="([^"]*)"')


class Target(NamedTuple):
    """Where a link leads: a file of the site, and a place in it where one is named."""

    file: str
    anchor: str


class PageFacts(NamedTuple):
    """What must be known of a page to hold it against the others.

    `faults` are those that it has by itself; `ids` its ids, with spaces between them; `targets` the
    places elsewhere to which it links, without those that its reader has met on an earlier page.
    """

    name: str
    faults: tuple[str, ...]
    ids: str
    targets: tuple[Target, ...]


def broken_site(
    folder: Path, pages: Collection[str] | None = None, known: Iterable[PageFacts] = ()
) -> list[str]:
    """What is wrong with the pages in `folder`: broken links and anchors, ids used twice, other hosts.

    `pages` are the addresses that must be there, and no others; None leaves that out. `known` are the
    facts of pages that were read when they were written, and are not read again.
    """
    files = names_in(folder)
    written = sorted(name for name in files if name.endswith(".html"))
    wrong = [] if pages is None else list(_wrong_pages(set(written), set(pages)))
    facts = {page.name: page for page in known}
    reader = PageReader()
    for name in written:
        if name not in facts:
            facts[name] = reader.facts(name, (folder / name).read_text(encoding="utf-8"))
    in_order = [facts[name] for name in sorted(facts)]
    wrong.extend(f"{page.name}: {fault}" for page in in_order for fault in page.faults)
    return [*wrong, *_leading_nowhere(in_order, files)]


def _wrong_pages(written: set[str], expected: set[str]) -> Iterator[str]:
    yield from (f"{name}: the page is missing" for name in sorted(expected - written))
    yield from (f"{name}: nothing has asked for this page" for name in sorted(written - expected))


def _leading_nowhere(pages: Iterable[PageFacts], files: Collection[str]) -> Iterator[str]:
    """The targets that are not there, each with the first page that links to it."""
    ids = {page.name: page.ids for page in pages}
    first_to_name: dict[Target, str] = {}
    for page in pages:
        for target in page.targets:
            first_to_name.setdefault(target, page.name)
    present: dict[str, frozenset[str]] = {}
    for target, name in sorted(first_to_name.items()):
        if target.file not in files:
            yield f"{name}: {target.file!r} leads to nothing"
        elif target.anchor and target.file in ids:
            found = present.setdefault(target.file, frozenset(ids[target.file].split(" ")))
            if target.anchor not in found:
                yield f"{name}: {target.file} has no element with the id {target.anchor!r}"


class PageReader:
    """Reads pages one after the other; a line that stands on many of them is looked at once.

    Once for each folder that it stands in, because its addresses may be relative.
    """

    def __init__(self) -> None:
        self._exposure = Exposure()
        self._lines_met: dict[str, set[str]] = {}
        self._addresses_met: dict[str, set[str]] = {}
        self._named: set[Target] = set()

    def facts(self, name: str, text: str) -> PageFacts:
        """The facts of one page of the site."""
        ids = _ID.findall(text)
        tags = self._new_tags(posixpath.dirname(name), text)
        faults = [f"an id stands twice: {_first_repeated(ids)!r}"] if len(set(ids)) != len(ids) else []
        faults.extend(self._exposure.faults(name, text, tags))
        if name == NOT_FOUND:
            return PageFacts(name, tuple(faults), " ".join(ids), ())
        faults.extend(_missing_here(name, text, ids))
        return PageFacts(name, tuple(faults), " ".join(ids), tuple(self._targets(name, tags)))

    def _new_tags(self, folder: str, text: str) -> set[str]:
        """The tags on a page that stand on no line of an earlier page in the same folder."""
        met = self._lines_met.setdefault(folder, set())
        new = set(text.split("\n")) - met
        if not all(map(_ends_its_tags, new)):
            return tags_in(text)
        if len(met) < _MOST_REMEMBERED:
            met |= new
        return tags_in("\n".join(new))

    def _targets(self, name: str, tags: Set[str]) -> Iterator[Target]:
        """Where the tags of a page lead, as far as no page before has led there."""
        here = posixpath.dirname(name)
        addresses = {found[1] for found in map(_ADDRESS.search, tags) if found}
        for address in addresses - self._addresses_met.setdefault(here, set()):
            self._addresses_met[here].add(address)
            if address.startswith("#") or ":" in address.partition("/")[0]:
                continue
            path, _, anchor = html.unescape(address).partition("#")
            target = Target(posixpath.normpath(posixpath.join(here, unquote(path))), anchor)
            if target not in self._named:
                self._named.add(target)
                yield target


def _ends_its_tags(line: str) -> bool:
    """Whether every tag that begins on a line ends on it, and no other."""
    begin, end = line.find("<"), line.find(">")
    return begin <= end and (end < 0 or (begin >= 0 and line.rfind("<") < line.rfind(">")))


def _missing_here(name: str, text: str, ids: Iterable[str]) -> Iterator[str]:
    """The places of the page itself that it links to and does not have."""
    present = set(ids)
    for place in sorted(set(_PLACE_HERE.findall(text)) - present):
        if html.unescape(place) not in present:
            yield f"{name} has no element with the id {place!r}"


def _first_repeated(found: list[str]) -> str:
    seen: set[str] = set()
    return next(id_ for id_ in found if id_ in seen or seen.add(id_))  # type: ignore[func-returns-value]
