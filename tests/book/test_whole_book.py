"""The whole book, read back from its PDF."""

import hashlib
import os
import re
import subprocess
import sys

import pytest

from generator import vocabulary
from generator.book import EVERYTHING, BookResult, Edition, Selection, make_pdf
from generator.book.tree import tree_of
from generator.compendium.records import Compendium
from generator.presentation.dates import day_in_words
from tests.book.conftest import FONTS, PROJECT, part
from tests.book.reader import Piece, ReadBack, letters

FOOT = 50.0
PAST = {term.label for term in vocabulary.STATUS} - {vocabulary.STATUS["current"].label}
PRINT_DIGEST = """
import hashlib, pathlib
from generator.book import Edition, Selection, make_pdf
from generator.loading.compendium import load
compendium, _ = load(pathlib.Path())
fonts = pathlib.Path("overrides/assets/fonts")
made = make_pdf(compendium, Selection(countries=("IE", "FR")), Edition(), fonts)
print(hashlib.sha256(made.pdf).hexdigest())
"""


def pages_in_list(text: str, title: str) -> list[int]:
    """The page numbers that follow a title at the ends of lines of a list."""
    return [int(number) for number in re.findall(rf"{re.escape(title)}\s*(\d+)\b", text)]


def chapter(book: ReadBack, title: str, after: str | None = None) -> str:
    """The text from the page of one entry of the outline up to that of another, or to the end."""
    first = book.outline[title] - 1
    return " ".join(book.pages[first : book.outline[after] - 1 if after else None])


def test_nothing_in_the_repository_is_refused(whole: BookResult) -> None:
    assert whole.problems == ()


def test_every_practice_begins_on_a_page_of_its_own(compendium: Compendium, book: ReadBack) -> None:
    starts = [book.outline[entry.title] for entry in compendium.practices.values()]
    assert len(set(starts)) == len(compendium.practices)
    for entry in compendium.practices.values():
        assert entry.title in book.pages[book.outline[entry.title] - 1]


def test_every_paragraph_of_every_body_is_printed(compendium: Compendium, book: ReadBack) -> None:
    text = letters(book.text)
    for entry in compendium.practices.values():
        for paragraph in tree_of(entry.body.html).elements("p", "li"):
            first = paragraph.children[0]
            if isinstance(first, str):
                assert letters(first)[:30] in text, (entry.id, first)


def test_contents_name_the_true_page_of_everything_in_the_outline(book: ReadBack) -> None:
    contents = " ".join(book.pages[book.outline["How to use this book"] : book.outline["Children"] - 1])
    listed = {title: pages_in_list(contents, title) for title in book.outline}
    assert {title: page for title, page in book.outline.items() if page not in listed[title]} == {}


def test_indexes_name_the_true_pages_of_all_practices(compendium: Compendium, book: ReadBack) -> None:
    indexes = chapter(book, "Indexes", "References")
    for entry in compendium.practices.values():
        found = pages_in_list(indexes, entry.title)
        assert found, entry.id
        assert set(found) == {book.outline[entry.title]}, entry.id


def test_matrix_names_the_true_pages_of_all_practices(compendium: Compendium, book: ReadBack) -> None:
    matrix = chapter(book, "Practices and indicators", "Indexes")
    for entry in compendium.practices.values():
        assert pages_in_list(matrix, entry.title) == [book.outline[entry.title]], entry.id


def test_every_cited_reference_is_listed_with_the_pages_that_cite_it(
    compendium: Compendium, book: ReadBack
) -> None:
    references = letters(chapter(book, "References"))
    for key in {key for entry in compendium.practices.values() for key in entry.references}:
        pages = sorted(book.outline[e.title] for e in compendium.practices.values() if key in e.references)
        said = letters(f"Cited in the entries on pages {pages}")
        _, found, after = references.partition(letters(compendium.references[key].title))
        assert found, key
        assert said in after, key


def test_both_wordings_of_every_criterion_are_printed(compendium: Compendium, book: ReadBack) -> None:
    text = letters(book.text)
    for indicator in compendium.indicators.values():
        for criterion in (*indicator.fields.criteria, *indicator.fields.ipc_criteria):
            assert letters(criterion.id + criterion.text) in text, criterion.id


def test_every_page_but_the_cover_says_its_number_and_how_many_there_are(book: ReadBack) -> None:
    total = len(book.pages)
    wrong = [n for n, page in enumerate(book.pages, 1) if n > 1 and f"Page {n} of {total}" not in page]
    assert wrong == []


def test_every_page_of_a_practice_that_may_not_run_says_so_in_its_head(
    compendium: Compendium, book: ReadBack
) -> None:
    starts = sorted(book.outline.values())
    for entry in compendium.practices.values():
        first = book.outline[entry.title]
        end = min(start for start in [*starts, len(book.pages) + 1] if start > first)
        for number in range(first, end):
            in_head = PAST & {piece.text for piece in head_of(book, number)}
            status = vocabulary.STATUS[entry.fields.status].label
            assert in_head == PAST & {status}, (entry.id, number)


def head_of(book: ReadBack, number: int) -> list[Piece]:
    """What stands in the running head of a page."""
    pieces = book.pieces(number)
    top = max(piece.y for piece in pieces)
    return [piece for piece in pieces if piece.y > top - 1]


def test_the_edition_is_dated_by_the_newest_review(compendium: Compendium, book: ReadBack) -> None:
    newest = max(entry.fields.reviewed_on for entry in compendium.practices.values())
    assert f"Edition of {day_in_words(newest)}" in book.pages[0]
    assert str(book.file.docinfo["/CreationDate"]).startswith(f"D:{newest:%Y%m%d}")


def test_title_and_language_are_set(book: ReadBack) -> None:
    edition = Edition()
    assert book.title == f"{edition.title} {edition.subtitle}"
    assert str(book.file.Root.Lang) == "en-GB"
    assert bool(book.file.Root.ViewerPreferences.DisplayDocTitle)


def test_it_declares_pdf_ua_1(book: ReadBack) -> None:
    with book.file.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_it_is_tagged_with_headings_lists_and_tables(book: ReadBack) -> None:
    wanted = {
        "/H1",
        "/H2",
        "/H3",
        "/P",
        "/L",
        "/LI",
        "/Table",
        "/TH",
        "/TD",
        "/THead",
        "/Link",
        "/TOC",
        "/TOCI",
    }
    assert wanted <= set(book.tags)


def test_every_link_is_tagged_and_says_where_it_leads(book: ReadBack) -> None:
    links = list(book.links)
    assert links
    assert all("/StructParent" in link and str(link.get("/Contents", "")) for link in links)


def test_all_fonts_are_ours_and_embedded(book: ReadBack) -> None:
    assert all(book.fonts.values())
    assert all(name.startswith(("SourceSans3", "Noto")) for name in book.fonts)


@pytest.mark.parametrize(
    "edition", [Edition(), Edition(paper="a5"), Edition(large_print=True)], ids=["a4", "a5", "large print"]
)
def test_no_heading_is_left_alone_at_the_foot_of_a_page(compendium: Compendium, edition: Edition) -> None:
    made = ReadBack(make_pdf(compendium, EVERYTHING, edition, FONTS).pdf)
    headings = {h.text for entry in compendium.practices.values() for h in entry.body.headings}
    headings |= {"Necessary elements", "Before you adopt it", "Evidence", "Sources", "Related practices"}
    alone = []
    for number in range(1, len(made.pages) + 1):
        above_foot = [piece for piece in made.pieces(number) if piece.y > FOOT]
        lowest = min(above_foot, key=lambda piece: piece.y, default=None)
        if lowest is not None and lowest.text in headings and "Semibold" in lowest.font:
            alone.append((number, lowest.text))
    assert alone == []


def test_the_same_content_gives_the_same_bytes(compendium: Compendium, whole: BookResult) -> None:
    assert make_pdf(compendium, EVERYTHING, Edition(), FONTS).pdf == whole.pdf


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_another_process_makes_the_same_bytes(compendium: Compendium, hash_seed: str) -> None:
    asked = Selection(countries=("IE", "FR"))
    printed = subprocess.run(
        [sys.executable, "-c", PRINT_DIGEST],
        cwd=PROJECT,
        env={
            **os.environ,
            "PYTHONHASHSEED": hash_seed,
            "TZ": "Pacific/Auckland",
            "SOURCE_DATE_EPOCH": hash_seed,
        },
        capture_output=True,
        text=True,
        check=True,
    )
    here = make_pdf(compendium, asked, Edition(), FONTS).pdf
    assert printed.stdout.strip() == hashlib.sha256(here).hexdigest()


@pytest.mark.parametrize(
    ("edition", "size"),
    [
        (Edition(), (595, 842)),
        (Edition(paper="a5"), (420, 595)),
        (Edition(paper="letter"), (612, 792)),
    ],
    ids=lambda value: getattr(value, "paper", ""),
)
def test_paper_has_the_size_asked_for(compendium: Compendium, edition: Edition, size: tuple[int, int]) -> None:
    assert part(compendium, edition, countries=("IE",)).size == size
