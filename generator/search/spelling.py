"""The words that a misspelt word may have meant.

In come the search documents; out come the words of titles, headings, summaries and terms and the words
that several practices use, each with the number of practices that have it.
"""

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape

MOST_WORDS = 3000
"""So many words at most, the most used ones: about 30 KB, read once and only when somebody searches."""

LEAST_LETTERS = 4
"""Shorter words are too close to one another for a guess to help."""

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(rf"[^\W\d_]{{{LEAST_LETTERS},}}")
_HEAVY = re.compile(
    r"<(h[1-6])[^>]*>(.*?)</\1>|data-pagefind-(?:weight=\"(?!1\")|filter=)[^>]*>([^<]*)<", re.DOTALL
)


def known_words(documents: Iterable[str]) -> list[tuple[str, int]]:
    """Words in small letters with the number of documents that have them, in alphabetical order."""
    used: Counter[str] = Counter()
    heavy: set[str] = set()
    for document in documents:
        used.update(words_of(_TAG.sub(" ", document)))
        heavy.update(words_of(" ".join(_TAG.sub(" ", a or b) for _, a, b in _HEAVY.findall(document))))
    worth = [(word, count) for word, count in used.items() if count > 1 or word in heavy]
    most_used = sorted(worth, key=lambda pair: (-pair[1], pair[0]))[:MOST_WORDS]
    return sorted(most_used)


def words_of(text: str) -> set[str]:
    """The words of a text in small letters."""
    return {word.lower() for word in _WORD.findall(unescape(text))}


def words_script(words: Iterable[tuple[str, int]]) -> str:
    """A classic script that tells the words, each followed by its number where that is not 1."""
    told = " ".join(word if count == 1 else f"{word}:{count}" for word, count in words)
    return f'compendiumSearch.words="{told}";\n'
