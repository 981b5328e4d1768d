"""The compendium in words: what every edition asks for the texts of practices, cards, documents and facets."""

from dataclasses import dataclass
from functools import cached_property

from generator.compendium.catalogue import Catalogue
from generator.compendium.records import PracticeEntry
from generator.presentation.cards import Cards
from generator.presentation.practice import PracticeText, how_related, practice_text
from generator.presentation.references import ReferenceText, reference_text
from generator.presentation.texts import Texts


@dataclass(frozen=True)
class CompendiumText:
    """A catalogue of practices with the texts of one language."""

    catalogue: Catalogue
    texts: Texts

    def prepare(self) -> None:
        """Computes now what many pages need: worth while before work is shared out among processes."""
        self.catalogue.prepare()
        self.cards.prepare()

    @cached_property
    def cards(self) -> Cards:
        """The cards of all practices."""
        return Cards(self.catalogue, self.texts)

    def practice(self, entry: PracticeEntry) -> PracticeText:
        """Everything that is said about one practice."""
        return practice_text(entry, self.catalogue, self.texts)

    @cached_property
    def references(self) -> dict[str, ReferenceText]:
        """All documents in words, by key."""
        return {key: reference_text(each, self.texts) for key, each in self.catalogue.references.items()}

    @cached_property
    def how_related(self) -> str:
        """How related practices are chosen."""
        return how_related(self.texts)
