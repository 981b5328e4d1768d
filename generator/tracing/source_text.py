"""The text of a document, in which quotes are looked up word for word.

Two copies of one document differ in their line breaks, in the form of their quotation marks and in the
hyphens that a printer put at the ends of lines. These, marks of emphasis and raised numbers of notes are
set aside on both sides; every other sign must agree.
"""

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

Span = tuple[int, int]
"""Beginning and end of a passage, as positions in the text of the document."""

_STRAIGHT = str.maketrans(
    {**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑", "-")}
)
_DROPPED = "*\u00ad\u200b\u2060\ufeff⁰¹²³⁴⁵⁶⁷⁸⁹"
_HYPHEN_AT_LINE_END = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n[ \t]*(?=[^\W\d_])")
_TOKEN = re.compile(
    rf"(?P<soft>{_HYPHEN_AT_LINE_END.pattern})|(?P<space>\s+)|(?P<dropped>[{re.escape(_DROPPED)}]+)"
    r"|(?P<hyphen>(?<=\w)-(?=\w))|(?P<text>.)",
    re.DOTALL,
)


def straightened(text: str) -> str:
    """The text with typewriter quotation marks and hyphens; as long as before."""
    return text.translate(_STRAIGHT)


@dataclass(frozen=True)
class _Folded:
    """A text without what is set aside: each sign's position before, and where hyphens were left out."""

    text: str
    origins: list[int]
    hyphens: frozenset[int]
    soft_hyphens: frozenset[int]


def _folded(text: str) -> _Folded:
    signs: list[str] = []
    origins: list[int] = []
    hyphens: set[int] = set()
    soft_hyphens: set[int] = set()
    for token in _TOKEN.finditer(text):
        if token["text"]:
            signs.append(token["text"])
        elif token["space"]:
            if not signs or signs[-1] == " ":
                continue
            signs.append(" ")
        else:
            if not token["dropped"]:
                (soft_hyphens if token["soft"] else hyphens).add(len(signs))
            continue
        origins.append(token.start())
    return _Folded("".join(signs), origins, frozenset(hyphens), frozenset(soft_hyphens))


class SourceText:
    """One document's text. Positions are those of `text`, which may be long."""

    def __init__(self, text: str) -> None:
        self.text = straightened(unicodedata.normalize("NFC", text.replace("\r\n", "\n")))

    @cached_property
    def _folded(self) -> _Folded:
        return _folded(self.text)

    @property
    def fingerprint(self) -> str:
        """The sha256 of the text, the same for each copy in which only spaces and line breaks differ."""
        return hashlib.sha256(" ".join(self.text.split()).encode()).hexdigest()

    @cached_property
    def words(self) -> int:
        """The number of words."""
        return len(self.text.split())

    def words_in(self, span: Span) -> int:
        """The number of words in a passage."""
        return len(self.text[span[0] : span[1]].split())

    def places_of(self, quote: str, within: Span | None = None) -> Iterator[Span]:
        """The passages that hold a quote word for word, those within a passage or in the whole text."""
        wanted = _folded(straightened(unicodedata.normalize("NFC", quote.strip())))
        looked_for = wanted.text.strip()
        if not looked_for:
            return
        origins = self._folded.origins
        start, end = (bisect_left(origins, edge) for edge in within or (0, len(self.text)))
        position = self._folded.text.find(looked_for, start, end)
        while position >= 0:
            if self._same_at(position, looked_for, wanted.hyphens):
                yield origins[position], origins[position + len(looked_for) - 1] + 1
            position = self._folded.text.find(looked_for, position + 1, end)

    def _same_at(self, position: int, wanted: str, hyphens: frozenset[int]) -> bool:
        """Whether whole words begin and end there, with hyphens where the quote has them."""
        text, end = self._folded.text, position + len(wanted)
        cut = _cuts_a_word(text[position - 1 : position], wanted[0]) or _cuts_a_word(
            wanted[-1], text[end : end + 1]
        )
        inside = range(position + 1, end)
        needed = {place for place in self._folded.hyphens if place in inside}
        allowed = needed | {place for place in self._folded.soft_hyphens if place in inside}
        joined = {position, end} & self._folded.hyphens
        return not cut and not joined and needed <= {position + place for place in hyphens} <= allowed

    def nearest(self, quote: str) -> str:
        """The passage that begins or ends like a quote which is not there, or nothing."""
        words = quote.split()
        for first in range(len(words) - 2):
            for start, _ in self.places_of(" ".join(words[first : first + 3])):
                before = self.text[max(0, start - 400) : start].split()
                passage = [*before[len(before) - first :], *self.text[start : start + 1000].split()]
                return " ".join(passage[: len(words)])
        return ""


def _cuts_a_word(before: str, after: str) -> bool:
    """Whether two neighbouring signs belong to one word or number; a number behind a word is a note's."""
    if before.isalpha():
        return after.isalpha()
    return before.isdigit() and after.isalnum()
