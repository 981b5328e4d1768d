"""Is a built site whole, and can nobody be exposed by it? Asked before it is published.

In comes the folder of a built site; out comes one line for each thing that is wrong: links and anchors
that lead nowhere, pages too many or too few, other hosts that are asked, pages without the policy.
"""

import html
import posixpath
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import unquote

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


def broken_site(folder: Path, pages: Collection[str] | None = None) -> list[str]:
    """What is wrong with the pages in `folder`: broken links and anchors, ids used twice, other hosts.

    `pages` are the addresses that must be there, and no others; None leaves that out.
    """
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    written = sorted(name for name in files if name.endswith(".html"))
    wrong = [] if pages is None else list(_wrong_pages(set(written), set(pages)))
    links = _Links(files)
    for name in written:
        text = (folder / name).read_text(encoding="utf-8")
        wrong.extend(f"{name}: {fault}" for fault in links.faults_on(name, text))
    return wrong + links.missing_anchors()


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


class _Links:
    """The links of all pages: each address is resolved once for each folder that it stands in."""

    def __init__(self, files: set[str]) -> None:
        self._files = files
        self._ids: dict[str, frozenset[str]] = {}
        self._anchors: dict[tuple[str, str], str] = {}
        self._resolved: dict[tuple[str, str], tuple[str, str]] = {}

    def faults_on(self, name: str, text: str) -> Iterator[str]:
        """What is wrong with the ids and addresses of one page; anchors elsewhere are noted for later."""
        ids = _ID.findall(text)
        self._ids[name] = own = frozenset(ids)
        if len(own) != len(ids):
            yield f"an id stands twice: {_first_repeated(ids)!r}"
        hrefs, sources = (pattern.findall(text) for pattern in _ADDRESSES)
        if any(rare in text for rare in _RARE_NAMES):
            sources += _RARE.findall(text)
        if _LOADED.search(text) or any(source.startswith(_OTHER_HOSTS) for source in sources):
            yield "something is asked of another host"
        if name != NOT_FOUND:
            yield from self._broken(name, sorted({*hrefs, *sources}), own)

    def missing_anchors(self) -> list[str]:
        """The links to places that the pages they lead to do not have."""
        return [
            f"{name}: {target} has no element with the id {anchor!r}"
            for (target, anchor), name in sorted(self._anchors.items())
            if anchor not in self._ids.get(target, ())
        ]

    def _broken(self, name: str, addresses: list[str], own: frozenset[str]) -> Iterator[str]:
        here = posixpath.dirname(name)
        for address in addresses:
            if address.startswith("#"):
                if html.unescape(address[1:]) not in own:
                    yield f"{name} has no element with the id {address[1:]!r}"
            elif not address.startswith(_LEADS_AWAY):
                target, anchor = self._target(here, address)
                if target not in self._files:
                    yield f"{address!r} leads to nothing"
                elif anchor and target.endswith(".html"):
                    self._anchors.setdefault((target, anchor), name)

    def _target(self, here: str, address: str) -> tuple[str, str]:
        """The file and the place in it to which an address in the folder `here` leads."""
        found = self._resolved.get((here, address))
        if found is None:
            path, _, anchor = html.unescape(address).partition("#")
            found = (posixpath.normpath(posixpath.join(here, unquote(path))), anchor)
            self._resolved[here, address] = found
        return found


def _first_repeated(found: list[str]) -> str:
    seen: set[str] = set()
    return next(id_ for id_ in found if id_ in seen or seen.add(id_))  # type: ignore[func-returns-value]
