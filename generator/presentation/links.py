"""Texts that lead somewhere: practices, indicators and values of facets, with their addresses."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.compendium.records import PracticeEntry
from generator.presentation import addresses
from generator.presentation.texts import Texts
from generator.vocabulary import Term, Vocabulary


class Link(NamedTuple):
    """A text that leads to an address of the site; a plain text where the address is empty."""

    text: str
    address: str = ""
    note: str = ""


def practice_link(entry: PracticeEntry) -> Link:
    """A practice's title, leading to its page."""
    return Link(entry.title, addresses.practice(entry.id))


def term_link(facet: str, term: Term) -> Link:
    """A value's label, leading to the practices that share it."""
    return Link(term.label, addresses.index_of(facet, term.value), term.definition)


def term_links(vocabulary: Vocabulary, values: Iterable[str] | None, texts: Texts) -> tuple[Link, ...]:
    """The labels of some values of one facet, in the order given."""
    terms = texts.terms(vocabulary)
    return tuple(term_link(terms.name, terms[value]) for value in values or ())


def labels(vocabulary: Vocabulary, values: Iterable[str] | None, texts: Texts) -> tuple[Link, ...]:
    """The labels of some values of a vocabulary that has no pages of its own."""
    terms = texts.terms(vocabulary)
    return tuple(Link(terms[value].label, note=terms[value].definition) for value in values or ())
