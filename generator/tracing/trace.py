"""What an entry claims, compared with what its documents say: quotes, places, figures, years and names.

In come an entry's file and the library of documents; out comes a problem for everything that is not in the
place that the entry cites. Nothing is said of documents whose text is not at hand.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial

from generator import vocabulary
from generator.checks.raw_fields import text_at, texts_in
from generator.problems import KeyPath, Problem
from generator.reading.frontmatter import Document
from generator.reading.source_places import SourcePlaces
from generator.tracing.claims import (
    Claim,
    Place,
    Quote,
    cited_places,
    claims_in,
    claims_in_body,
    places_in,
    quotes_in,
)
from generator.tracing.figures import KnownFigures, claimed_figures
from generator.tracing.library import Library, Passage, SourceDocument
from generator.tracing.locators import NoSuchPlaceError
from generator.tracing.names import KnownNames, Name, names, words_of
from generator.tracing.source_text import Span, straightened

_WORDS_OF_COUNTRIES = {"GB": "United Kingdom UK Britain British", "EU": "European Union EU Europe"}
"""Names in everyday use of countries that an entry says it is from."""

_ABOUT_DOCUMENTS = ("status_note",)
"""The field that says how old the documents are: what the list of references notes on that may be in it."""


@dataclass
class Traced:
    """What came of one file: its problems, the passages that it quotes, and how much was compared."""

    problems: list[Problem] = field(default_factory=list)
    quoted: list[tuple[str, Span]] = field(default_factory=list)
    quotes: int = 0
    claims: int = 0


@dataclass(frozen=True)
class Lexicon:
    """What is known of words: those that are written small somewhere, and the titles of practices by id."""

    small: Collection[str]
    titles: Mapping[str, str]


def trace(document: Document, library: Library, lexicon: Lexicon) -> Traced:
    """Everything in a file that is not where the file says it is."""
    comparison = _Comparison(document, library, lexicon)
    found = Traced()
    found.problems.extend(comparison.missing_places())
    for quote in quotes_in(document.fields):
        found.quotes += 1
        found.problems.extend(comparison.quote_elsewhere(quote, found.quoted))
    for claim in (*claims_in(document.fields), *claims_in_body(document.body)):
        found.claims += 1
        found.problems.extend(comparison.missing_figures(claim))
        found.problems.extend(comparison.missing_names(claim))
    return found


class _Comparison:
    """One file beside its documents."""

    def __init__(self, document: Document, library: Library, lexicon: Lexicon) -> None:
        self._document = document
        self._library = library
        self._small = lexicon.small
        self._in_body = SourcePlaces(document.body, document.path, document.body_line)
        self._own_names = frozenset(_own_names(document, lexicon.titles))
        cited = [place for _, place in (*places_in(document.fields), *cited_places(document.body))]
        self._all_places = tuple(dict.fromkeys(cited))

    def missing_places(self) -> Iterator[Problem]:
        """A problem for each locator that names no place of its document."""
        for path, place in places_in(self._document.fields):
            for message, fix in self._no_such_place(place):
                yield self._at_field((*path, "locator"), "no-such-place", message, fix)
        for position, place in cited_places(self._document.body):
            for message, fix in self._no_such_place(place):
                yield self._in_body.problem("no-such-place", position, message, fix)

    def quote_elsewhere(self, quote: Quote, quoted: list[tuple[str, Span]]) -> Iterator[Problem]:
        """A problem for a quote that is not, word for word, in its place; what is there is put in `quoted`."""
        document = self._library.documents.get(quote.place.ref)
        if document is None:
            return
        source, path = document.source, (*quote.path, "quote")
        passage = self._library.passage(quote.place)
        spans = passage.spans if passage else []
        here = [span for within in spans for span in source.places_of(quote.words, within)]
        found = here or list(source.places_of(quote.words))
        quoted.extend((quote.place.ref, span) for span in found[:1])
        if not found:
            near = source.nearest(quote.words)
            message = f"{quote.place.ref} does not have these words: {_cut(quote.words)!r}."
            fix = f"It has: {near!r}. Copy the words as they are." if near else "Copy the words from the text."
            yield self._at_field(path, "not-in-source", message, fix)
        elif passage and not here:
            where = document.places.name_of(found[0][0])
            message = f"These words are not in {_named(quote.place)} but in {where}: {_cut(quote.words)!r}."
            fix = "Name the place that they are taken from, or quote another passage."
            yield self._at_field(path, "quote-from-elsewhere", message, fix)

    def missing_figures(self, claim: Claim) -> Iterator[Problem]:
        """A problem for each number and year of a claim that its places do not have."""
        passages = self._passages(claim)
        for figure in claimed_figures(straightened(claim.text)) if passages else ():
            if any(known.has(figure) for passage in passages for known in _figures_of(passage, claim)):
                continue
            what, rule = (
                ("year", "year-not-in-source") if figure.is_year else ("figure", "figure-not-in-source")
            )
            near = _near(passages, partial(SourceDocument.figure_near, figure=figure))
            message = f"The {what} {figure.written!r} is not in {_places_of(claim)}."
            fix = f"{near} Cite that place, or correct it." if near else "Correct it, or leave it out."
            yield self._at(claim, figure.start, rule, message, fix)

    def missing_names(self, claim: Claim) -> Iterator[Problem]:
        """A problem for each word of a proper name in a claim that its places do not have."""
        passages = self._passages(claim)
        left: list[Name] = names(straightened(claim.text), self._small) if passages else []
        for passage in passages:
            elsewhere = passage.document.words | _words_of_countries()
            for known in _names_of(passage, claim):
                left = list(known.missing(left, self._own_names | passage.document.naming, elsewhere))
        for name in left:
            near = _near(passages, partial(SourceDocument.name_near, word=name.word))
            message = f"The name {name.word!r} is not in {_places_of(claim)}."
            fix = f"{near} Cite that place, or leave it out." if near else "Correct it, or leave it out."
            yield self._at(claim, name.start, "name-not-in-source", message, fix)

    def _passages(self, claim: Claim) -> list[Passage]:
        """What the places of a claim have; nothing where it has none, or where a text is not at hand.

        What an entry says without a source of its own rests on all that it cites. A page has no `sources`:
        what it says without a citation is its own.
        """
        places = claim.places or (self._all_places if "sources" in self._document.fields else ())
        if any(place.ref not in self._library.documents for place in places):
            return []
        return [passage for place in places if (passage := self._library.passage(place))]

    def _no_such_place(self, place: Place) -> Iterator[tuple[str, str]]:
        document = self._library.documents.get(place.ref)
        if document is None:
            return
        try:
            document.places.spans(place.locator)
        except NoSuchPlaceError as refusal:
            yield f"{place.ref} has no place {place.locator!r}.", str(refusal)

    def _at(self, claim: Claim, offset: int, rule: str, message: str, fix: str) -> Problem:
        if claim.path:
            return self._at_field(claim.path, rule, message, fix)
        return self._in_body.problem(rule, claim.start + offset, message, fix)

    def _at_field(self, path: KeyPath, rule: str, message: str, fix: str) -> Problem:
        return Problem(self._document.path, *self._document.places.of_value(path), rule, message, fix)


def _own_names(document: Document, titles: Mapping[str, str]) -> Iterator[str]:
    """The words by which an entry calls itself, the practices that it points at, and its countries."""
    fields = document.fields
    yield from words_of(straightened(text_at(fields, "title")))
    for field_name in ("alt_titles", "related", "adapted_from"):
        for _, text in texts_in(fields.get(field_name), ()):
            yield from words_of(straightened(titles.get(text, text if field_name == "alt_titles" else "")))
    for _, code in texts_in(fields.get("countries"), ()):
        if code in vocabulary.countries():
            yield from words_of(f"{vocabulary.countries()[code].label} {_WORDS_OF_COUNTRIES.get(code, '')}")


@cache
def _words_of_countries() -> frozenset[str]:
    return frozenset(word for country in vocabulary.countries() for word in words_of(country.label))


def _figures_of(passage: Passage, claim: Claim) -> Iterator[KnownFigures]:
    """The numbers that a claim may take from a place: its own, and those that date the document."""
    yield from passage.figures
    yield passage.document.dating
    if claim.path == _ABOUT_DOCUMENTS:
        yield KnownFigures(passage.document.reference.note or "")


def _names_of(passage: Passage, claim: Claim) -> Iterator[KnownNames]:
    yield passage.names
    if claim.path == _ABOUT_DOCUMENTS:
        yield KnownNames(passage.document.reference.note or "")


def _near(passages: Iterable[Passage], look: Callable[[SourceDocument], str]) -> str:
    """Where else in the documents of some passages a thing is, or nothing."""
    documents = {passage.document.reference.id: passage.document for passage in passages}
    places = ((key, look(document)) for key, document in documents.items())
    return next((f"{key} has it in {place}." for key, place in places if place), "")


def _named(place: Place) -> str:
    return f"{place.ref}, {place.locator}"


def _places_of(claim: Claim) -> str:
    if not claim.places:
        return "any place that the entry cites"
    return " or ".join(_named(place) for place in claim.places)


def _cut(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57].rstrip()}…"
