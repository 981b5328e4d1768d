"""References in words: how a document is named in lists of sources, and the page of all of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.compendium.catalogue import Catalogue
from generator.compendium.records import PracticeEntry
from generator.schema.reference import Name, Reference


class NumberedReference(NamedTuple):
    """A reference with its number in the list of a page."""

    number: int
    reference: Reference


class CitedReference(NamedTuple):
    """A reference with its authors and date in words, and the practices that cite it."""

    reference: Reference
    authors: str
    date: str
    practices: tuple[PracticeEntry, ...]


@dataclass(frozen=True)
class ReferencesView:
    """What the template `references.html` shows."""

    references: tuple[CitedReference, ...]


def references_view(catalogue: Catalogue) -> ReferencesView:
    """All references by key, each with the practices that cite it."""
    return ReferencesView(
        tuple(
            CitedReference(reference, authors(reference), date(reference), catalogue.citing[key])
            for key, reference in sorted(catalogue.references.items())
        )
    )


def numbered(catalogue: Catalogue, keys: Iterable[str]) -> tuple[NumberedReference, ...]:
    """The references of a page, each once, numbered from 1 in the order in which they are cited."""
    unique = dict.fromkeys(keys)
    return tuple(NumberedReference(n, catalogue.references[key]) for n, key in enumerate(unique, 1))


def authors(reference: Reference) -> str:
    """`Humphreys, C., Hester, M. and Lowe, P.`, or nothing where the document names none."""
    names = [_name(author) for author in reference.author]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def date(reference: Reference) -> str:
    """The date that the document names, or `no date`."""
    return reference.issued or "no date"


def _name(author: Name) -> str:
    if author.literal:
        return author.literal
    return ", ".join(filter(None, (author.family, author.given)))
