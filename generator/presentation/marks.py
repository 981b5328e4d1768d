"""The eight marks of a practice as one strip, drawn the same on cards, pages and the matrix."""

from collections.abc import Iterable
from typing import NamedTuple

from generator import vocabulary
from generator.compendium.records import PracticeEntry
from generator.presentation.texts import Texts


class Strip(NamedTuple):
    """A practice's marks under the indicators in their order, the same in words, and counted."""

    marks: tuple[str, ...]
    words: str
    counted: str


def strip_of(entry: PracticeEntry, numbers: Iterable[str], texts: Texts) -> Strip:
    """The strip of `entry` for the indicators of the given numbers."""
    by_number = {number: entry.mark(number).mark for number in numbers}
    marks = tuple(by_number.values())
    found = [
        (term.label.lower(), [number for number, mark in by_number.items() if mark == term.value])
        for term in texts.terms(vocabulary.MARK)
    ]
    words = [
        texts("marks.under", mark=label, numbers=", ".join(numbers)) for label, numbers in found[:-1] if numbers
    ]
    counts = [texts("marks.number", n=len(numbers), mark=label) for label, numbers in found if numbers]
    named = "; ".join(words) or found[-1][0]
    return Strip(marks, texts("marks.strip", marks=named), ", ".join(counts))
