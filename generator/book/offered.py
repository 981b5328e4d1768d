"""What a site offers for print: the whole book, and a handout of each practice.

In come the compendium, how the edition is made and where its fonts are; out come the PDFs by the id of
the practice, the book without one. The door that builds a site puts them beside its pages.
"""

from collections.abc import Iterator
from pathlib import Path

from generator.book.edition import Edition
from generator.book.make import BookResult, Press
from generator.book.selection import EVERYTHING, Selection
from generator.compendium.records import Compendium
from generator.progress import Progress, silent, told


def offered(
    compendium: Compendium, edition: Edition, fonts: Path, progress: Progress = silent
) -> Iterator[tuple[str | None, BookResult]]:
    """The book, then the handouts in the order of their ids; `progress` is told of the handouts."""
    yield None, Press(fonts, progress).made(compendium, EVERYTHING, edition)
    press = Press(fonts)
    handouts = (
        (id_, press.made(compendium, Selection(only=(id_,)), edition)) for id_ in sorted(compendium.practices)
    )
    yield from told(progress, "handouts", handouts, len(compendium.practices))
