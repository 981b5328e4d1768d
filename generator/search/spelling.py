"""The words among which a misspelt one is looked for, and the English words that are not misspelt.

In come the search documents and the table of equivalents; out come the words of titles, headings, summaries and
terms, the words that several practices use and those that readers use, each with the number of practices that
have it. A common English word is never taken for another: those are in `english_words.txt`.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import takewhile
from pathlib import Path

from generator.search.documents import PROSE, Document
from generator.words import words_in

MOST_WORDS = 4000
"""So many words at most, the most used ones: about 30 KB, read once and only when a word is not found."""

LEAST_LETTERS = 4
"""Shorter words are too close to one another for a guess to help."""

_MOST_SHARED = 9
_ENGLISH = Path(__file__).with_name("english_words.txt")


def known_words(documents: Iterable[Document], expressions: Iterable[str]) -> str:
    """Words in alphabetical order, each followed by the number of documents that have it unless that is 1.

    `expressions` are those that readers use; their words count as known to one.
    """
    used: Counter[str] = Counter()
    heavy = {word for text in expressions for word in words_in(text)}
    facts: set[str] = set()
    for document in documents:
        seen = set(words_in(document.title))
        heavy |= seen
        facts.update(passage.text for passage in document.passages if passage.is_fact)
        for passage in document.passages:
            found = set() if passage.is_fact else set(words_in(passage.text))
            seen |= found
            heavy |= found if passage.weight != PROSE else set()
        used.update(seen)
    heavy.update(word for text in facts for word in words_in(text))
    counts = {word: max(1, used[word]) for word in {*used, *heavy} if used[word] > 1 or word in heavy}
    worth = {word: count for word, count in counts.items() if len(word) >= LEAST_LETTERS and word.isalpha()}
    most_used = sorted(worth.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_WORDS]
    return " ".join(word if count == 1 else f"{word}:{count}" for word, count in sorted(most_used))


@cache
def listed() -> tuple[str, ...]:
    """Common English words in alphabetical order; of those with one stem, one."""
    lines = _ENGLISH.read_text("utf-8").split("\n")
    return tuple(line for line in lines if line and not line.startswith("#"))


def english_words() -> str:
    """The same as one text: each word told by how many letters it shares with the one before, and the rest."""
    told = []
    before = ""
    for word in listed():
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False))
        shared = min(_MOST_SHARED, len(list(alike)))
        told.append(f"{shared}{word[shared:]}")
        before = word
    return "".join(told)
