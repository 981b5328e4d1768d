"""Notes on plain English: sentences that are long, acronyms that are never explained.

In come the texts of an entry; out come warnings, never errors: a reviewer may pass over them. Spelling
is left to a program that is made for it (docs/decisions/0503-spelling.md).
"""

import re
from collections.abc import Collection, Iterator

from generator.problems import Problem
from generator.reading.frontmatter import Document

LONGEST_SENTENCE = 32
"""Words in a sentence from which a note is made; plain English asks for 15 to 20 on average."""

KNOWN_ACRONYMS = frozenset(
    ["BBC", "CD", "DVD", "EU", "HIV", "ID", "IT", "NHS", "PC", "PDF", "TV", "UK", "UN", "URL", "US", "USA"]
)
"""Acronyms that need no explanation."""

_NOT_PROSE = re.compile(r"\[@[^\]]*\]|`[^`\n]*`|^\[//\]:.*$|^\|.*$|\]\([^)\n]*\)", re.MULTILINE)
_BLOCK = re.compile(r"(?:^|\n)[ ]*(?:[-*+]|\d+\.)[ ]|\n[ ]*\n|^#+[^\n]*$", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?:;][\"'’”)]*\s+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*")
_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")


def readability(document: Document) -> list[Problem]:
    """A warning for each long sentence of a practice's body and each acronym that nothing explains."""
    prose = _NOT_PROSE.sub(
        lambda found: " " * len(found[0]) if "\n" not in found[0] else found[0], document.body
    )
    names = _names(document)
    found = [*_long_sentences(prose), *_unexplained_acronyms(prose, names)]
    return [_note(document, *note) for note in sorted(found)]


Note = tuple[int, str, str, str]
"""Position in the body, rule, message, fix."""


def _note(document: Document, position: int, rule: str, message: str, fix: str) -> Problem:
    line = document.body.count("\n", 0, position)
    column = position - document.body.rfind("\n", 0, position)
    return Problem(document.path, document.body_line + line, column, rule, message, fix, "warning")


def _long_sentences(prose: str) -> Iterator[Note]:
    for start, block in _pieces(prose, _BLOCK):
        for offset, sentence in _pieces(block, _SENTENCE_END):
            words = list(_WORD.finditer(sentence))
            if len(words) > LONGEST_SENTENCE:
                message = f"This sentence has {len(words)} words."
                fix = "Split it, or leave out what the reader can do without."
                yield start + offset + words[0].start(), "long-sentence", message, fix


def _pieces(text: str, boundary: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The pieces of `text` between boundaries, each with its position."""
    start = 0
    for found in boundary.finditer(text):
        yield start, text[start : found.start() + 1]
        start = found.end()
    yield start, text[start:]


def _unexplained_acronyms(prose: str, names: Collection[str]) -> Iterator[Note]:
    seen: set[str] = set()
    for found in _ACRONYM.finditer(prose):
        acronym = found[0]
        if acronym in seen or acronym in KNOWN_ACRONYMS or acronym in names:
            continue
        seen.add(acronym)
        if not _is_explained(prose, acronym):
            message = f"The acronym {acronym!r} is not explained."
            fix = f"Write it in full where it first appears, followed by ({acronym}), or use the words alone."
            yield found.start(), "unexplained-acronym", message, fix


def _is_explained(prose: str, acronym: str) -> bool:
    """Whether somewhere the long form stands beside it: `long form (ABC)` or `ABC (long form)`."""
    return (
        re.search(rf"\({acronym}s?\)|\b{acronym}s? \(|\b{acronym}, (?:the|a|an|or|short for) ", prose)
        is not None
    )


def _names(document: Document) -> set[str]:
    """The acronyms that the entry's own names and organisations are made of."""
    named = [
        document.fields.get("title"),
        document.fields.get("alt_titles"),
        document.fields.get("organisations"),
    ]
    return {acronym for name in named for acronym in _ACRONYM.findall(str(name))}
