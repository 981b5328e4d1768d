"""The content of the compendium: in order, complete, cited so that readers find the place, in its own words."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from generator.compendium.records import Compendium, IndicatorEntry, PageEntry, PracticeEntry
from generator.editing.reading_ease import reading_ease
from generator.loading.compendium import check, load
from generator.loading.tracing import trace_compendium
from generator.presentation.addresses import generated_paths
from generator.problems import Problem, render
from generator.reading.folder import read_document
from generator.schema.fields import Citation, Record
from tests.tracing.faults import not_stopped, seeded, traced_copies

PROJECT = Path(__file__).parent.parent
SOURCES = PROJECT.parent / "shared/sources"
"""The documents that entries are written from; they are not part of the project, and may be missing."""

_PLACE = r"(?:section [1-8](?:\.\d{1,2}){0,2}|note \d{1,2})"
_PLACES = rf"{_PLACE}(?:(?:, | and |, and | to ){_PLACE})*"
LOCATORS = {
    "chalvi-2007": r"What Is a 'Good Practice'\?|The European Union Perspective|The CHALVI Approach"
    r"|Good Practices in Treatment and Prevention",
    "esn-side-by-side-2023": r"paragraph [1-9]\d?",
    "humphreys-2000": r"Good Practice Indicator [1-8]|Good practice indicators|Stage [12](?:: [A-Z].*)?"
    r"|Outcomes|opening lines|Summary of evaluation conclusions|Summary of the intervention's aim"
    r"|How the evaluation gathered information for findings and conclusions",
    "ipc-wales": rf"{_PLACES}(?:, (?:tiers table|[A-Z].*?))?(?:, and {_PLACE})?",
    "stella-2007": rf"{_PLACES}(?:, [A-Z].*)?",
}
"""How a place in each of the documents is named, from which most is written."""

MEDIAN_SENTENCE, LONGEST_SENTENCE = 20, 45
"""In words: GOV.UK asks for 15 to 20 in a sentence, and what holds a list may be longer."""

HARDEST = 14
"""The grade that no entry or page is above: names of services are long words."""

SAME_AS_A_SOURCE = 10
SAME_AS_ANOTHER_ENTRY = 60
"""So many equal words in a row are copied: from a document, or from another entry."""


@cache
def content() -> tuple[Compendium, list[Problem]]:
    """The compendium of this repository, and what is wrong with it."""
    return load(PROJECT, generated_paths())


def words(text: str) -> list[str]:
    """The words of a text, without citations, case and kinds of apostrophe."""
    return re.findall(r"[a-z0-9']+", re.sub(r"\[@[^\]]*\]", " ", text).lower().replace("’", "'"))


def runs(text: list[str], size: int) -> set[tuple[str, ...]]:
    """All runs of `size` words in a text."""
    return {tuple(text[start : start + size]) for start in range(len(text) - size + 1)}


def copied(text: list[str], known: set[tuple[str, ...]], size: int) -> Iterator[str]:
    """The longest pieces of a text of which every run of `size` words is known."""
    starts = [start for start in range(len(text) - size + 1) if tuple(text[start : start + size]) in known]
    for position, (before, start) in enumerate(pairwise([-2, *starts])):
        if start != before + 1:
            end = start
            while end + 1 in starts[position + 1 :]:
                end += 1
            yield " ".join(text[start : end + size])


def citations(value: object) -> Iterator[Citation]:
    """Every citation in the fields of a record."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, Record):
        for _, item in value:
            yield from citations(item)
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from citations(item)


def locators() -> Iterator[tuple[str, str, str]]:
    """Path, reference and locator of every citation in the compendium."""
    compendium, _ = content()
    entries: list[PracticeEntry | IndicatorEntry | PageEntry] = []
    entries.extend(compendium.practices.values())
    entries.extend(compendium.indicators.values())
    entries.extend(compendium.pages.values())
    for entry in entries:
        for citation in citations(entry.fields):
            yield entry.path, citation.ref, citation.locator
        for place in entry.body.citations:
            yield entry.path, place.ref, place.locator


def heading_in(locator: str) -> str:
    """The heading that a place is named by, without its number; empty where there is none."""
    heading = re.sub(rf"^{_PLACES}(?:, )?|(?:, )?and {_PLACE}$", "", locator)
    return "" if heading in ("tiers table", "opening lines") or heading.startswith("paragraph") else heading


def documents() -> dict[str, list[str]]:
    """The words of each document by its reference; empty where they do not lie beside the project."""
    return {
        ref: words((SOURCES / reference.verified_text.file).read_text(encoding="utf-8"))
        for ref, reference in content()[0].references.items()
        if reference.verified_text is not None and SOURCES.is_dir()
    }


def body_of(entry: PracticeEntry) -> list[str]:
    """The words of a practice's body."""
    return words((PROJECT / entry.path).read_text(encoding="utf-8").split("\n---\n", 1)[1])


def framework_terms() -> list[str]:
    """Titles and terms that are kept word for word: of practices, of documents, of the indicators."""
    compendium, _ = content()
    terms = [
        title for entry in compendium.practices.values() for title in (entry.title, *entry.fields.alt_titles)
    ]
    terms += [reference.title for reference in compendium.references.values()]
    for indicator in compendium.indicators.values():
        fields = indicator.fields
        terms += [fields.title, fields.ipc_title]
        terms += [criterion.text for criterion in (*fields.criteria, *fields.ipc_criteria)]
    return terms


def test_content_has_no_problems() -> None:
    assert render(content()[1], "text") == ""
    assert check(PROJECT, generated_paths()) == []


def test_compendium_has_at_least_fifty_entries() -> None:
    assert len(content()[0].practices) >= 50


@pytest.mark.parametrize(
    "id_",
    [
        "freedom-programme",
        "community-group-treatment-programme",
        "meitheal",
        "impact-project",
        "marac",
        "respect-minimum-standards",
        "social-space-orientation-graz",
    ],
)
def test_entry_that_readers_were_promised_is_there(id_: str) -> None:
    assert id_ in content()[0].practices


def test_all_criteria_of_both_wordings_are_there() -> None:
    fields = [indicator.fields for indicator in content()[0].indicators.values()]
    assert [each.number for each in fields] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert [len(each.criteria) for each in fields] == [2, 5, 8, 4, 6, 2, 7, 0]
    assert [len(each.ipc_criteria) for each in fields] == [4, 5, 6, 4, 5, 4, 7, 6]


def test_places_in_the_documents_are_named_in_one_way_and_can_be_found() -> None:
    named = sorted({(path, ref, locator) for path, ref, locator in locators() if ref in LOCATORS})
    assert len(named) > 100
    assert [each for each in named if not re.fullmatch(LOCATORS[each[1]], each[2])] == []
    texts = {ref: f" {' '.join(document)} " for ref, document in documents().items()}
    headings = {each: " ".join(words(heading_in(each[2]))) for each in named if each[1] in texts}
    assert [
        each for each, heading in headings.items() if heading and f" {heading} " not in texts[each[1]]
    ] == []


def test_every_claim_is_in_its_place_in_the_sources() -> None:
    found = trace_compendium(PROJECT, SOURCES).problems if SOURCES.is_dir() else []
    assert render(found, "text") == ""


def test_faults_in_copies_of_entries_are_stopped(tmp_path: Path) -> None:
    faults, _ = seeded(PROJECT, SOURCES, 60 if SOURCES.is_dir() else 0, seed=2)
    copies = {name: fault.text for name, fault in faults.items()}
    missed = not_stopped(faults, traced_copies(PROJECT, SOURCES, copies, tmp_path)) if faults else []
    assert missed == []


def test_every_document_that_entries_quote_has_a_verified_text() -> None:
    compendium, _ = content()
    quoted = {
        each.ref for entry in compendium.practices.values() for each in citations(entry.fields) if each.quote
    }
    assert len(quoted) >= 3
    assert {ref for ref in quoted if compendium.references[ref].verified_text is None} == set()


def test_every_document_in_the_list_is_cited() -> None:
    assert set(content()[0].references) - {ref for _, ref, _ in locators()} == set()


def test_entries_and_pages_are_easy_to_read() -> None:
    files = [
        file for folder in ("practices", "indicators", "pages") for file in (PROJECT / folder).glob("*.md")
    ]
    documents = (read_document(file, PROJECT)[0] for file in sorted(files))
    found = [reading_ease(document) for document in documents if document is not None]
    assert len(found) == len(files)
    hard = [each for each in found if each.median > MEDIAN_SENTENCE or each.grade > HARDEST]
    assert [(each.path, each.median, round(each.grade, 1)) for each in hard] == []
    assert [(each.path, each.longest) for each in found if max(each.lengths) > LONGEST_SENTENCE] == []


def test_copied_words_are_found() -> None:
    known = runs(words("One two three four five six, seven."), 3)
    assert list(
        copied(words("Zero one TWO three four; nine. Five six seven [@a, one two three]"), known, 3)
    ) == [
        "one two three four",
        "five six seven",
    ]


def test_entries_are_written_in_words_of_their_own() -> None:
    terms = " | ".join(" ".join(words(term)) for term in framework_terms())
    known = {run for document in documents().values() for run in runs(document, SAME_AS_A_SOURCE)}
    found = []
    seen: set[tuple[str, ...]] = set()
    for entry in content()[0].practices.values():
        body = body_of(entry)
        found += [(entry.path, piece) for piece in copied(body, known, SAME_AS_A_SOURCE) if piece not in terms]
        found += [(entry.path, piece) for piece in copied(body, seen, SAME_AS_ANOTHER_ENTRY)]
        seen |= runs(body, SAME_AS_ANOTHER_ENTRY)
    assert found == []
