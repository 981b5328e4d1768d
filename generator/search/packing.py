"""Pagefind's data as classic scripts, since a page opened from a folder may read nothing else.

In come the files of the index, by name; out come packs: scripts that hand the bytes of several files,
compressed together, to the reader in `search-engine.js`. Which pack a file is in follows from its name,
so no directory is needed: what every search needs is one pack, the filters are one, each part of the
index is one, and the texts of results lie four to a pack.

Bytes stand in the scripts seven bits to a character, which takes a ninth less room than base64. The five
characters that cannot stand in a JavaScript text (NUL, line feed, carriage return, quotation mark,
backslash) are moved up by 128.
"""

import gzip
import json
import re
from collections.abc import Mapping

TEXTS_IN_A_PACK = 4
"""Fewer files for sticks with large clusters, and still little to read for one result."""

_PACK = re.compile(r'compendiumSearch\.keep\((\{[^{}]*\}),"([^"\n]*)"\);\n')
_SEVEN = tuple(f"{code:07b}" for code in range(128))
_BY_SEVEN = re.compile("[01]{7}")
_MOVED_UP = frozenset({0x00, 0x0A, 0x0D, 0x22, 0x5C})
_CHARACTER_OF = {bits: chr(code + 128 * (code in _MOVED_UP)) for code, bits in enumerate(_SEVEN)}


def packed(files: Mapping[str, bytes]) -> dict[str, str]:
    """Packs by file name."""
    grouped: dict[str, list[str]] = {}
    for name in sorted(files):
        grouped.setdefault(pack_of(name), []).append(name)
    return {pack: _pack({name: files[name] for name in names}) for pack, names in sorted(grouped.items())}


def pack_of(name: str) -> str:
    """The pack that a file is in; `packOf` in `search-engine.js` reckons the same."""
    folder, _, file = name.rpartition("/")
    stem = file.partition(".")[0]
    match folder:
        case "fragment":
            return f"text-{int(stem) // TEXTS_IN_A_PACK}.js"
        case "index":
            return f"index-{stem}.js"
        case "filter":
            return "filters.js"
        case _:
            return "core.js"


def unpacked(pack: str) -> dict[str, bytes]:
    """The files in a pack, by name; raises ValueError, or what gzip raises, for what is no whole pack."""
    lengths, content = _parts(pack)
    together = gzip.decompress(_out_of_seven_bits(content))
    if sum(lengths.values()) != len(together):
        raise ValueError("the lengths of the files are not those that the pack names")
    files, start = {}, 0
    for name, length in lengths.items():
        files[name] = together[start : start + length]
        start += length
    return files


def is_whole(pack: str) -> bool:
    """Whether a pack ends as gzip ends it: with the length of all that is in it. Only its ends are read."""
    try:
        lengths, content = _parts(pack)
    except ValueError:
        return False
    skipped = max(0, len(content) - 16) // 8 * 8  # eight characters are seven bytes
    length = _out_of_seven_bits(content[skipped:])[-4:]
    return 0 < int.from_bytes(length, "little") == sum(lengths.values())


def _parts(pack: str) -> tuple[dict[str, int], str]:
    """The lengths of a pack's files by name, and its content."""
    found = _PACK.fullmatch(pack)
    if found is None:
        raise ValueError("this is no pack, or one that was cut off")
    return json.loads(found[1]), found[2]


def _out_of_seven_bits(told: str) -> bytes:
    bits = "".join([_SEVEN[ord(letter) & 0x7F] for letter in told])
    whole = len(bits) // 8
    return int(bits[: whole * 8] or "0", 2).to_bytes(whole, "big")


def _pack(files: Mapping[str, bytes]) -> str:
    lengths = json.dumps({name: len(content) for name, content in files.items()}, separators=(",", ":"))
    together = gzip.compress(b"".join(files.values()), 9, mtime=0)
    return f'compendiumSearch.keep({lengths},"{in_seven_bits(together)}");\n'


def in_seven_bits(content: bytes) -> str:
    """The bytes as characters that stand for seven bits each, the last one filled up with zeros."""
    length = 8 * len(content)
    bits = f"{int.from_bytes(content, 'big'):0{length}b}" if content else ""
    filled = bits + "0" * (-length % 7)
    return "".join(map(_CHARACTER_OF.__getitem__, _BY_SEVEN.findall(filled)))
