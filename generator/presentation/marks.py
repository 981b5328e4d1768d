"""The eight marks of a practice as one strip, drawn the same on cards, pages and the matrix.

In comes a practice; out come its marks in the order of the indicators, and the same in words.
"""

from collections.abc import Iterable
from typing import NamedTuple

from generator import vocabulary
from generator.compendium.records import PracticeEntry


class Strip(NamedTuple):
    """A practice's marks under the indicators in their order, the same in words, and counted."""

    marks: tuple[str, ...]
    words: str
    counted: str


def strip_of(entry: PracticeEntry, numbers: Iterable[str]) -> Strip:
    """The strip of `entry` for the indicators of the given numbers."""
    by_number = {number: entry.mark(number).mark for number in numbers}
    marks = tuple(by_number.values())
    said = [
        (term, [number for number, mark in by_number.items() if mark == term.value])
        for term in vocabulary.MARK
        if term.value != vocabulary.NOT_DESCRIBED
    ]
    words = [f"{term.label.lower()}: {', '.join(found)}" for term, found in said if found]
    counts = [f"{len(found)} {term.label.lower()}" for term, found in said if found]
    silent = marks.count(vocabulary.NOT_DESCRIBED)
    counts += [f"{silent} not described"] if silent else []
    return Strip(marks, f"Indicators {'; '.join(words) or 'not described'}", ", ".join(counts))
