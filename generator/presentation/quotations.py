"""The very words of sources, with whose they are and where they can be read."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.compendium.records import PracticeEntry
from generator.presentation.texts import Texts
from generator.schema.fields import Citation, Record
from generator.schema.reference import Reference


class Quotation(NamedTuple):
    """Words of a source in quotation marks, its author and the place; `language` where it is not English.

    `label` says what they are.
    """

    label: str
    words: str
    by: str
    language: str


def quotations(
    entry: PracticeEntry, references: Mapping[str, Reference], texts: Texts
) -> dict[Citation, Quotation]:
    """The quotation that each citation of an entry gives; nothing for those that give none."""
    return {
        citation: _quotation(citation, citation.quote, references[citation.ref], texts)
        for citation in _citations(entry.fields)
        if citation.quote is not None
    }


def _quotation(citation: Citation, words: str, reference: Reference, texts: Texts) -> Quotation:
    authors = texts.listed(author.literal or author.family or "" for author in reference.author)
    return Quotation(
        texts("quote.label"),
        texts("quote.words", words=" ".join(words.split())),
        texts("quote.by", author=authors or reference.title_short or reference.title, place=citation.locator),
        reference.language or "",
    )


def _citations(value: Any) -> Iterator[Citation]:
    """Every citation in or below a value of a record."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, Record):
        for _, item in value:
            yield from _citations(item)
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _citations(item)
