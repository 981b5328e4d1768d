"""What search knows of a practice: a small document for Pagefind to index, made from the record.

In comes the compendium; out come documents by their address, facets and all. They are made
from the records and not from the built pages: nothing of a page's furniture can get into the index.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from generator import vocabulary
from generator.compendium.records import Compendium, PracticeEntry
from generator.presentation import addresses
from generator.presentation.filters import Filter, filters_of
from generator.search.synonyms import Synonyms

LANGUAGE = "en"
WEIGHTS = {"title": 10, "alternative title": 8, "necessary element": 4, "summary": 3, "prose": 1}
"""How much a word counts by the place it stands in; Pagefind knows weights from 0 to 10."""


@dataclass(frozen=True)
class Section:
    """A part of a practice's page: its heading, the id it is linked by, its paragraphs and their weight."""

    id: str
    heading: str
    paragraphs: tuple[str, ...]
    weight: int = WEIGHTS["prose"]


def documents(compendium: Compendium) -> Iterator[tuple[str, str]]:
    """The address and the search document of every practice, in the order of their addresses."""
    filters = filters_of(compendium)
    synonyms = Synonyms.of(compendium.practices.values())
    for id_, entry in sorted(compendium.practices.items()):
        yield addresses.practice(id_), _document(entry, filters, synonyms)


def _document(entry: PracticeEntry, filters: tuple[Filter, ...], synonyms: Synonyms) -> str:
    fields = entry.fields
    weight = WEIGHTS
    content = [
        f'<h1 data-pagefind-weight="{weight["title"]}">{escape(entry.title)}</h1>',
        *(_paragraph(title, weight["alternative title"]) for title in fields.alt_titles),
        _paragraph(fields.summary, weight["summary"]),
        entry.body.html,
        *(_section(section) for section in sections(entry) if section.paragraphs),
    ]
    text = "\n".join(content)
    facts = [
        *(_fact("filter", each.label, label) for each in filters for label in each.labels_of(entry)),
        *(_fact("meta", name, value) for name, value in _shown(entry).items()),
        *(_fact("meta", "also", forms) for forms in [synonyms.missing_from(text)] if forms),
    ]
    return (
        f'<!doctype html><html lang="{LANGUAGE}"><head><title>{escape(entry.title)}</title></head><body>\n'
        f"<main data-pagefind-body>\n{text}\n</main>\n" + "\n".join(facts) + "\n</body></html>\n"
    )


def sections(entry: PracticeEntry) -> Iterator[Section]:
    """The parts of the page beside its body, under the ids that the page gives them."""
    fields = entry.fields
    elements = tuple(f"{each.element}. {each.why}" for each in fields.necessary_elements or ())
    yield Section("necessary_elements", "Necessary elements", elements, WEIGHTS["necessary element"])
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


def _section(section: Section) -> str:
    paragraphs = "\n".join(_paragraph(text, section.weight) for text in section.paragraphs)
    return f'<h2 id="{section.id}">{escape(section.heading)}</h2>\n{paragraphs}'


def _paragraph(text: str, weight: int) -> str:
    return f'<p data-pagefind-weight="{weight}">{escape(text)}</p>'


def _fact(kind: str, name: str, value: str) -> str:
    return f'<p data-pagefind-{kind}="{escape(name)}">{escape(value)}</p>'
