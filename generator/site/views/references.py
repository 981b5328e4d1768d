"""References in words: how a document is named in lists of sources, and the page of all of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.compendium.catalogue import Catalogue
from generator.compendium.records import PracticeEntry
from generator.schema.reference import Name, Reference


class ReferenceWords(NamedTuple):
    """A document in the words of a list of sources; empty where it names nothing."""

    id: str
    authors: str
    date: str
    title: str
    language: str
    short_title: str
    imprint: str
    url: str
    note: str


class NumberedReference(NamedTuple):
    """A reference with its number in the list of a page."""

    number: int
    reference: ReferenceWords


class CitedReference(NamedTuple):
    """A reference, and the practices that cite it."""

    reference: ReferenceWords
    practices: tuple[PracticeEntry, ...]


@dataclass(frozen=True)
class ReferencesView:
    """What the template `references.html` shows."""

    references: tuple[CitedReference, ...]


def references_view(catalogue: Catalogue) -> ReferencesView:
    """All references by key, each with the practices that cite it."""
    return ReferencesView(
        tuple(
            CitedReference(in_words(reference), catalogue.citing[key])
            for key, reference in sorted(catalogue.references.items())
        )
    )


def numbered(catalogue: Catalogue, keys: Iterable[str]) -> tuple[NumberedReference, ...]:
    """The references of a page, each once, numbered from 1 in the order in which they are cited."""
    unique = dict.fromkeys(keys)
    return tuple(NumberedReference(n, in_words(catalogue.references[key])) for n, key in enumerate(unique, 1))


def in_words(reference: Reference) -> ReferenceWords:
    """A reference as lists of sources name it; a document that names no date has `no date`."""
    names = [_name(author) for author in reference.author]
    return ReferenceWords(
        id=reference.id,
        authors=" and ".join(filter(None, ("; ".join(names[:-1]), *names[-1:]))),
        date=reference.issued or "no date",
        title=reference.title,
        language=reference.language or "",
        short_title=reference.title_short or reference.title,
        imprint=": ".join(filter(None, (reference.publisher_place, reference.publisher))),
        url=reference.url or "",
        note=reference.note or "",
    )


def _name(author: Name) -> str:
    if author.literal:
        return author.literal
    return ", ".join(filter(None, (author.family, author.given)))
