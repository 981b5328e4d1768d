"""The small things that every view is made of: links, facts, labels of terms."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.compendium.records import PracticeEntry
from generator.presentation import addresses
from generator.vocabulary import Term, Vocabulary


class Link(NamedTuple):
    """A text that leads to an address of the site; a plain text where the address is empty."""

    text: str
    address: str = ""
    note: str = ""


class Fact(NamedTuple):
    """One line of an at-a-glance panel; no values means that no source says it."""

    label: str
    values: tuple[Link, ...]


def practice_link(entry: PracticeEntry) -> Link:
    """A practice's title, leading to its page."""
    return Link(entry.title, addresses.practice(entry.id))


def term_link(facet: str, term: Term) -> Link:
    """A value's label, leading to the practices that share it."""
    return Link(term.label, addresses.index_of(facet, term.value), term.definition)


def term_links(vocabulary: Vocabulary, values: Iterable[str] | None) -> tuple[Link, ...]:
    """The labels of some values of one facet, in the order given."""
    return tuple(term_link(vocabulary.name, vocabulary[value]) for value in values or ())
