"""The documents that a compendium is written from, with what is known of each: its text, places, figures.

In come references and the texts of some of them; out come passages, and what a passage has. A passage is
looked into once, however many entries cite it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.schema.reference import Reference
from generator.tracing.claims import Place
from generator.tracing.figures import Figure, KnownFigures, figures
from generator.tracing.locators import NoSuchPlaceError, Places
from generator.tracing.names import KnownNames, words_of
from generator.tracing.source_text import SourceText, Span

MOST_QUOTED = 0.1
"""How much of a document may be quoted in all; a passage that is quoted twice counts once."""


@dataclass
class SourceDocument:
    """One document with its text. `quoted` collects the passages that entries quote."""

    reference: Reference
    source: SourceText
    places: Places
    quoted: set[Span] = field(default_factory=set)

    @cached_property
    def naming(self) -> frozenset[str]:
        """The words by which the document itself is called: its title, authors and publisher."""
        reference = self.reference
        authors = (
            part for name in reference.author for part in (name.literal, name.family, name.given) if part
        )
        called = (reference.title, reference.title_short, reference.publisher, reference.publisher_place)
        return frozenset(word for text in (*called, *authors) if text for word in words_of(text))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the text, in small letters."""
        return frozenset(words_of(self.source.text))

    @cached_property
    def dating(self) -> KnownFigures:
        """The numbers in the document's title, and its year."""
        return KnownFigures(f"{self.reference.title} {(self.reference.issued or '')[:4]}")

    @cached_property
    def figures(self) -> list[Figure]:
        """Every number in the text but those of its sections and notes."""
        return figures(self._without_numbering)

    def figures_in(self, span: Span) -> KnownFigures:
        """The numbers in a passage."""
        return KnownFigures(self._without_numbering[span[0] : span[1]])

    def name_near(self, word: str) -> str:
        """The place of the first mention of a word, or nothing."""
        found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", self.source.text, re.IGNORECASE)
        return self.places.name_of(found.start()) if found else ""

    def figure_near(self, figure: Figure) -> str:
        """The place of the first number of the same value and unit, or nothing."""
        same = (each for each in self.figures if (each.value, each.unit) == (figure.value, figure.unit))
        found = next(same, None)
        return self.places.name_of(found.start) if found else ""

    def share_quoted(self) -> float:
        """Which part of the document's words is quoted."""
        words = sum(self.source.words_in(span) for span in _merged(self.quoted))
        return words / max(self.source.words, 1)

    @cached_property
    def _without_numbering(self) -> str:
        text = list(self.source.text)
        for start, end in self.places.numbering():
            text[start:end] = " " * (end - start)
        return "".join(text)


@dataclass(frozen=True)
class Passage:
    """What a place of a document has."""

    document: SourceDocument
    spans: list[Span]
    figures: tuple[KnownFigures, ...]
    names: KnownNames


class Library:
    """The documents whose texts are at hand, by key."""

    def __init__(self, documents: Mapping[str, SourceDocument]) -> None:
        self.documents = documents
        self._passages: dict[Place, Passage] = {}

    def passage(self, place: Place) -> Passage | None:
        """What a place has; None where the text is not at hand or has no such place."""
        document = self.documents.get(place.ref)
        if document is None:
            return None
        if place not in self._passages:
            try:
                spans = document.places.spans(place.locator)
            except NoSuchPlaceError:
                return None
            text = "\n".join(document.source.text[start:end] for start, end in spans)
            numbers = tuple(document.figures_in(span) for span in spans)
            self._passages[place] = Passage(document, spans, numbers, KnownNames(text))
        return self._passages[place]


def library(
    references: Mapping[str, Reference], texts: Mapping[str, str], locators: Iterable[Place]
) -> Library:
    """The library of the documents of which there is a text, with the places that entries cite in them."""
    named: dict[str, list[str]] = {}
    for place in locators:
        named.setdefault(place.ref, []).append(place.locator)
    return Library({key: _document(references[key], text, named.get(key, [])) for key, text in texts.items()})


def _document(reference: Reference, text: str, locators: list[str]) -> SourceDocument:
    source = SourceText(text)
    return SourceDocument(reference, source, Places(source, locators))


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """The passages without what overlaps."""
    begin, end = 0, 0
    for first, last in sorted(spans):
        if first > end:
            yield begin, end
            begin = first
        end = max(end, last)
    yield begin, end
