"""Practices as they stand in lists. A card is put together once and shown wherever it is needed."""

from functools import lru_cache
from typing import NamedTuple

from generator import vocabulary
from generator.compendium.catalogue import Catalogue
from generator.compendium.records import PracticeEntry
from generator.presentation import addresses
from generator.presentation.marks import Strip, strip_of
from generator.vocabulary import Term


class Card(NamedTuple):
    """What a list says about one practice."""

    title: str
    address: str
    summary: str
    category: Term
    level: Term
    rung: int
    status: Term
    places: str
    entry: Term
    strip: Strip

    def __hash__(self) -> int:
        """Cards are asked for again and again, and are told apart by where they lead."""
        return hash(self.address)


class Cards:
    """Makes the cards of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.of = lru_cache(maxsize=None)(self._make)

    def prepare(self) -> None:
        """Makes all cards now, as `Catalogue.prepare` does with what they are made from."""
        for entry in self._catalogue.practices.values():
            self.of(entry)

    def _make(self, entry: PracticeEntry) -> Card:
        fields = entry.fields
        countries = vocabulary.countries()
        return Card(
            title=entry.title,
            address=addresses.practice(entry.id),
            summary=fields.summary,
            category=vocabulary.CATEGORY[fields.category],
            level=vocabulary.EVIDENCE_LEVEL[fields.evidence.level],
            rung=vocabulary.EVIDENCE_LEVEL.rank(fields.evidence.level) + 1,
            status=vocabulary.STATUS[fields.status],
            places=", ".join(countries[code].label for code in fields.countries),
            entry=vocabulary.ENTRY[fields.entry],
            strip=strip_of(entry, self._catalogue.indicators),
        )
