"""Typst source as text: literals, calls, arrays and joined content.

In come texts and pieces of source; out comes source in Typst's code mode. Every word that a person
wrote goes through `literal`, so none of it is ever read as markup.
"""

import re
from collections.abc import Iterable

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_LONG_WORD = re.compile(r"[^\s\u00ad\u200b]{30,}")
_ADDRESS_BREAK = re.compile(r"([/.\-_?=&#:+,;~%]+)(?=[^/.\-_?=&#:+,;~%\s])")
_RUN = re.compile(r"([^\s\u200b]{12})(?=[^\s\u200b])")
_SOFT_HYPHEN, _BREAK = "\u00ad", "\u200b"

NONE = "none"


def literal(text: str) -> str:
    """`text` as a Typst string literal that means exactly that text."""
    return f'"{text.translate(_ESCAPES)}"'


def words(text: str) -> str:
    """`text` as a literal in which words too long for any line may be broken."""
    return literal(_LONG_WORD.sub(_breakable, text))


def web_address(url: str) -> str:
    """A web address as a literal that may be broken after its own signs, without a hyphen."""
    return literal(_address(url))


def call(function: str, *positional: str, **named: str) -> str:
    """A call of `function` with pieces of source; `_` in the names of arguments means `-`."""
    arguments = [*positional, *(f"{name.replace('_', '-')}: {value}" for name, value in named.items())]
    return f"{function}({', '.join(arguments)})"


def joined(parts: Iterable[str]) -> str:
    """Content made of pieces that follow each other."""
    return "{" + "; ".join(parts) + "}"


def paragraphs(parts: Iterable[str]) -> str:
    """Content made of paragraphs."""
    return joined(call("par", part) for part in parts)


def array(parts: Iterable[str]) -> str:
    """A Typst array."""
    return "(" + "".join(f"{part}, " for part in parts) + ")"


def _breakable(found: re.Match[str]) -> str:
    word = found.group()
    if "://" in word or word.startswith("www."):
        return _address(word)
    return _SOFT_HYPHEN.join(word[start : start + 8] for start in range(0, len(word), 8))


def _address(url: str) -> str:
    return _RUN.sub(rf"\1{_BREAK}", _ADDRESS_BREAK.sub(rf"\1{_BREAK}", url))
