"""The paragraphs, list items, headings and table cells of a Markdown body, with where each begins.

For checks that read a body sentence by sentence: the engine says where blocks begin and end, and what
stands between is the author's own text.
"""

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

import comrak

from generator.reading.source_places import engine_extensions

Kind = Literal["paragraph", "item", "heading", "cell"]

_TAG = re.compile(
    r'<(?:(?P<open>p|li|ul|ol|table|th|td|h[1-6]|blockquote|pre) data-sourcepos="(?P<line>\d+):(?P<byte>\d+)'
    r'-(?P<end_line>\d+):(?P<end_byte>\d+)"|/(?P<close>ul|ol|table)>)'
)
_GROUPS = ("ul", "ol", "table")
_KINDS: dict[str, Kind] = {"li": "item", "th": "cell", "td": "cell", "p": "paragraph"}
_MARKER = re.compile(r"[ ]*(?:[-*+]|\d{1,9}[.)])(?:[ ]|$)|[ ]*#+[ ]")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of running text: its kind, its place in the body, and the list or table that it is part of.

    `group` numbers the outermost list or table from 1; it is 0 for what is in none.
    """

    kind: Kind
    start: int
    end: int
    group: int


def blocks(markdown: str) -> list[Block]:
    """The blocks of a body that hold text, in reading order."""
    options = comrak.RenderOptions()
    options.unsafe_ = options.escape = options.sourcepos = True
    rendered = comrak.render_markdown(markdown, extension_options=engine_extensions(), render_options=options)
    lines = _Lines(markdown)
    found: list[Block] = []
    depth = group = 0
    for tag in _TAG.finditer(rendered):
        name = tag["open"]
        if tag["close"]:
            depth -= 1
            continue
        start = lines.position(int(tag["line"]), int(tag["byte"]))
        if found and found[-1].end > start:
            found[-1] = Block(found[-1].kind, found[-1].start, start, found[-1].group)
        if name in _GROUPS:
            group += not depth
            depth += 1
        elif name not in ("blockquote", "pre"):
            end = lines.position(int(tag["end_line"]), int(tag["end_byte"]) + 1)
            kind = "item" if name == "p" and depth else _KINDS.get(name, "heading")
            found.append(Block(kind, start, end, group if depth else 0))
    return [block for block in (_without_marker(markdown, block) for block in found) if block.start < block.end]


def _without_marker(markdown: str, block: Block) -> Block:
    """The block without the sign that begins a list item or a heading, and without space at its end."""
    marker = _MARKER.match(markdown, block.start) if block.kind in ("item", "heading") else None
    start = marker.end() if marker else block.start
    return Block(block.kind, start, start + len(markdown[start : block.end].rstrip()), block.group)


class _Lines:
    """Where the lines of a body begin, and how the engine's bytes become characters."""

    def __init__(self, markdown: str) -> None:
        self._lines = markdown.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)]

    def position(self, line: int, byte: int) -> int:
        """The character position of a line and a byte in it, both counted from 1."""
        if line > len(self._lines):
            return self._starts[-1] - 1
        text = self._lines[line - 1]
        before = max(byte - 1, 0)
        characters = before if text.isascii() else len(text.encode()[:before].decode(errors="ignore"))
        return self._starts[line - 1] + min(characters, len(text))
