"""What search knows of a practice: its text in passages, what a result shows of it, the ages it is for.

In comes the compendium; out come documents in the order of their addresses. They are made from the
records and not from the built pages: nothing of a page's furniture can get into the index.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from generator import vocabulary
from generator.compendium.facets import FACETS, MARKS_THAT_COUNT
from generator.compendium.records import Compendium, IndicatorEntry, PracticeEntry
from generator.presentation import addresses
from generator.schema.parts import AgeRange
from generator.schema.reference import Reference

LANGUAGE = "en"
WITHOUT_DEFINITION = ("country", "entry", "status", "indicator")
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
class Section:
    """A part of a practice's page: its heading, the id it is linked by, its paragraphs and their weight."""

    id: str
    heading: str
    paragraphs: tuple[str, ...]
    weight: Weight = PROSE


@dataclass(frozen=True)
class Passage:
    """A paragraph that can be found, with the heading above it and the id by which that is linked."""

    text: str
    weight: Weight
    heading: str = ""
    id: str = ""


@dataclass(frozen=True)
class Document:
    """A practice as search knows it. `shown` is what a result shows beside its title and excerpt."""

    address: str
    title: str
    passages: tuple[Passage, ...]
    shown: Mapping[str, str]
    ages: tuple[AgeRange, ...]


def documents(compendium: Compendium) -> Iterator[Document]:
    """The search document of every practice, in the order of their addresses."""
    for id_, entry in sorted(compendium.practices.items()):
        yield Document(
            addresses.practice(id_),
            entry.title,
            tuple(_passages(entry, compendium)),
            _shown(entry),
            tuple(group.ages for group in entry.fields.participants or () if group.ages),
        )


def _passages(entry: PracticeEntry, compendium: Compendium) -> Iterator[Passage]:
    fields = entry.fields
    yield Passage(fields.summary, SUMMARY)
    yield from _of_body(entry.body.html)
    for section in sections(entry):
        for text in section.paragraphs:
            yield Passage(text, section.weight, section.heading, section.id)
    if fields.alt_titles:
        yield Passage(" · ".join(fields.alt_titles), ALTERNATIVE_TITLE, "Also called")
    yield from _of_facets(entry, compendium.indicators)
    for key in entry.references:
        if key in compendium.references:
            yield Passage(_source(compendium.references[key]), SOURCE, "Source")


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


def _of_facets(entry: PracticeEntry, indicators: Mapping[str, IndicatorEntry]) -> Iterator[Passage]:
    """Labels and definitions of everything that the practice is grouped by."""
    for facet in FACETS:
        for value in facet.values_of(entry.fields) if facet.name != "indicator" else ():
            term = facet.vocabulary[value]
            yield Passage(term.label, FACET, facet.label)
            if facet.name not in WITHOUT_DEFINITION:
                yield Passage(term.definition, DEFINITION, f"{facet.label}: {term.label}")
    for number, mark in entry.fields.indicators.items():
        if mark.mark in MARKS_THAT_COUNT and number in indicators:
            yield from _of_indicator(indicators[number])


def _of_indicator(indicator: IndicatorEntry) -> Iterator[Passage]:
    fields = indicator.fields
    heading = f"Indicator {indicator.number}"
    yield Passage(f"{fields.title}. {fields.question}", DEFINITION, heading)
    for criterion in (*fields.criteria, *fields.ipc_criteria):
        yield Passage(criterion.text, DEFINITION, heading)


def _source(reference: Reference) -> str:
    names = [name.literal or f"{name.given or ''} {name.family or ''}".strip() for name in reference.author]
    parts = (", ".join(names), reference.issued, reference.title, reference.title_short)
    return ". ".join(part for part in parts if part)


def sections(entry: PracticeEntry) -> Iterator[Section]:
    """The parts of the page beside its body, under the ids that the page gives them."""
    fields = entry.fields
    elements = tuple(f"{each.element}. {each.why}" for each in fields.necessary_elements)
    yield Section("necessary_elements", "Necessary elements", elements, ELEMENT)
    statements = (
        *([fields.context] if fields.context else []),
        *(fields.preconditions or ()),
        *(fields.not_suitable_when or ()),
        *([fields.theory] if fields.theory else []),
    )
    yield Section("before_you_adopt_it", "Before you adopt it", tuple(each.text for each in statements))
    findings = tuple(f"{each.design} {each.finding}" for each in fields.evidence.evaluations)
    yield Section("evidence_", "Evidence", findings)
    notes = tuple(mark.note for mark in fields.indicators.values() if mark.note)
    yield Section("indicators_", "Good-practice indicators", notes)
    yield Section("at_a_glance", "At a glance", tuple(_glance(entry)))


def _glance(entry: PracticeEntry) -> Iterator[str]:
    fields = entry.fields
    if fields.region:
        yield fields.region
    for group in fields.participants or ():
        yield group.who
    if fields.delivery:
        parts = (
            fields.delivery.setting,
            fields.delivery.staff,
            fields.delivery.referral,
            fields.delivery.materials,
        )
        yield from (part for part in parts if part)
    for organisation in fields.organisations or ():
        yield f"{organisation.name}. {organisation.role}"


def _shown(entry: PracticeEntry) -> dict[str, str]:
    """What a result shows beside its title and excerpt."""
    fields = entry.fields
    countries = vocabulary.countries()
    return {
        "status": vocabulary.STATUS[fields.status].label,
        "evidence": vocabulary.EVIDENCE_LEVEL[fields.evidence.level].label,
        "country": " · ".join(countries[code].label for code in fields.countries),
    }
