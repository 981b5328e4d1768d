"""Is a built site whole, and can nobody be exposed by it? Asked before it is published.

In comes the folder of a built site, or its pages one by one as they are written; out comes one line for
each thing that is wrong: links and anchors that lead nowhere, pages too many or too few, other hosts that
are asked, pages without the policy.
"""

import html
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from generator.site.manifest import names_in
from generator.site.policy import META

NOT_FOUND = "404.html"
"""Shown at any address, and so the one page whose links cannot be relative."""

_ADDRESSES = tuple(re.compile(rf' {name}="([^"]*)"') for name in ("href", "src"))
_RARE = re.compile(r' (?:action|data|poster|srcset)="([^"]*)"')
_RARE_NAMES = (' action="', ' data="', ' poster="', ' srcset="')
_LOADED = re.compile(r'<link [^>]*href="((?:https?:)?//[^"]*)"')
_OTHER_HOSTS = ("http:", "https:", "//")
_LEADS_AWAY = ("https:", "http:", "mailto:", "data:")
_ID = re.compile(r' id="([^"]*)"')
_FORBIDDEN = {
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)", re.IGNORECASE),
    "a script in an attribute": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a style in an attribute": re.compile(r"<[a-z][^>]*\sstyle\s*=", re.IGNORECASE),
    "an inline style sheet": re.compile(r"<style\b", re.IGNORECASE),
    "a frame, an object or a form that is sent": re.compile(
        r"<(?:iframe|frame|object|embed|applet|base|form\b[^>]*\saction)\b", re.IGNORECASE
    ),
    "a link that runs something": re.compile(r'="\s*(?:javascript|vbscript|data):', re.IGNORECASE),
    "a page that sends its reader on": re.compile(r'<meta[^>]*http-equiv="refresh"', re.IGNORECASE),
}


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


def exposing_pages(folder: Path) -> list[str]:
    """Which pages in `folder` lack the policy, first in their head, or hold what it forbids."""
    wrong: list[str] = []
    for file in sorted(folder.rglob("*.html")):
        name, text = file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")
        if not text.partition("<head>")[2].lstrip().startswith(META):
            wrong.append(f"{name}: the policy does not stand first in the head")
        wrong.extend(f"{name}: there is {what}" for what, sign in _FORBIDDEN.items() if sign.search(text))
    return wrong


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
    """Reads pages one after the other: each address is resolved once for each folder that it stands in."""

    def __init__(self) -> None:
        self._met: set[tuple[str, str]] = set()
        self._named: set[Target] = set()

    def facts(self, name: str, text: str) -> PageFacts:
        """The facts of one page of the site."""
        ids = _ID.findall(text)
        hrefs, sources = (pattern.findall(text) for pattern in _ADDRESSES)
        if any(rare in text for rare in _RARE_NAMES):
            sources += _RARE.findall(text)
        faults = [f"an id stands twice: {_first_repeated(ids)!r}"] if len(set(ids)) != len(ids) else []
        if _LOADED.search(text) or any(source.startswith(_OTHER_HOSTS) for source in sources):
            faults.append("something is asked of another host")
        if name == NOT_FOUND:
            return PageFacts(name, tuple(faults), " ".join(ids), ())
        addresses = {*hrefs, *sources}
        faults.extend(sorted(_missing_here(addresses, name, ids)))
        return PageFacts(name, tuple(faults), " ".join(ids), tuple(self._targets(addresses, name)))

    def _targets(self, addresses: Iterable[str], name: str) -> Iterator[Target]:
        """Where the addresses on a page lead, as far as no page before has led there."""
        here = posixpath.dirname(name)
        for address in addresses:
            if address.startswith("#") or address.startswith(_LEADS_AWAY) or (here, address) in self._met:
                continue
            self._met.add((here, address))
            path, _, anchor = html.unescape(address).partition("#")
            target = Target(posixpath.normpath(posixpath.join(here, unquote(path))), anchor)
            if target not in self._named:
                self._named.add(target)
                yield target


def _missing_here(addresses: Iterable[str], name: str, ids: Iterable[str]) -> Iterator[str]:
    """The places of the page itself that it links to and does not have."""
    present = set(ids)
    for address in addresses:
        if address.startswith("#") and html.unescape(address[1:]) not in present:
            yield f"{name} has no element with the id {address[1:]!r}"


def _first_repeated(found: list[str]) -> str:
    seen: set[str] = set()
    return next(id_ for id_ in found if id_ in seen or seen.add(id_))  # type: ignore[func-returns-value]
