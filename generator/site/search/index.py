"""The whole of search for a site: every file of its `search/` folder.

In come the compendium, a scratch folder and Pagefind's program; out come files by name. The caller
writes them into the site. Pages need nothing else but the hand-written scripts in `assets/`.
"""

import hashlib
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from generator.compendium.records import Compendium
from generator.site.search.documents import LANGUAGE, documents
from generator.site.search.engine import PagefindChangedError, classic_engine, classic_interface
from generator.site.search.filters import Filter, filters_of
from generator.site.search.orders import orders
from generator.site.search.packing import packed
from generator.site.search.steady import steady
from generator.site.search.words import known_words, words_script

FOLDER = "search"
"""Where in the site the files go."""

ROOM = 64 * 1024
"""Bytes that must still fit onto the disk when Pagefind has written; some disks keep less than that free."""

_DATA = ("*.pf_meta", "wasm.*.pagefind", "pagefind-entry.json", "fragment/*", "index/*", "filter/*")


class SearchFailedError(Exception):
    """Pagefind could not index the practices."""


def search_files(compendium: Compendium, scratch: Path, pagefind: Path) -> dict[str, bytes]:
    """Every file of the site's `search/` folder by its name; `scratch` is an empty folder of the caller's.

    Raises `SearchFailedError` when Pagefind fails, `PagefindChangedError` when it is not as expected, and
    `OSError` when its disk is full.
    """
    texts = dict(documents(compendium))
    _write(texts, scratch / "documents")
    bundle = scratch / "bundle"
    _run_pagefind(pagefind, scratch / "documents", bundle)
    index = steady(_data(bundle))
    interface = (bundle / "pagefind-component-ui.js").read_text("utf-8")
    scripts = {
        "engine.js": classic_engine((bundle / "pagefind.js").read_text("utf-8")),
        "interface.js": classic_interface(interface, (LANGUAGE,)),
        "interface.css": (bundle / "pagefind-component-ui.css").read_text("utf-8"),
        "words.js": words_script(known_words(texts.values())),
        "order.js": _assigned("orders", orders(compendium, index.addresses)),
        "table.js": _assigned("filters", _told(filters_of(compendium))),
        **packed(index.files),
    }
    return {name: text.encode("utf-8") for name, text in sorted(scripts.items())}


def _assigned(name: str, value: object) -> str:
    """A classic script that tells the pages' own script a value."""
    return f"compendiumSearch.{name}={json.dumps(value, ensure_ascii=True, separators=(',', ':'))};\n"


def _write(texts: dict[str, str], folder: Path) -> None:
    for address, text in texts.items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")


def _run_pagefind(pagefind: Path, documents: Path, bundle: Path) -> None:
    places = ["--site", str(documents), "--output-path", str(bundle)]
    command = [str(pagefind), *places, "--keep-index-url", "--silent"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
    if done.returncode:
        raise SearchFailedError(
            f"Pagefind could not index the practices: {(done.stderr or done.stdout).strip()}"
        )
    _make_sure_of_room(bundle.parent)


def _make_sure_of_room(folder: Path) -> None:
    """Raises OSError where the disk has no room left.

    Pagefind is silent about a full disk: it leaves files empty or cut off, and ends as if all were well.
    """
    file = folder / "room"
    file.write_bytes(hashlib.shake_256(b"").digest(ROOM))
    file.unlink()


def _data(bundle: Path) -> dict[str, bytes]:
    """Pagefind's data files by name, without the WebAssembly for languages that the site has not."""
    files = sorted(file for pattern in _DATA for file in bundle.glob(pattern))
    unused = "wasm.unknown.pagefind"
    if not (bundle / f"wasm.{LANGUAGE}.pagefind").is_file():
        raise PagefindChangedError(f"Pagefind wrote no wasm.{LANGUAGE}.pagefind.")
    return {file.relative_to(bundle).as_posix(): file.read_bytes() for file in files if file.name != unused}


def _told(filters: Iterable[Filter]) -> list[dict[str, object]]:
    """The filters as the pages' script needs them: in order, with their values in order."""
    return [
        {"label": each.label, "values": list(each.values), **({"all": True} if each.all_chosen else {})}
        for each in filters
    ]
