"""Search data as classic scripts, since a page opened from a folder may read nothing else.

In come values that JSON can tell; out come packs: scripts that hand the compressed JSON to the reader in
`search-data.js` under the pack's name. Bytes stand in the scripts seven bits to a character, which takes a
ninth less room than base64. The five characters that cannot stand in a JavaScript text (NUL, line feed,
carriage return, quotation mark, backslash) are moved up by 128.
"""

import gzip
import json
import re
from typing import Any

_PACK = re.compile(r'compendiumSearch\.keep\("([^"]*)",([0-9]+),"([^"\n]*)"\);\n')
_EFFORT = 6
"""Of nine: more takes half as long again and saves a hundredth."""

_SEVEN = tuple(f"{code:07b}" for code in range(128))
_BY_SEVEN = re.compile("[01]{7}")
_MOVED_UP = frozenset({0x00, 0x0A, 0x0D, 0x22, 0x5C})
_CHARACTER_OF = {bits: chr(code + 128 * (code in _MOVED_UP)) for code, bits in enumerate(_SEVEN)}


def packed(name: str, value: Any) -> str:
    """The script that gives a value to the reader: its name, the length of its JSON, its bytes."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    content = in_seven_bits(gzip.compress(told, _EFFORT, mtime=0))
    return f'compendiumSearch.keep("{name}",{len(told)},"{content}");\n'


def unpacked(name: str, pack: str) -> Any:
    """The value in a pack; raises ValueError, or what gzip raises, for what is no whole pack of this name."""
    length, content = _parts(name, pack)
    told = gzip.decompress(_out_of_seven_bits(content))
    if len(told) != length:
        raise ValueError("the value has not the length that the pack names")
    return json.loads(told)


def is_whole(name: str, pack: str) -> bool:
    """Whether a pack ends as gzip ends it: with the length of all that is in it. Only its ends are read."""
    try:
        length, content = _parts(name, pack)
    except ValueError:
        return False
    skipped = max(0, len(content) - 16) // 8 * 8  # eight characters are seven bytes
    return 0 < int.from_bytes(_out_of_seven_bits(content[skipped:])[-4:], "little") == length


def _parts(name: str, pack: str) -> tuple[int, str]:
    """The length of a pack's value, and its content."""
    found = _PACK.fullmatch(pack)
    if found is None or found[1] != name:
        raise ValueError("this is no pack of that name, or one that was cut off")
    return int(found[2]), found[3]


def _out_of_seven_bits(told: str) -> bytes:
    bits = "".join([_SEVEN[ord(letter) & 0x7F] for letter in told])
    whole = len(bits) // 8
    return int(bits[: whole * 8] or "0", 2).to_bytes(whole, "big")


def in_seven_bits(content: bytes) -> str:
    """The bytes as characters that stand for seven bits each, the last one filled up with zeros."""
    length = 8 * len(content)
    bits = f"{int.from_bytes(content, 'big'):0{length}b}" if content else ""
    filled = bits + "0" * (-length % 7)
    return "".join(map(_CHARACTER_OF.__getitem__, _BY_SEVEN.findall(filled)))
