"""The chapters of a book in their order.

In come the scope of the book and the practices that cannot be set; out come the chapters, each with
what it needs to be proved by itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import vocabulary
from generator.book.contents import contents_source, stand_in_source
from generator.book.front import cover_source, how_to_use_source, part_opener_source
from generator.book.indexes import indexes_source
from generator.book.indicators import indicators_source, matrix_source
from generator.book.practice import practice_source, refusal_source
from generator.book.references import references_source
from generator.book.scope import Scope
from generator.book.tree import UnprintableError
from generator.compendium.records import PracticeEntry


@dataclass(frozen=True)
class Chapter:
    """The source of a chapter, its practice where it is one, and what stands in for the rest in a proof."""

    source: str
    practice: PracticeEntry | None = None
    stand_in: str = ""


def chapters(scope: Scope, refused: Mapping[str, str]) -> Iterator[Chapter]:
    """All chapters; a practice in `refused` keeps its title and shows the reason."""
    if scope.is_handout:
        yield from (practice_chapter(entry, scope, refused) for entry in scope.practices.values())
        return
    yield Chapter(cover_source(scope))
    yield Chapter(how_to_use_source(scope))
    yield Chapter(contents_source(scope), stand_in=stand_in_source(scope))
    for group in scope.here.groups[vocabulary.CATEGORY.name].values():
        yield Chapter(part_opener_source(group.term, list(group.practices), scope))
        yield from (practice_chapter(entry, scope, refused) for entry in group.practices)
    yield from map(Chapter, indicators_source(scope))
    yield Chapter(matrix_source(scope))
    yield Chapter(indexes_source(scope))
    yield Chapter(references_source(scope))


def practice_chapter(entry: PracticeEntry, scope: Scope, refused: Mapping[str, str]) -> Chapter:
    """The chapter of one practice, or the page that says why there is none."""
    reason = refused.get(entry.id)
    if reason is not None:
        return Chapter(refusal_source(entry, scope, reason), entry)
    return Chapter(practice_source(entry, scope), entry)


def unreadable(scope: Scope) -> dict[str, str]:
    """The practices whose text the book cannot read, with the reason."""
    refused = {}
    for entry in scope.practices.values():
        try:
            practice_source(entry, scope)
        except UnprintableError as failure:
            refused[entry.id] = str(failure)
    return refused
