"""The proper names in a text: of places, organisations, programmes, laws and people.

A word with a capital is a name, unless it only begins a sentence: then it is one where its small form is
written nowhere in the sources or the compendium. A source has a name when it has the word in any case, as
a plural or possessive, as the word for what comes from a country, or as an acronym of the words.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from generator.tracing.common_words import COMMON_WORDS
from generator.tracing.figures import is_number_word

_LETTER = r"[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹]"
_WORD = re.compile(rf"{_LETTER}+(?:'{_LETTER}+)*(?:&{_LETTER}+)?")
_SENTENCE_START = re.compile(
    r"(?:^|[.!?:;|]['\"”)]*\s|(?:^|\n)\s*(?:[-*+]|\d+[.)])\s|[“\"(\[]\s*$)[\s'\"“(\[*_]*$"
)
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
_LONGEST_ENDING = 3
_ENDING = re.compile(r"(?:ing|ed|s)$")
_SMALL_BETWEEN = frozenset(["and", "of", "the", "for", "in", "on", "to", "with", "&", "or"])
_OF_A_COUNTRY = ("n", "an", "ian", "ish", "ese", "ns", "ans", "ians", "er", "ers")
_IRREGULAR = {
    "welsh": "wales", "scottish": "scotland", "irish": "ireland", "english": "england", "french": "france",
    "dutch": "netherlands", "danish": "denmark", "swedish": "sweden", "finnish": "finland", "spanish": "spain",
    "polish": "poland", "greek": "greece", "norwegian": "norway", "swiss": "switzerland",
}  # fmt: skip
_NO_NAMES = frozenset(["i", "i'm", "i've", "i'd", "ok"])
LEAST_ALIKE = 5
"""From how many letters on two words that begin alike are forms of one word: `refusals` and `refused`."""
LONGEST_ACRONYM = 8
_LOOK_BACK = 12


@dataclass(frozen=True, slots=True)
class Name:
    """A word of a proper name where it is written, and the number of the sequence of capitals it is in."""

    start: int
    word: str
    sequence: int


def words_of(text: str) -> Iterator[str]:
    """The words of a text in small letters."""
    return (found[0].casefold() for found in _WORD.finditer(text))


def small_words(text: str) -> set[str]:
    """The words that a text writes with a small letter, and their beginnings, of at least five letters."""
    words = {found[0] for found in _WORD.finditer(_ADDRESS.sub(" ", text)) if found[0][0].islower()}
    return words | {word[:size] for word in words for size in range(LEAST_ALIKE, len(word))}


def names(text: str, small: Collection[str]) -> list[Name]:
    """The words of proper names in a text; `small` are words known not to be names."""
    found: list[Name] = []
    sequence = 0
    last_end = -1
    for match in _WORD.finditer(text):
        word = match[0]
        if not word[0].isupper() or word.casefold() in _NO_NAMES:
            continue
        first = _begins_sentence(text, match.start())
        if first and not word.isupper() and is_common(word, small):
            continue
        sequence += not _is_joined(text[last_end : match.start()]) if last_end >= 0 else 1
        last_end = match.end()
        if len(word) > 1:
            found.append(Name(match.start(), word, sequence))
    return found


def is_common(word: str, small: Collection[str]) -> bool:
    """Whether a word, or one that begins alike, is written with a small letter somewhere."""
    base = word.casefold()
    alike = base[: max(LEAST_ALIKE, len(base) - _LONGEST_ENDING)]
    stem = _ENDING.sub("", base)
    forms = [base, stem, f"{stem}e", *([alike] if len(alike) >= LEAST_ALIKE else [])]
    return any(form in small or form in COMMON_WORDS for form in forms) or is_number_word(base)


def _begins_sentence(text: str, position: int) -> bool:
    return position == 0 or _SENTENCE_START.search(text[max(0, position - _LOOK_BACK) : position]) is not None


def _is_joined(between: str) -> bool:
    """Whether what is between two capitals keeps them in one name: a space, or a few small words."""
    return not between.strip(" \n-") or all(word in _SMALL_BETWEEN for word in between.split())


class KnownNames:
    """The words and acronyms that a passage of a source has."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _words(self) -> set[str]:
        found = set(words_of(self._text))
        return found | {word.removesuffix("'s") for word in found if word.endswith("'s")}

    @cached_property
    def _capitals(self) -> set[str]:
        """The words that are written in capitals, in the singular."""
        words = (found[0].removesuffix("s") for found in _WORD.finditer(self._text))
        return {word for word in words if len(word) > 1 and word.isupper()}

    @cached_property
    def _acronyms(self) -> set[str]:
        """The first letters of every few words in a row that begin with capitals."""
        found: set[str] = set()
        for sequence in _sequences(self._text):
            for size in range(2, min(LONGEST_ACRONYM, len(sequence)) + 1):
                found.update(
                    "".join(word[0] for word in sequence[first : first + size]).casefold()
                    for first in range(len(sequence) - size + 1)
                )
        return found

    def missing(
        self, found: Iterable[Name], allowed: Collection[str], elsewhere: AbstractSet[str] = frozenset()
    ) -> Iterator[Name]:
        """The words of names that the passage does not have, and that are not among the words allowed.

        Where it has the acronym of a name in full, the document must have its words `elsewhere`.
        """
        sequences: dict[int, list[Name]] = {}
        for name in found:
            sequences.setdefault(name.sequence, []).append(name)
        for sequence in sequences.values():
            absent = [name for name in sequence if not self._has(name.word, allowed)]
            if self._has_acronym_of(sequence):
                absent = [name for name in absent if not elsewhere & set(_forms(name.word))]
            yield from absent

    def _has(self, word: str, allowed: Collection[str]) -> bool:
        forms = list(_forms(word))
        if any(form in self._words or form in allowed for form in forms):
            return True
        if word.rstrip("s").isupper() and any(form in self._acronyms for form in forms):
            return True
        return any(root in self._words for root in _countries_of(word.casefold()))

    def _has_acronym_of(self, sequence: list[Name]) -> bool:
        return "".join(name.word[0] for name in sequence) in self._capitals


def _forms(word: str) -> Iterator[str]:
    """A word in small letters as it is, in the singular, and as a plural or possessive."""
    base = word.casefold()
    yield base
    for ending in ("'s", "s'", "'", "es", "s"):
        if base.endswith(ending) and len(base) > len(ending) + 1:
            yield base.removesuffix(ending)
    yield from (f"{base}s", f"{base}'s")


def _countries_of(word: str) -> Iterator[str]:
    """What a word for what comes from a place may be made of: `canadian` of `canada`."""
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    for ending in _OF_A_COUNTRY:
        root = word.removesuffix(ending)
        if root != word and len(root) >= 4:
            yield from (root, f"{root}a", f"{root}e", f"{root}o", f"{root}y")


def _sequences(text: str) -> Iterator[list[str]]:
    """Words in a row that begin with capitals, small words between them left out."""
    sequence: list[str] = []
    last_end = 0
    for match in _WORD.finditer(text):
        word = match[0]
        if sequence and text[last_end : match.start()].strip(" \n-/"):
            yield sequence
            sequence = []
        last_end = match.end()
        if word[0].isupper():
            sequence.append(word)
        elif word not in _SMALL_BETWEEN and sequence:
            yield sequence
            sequence = []
    if sequence:
        yield sequence
