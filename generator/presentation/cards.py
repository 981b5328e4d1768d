"""A practice in the few words of a list: made once, and shown in every list, index and search result."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from generator import vocabulary
from generator.compendium.catalogue import Catalogue
from generator.compendium.records import PracticeEntry
from generator.presentation import addresses
from generator.presentation.marks import Strip, strip_of
from generator.presentation.texts import Texts
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
        """Cards are told apart by where they lead."""
        return hash(self.address)


class Cards:
    """The cards of one compendium; `of` gives the card of an entry."""

    def __init__(self, catalogue: Catalogue, texts: Texts) -> None:
        self._catalogue, self._texts = catalogue, texts
        self.of: Callable[[PracticeEntry], Card] = lru_cache(maxsize=None)(self._make)

    def prepare(self) -> None:
        """Makes all cards now, as `Catalogue.prepare` does with what they are made from."""
        for entry in self._catalogue.practices.values():
            self.of(entry)

    def _make(self, entry: PracticeEntry) -> Card:
        fields, terms = entry.fields, self._texts.terms
        countries = terms(vocabulary.countries())
        levels = terms(vocabulary.EVIDENCE_LEVEL)
        return Card(
            title=entry.title,
            address=addresses.practice(entry.id),
            summary=fields.summary,
            category=terms(vocabulary.CATEGORY)[fields.category],
            level=levels[fields.evidence.level],
            rung=levels.rank(fields.evidence.level) + 1,
            status=terms(vocabulary.STATUS)[fields.status],
            places=", ".join(countries[code].label for code in fields.countries),
            entry=terms(vocabulary.ENTRY)[fields.entry],
            strip=strip_of(entry, self._catalogue.indicators, self._texts),
        )
