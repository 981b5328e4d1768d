"""A practice in words: the one ordered list of sections that pages, book and search documents print."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import vocabulary
from generator.compendium.catalogue import Catalogue
from generator.compendium.facets import FACETS
from generator.compendium.records import PracticeEntry
from generator.compendium.related import LEAST_SCORE, MOST_SHOWN, Related
from generator.presentation.adoption import before_adopting, necessary_elements
from generator.presentation.at_a_glance import at_a_glance, silent
from generator.presentation.blocks import Body, Links, Notice, Section, Source, Sources
from generator.presentation.evidence import evidence, marks
from generator.presentation.links import Link, practice_link
from generator.presentation.quotations import Quotation, quotations
from generator.presentation.references import reference_text
from generator.presentation.texts import Texts
from generator.schema.fields import Citation
from generator.schema.practice import FullPractice

_FACETS = {facet.name: facet.vocabulary for facet in FACETS}

NOT_SHOWN = {
    "editor_notes": "for editors: why the entry is as it is",
    "exceptions": "for the check of personal data; says nothing about the practice",
    "review_months": "shown as the day on which the review is due",
    "entry": "shown as the list of what a brief entry lacks, and as a tag on cards",
}
"""The fields of a practice that no edition shows by themselves, each with the reason."""

NOT_SHOWN_OF_REFERENCES = {
    "id": "the key by which editors cite; shown on the page of references alone",
    "verified-text": "for `compendium trace`, which looks claims up in it",
    "type": "for programs that cite: it is in the CSL data",
    "language": "tells machines that read aloud in which language the title is",
}
"""The same for the fields of a document."""


@dataclass(frozen=True)
class PracticeText:
    """Everything that is said about one practice, in the order in which readers meet it."""

    id: str
    title: str
    also: str
    summary: str
    kicker: str
    status: vocabulary.Term
    status_note: str
    glance: Section
    silent: str
    missing: str
    sections: tuple[Section, ...]
    quotations: Mapping[Citation, Quotation]

    @property
    def is_past(self) -> bool:
        """Whether readers must be told at once that the practice may not run as described."""
        return self.status.value != "current"


def practice_text(entry: PracticeEntry, catalogue: Catalogue, texts: Texts) -> PracticeText:
    """The words of one practice; `catalogue` is that of the whole compendium."""
    fields = entry.fields
    glance = at_a_glance(entry, texts)
    kinds = texts.terms(vocabulary.CATEGORY)[fields.category], texts.terms(vocabulary.KIND)[fields.kind]
    return PracticeText(
        id=entry.id,
        title=entry.title,
        also=texts("practice.also", names="; ".join(fields.alt_titles)) if fields.alt_titles else "",
        summary=fields.summary,
        kicker=" · ".join(term.label for term in kinds),
        status=texts.terms(vocabulary.STATUS)[fields.status],
        status_note=fields.status_note or "",
        glance=Section("at_a_glance", texts("practice.glance"), glance),
        silent=silent([name for question in glance for name in question.unnamed], texts),
        missing=_missing(entry, texts),
        sections=tuple(_sections(entry, catalogue, texts)),
        quotations=quotations(entry, catalogue.references, texts),
    )


def _sections(entry: PracticeEntry, catalogue: Catalogue, texts: Texts) -> Iterator[Section]:
    yield Section("", "", (Body(entry.body),))
    if "necessary_elements" in entry.fields.model_fields_set:
        yield Section("necessary_elements", texts("practice.elements"), tuple(necessary_elements(entry, texts)))
    if adoption := tuple(before_adopting(entry, texts)):
        yield Section("before_you_adopt_it", texts("practice.adoption"), adoption)
    yield Section("evidence_", texts("practice.evidence"), tuple(evidence(entry, texts)))
    yield Section("indicators_", texts("practice.indicators"), (marks(entry, catalogue, texts),))
    yield Section("sources_", texts("practice.sources"), (_sources(entry, catalogue, texts),))
    yield Section("related_", texts("practice.related"), tuple(_relatives(entry, catalogue, texts)))


def _missing(entry: PracticeEntry, texts: Texts) -> str:
    """What a brief entry still lacks, in the words of the field reference."""
    if entry.fields.entry == "full":
        return ""
    titles = (FullPractice.model_fields[name].title or name for name in entry.missing_fields)
    lacking = [title.lower() for title in titles]
    lacking += [texts("practice.missing-text", heading=heading) for heading in entry.missing_headings]
    return texts("practice.missing-list", names=", ".join(lacking)) if lacking else ""


def _sources(entry: PracticeEntry, catalogue: Catalogue, texts: Texts) -> Sources:
    return Sources(
        tuple(
            Source(
                reference_text(catalogue.references[ref], texts),
                tuple(citation for citation in entry.fields.sources if citation.ref == ref),
            )
            for ref in entry.references
        )
    )


def _relatives(entry: PracticeEntry, catalogue: Catalogue, texts: Texts) -> Iterator[Links | Notice]:
    """Where the practice comes from, what was adapted from it, and what is close to it."""
    origins = tuple(
        practice_link(origin.practice) if origin.practice else Link(origin.name)
        for origin in catalogue.lineage.origins.get(entry.id, ())
    )
    offspring = tuple(map(practice_link, catalogue.lineage.offspring.get(entry.id, ())))
    close = tuple(
        practice_link(related.practice)._replace(note=_why_close(related, texts))
        for related in catalogue.relatedness.of(entry)
    )
    for key, links in (("from", origins), ("by", offspring), ("close", close)):
        if links:
            yield Links(key, texts(f"related.{key}"), links)
    if not close:
        yield Notice(texts("related.none"))


def _why_close(related: Related, texts: Texts) -> str:
    reasons = [texts("related.named")] if related.named else []
    shared = [texts.terms(_FACETS[facet])[value].label for facet, value in related.shared]
    reasons += [texts("related.shares", values=", ".join(shared))] if shared else []
    return "; ".join(reasons)


def how_related(texts: Texts) -> str:
    """How related practices are chosen, with what a shared value of each facet counts."""
    by_weight: dict[int, list[str]] = {}
    for facet in sorted(FACETS, key=lambda facet: -facet.weight):
        by_weight.setdefault(facet.weight, []).append(texts.terms(facet.vocabulary).label.lower())
    weights = [
        texts("related.weight", facets=", ".join(labels), weight=weight)
        for weight, labels in by_weight.items()
        if weight
    ]
    return texts("related.how", weights="; ".join(weights), least=LEAST_SCORE, most=MOST_SHOWN)
