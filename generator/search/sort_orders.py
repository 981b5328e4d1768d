"""The orders in which readers may ask for results, beside relevance.

In come the compendium and the addresses of the indexed pages; out comes, for each order, the place of
every page in it. An order is whole and without ties: the same search gives the same list everywhere.
"""

from collections.abc import Callable, Sequence
from typing import Any

from generator import vocabulary
from generator.compendium.records import Compendium, PracticeEntry, title_order
from generator.presentation import addresses


def orders(compendium: Compendium, pages: Sequence[str]) -> dict[str, list[int]]:
    """For each order the place of each of `pages`, from 0: by title, by evidence, by day of review."""
    keys: dict[str, Callable[[PracticeEntry], Any]] = {
        "title": lambda entry: entry.title.casefold(),
        "evidence": lambda entry: -vocabulary.EVIDENCE_LEVEL.rank(entry.fields.evidence.level),
        "reviewed": lambda entry: -entry.fields.reviewed_on.toordinal(),
    }
    by_title = sorted(compendium.practices.values(), key=title_order)
    return {name: _places(sorted(by_title, key=key), pages) for name, key in keys.items()}


def _places(entries: Sequence[PracticeEntry], pages: Sequence[str]) -> list[int]:
    place = {addresses.practice(entry.id): number for number, entry in enumerate(entries)}
    return [place[page] for page in pages]
