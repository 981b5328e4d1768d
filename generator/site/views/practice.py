"""The page of one practice, from at-a-glance panel to sources."""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator import vocabulary
from generator.compendium.catalogue import Catalogue
from generator.compendium.lineage import Origin
from generator.compendium.records import PracticeEntry
from generator.compendium.related import Related
from generator.presentation import addresses
from generator.presentation.links import Link
from generator.presentation.marks import Strip, strip_of
from generator.schema.parts import IndicatorMark
from generator.schema.practice import FullPractice, Practice
from generator.site.prose import body_on_page
from generator.site.views.glance import Glance, at_a_glance
from generator.site.views.references import ReferenceWords, in_words
from generator.vocabulary import Term


class Banner(NamedTuple):
    """What no reader of a historical or withdrawn entry may miss."""

    status: Term
    note: str


class MarkRow(NamedTuple):
    """One indicator with the practice's mark under it."""

    number: str
    indicator: Link
    mark: IndicatorMark
    term: Term
    criteria: tuple[tuple[str, str], ...]


class NumberedSource(NamedTuple):
    """A reference in the page's numbered list, with the places that the entry names in its sources."""

    number: int
    reference: ReferenceWords
    locators: tuple[str, ...]


@dataclass(frozen=True)
class PracticeView:
    """What the template `practice.html` shows."""

    entry: PracticeEntry
    fields: Practice
    banner: Banner | None
    glance: Glance
    body: Markup
    numbers: dict[str, int]
    sources: tuple[NumberedSource, ...]
    elements: tuple[tuple[object, Term], ...]
    marks: tuple[MarkRow, ...]
    strip: Strip
    level: Term
    rung: int
    evaluations: tuple[tuple[object, Term], ...]
    related: tuple[Related, ...]
    origins: tuple[Origin, ...]
    offspring: tuple[PracticeEntry, ...]
    missing: tuple[str, ...]
    sections: tuple[Link, ...]
    handout: str


def practice_view(catalogue: Catalogue, entry: PracticeEntry) -> PracticeView:
    """Everything that the page of `entry` shows."""
    fields = entry.fields
    numbers = {ref: number for number, ref in enumerate(entry.references, 1)}
    past = fields.status != "current"
    return PracticeView(
        entry=entry,
        fields=fields,
        banner=Banner(vocabulary.STATUS[fields.status], fields.status_note or "") if past else None,
        glance=at_a_glance(entry),
        body=body_on_page(entry.body, numbers),
        numbers=numbers,
        sources=_sources(catalogue, entry, numbers),
        elements=tuple((e, vocabulary.ADAPTABLE[e.adaptable]) for e in fields.necessary_elements or ()),
        marks=tuple(_mark_row(catalogue, entry, number) for number in catalogue.indicators),
        strip=strip_of(entry, catalogue.indicators),
        level=vocabulary.EVIDENCE_LEVEL[fields.evidence.level],
        rung=vocabulary.EVIDENCE_LEVEL.rank(fields.evidence.level) + 1,
        evaluations=tuple((e, vocabulary.EVALUATOR[e.by]) for e in fields.evidence.evaluations),
        related=tuple(catalogue.relatedness.of(entry)),
        origins=catalogue.lineage.origins.get(entry.id, ()),
        offspring=catalogue.lineage.offspring.get(entry.id, ()),
        missing=_missing(entry),
        sections=_sections(entry),
        handout=addresses.handout(entry.id),
    )


def _mark_row(catalogue: Catalogue, entry: PracticeEntry, number: str) -> MarkRow:
    indicator = catalogue.indicators[number]
    mark = entry.mark(number)
    return MarkRow(
        number,
        Link(indicator.fields.title, addresses.indicator(indicator.id)),
        mark,
        vocabulary.MARK[mark.mark],
        tuple((id_, catalogue.criteria[id_]) for id_ in mark.criteria),
    )


def _sources(catalogue: Catalogue, entry: PracticeEntry, numbers: dict[str, int]) -> tuple[NumberedSource, ...]:
    return tuple(
        NumberedSource(
            number,
            in_words(catalogue.references[ref]),
            tuple(citation.locator for citation in entry.fields.sources if citation.ref == ref),
        )
        for ref, number in numbers.items()
    )


def _missing(entry: PracticeEntry) -> tuple[str, ...]:
    """What a brief entry still lacks, in the words of the field reference."""
    if entry.fields.entry == "full":
        return ()
    fields = tuple(str(FullPractice.model_fields[name].title) for name in entry.missing_fields)
    return (*fields, *(f"Text: {heading}" for heading in entry.missing_headings))


def _sections(entry: PracticeEntry) -> tuple[Link, ...]:
    """The page's own contents."""
    body = tuple(Link(heading.text, f"#{heading.id}") for heading in entry.body.headings if heading.level == 2)
    return (
        Link("At a glance", "#at_a_glance"),
        *body,
        Link("Necessary elements", "#necessary_elements"),
        Link("Before you adopt it", "#before_you_adopt_it"),
        Link("Evidence", "#evidence_"),
        Link("Good-practice indicators", "#indicators_"),
        Link("Sources", "#sources_"),
        Link("Related practices", "#related_"),
    )
