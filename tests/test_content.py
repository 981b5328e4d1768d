"""The content of the compendium: in order, complete, cited so that readers find the place, in its own words."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from generator.compendium.records import Compendium, IndicatorEntry, PageEntry, PracticeEntry
from generator.loading.compendium import check, load
from generator.presentation.addresses import generated_paths
from generator.problems import Problem, render
from generator.schema.fields import Citation, Record

PROJECT = Path(__file__).parent.parent
SOURCES = PROJECT.parent / "shared/sources"
"""The documents that entries are written from; they are not part of the project, and may be missing."""

DOCUMENTS = {
    "chalvi-2007": "chalvi-good-practices.txt",
    "esn-side-by-side-2023": "esn-side-by-side-webinar.txt",
    "humphreys-2000": "humphreys-2000-review.txt",
    "ipc-wales": "ipc-wales-what-works.txt",
    "stella-2007": "stella-toolkit-update-2007.txt",
}
_PLACE = r"(?:section [1-8](?:\.\d{1,2}){0,2}|note \d{1,2})"
_PLACES = rf"{_PLACE}(?:(?:, | and |, and | to ){_PLACE})*"
LOCATORS = {
    "chalvi-2007": r"What Is a 'Good Practice'\?|The European Union Perspective|The CHALVI Approach"
    r"|Good Practices in Treatment and Prevention",
    "esn-side-by-side-2023": r"paragraph [1-9]\d?",
    "humphreys-2000": r"Good Practice Indicator [1-8]|Good practice indicators|Stage [12]|Outcomes"
    r"|opening lines|Summary of evaluation conclusions|Summary of the intervention's aim"
    r"|How the evaluation gathered information for findings and conclusions",
    "ipc-wales": rf"{_PLACES}(?:, (?:tiers table|[A-Z].*?))?(?:, and {_PLACE})?",
    "stella-2007": rf"{_PLACES}(?:, [A-Z].*)?",
}
"""How a place in each of the documents is named, from which most is written."""

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
        ref: words((SOURCES / name).read_text(encoding="utf-8"))
        for ref, name in DOCUMENTS.items()
        if SOURCES.is_dir()
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


def test_every_document_in_the_list_is_cited() -> None:
    assert set(content()[0].references) - {ref for _, ref, _ in locators()} == set()


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
