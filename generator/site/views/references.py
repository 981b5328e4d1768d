"""The lists of documents that pages end with, and the page of all of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.compendium.records import PracticeEntry
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.quotations import Quotation
from generator.presentation.references import ReferenceText


class NumberedReference(NamedTuple):
    """A document with its number in the list of a page, the places that are named in it, and words of it."""

    number: int
    reference: ReferenceText
    locators: tuple[str, ...] = ()
    quotations: tuple[Quotation, ...] = ()


class CitedReference(NamedTuple):
    """A document, and the practices that cite it."""

    reference: ReferenceText
    practices: tuple[PracticeEntry, ...]


@dataclass(frozen=True)
class ReferencesView:
    """What the template `references.html` shows."""

    references: tuple[CitedReference, ...]


def references_view(words: CompendiumText) -> ReferencesView:
    """All documents by key, each with the practices that cite it."""
    citing = words.catalogue.citing
    return ReferencesView(
        tuple(CitedReference(reference, citing[key]) for key, reference in sorted(words.references.items()))
    )


def numbered(words: CompendiumText, keys: Iterable[str]) -> tuple[NumberedReference, ...]:
    """The documents of a page, each once, numbered from 1 in the order in which they are cited."""
    unique = dict.fromkeys(keys)
    return tuple(NumberedReference(number, words.references[key]) for number, key in enumerate(unique, 1))
