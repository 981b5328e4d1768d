"""What a site offers for print: the whole book, and a handout of each practice.

In come the compendium, how the edition is made and where its fonts are; out come the PDFs by the id of
the practice, the book without one. The door that builds a site puts them beside its pages.
"""

from collections.abc import Iterator
from pathlib import Path

from generator.book.edition import Edition
from generator.book.make import BookResult, Press
from generator.book.selection import EVERYTHING, Selection
from generator.compendium.load import Progress, silent
from generator.compendium.records import Compendium


def offered(
    compendium: Compendium, edition: Edition, fonts: Path, progress: Progress = silent
) -> Iterator[tuple[str | None, BookResult]]:
    """The book, then the handouts in the order of their ids; `progress` is told of the handouts."""
    yield None, Press(fonts, progress).made(compendium, EVERYTHING, edition)
    press = Press(fonts)
    for number, id_ in enumerate(sorted(compendium.practices), 1):
        yield id_, press.made(compendium, Selection(only=(id_,)), edition)
        progress("handouts", number, len(compendium.practices))
