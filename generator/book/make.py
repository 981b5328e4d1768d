"""The book, a part of it or a handout: from records to the bytes of a PDF in one call.

In come the compendium, what was asked for, how the edition is made and where its fonts are; out come
the bytes and a problem for each practice that is not printed as it was written. No practice is ever
lost without a word: what cannot be set keeps its title and says so on its page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import vocabulary
from generator.book.compiler import Compiler, NotSetError, document
from generator.book.coverage import covered_by, printable
from generator.book.edition import Edition
from generator.book.front import contents_source, cover_source, how_to_use_source, part_opener_source
from generator.book.indexes import indexes_source
from generator.book.indicators import indicators_source, matrix_source
from generator.book.practice import practice_source, refusal_source
from generator.book.references import references_source
from generator.book.scope import Scope
from generator.book.selection import Selection, chosen
from generator.compendium.records import Compendium, PracticeEntry
from generator.problems import Problem

HANDOUT_POINTS = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""Sizes of a handout's letters, tried from the first until it fits on two sides."""

HANDOUT_SIDES = 2
HANDOUT_COLUMNS = 2


@dataclass(frozen=True)
class BookResult:
    """A PDF, and what in it is not as it was written, each with the file of its practice."""

    pdf: bytes
    problems: tuple[Problem, ...]


def make_pdf(compendium: Compendium, selection: Selection, edition: Edition, fonts: Path) -> BookResult:
    """The PDF of what was asked for: a handout for one practice named alone, a book for all else.

    The request must be without mistakes (`mistakes_in`), the compendium without errors.
    """
    practices = {entry.id: entry for entry in chosen(compendium, selection)}
    compiler, covered = Compiler(fonts), covered_by(fonts)
    scope = Scope(compendium, practices, edition, selection.words, is_handout=len(selection.only) == 1)
    if scope.is_handout:
        scope = _fitted(scope, compiler, covered)
    return _Press(compiler, covered).printed(scope)


def _fitted(scope: Scope, compiler: Compiler, covered: frozenset[int]) -> Scope:
    """The scope of a handout in the largest letters with which it fits, or in the first where none does."""
    if scope.edition.large_print or scope.edition.points is not None:
        return scope
    for points in HANDOUT_POINTS:
        tried = replace(scope, edition=replace(scope.edition, points=points, columns=HANDOUT_COLUMNS))
        source, _ = printable(document(tried, _chapters(tried, {})), covered)
        try:
            if compiler.pages(source) <= HANDOUT_SIDES:
                return tried
        except NotSetError:
            return scope
    return scope


class _Press:
    """Prints one scope."""

    def __init__(self, compiler: Compiler, covered: frozenset[int]) -> None:
        self._compiler, self._covered = compiler, covered

    def printed(self, scope: Scope) -> BookResult:
        """The PDF; practices that cannot be set are found one by one and refused by name."""
        problems = [
            problem for entry in scope.practices.values() for problem in self._unprintable(entry, scope)
        ]
        try:
            return BookResult(self._pdf(scope, {}), tuple(problems))
        except NotSetError:
            refused = self._refused(scope)
            if not refused:
                raise
        problems += [_refusal(scope.practices[id_], reason) for id_, reason in refused.items()]
        return BookResult(self._pdf(scope, refused), tuple(sorted(problems)))

    def _pdf(self, scope: Scope, refused: Mapping[str, str]) -> bytes:
        source, _ = printable(document(scope, _chapters(scope, refused)), self._covered)
        return self._compiler.pdf(source)

    def _unprintable(self, entry: PracticeEntry, scope: Scope) -> list[Problem]:
        _, unknown = printable(practice_source(entry, scope), self._covered)
        if not unknown:
            return []
        named = ", ".join(f"U+{ord(character):04X}" for character in unknown[:5])
        message = f"{len(unknown)} character(s) here cannot be printed: {named}{', …' * (len(unknown) > 5)}."
        fix = "The book says so in their place. Write them in another script, or add a font that has them."
        return [Problem(entry.path, 1, 1, "unprintable-characters", message, fix, "warning")]

    def _refused(self, scope: Scope) -> dict[str, str]:
        """The practices that cannot be set by themselves, with the reason."""
        refused = {}
        for entry in scope.practices.values():
            alone = replace(scope, practices={entry.id: entry}, is_handout=True)
            try:
                self._pdf(alone, {})
            except NotSetError as failure:
                refused[entry.id] = f"{failure}."
        return refused


def _refusal(entry: PracticeEntry, reason: str) -> Problem:
    message = f"{entry.title!r} could not be set for print: {reason}"
    return Problem(entry.path, 1, 1, "not-printed", message, "Its page in the book says so.", "warning")


def _chapters(scope: Scope, refused: Mapping[str, str]) -> list[str]:
    def practice(entry: PracticeEntry) -> str:
        if entry.id in refused:
            return refusal_source(entry, scope, refused[entry.id])
        return practice_source(entry, scope)

    if scope.is_handout:
        return [practice(entry) for entry in scope.practices.values()]
    chapters = [cover_source(scope), how_to_use_source(scope), contents_source(scope)]
    groups = scope.here.groups[vocabulary.CATEGORY.name]
    for group in groups.values():
        chapters.append(part_opener_source(group.term, list(group.practices), scope))
        chapters.extend(practice(entry) for entry in group.practices)
    return [
        *chapters,
        indicators_source(scope),
        matrix_source(scope),
        indexes_source(scope),
        references_source(scope),
    ]
