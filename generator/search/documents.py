"""What search knows of a practice: a small document for Pagefind to index, made of the practice's text.

Documents are made from the text and not from the built pages: nothing of a page's furniture can get into the
index.
"""

from collections.abc import Iterator
from html import escape

from generator.compendium.records import PracticeEntry
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
    Table,
)
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.filters import Filter, filters_of
from generator.presentation.practice import PracticeText
from generator.search.synonyms import Synonyms

LANGUAGE = "en"
WEIGHTS = {"title": 10, "alternative title": 8, "necessary element": 4, "summary": 3, "prose": 1}
"""How much a word counts by the place it is in; Pagefind knows weights from 0 to 10."""

NOT_INDEXED = {
    "sources": "documents are found on the page of references",
    "source": "the same",
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


def documents(words: CompendiumText) -> Iterator[tuple[str, str]]:
    """The address and the search document of every practice, in the order of their addresses."""
    filters = filters_of(words)
    practices = words.catalogue.compendium.practices
    synonyms = Synonyms.of(practices.values())
    for id_, entry in sorted(practices.items()):
        yield addresses.practice(id_), _document(entry, words, filters, synonyms)


def _document(
    entry: PracticeEntry, words: CompendiumText, filters: tuple[Filter, ...], synonyms: Synonyms
) -> str:
    text = "\n".join(_content(entry, words.practice(entry)))
    card = words.cards.of(entry)
    shown = {"status": card.status.label, "evidence": card.level.label, "country": card.places}
    facts = [
        *(_fact("filter", each.label, label) for each in filters for label in each.labels_of(entry)),
        *(_fact("meta", name, value) for name, value in shown.items()),
        *(_fact("meta", "also", forms) for forms in [synonyms.missing_from(text)] if forms),
    ]
    return (
        f'<!doctype html><html lang="{LANGUAGE}"><head><title>{escape(entry.title)}</title></head><body>\n'
        f"<main data-pagefind-body>\n{text}\n</main>\n" + "\n".join(facts) + "\n</body></html>\n"
    )


def _content(entry: PracticeEntry, text: PracticeText) -> Iterator[str]:
    """The parts of the document in the order in which they are on the page, the panel's last."""
    yield f'<h1 data-pagefind-weight="{WEIGHTS["title"]}">{escape(text.title)}</h1>'
    yield from (_paragraph(title, WEIGHTS["alternative title"]) for title in entry.fields.alt_titles)
    yield _paragraph(text.summary, WEIGHTS["summary"])
    yield _paragraph(text.status_note, WEIGHTS["prose"])
    for section in text.sections:
        yield from _section(section)
    yield from _section(text.glance)


def _section(section: Section) -> Iterator[str]:
    """A section's heading and paragraphs; nothing where nothing is said."""
    paragraphs = [part for block in section.blocks for part in _paragraphs(block)]
    if not paragraphs:
        return
    if section.heading:
        yield f'<h2 id="{section.id}">{escape(section.heading)}</h2>'
    yield from paragraphs


def _paragraphs(block: Block) -> Iterator[str]:
    """What a block says of the practice, without labels, which are the same in every practice."""
    weight = WEIGHTS["prose"]
    match block:
        case Body():
            yield block.prose.html
        case Table():
            weight = WEIGHTS["necessary element"] if block.name == "elements" else weight
            yield from (_paragraph(text, weight) for text in map(_row, block.rows) if text)
        case Claims():
            yield from (_paragraph(claim.text, weight) for claim in block.claims)
        case Details():
            yield from _values(block.facts)
        case Links() if block.name == "from":
            yield from (_paragraph(link.text, weight) for link in block.links)
        case Notice() if block.warning:
            yield _paragraph(block.text, weight)
        case Facts():
            yield from _values((block.answer, *block.facts))


def _row(row: tuple[Cell, ...]) -> str:
    """What a row says, without labels of values and names that lead elsewhere."""
    return ". ".join(cell.text for cell in row if cell.text and not cell.value and not cell.address)


def _values(facts: tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        if not fact.about_entry:
            yield from (_paragraph(value.text, WEIGHTS["prose"]) for value in fact.values if not value.address)


def _paragraph(text: str, weight: int) -> str:
    return f'<p data-pagefind-weight="{weight}">{escape(text)}</p>'


def _fact(kind: str, name: str, value: str) -> str:
    return f'<p data-pagefind-{kind}="{escape(name)}">{escape(value)}</p>'
