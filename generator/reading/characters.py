"""Bytes to text that hides nothing: UTF-8, and no character that a reader of the file cannot see.

In come the bytes of one content file; out comes its text with `\\n` line ends, and a problem for
each thing that is refused.
"""

import re
import unicodedata
from itertools import islice

from generator.problems import Problem

MAX_BYTES = 256 * 1024
"""Largest content file, in bytes."""

_MAX_REPORTED = 20
_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
_HARD = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_HARD_SPACE = re.compile(
    rf"^ *(?:[-*+>]|#+|[0-9]+[.)]|[a-z_0-9]+:)?{_HARD}|^#.*?{_HARD}|{_HARD}$", re.MULTILINE
)
"""Where a space has a meaning: before and after the sign that begins a line, in headings, at the end."""


def decoded(content: bytes, path: str) -> tuple[str, list[Problem]]:
    """The text of a content file, and what is wrong with its characters.

    The text is empty when the bytes cannot be read at all.
    """
    if len(content) > MAX_BYTES:
        size = f"The file has {-(-len(content) // 1024)} KiB; {MAX_BYTES // 1024} KiB are allowed."
        return "", [Problem(path, 1, 1, "file-too-large", size, "Shorten it or split it.")]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", [_not_utf_8(path, 1, 1, "The file is UTF-16.")]
    if content.startswith(b"\xef\xbb\xbf"):
        mark = "The file begins with a byte-order mark."
        return "", [Problem(path, 1, 1, "byte-order-mark", mark, "Save it as 'UTF-8', not 'UTF-8 with BOM'.")]
    try:
        text = content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as failure:
        before = content[: failure.start].decode("utf-8")
        line, column = _place(before, len(before))
        return "", [_not_utf_8(path, line, column, f"Byte 0x{content[failure.start]:02x} is not UTF-8.")]
    return text, _hidden_characters(text, path)


def is_hidden(text: str) -> bool:
    """Whether there is a character in `text`, other than the end of a line, that a reader cannot see."""
    return not text.replace("\n", "").isprintable() and _HIDDEN.search(text) is not None


def _not_utf_8(path: str, line: int, column: int, what: str) -> Problem:
    return Problem(path, line, column, "not-utf-8", what, "Save the file with the encoding UTF-8.")


def _hidden_characters(text: str, path: str) -> list[Problem]:
    if text.replace("\n", "").isprintable():
        return []
    first_hidden = islice(_HIDDEN.finditer(text), _MAX_REPORTED)
    first_hard = islice(_HARD_SPACE.finditer(text), _MAX_REPORTED)
    hidden = [_hidden(found.group(), path, *_place(text, found.start())) for found in first_hidden]
    hard = [_hard_space(path, *_place(text, found.end() - 1)) for found in first_hard]
    return sorted([*hidden, *hard])[:_MAX_REPORTED]


def _hidden(character: str, path: str, line: int, column: int) -> Problem:
    if character == "\t":
        return Problem(path, line, column, "tab", "There is a tab here.", "Use spaces.")
    name = unicodedata.name(character, "control character")
    message = f"There is a character here that cannot be seen: U+{ord(character):04X} ({name})."
    return Problem(path, line, column, "hidden-character", message, "Delete it and type the text again.")


def _hard_space(path: str, line: int, column: int) -> Problem:
    message = "There is a hard space here: it looks like a space and does not work as one."
    fix = "Delete it and type a space. Word processors put them in; paste as plain text."
    return Problem(path, line, column, "hard-space", message, fix)


def _place(text: str, position: int) -> tuple[int, int]:
    """Line and column, from 1, of a position in `text`."""
    line_start = text.rfind("\n", 0, position) + 1
    return text.count("\n", 0, position) + 1, position - line_start + 1
