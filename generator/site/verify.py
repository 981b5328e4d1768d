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

_ADDRESS = re.compile(r'\s(?:href|src|action|data|poster|srcset)="([^"]*)"')
_SUBRESOURCE = re.compile(
    r"<(?:script|img|iframe|embed|object|link|source|video|audio)\b"
    r'[^>]*\s(?:src|href|data|poster|srcset)="(?:https?:)?//'
)
_ID = re.compile(r'\sid="([^"]*)"')
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
    ids: dict[str, frozenset[str]] = {}
    wanted: dict[tuple[str, str], str] = {}
    wrong = [] if pages is None else list(_wrong_pages(set(written), set(pages)))
    for name in written:
        text = (folder / name).read_text(encoding="utf-8")
        found = _ID.findall(text)
        ids[name] = frozenset(found)
        if len(ids[name]) != len(found):
            wrong.append(f"{name}: an id stands twice: {_first_repeated(found)!r}")
        if _SUBRESOURCE.search(text):
            wrong.append(f"{name}: something is asked of another host")
        if name != NOT_FOUND:
            wrong.extend(_broken_addresses(name, text, files, wanted))
    for (target, anchor), name in sorted(wanted.items()):
        if anchor not in ids.get(target, ()):
            wrong.append(f"{name}: {target} has no element with the id {anchor!r}")
    return wrong


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


def _broken_addresses(
    name: str, text: str, files: set[str], wanted: dict[tuple[str, str], str]
) -> Iterator[str]:
    """Addresses on one page that lead to no file; anchors are noted in `wanted` for later."""
    here = posixpath.dirname(name)
    for address in sorted(set(_ADDRESS.findall(text))):
        if address.startswith(("https:", "http:", "mailto:", "data:")):
            continue
        path, _, anchor = html.unescape(address).partition("#")
        target = posixpath.normpath(posixpath.join(here, unquote(path))) if path else name
        if target not in files:
            yield f"{name}: {address!r} leads to nothing"
        elif anchor and target.endswith(".html"):
            wanted.setdefault((target, anchor), name)


def _first_repeated(found: list[str]) -> str:
    seen: set[str] = set()
    return next(id_ for id_ in found if id_ in seen or seen.add(id_))  # type: ignore[func-returns-value]
