"""The whole of search for a site: every file of its `search/` folder.

The caller writes the files into the site. Pages need nothing else but the hand-written scripts in `assets/`.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from generator.presentation.compendium_text import CompendiumText
from generator.presentation.filters import Filter, filters_of
from generator.search.deterministic_index import steady
from generator.search.documents import LANGUAGE, documents
from generator.search.packing import packed
from generator.search.pagefind_scripts import PagefindChangedError, classic_engine, classic_interface
from generator.search.pagefind_service import index_files
from generator.search.sort_orders import orders
from generator.search.spelling import known_words, words_script

FOLDER = "search"
"""Where in the site the files go."""

_SCRIPTS = ("pagefind.js", "pagefind-component-ui.js", "pagefind-component-ui.css")
_DATA = re.compile(
    r"[^/]*\.pf_meta|wasm\.(?!unknown\.)[^/]*\.pagefind|pagefind-entry\.json|(?:fragment|index|filter)/.*"
)
"""Pagefind's data files, without the WebAssembly for languages that the site has not."""


def search_files(words: CompendiumText, pagefind: Path) -> dict[str, bytes]:
    """Every file of the site's `search/` folder by its name; `pagefind` is the program.

    Raises `SearchFailedError` when Pagefind fails and `PagefindChangedError` when it is not as expected.
    """
    texts = dict(documents(words))
    bundle = index_files(texts, pagefind)
    for needed in (*_SCRIPTS, f"wasm.{LANGUAGE}.pagefind"):
        if needed not in bundle:
            raise PagefindChangedError(f"Pagefind made no {needed}.")
    index = steady({name: content for name, content in sorted(bundle.items()) if _DATA.fullmatch(name)})
    engine, interface, style = (bundle[name].decode("utf-8") for name in _SCRIPTS)
    scripts = {
        "engine.js": classic_engine(engine),
        "interface.js": classic_interface(interface, (LANGUAGE,)),
        "interface.css": style,
        "words.js": words_script(known_words(texts.values())),
        "order.js": _assigned("orders", orders(words.catalogue.compendium, index.addresses)),
        "table.js": _assigned("filters", _told(filters_of(words))),
        **packed(index.files),
    }
    return {name: text.encode("utf-8") for name, text in sorted(scripts.items())}


def _assigned(name: str, value: object) -> str:
    """A classic script that tells the pages' own script a value."""
    return f"compendiumSearch.{name}={json.dumps(value, ensure_ascii=True, separators=(',', ':'))};\n"


def _told(filters: Iterable[Filter]) -> list[dict[str, object]]:
    """The filters as the pages' script needs them: in order, with their values in order."""
    return [
        {"label": each.label, "values": list(each.values), **({"all": True} if each.all_chosen else {})}
        for each in filters
    ]
