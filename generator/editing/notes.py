"""Warnings for the author of some files, beside the check: plain English.

In come the paths of practices; out come their notes. Files that cannot be read have none: the check
reports them.
"""

from collections.abc import Iterable
from pathlib import Path

from generator.editing.readability import readability
from generator.problems import Problem
from generator.reading.folder import read_document


def notes_on(paths: Iterable[str], root: Path) -> list[Problem]:
    """The notes on each of the files, in reading order; paths are relative to `root`."""
    documents = (read_document(root / path, root)[0] for path in sorted(paths))
    return [note for document in documents if document is not None for note in readability(document)]
