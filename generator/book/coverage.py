"""Which characters the book's fonts can show.

In comes a folder of fonts and the source of one chapter; out comes the same source with every run
of characters that no font has replaced by a note in words, and those characters.
"""

import re
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no types

_NEED_NO_GLYPH = frozenset(map(ord, "\n\u00ad\u200b\ufe0e\ufe0f"))


def covered_by(fonts: Path) -> frozenset[int]:
    """The code points that at least one font in the folder has."""
    points: set[int] = set(_NEED_NO_GLYPH)
    for file in sorted(fonts.glob("*.ttf")):
        with TTFont(file, lazy=True) as font:
            points.update(font.getBestCmap())
    return frozenset(points)


def printable(source: str, covered: frozenset[int], note: str) -> tuple[str, tuple[str, ...]]:
    """The source with what cannot be shown replaced by `note`, and the characters concerned in order."""
    if source.isascii():
        return source, ()
    unknown = tuple(sorted(character for character in set(source) if ord(character) not in covered))
    if not unknown:
        return source, ()
    one = f"[{re.escape(''.join(unknown))}]"
    return re.sub(rf"{one}(?:[ \u200b\u00ad]*{one})*", note, source), unknown
