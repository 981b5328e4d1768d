"""What search knows of a practice: its text in passages, what a result shows of it, the ages it is for.

Documents are made from the text and not from the built pages: nothing of a page's furniture can get into the
index.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from generator.compendium.facets import FACETS, MARKS_THAT_COUNT
from generator.compendium.records import IndicatorEntry, PracticeEntry
from generator.presentation import addresses
from generator.presentation.blocks import (
    Block,
    Body,
    Cell,
    Claims,
    Details,
    Fact,
    Facts,
    Links,
    Notice,
    Section,
    Sources,
    Table,
)
from generator.presentation.compendium_text import CompendiumText
from generator.schema.parts import AgeRange

LANGUAGE = "en"
WITHOUT_DEFINITION = ("country", "entry", "status")
"""Facets whose definitions say nothing of a practice: they tell how an entry came about."""

_HEADING = re.compile(r'<h([1-6]) id="([^"]*)">(.*?)</h\1>', re.DOTALL)
_PARAGRAPH_END = re.compile(r"</(?:p|li|h[1-6]|td|th|blockquote|pre)>")
_TAG = re.compile(r"<[^>]*>")
_SPACE_BEFORE_SIGN = re.compile(r"\s+(?=[.,;:!?)])")


@dataclass(frozen=True)
class Weight:
    """How much a word counts by the place it stands in.

    `often` is what each time counts that it is used, `once` what it is worth that it stands there at all.
    """

    often: float
    once: float


TITLE = Weight(2, 1.2)
ALTERNATIVE_TITLE = Weight(2, 1.1)
SUMMARY = Weight(2, 0.8)
ELEMENT = Weight(1.5, 0.4)
HEADING = Weight(1, 0.2)
PROSE = Weight(1, 0)
FACET = Weight(2, 0.6)
DEFINITION = Weight(0.4, 0)
SOURCE = Weight(0.3, 0)


@dataclass(frozen=True)
class Passage:
    """A paragraph that can be found, with the heading above it and the id by which that is linked."""

    text: str
    weight: Weight
    heading: str = ""
    id: str = ""

    @property
    def is_fact(self) -> bool:
        """Whether it is a label or a definition, and in no section of the page."""
        return bool(self.heading) and not self.id


@dataclass(frozen=True)
class Document:
    """A practice as search knows it. `shown` is what a result shows beside its title and excerpt."""

    address: str
    title: str
    passages: tuple[Passage, ...]
    shown: Mapping[str, str]
    ages: tuple[AgeRange, ...]


NOT_INDEXED = {
    "sources": "of the documents, titles and authors are; the places in them are not",
    "source": "documents are found on the page of references",
    "locator": "the same",
    "quote": "the source's words are for whoever verifies a claim",
    "basis": "says who calls an element necessary; nobody looks for these words",
    "form": "says what kind of finding it is; nobody looks for these words",
    "adaptable": "says no, in part or freely; nobody looks for these words",
    "mark": "found by the filter for indicators",
    "criteria": "ids, which are found on the pages of the indicators",
    "related": "the names of other practices, which are found by themselves",
    "contact.url": "an address",
    "reviewed_on": "said of the entry, not of the practice",
}
"""The fields whose words a search does not look through, each with the reason."""


def documents(words: CompendiumText) -> Iterator[Document]:
    """The search document of every practice, in the order of their addresses."""
    for id_, entry in sorted(words.catalogue.compendium.practices.items()):
        card = words.cards.of(entry)
        yield Document(
            addresses.practice(id_),
            entry.title,
            tuple(_passages(entry, words)),
            {"status": card.status.label, "evidence": card.level.label, "country": card.places},
            tuple(group.ages for group in entry.fields.participants or () if group.ages),
        )


def _passages(entry: PracticeEntry, words: CompendiumText) -> Iterator[Passage]:
    """The text in the order of the page, the panel's last; then what the page does not say in so many words."""
    text = words.practice(entry)
    yield Passage(text.summary, SUMMARY)
    if text.status_note:
        yield Passage(text.status_note, PROSE)
    for section in (*text.sections, text.glance):
        for block in section.blocks:
            yield from _of_block(block, section)
    if entry.fields.alt_titles:
        yield Passage(text.also, ALTERNATIVE_TITLE)
    yield from _of_facets(entry, words)


def _of_block(block: Block, section: Section) -> Iterator[Passage]:
    """What a block says of the practice, without labels, which are the same in every practice."""
    if isinstance(block, Body):
        yield from _of_body(block.prose.html)
    elif isinstance(block, Sources):
        for reference in (source.reference for source in block.sources):
            text = ". ".join(filter(None, (reference.authors, reference.date, reference.title)))
            yield Passage(text, SOURCE, section.heading)
    else:
        weight = ELEMENT if isinstance(block, Table) and block.name == "elements" else PROSE
        for text in _texts(block):
            yield Passage(text, weight, section.heading, section.id)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Table():
            yield from filter(None, map(_row, block.rows))
        case Claims():
            yield from (claim.text for claim in block.claims)
        case Details():
            yield from _values(block.facts)
        case Links() if block.name == "from":
            yield from (link.text for link in block.links)
        case Notice() if block.warning:
            yield block.text
        case Facts():
            yield from _values((block.answer, *block.facts))


def _row(row: tuple[Cell, ...]) -> str:
    """What a row says, without labels of values and names that lead elsewhere."""
    return ". ".join(cell.text for cell in row if cell.text and not cell.value and not cell.address)


def _values(facts: tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        if not fact.about_entry:
            yield from (value.text for value in fact.values if not value.address)


def _of_body(html: str) -> Iterator[Passage]:
    """The paragraphs of a body, each under its nearest heading."""
    pieces = _HEADING.split(html)
    yield from _paragraphs(pieces[0], "", "")
    for id_, heading, text in zip(pieces[2::4], pieces[3::4], pieces[4::4], strict=True):
        yield from _paragraphs(text, plain(heading), id_)


def _paragraphs(html: str, heading: str, id_: str) -> Iterator[Passage]:
    texts = (plain(piece) for piece in _PARAGRAPH_END.split(html))
    return (Passage(text, PROSE, heading, id_) for text in texts if text)


def plain(html: str) -> str:
    """The text of a piece of HTML, its spaces made single."""
    text = " ".join(unescape(_TAG.sub(" ", html)).split())
    return _SPACE_BEFORE_SIGN.sub("", text)


def _of_facets(entry: PracticeEntry, words: CompendiumText) -> Iterator[Passage]:
    """Labels and definitions of everything that the practice is grouped by."""
    for facet in FACETS:
        terms = words.texts.terms(facet.vocabulary)
        for value in facet.values_of(entry.fields) if facet.name != "indicator" else ():
            term = terms[value]
            yield Passage(term.label, FACET, terms.label)
            if facet.name not in WITHOUT_DEFINITION:
                yield Passage(term.definition, DEFINITION, f"{terms.label}: {term.label}")
    for number, mark in entry.fields.indicators.items():
        if mark.mark in MARKS_THAT_COUNT and number in words.catalogue.indicators:
            yield from _of_indicator(words.catalogue.indicators[number], words)


def _of_indicator(indicator: IndicatorEntry, words: CompendiumText) -> Iterator[Passage]:
    fields = indicator.fields
    title = words.texts("indicator.numbered", number=indicator.number, title=fields.title)
    yield Passage(f"{title}. {fields.question}", DEFINITION, words.texts("filter.indicator"))
    for criterion in (*fields.criteria, *fields.ipc_criteria):
        yield Passage(criterion.text, DEFINITION, title)
