"""Acronyms and their long forms, as the entries spell them out.

In come practices; out come the long forms by acronym. They are read from titles, from alternative titles
and from the texts themselves, where an acronym stands in brackets after the words whose initials it is.
Those that no entry spells out belong into `practices/search-words.yaml`.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from generator.compendium.records import PracticeEntry

_ACRONYM = re.compile(r"[A-Z]{2,6}")
_IN_BRACKETS = re.compile(r"\(([A-Z]{3,6})s?\)")
_WORDS_BEFORE = re.compile(r"(?:[\w'’-]+ ){2,9}$")
_FARTHEST = 300
"""Characters before an acronym in brackets among which its words are looked for."""

_BRACKETS = re.compile(r"\s*\([^)]*\)")
_TAG = re.compile(r"<[^>]*>")
_SMALL_WORDS = frozenset({"and", "for", "from", "in", "of", "on", "the", "to", "with"})


def acronyms(practices: Iterable[PracticeEntry]) -> dict[str, tuple[str, ...]]:
    """The long forms of each acronym that the practices spell out, all in alphabetical order."""
    forms: dict[str, dict[str, str]] = {}
    for entry in practices:
        for acronym, long_form in _pairs(entry):
            forms.setdefault(acronym, {}).setdefault(long_form.casefold(), long_form)
    return {acronym: tuple(sorted(forms[acronym].values())) for acronym in sorted(forms)}


def _pairs(entry: PracticeEntry) -> Iterator[tuple[str, str]]:
    """Acronyms with their long forms, from an entry's names and from its text."""
    names = [entry.title, *entry.fields.alt_titles]
    acronyms = [name for name in names if _ACRONYM.fullmatch(name)]
    for acronym in acronyms:
        for name in names:
            plain = _BRACKETS.sub("", name).split(",")[0].strip()
            if not _ACRONYM.fullmatch(plain) and (name == entry.title or is_acronym_of(acronym, plain)):
                yield acronym, plain
    texts = [*names, entry.fields.summary, unescape(_TAG.sub(" ", entry.body.html))]
    for text in texts:
        for found in _IN_BRACKETS.finditer(text) if "(" in text else ():
            words = _WORDS_BEFORE.search(text, max(0, found.start() - _FARTHEST), found.start())
            long_form = _spelled_out(found[1], words[0].split()) if words else None
            if long_form:
                yield found[1], long_form


def is_acronym_of(acronym: str, words: str) -> bool:
    """Whether the letters are the words' initials, small words aside."""
    parts = [part for part in re.split(r"[\s-]+", words) if part.casefold() not in _SMALL_WORDS]
    return acronym.casefold() == "".join(part[0] for part in parts).casefold()


def _spelled_out(acronym: str, words: list[str]) -> str | None:
    """The last of the words whose initials the acronym is."""
    for start in range(len(words) - 1, -1, -1):
        candidate = " ".join(words[start:])
        if words[start].casefold() not in _SMALL_WORDS and is_acronym_of(acronym, candidate):
            return candidate
    return None
