"""Is a built site whole? Every link and anchor leads somewhere, and nothing asks another host.

In comes the folder of a built site; out comes one line for each thing that is wrong.
"""

import html
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

NOT_FOUND = "404.html"
"""Shown at any address, and so the one page whose links cannot be relative."""

_ADDRESS = re.compile(r'\s(?:href|src|action|data|poster|srcset)="([^"]*)"')
_SUBRESOURCE = re.compile(
    r'<(?:script|img|iframe|embed|object|link|source|video|audio)\b[^>]*="(?:https?:)?//[^"]*"'
)
_ID = re.compile(r'\sid="([^"]*)"')


def broken_site(folder: Path) -> list[str]:
    """What is wrong with the pages in `folder`: broken links and anchors, ids used twice, other hosts."""
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    ids: dict[str, frozenset[str]] = {}
    wanted: dict[tuple[str, str], str] = {}
    wrong: list[str] = []
    for name in sorted(name for name in files if name.endswith(".html") and name != NOT_FOUND):
        text = (folder / name).read_text(encoding="utf-8")
        found = _ID.findall(text)
        ids[name] = frozenset(found)
        if len(ids[name]) != len(found):
            wrong.append(f"{name}: an id stands twice: {_first_repeated(found)!r}")
        if _SUBRESOURCE.search(text):
            wrong.append(f"{name}: something is asked of another host")
        wrong.extend(_broken_addresses(name, text, files, wanted))
    for (target, anchor), name in sorted(wanted.items()):
        if anchor not in ids.get(target, ()):
            wrong.append(f"{name}: {target} has no element with the id {anchor!r}")
    return wrong


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
