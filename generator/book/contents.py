"""The table of contents, which Typst makes from the headings of the whole book.

In comes the scope of the book; out come the source of the chapter, and the headings that stand in for
the book when the chapter is proved by itself.
"""

from collections.abc import Iterator

from generator.book import front, indexes, indicators, references
from generator.book.pagination import Proof
from generator.book.scope import Scope, foot, head
from generator.book.typst_text import NONE, call, joined, literal, words
from generator.vocabulary import CATEGORY

TITLE = "Contents"
_END = "end of contents"


def contents_source(scope: Scope) -> str:
    """The contents, with the pages on which parts, practices and chapters begin."""
    return call("sheet", head(scope), literal(TITLE), foot(scope), call("contents", literal(TITLE), "2"))


def stand_in_source(scope: Scope) -> str:
    """All headings that the contents list, on pages of their own after it."""
    listed = (call("heading", words(title), level=str(level)) for level, title in _headings(scope))
    return call("sheet", NONE, NONE, NONE, joined((call("anchor", literal(_END)), *listed)))


def without_stand_in(proof: Proof) -> Proof:
    """The proof of the contents without the pages of what stood in for the book."""
    end = proof.places.get(_END)
    return proof if end is None else Proof(end.page - 1, {})


def _headings(scope: Scope) -> Iterator[tuple[int, str]]:
    yield 1, front.HOW_TO_USE
    for group in scope.here.groups[CATEGORY.name].values():
        yield 1, group.term.label
        yield from ((2, entry.title) for entry in group.practices)
    yield 1, indicators.TITLE
    yield from ((2, indicator.fields.title) for indicator in scope.all.indicators.values())
    yield 1, indicators.MATRIX
    yield 1, indexes.TITLE
    yield from ((2, title) for title in indexes.TITLES)
    yield 1, references.TITLE
