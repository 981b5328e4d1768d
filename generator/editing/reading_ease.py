"""How easy a text is to read: how long its sentences are, and which school grade can read it with ease.

The grade is that of Coleman and Liau (1975), which counts letters and sentences and needs no list of syllables:
0.0588 letters in 100 words, less 0.296 sentences in 100 words, less 15.8.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from generator.reading.blocks import blocks
from generator.reading.frontmatter import Document

LONG_SENTENCE = 25
"""Words from which a sentence is long (GOV.UK, Content design: planning, writing and managing content)."""

_NOT_READ = re.compile(r"\[@[^\]]*\]|\]\([^)\s]*\)|[*_`\[\]\\]|^\[//\]:.*$", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<![.\s][A-Z]\.)[\"'’”)]*\s+(?=[A-Z\"'“‘(0-9])")
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W_][\w'’-]*")
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class ReadingEase:
    """What was counted in one text. Lengths are in words."""

    path: str
    lengths: tuple[int, ...]
    letters: int
    longest: str

    @property
    def words(self) -> int:
        """All words."""
        return sum(self.lengths)

    @property
    def median(self) -> float:
        """The length of the sentence in the middle."""
        return median(self.lengths) if self.lengths else 0

    @property
    def long(self) -> int:
        """How many sentences are long."""
        return sum(length > LONG_SENTENCE for length in self.lengths)

    @property
    def grade(self) -> float:
        """The school grade, in years at school, that can read the text with ease."""
        if not self.words:
            return 0
        return 5.88 * self.letters / self.words - 29.6 * len(self.lengths) / self.words - 15.8


def reading_ease(document: Document) -> ReadingEase:
    """What is counted in the summary and the body of an entry or page; headings and tables are left out."""
    found = [(sentence, _WORD.findall(sentence)) for sentence in _sentences(document)]
    read = [(sentence, words) for sentence, words in found if words]
    longest = max(read, key=lambda each: len(each[1]), default=("", []))[0]
    return ReadingEase(
        document.path,
        tuple(len(words) for _, words in read),
        sum(len(_LETTER.findall(word)) for _, words in read for word in words),
        " ".join(longest.split()),
    )


def _sentences(document: Document) -> Iterator[str]:
    """The sentences; what begins a list, and each of its items, is one at least."""
    summary = document.fields.get("summary")
    texts = [summary] if isinstance(summary, str) else []
    texts += [
        document.body[block.start : block.end]
        for block in blocks(document.body)
        if block.kind in ("paragraph", "item")
    ]
    for text in texts:
        yield from _SENTENCE_END.split(_NOT_READ.sub(" ", text).strip())
