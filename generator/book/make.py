"""The book, a part of it or a handout: from records to the bytes of a PDF in one call.

In come the compendium, what was asked for, how the edition is made and where its fonts are; out come
the bytes and a problem for each practice that is not printed as it was written. No practice is ever
lost without a word: one that cannot be set keeps its title, and its page says why.
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
from generator.book.tree import UnprintableError
from generator.compendium.records import Compendium, PracticeEntry
from generator.problems import Problem

HANDOUT_SIDES = 2
HANDOUT_COLUMNS = 2
HANDOUT_POINTS = (10.0, 9.5, 9.0, 8.5, 8.0)
"""Sizes of a handout's letters, tried from the first until it fits on its sides."""


@dataclass(frozen=True)
class BookResult:
    """A PDF, and what in it is not as it was written, each with the file of its practice."""

    pdf: bytes
    problems: tuple[Problem, ...]


def make_pdf(compendium: Compendium, selection: Selection, edition: Edition, fonts: Path) -> BookResult:
    """The PDF of what was asked for: a handout for one practice named alone, a book for all else.

    The request must be without mistakes (`mistakes_in`) and the compendium without errors. Raises
    `NotSetError` when something other than a practice cannot be set.
    """
    practices = {entry.id: entry for entry in chosen(compendium, selection)}
    scope = Scope(compendium, practices, edition, selection.words, is_handout=len(selection.only) == 1)
    press = _Press(Compiler(fonts), covered_by(fonts))
    return press.handout(scope) if scope.is_handout else press.printed(scope)


class _Press:
    """Prints with one set of fonts."""

    def __init__(self, compiler: Compiler, covered: frozenset[int]) -> None:
        self._compiler, self._covered = compiler, covered

    def handout(self, scope: Scope) -> BookResult:
        """One practice in the largest letters with which it fits, or in the first where none does."""
        if scope.edition.large_print:
            return self.printed(scope)
        in_sizes = [
            replace(scope, edition=replace(scope.edition, points=points, columns=HANDOUT_COLUMNS))
            for points in HANDOUT_POINTS
        ]
        return self.printed(next(filter(self._fits, in_sizes), in_sizes[0]))

    def printed(self, scope: Scope) -> BookResult:
        """The PDF; practices that cannot be set are found one by one and refused by name."""
        problems = [problem for entry in scope.practices.values() for problem in self._unprintable(entry, scope)]
        refused = self._unreadable(scope)
        try:
            pdf = self._pdf(scope, refused)
        except NotSetError:
            found = self._unset(scope, refused)
            if not found:
                raise
            refused |= found
            pdf = self._pdf(scope, refused)
        problems += [_refusal(scope.practices[id_], reason) for id_, reason in refused.items()]
        return BookResult(pdf, tuple(sorted(problems)))

    def _fits(self, scope: Scope) -> bool:
        try:
            return self._compiler.pages(self._source(scope, {})) <= HANDOUT_SIDES
        except (NotSetError, UnprintableError):
            return False

    def _pdf(self, scope: Scope, refused: Mapping[str, str]) -> bytes:
        return self._compiler.pdf(self._source(scope, refused))

    def _source(self, scope: Scope, refused: Mapping[str, str]) -> str:
        return printable(document(scope, _chapters(scope, refused)), self._covered)[0]

    def _unprintable(self, entry: PracticeEntry, scope: Scope) -> list[Problem]:
        """A problem where no font has a character of the practice."""
        text = "".join((entry.fields.model_dump_json(), entry.body.html))
        _, unknown = printable(text, self._covered)
        if not unknown:
            return []
        named = ", ".join(f"U+{ord(character):04X}" for character in unknown[:5])
        message = f"{len(unknown)} character(s) here cannot be printed: {named}{', …' * (len(unknown) > 5)}."
        fix = "The book says so in their place. Write them in another script, or add a font that has them."
        return [Problem(entry.path, 1, 1, "unprintable-characters", message, fix, "warning")]

    def _unreadable(self, scope: Scope) -> dict[str, str]:
        """The practices whose text the book cannot read, with the reason."""
        refused = {}
        for entry in scope.practices.values():
            try:
                practice_source(entry, scope)
            except UnprintableError as failure:
                refused[entry.id] = str(failure)
        return refused

    def _unset(self, scope: Scope, refused: Mapping[str, str]) -> dict[str, str]:
        """The practices that cannot be set by themselves, with the reason."""
        found = {}
        for entry in scope.practices.values():
            alone = replace(scope, practices={entry.id: entry}, is_handout=True)
            try:
                self._pdf(alone, refused)
            except NotSetError as failure:
                found[entry.id] = f"The typesetter says: {failure}."
        return found


def _refusal(entry: PracticeEntry, reason: str) -> Problem:
    message = f"{entry.title!r} could not be set for print. {reason}"
    return Problem(entry.path, 1, 1, "not-printed", message, "Its page in the book says so.", "warning")


def _chapters(scope: Scope, refused: Mapping[str, str]) -> list[str]:
    """The sources of all chapters in their order."""

    def practice(entry: PracticeEntry) -> str:
        reason = refused.get(entry.id)
        return practice_source(entry, scope) if reason is None else refusal_source(entry, scope, reason)

    if scope.is_handout:
        return [practice(entry) for entry in scope.practices.values()]
    chapters = [cover_source(scope), how_to_use_source(scope), contents_source(scope)]
    for group in scope.here.groups[vocabulary.CATEGORY.name].values():
        chapters.append(part_opener_source(group.term, list(group.practices), scope))
        chapters.extend(practice(entry) for entry in group.practices)
    return [
        *chapters,
        indicators_source(scope),
        matrix_source(scope),
        indexes_source(scope),
        references_source(scope),
    ]
