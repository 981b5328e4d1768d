"""The table of contents, which Typst makes from the headings of the whole book.

When the chapter is proved by itself, headings alone take the place of the rest of the book.
"""

from collections.abc import Iterator

from generator.book.indexes import INDEXES
from generator.book.pagination import Proof
from generator.book.scope import Scope, foot, head
from generator.book.typst_text import NONE, call, joined, literal, words
from generator.vocabulary import CATEGORY

_END = "end of contents"


def contents_source(scope: Scope) -> str:
    """The contents, with the pages on which parts, practices and chapters begin."""
    title = literal(scope.texts("book.contents"))
    return call("sheet", head(scope), title, foot(scope), call("contents", title, "2"))


def stand_in_source(scope: Scope) -> str:
    """All headings that the contents list, on pages of their own after it."""
    listed = (call("heading", words(title), level=str(level)) for level, title in _headings(scope))
    return call("sheet", NONE, NONE, NONE, joined((call("anchor", literal(_END)), *listed)))


def without_stand_in(proof: Proof) -> Proof:
    """The proof of the contents without the pages of what stood in for the book."""
    end = proof.places.get(_END)
    return proof if end is None else Proof(end.page - 1, {})


def _headings(scope: Scope) -> Iterator[tuple[int, str]]:
    texts = scope.texts
    categories = texts.terms(CATEGORY)
    yield 1, texts("book.how-to-use")
    for value, group in scope.here.groups[CATEGORY.name].items():
        yield 1, categories[value].label
        yield from ((2, entry.title) for entry in group.practices)
    yield 1, texts("book.indicators")
    yield from ((2, indicator.fields.title) for indicator in scope.all.indicators.values())
    yield 1, texts("book.matrix")
    yield 1, texts("book.indexes")
    yield from ((2, texts(key)) for key in INDEXES)
    yield 1, texts("book.references")
