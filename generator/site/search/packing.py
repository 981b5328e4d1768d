"""Pagefind's data as classic scripts, since a page opened from a folder may read nothing else.

In come the files that Pagefind wrote, by name; out come packs: scripts that hand the bytes of several
files to the reader in base64. Which pack a file is in follows from its name, so no directory is needed:
what every search needs is one pack, the filters are one, each part of the index is one, and the texts
of results are spread over packs by the number in their name.
"""

import base64
import json
from collections.abc import Mapping

FRAGMENTS_IN_A_PACK = 4
"""Texts in a pack on average: fewer files for sticks with large clusters, little read for one result."""


def packed(files: Mapping[str, bytes], table: Mapping[str, object]) -> dict[str, str]:
    """Packs by file name; `table` is what the pages' own script has to know, written into the first."""
    fragments = sorted(name for name in files if name.startswith("fragment/"))
    packs = max(1, -(-len(fragments) // FRAGMENTS_IN_A_PACK))
    grouped: dict[str, list[str]] = {}
    for name in sorted(files):
        grouped.setdefault(pack_of(name, packs), []).append(name)
    made = {pack: _script({name: files[name] for name in names}) for pack, names in sorted(grouped.items())}
    told = json.dumps(
        {**table, "fragmentPacks": packs}, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    made["core.js"] = f"compendiumSearch.table={_in_script(told)};\n{made['core.js']}"
    return made


def pack_of(name: str, packs: int) -> str:
    """The pack that a file is in; `search-engine.js` reckons the same."""
    folder, _, file = name.rpartition("/")
    stem = file.partition(".")[0]
    match folder:
        case "fragment":
            return f"text-{int(stem.rpartition('_')[2], 16) % packs}.js"
        case "index":
            return f"index-{stem}.js"
        case "filter":
            return "filters.js"
        case _:
            return "core.js"


def _script(files: Mapping[str, bytes]) -> str:
    encoded = {name: base64.b64encode(content).decode("ascii") for name, content in files.items()}
    return f"compendiumSearch.keep({json.dumps(encoded, sort_keys=True, separators=(',', ':'))});\n"


def _in_script(text: str) -> str:
    """JSON that is the same in a script of any age and any encoding of the page around it."""
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
