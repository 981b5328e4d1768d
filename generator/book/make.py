"""The book, a part of it or a handout: from records to the bytes of a PDF in one call.

No practice is ever lost without a word: one that cannot be set keeps its title, and its page says why.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.book.chapters import Chapter, chapters, practice_chapter, unreadable
from generator.book.compiler import Compiler, NotSetError, document
from generator.book.contents import without_stand_in
from generator.book.coverage import covered_by, printable
from generator.book.edition import Edition
from generator.book.pagination import Place, Proof, placed, resolved
from generator.book.scope import Scope
from generator.book.selection import EVERYTHING, Selection, chosen
from generator.compendium.records import Compendium, PracticeEntry
from generator.problems import Problem
from generator.progress import Progress, silent, told

HANDOUT_SIDES = 2
HANDOUT_COLUMNS = 2
HANDOUT_POINTS = (10.0, 9.5, 9.0, 8.5, 8.0)
"""Sizes of a handout's letters, tried from the first until it fits on its sides."""

_ROUNDS = 4
_PAGES_OF_A_PRACTICE = 4


@dataclass(frozen=True)
class BookResult:
    """A PDF, its pages, and what in it is not as it was written, each with the file of its practice."""

    pdf: bytes
    pages: int
    problems: tuple[Problem, ...]


def make_pdf(
    compendium: Compendium, selection: Selection, edition: Edition, fonts: Path, progress: Progress = silent
) -> BookResult:
    """The PDF of what was asked for: a handout for one practice named alone, a book for all else.

    `progress` is told of the chapters that are set. The request must be without mistakes (`mistakes_in`)
    and the compendium without errors. Raises `NotSetError` when something other than a practice cannot
    be set.
    """
    return Press(fonts, progress).made(compendium, selection, edition)


def offered(
    compendium: Compendium, edition: Edition, fonts: Path, progress: Progress = silent
) -> Iterator[tuple[str | None, BookResult]]:
    """What a site offers for print: the book, without an id, then the handout of each practice by its id.

    `progress` is told of the handouts.
    """
    yield None, Press(fonts, progress).made(compendium, EVERYTHING, edition)
    press = Press(fonts)
    handouts = (
        (id_, press.made(compendium, Selection(only=(id_,)), edition)) for id_ in sorted(compendium.practices)
    )
    yield from told(progress, "handouts", handouts, len(compendium.practices))


class Press:
    """Prints one thing after the other with one set of fonts."""

    def __init__(self, fonts: Path, progress: Progress = silent) -> None:
        self._compiler, self._covered, self._progress = Compiler(fonts), covered_by(fonts), progress

    def made(self, compendium: Compendium, selection: Selection, edition: Edition) -> BookResult:
        """What `make_pdf` promises."""
        practices = {entry.id: entry for entry in chosen(compendium, selection)}
        is_handout = len(selection.only) == 1
        return self._printed(
            self._fitted(Scope(compendium, practices, edition, selection.in_words(edition.texts), is_handout))
        )

    def _fitted(self, scope: Scope) -> Scope:
        """A handout in the largest letters with which it fits, or in the first where none does."""
        if not scope.is_handout or scope.edition.large_print:
            return scope
        in_sizes = [
            replace(scope, edition=replace(scope.edition, points=points, columns=HANDOUT_COLUMNS))
            for points in HANDOUT_POINTS
        ]
        return next(filter(self._fits, in_sizes), in_sizes[0])

    def _printed(self, scope: Scope) -> BookResult:
        """The PDF; practices that cannot be set are refused by name."""
        problems = [problem for entry in scope.practices.values() for problem in self._unprintable(entry)]
        refused = unreadable(scope)
        parts = list(chapters(scope, refused))
        proving = (self._proof(scope, chapter, refused) for chapter in parts)
        proofs = list(told(self._progress, "chapters", proving, len(parts)))
        self._progress("book", 0, 1)
        pdf, pages = self._settled(scope, [chapter.source for chapter in chapters(scope, refused)], proofs)
        self._progress("book", 1, 1)
        problems += [_refusal(scope.practices[id_], reason) for id_, reason in refused.items()]
        return BookResult(pdf, pages, tuple(sorted(problems)))

    def _fits(self, scope: Scope) -> bool:
        refused = unreadable(scope)
        proofs = (self._proof(scope, chapter, refused) for chapter in chapters(scope, refused))
        return sum(proof.pages for proof in proofs) <= HANDOUT_SIDES

    def _proof(self, scope: Scope, chapter: Chapter, refused: dict[str, str]) -> Proof:
        """The proof of a chapter; a practice that fails is added to `refused` and proved as refused."""
        try:
            sources = [chapter.source, chapter.stand_in] if chapter.stand_in else [chapter.source]
            likely = _PAGES_OF_A_PRACTICE * len(scope.practices)
            return without_stand_in(self._compiler.proof(self._source(scope, sources, {}, likely)))
        except NotSetError as failure:
            entry = chapter.practice
            if entry is None or entry.id in refused:
                raise
            refused[entry.id] = f"The typesetter says: {failure}."
            return self._proof(scope, practice_chapter(entry, scope, refused), refused)

    def _settled(self, scope: Scope, sources: list[str], proofs: list[Proof]) -> tuple[bytes, int]:
        """The PDF in which every page number is the true one, and how many pages it has."""
        expected = Proof(sum(proof.pages for proof in proofs), placed(proofs))
        for _ in range(_ROUNDS):
            source = self._source(scope, sources, expected.places, expected.pages)
            made = self._compiler.pdf_if(source, expected)
            if isinstance(made, bytes):
                return made, expected.pages
            expected = made
        raise NotSetError("the page numbers do not settle")

    def _source(self, scope: Scope, sources: list[str], places: Mapping[str, Place], last_page: int) -> str:
        middle = last_page // 2  # as wide as most page numbers, so that little moves when they are known
        source = resolved(document(scope, sources, last_page), places, middle)
        return printable(source, self._covered, scope.texts("book.unprintable"))[0]

    def _unprintable(self, entry: PracticeEntry) -> list[Problem]:
        """A problem where no font has a character of the practice."""
        _, unknown = printable(entry.fields.model_dump_json() + entry.body.html, self._covered, "")
        if not unknown:
            return []
        named = ", ".join(f"U+{ord(character):04X}" for character in unknown[:5])
        message = f"{len(unknown)} character(s) here cannot be printed: {named}{', …' * (len(unknown) > 5)}."
        fix = "The book says so in their place. Write them in another script, or add a font that has them."
        return [Problem(entry.path, 1, 1, "unprintable-characters", message, fix, "warning")]


def _refusal(entry: PracticeEntry, reason: str) -> Problem:
    message = f"{entry.title!r} could not be set for print. {reason}"
    return Problem(entry.path, 1, 1, "not-printed", message, "Its page in the book says so.", "warning")
