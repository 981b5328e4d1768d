"""Every field that editors can fill in reaches readers: on the page, in the book and in the search document."""

import html
import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.book import Edition, Selection, make_pdf
from generator.compendium.records import Compendium
from generator.presentation import addresses
from generator.presentation.practice import NOT_SHOWN, NOT_SHOWN_OF_REFERENCES
from generator.presentation.texts import read_texts
from generator.schema.practice import FullPractice
from generator.schema.reference import Reference
from generator.schema.shapes import walk
from generator.search.documents import NOT_INDEXED, documents
from tests.presentation.everything import (
    DOCUMENT_WORDS,
    ID,
    Everything,
    Value,
    compendium_of,
    flattened,
    text_of,
)
from tests.site.rendering import rendered_page
from tests.small_compendium import SmallCompendium

FONTS = Path(__file__).parents[2] / "overrides/assets/fonts"


@pytest.fixture(scope="module")
def everything() -> Everything:
    return Everything(read_texts())


@pytest.fixture(scope="module")
def compendium(everything: Everything, tmp_path_factory: pytest.TempPathFactory) -> Compendium:
    return compendium_of(everything, SmallCompendium(tmp_path_factory.mktemp("small") / "compendium"))


def due(everything: Everything, but: dict[str, str]) -> list[Value]:
    """What must be found, without the fields that `but` names with a reason."""
    return [
        (path, words)
        for path, words in everything.words
        if not {".".join(path), path[0], path[-1]} & but.keys()
    ]


def absent(values: list[Value], text: str) -> list[str]:
    """The fields whose words are not in a text, spaces and breaks inside words aside."""
    squeezed = re.sub(r"[\s\u00ad\u200b\u2060]+", "", text)
    return [
        f"{'.'.join(path)}: {words!r}" for path, words in values if re.sub(r"\s+", "", words) not in squeezed
    ]


def test_every_field_of_the_schema_has_a_value_here(everything: Everything) -> None:
    groups = {path for path, field in walk(FullPractice) if field.shape.innermost.group}
    tried = {path for path, _ in everything.words}
    ranges = {(*path, end) for path in tried for end in ("from", "to")}
    leaves = {path for path, _ in walk(FullPractice)} - groups - ranges
    assert {".".join(path) for path in leaves - tried if path[-1] != "ref"} == set()


def test_every_field_is_in_the_presentation_or_named_with_a_reason(
    everything: Everything, compendium: Compendium
) -> None:
    text = text_of(compendium, read_texts()).practice(compendium.practices[ID])
    assert absent(due(everything, NOT_SHOWN), " ".join(flattened(text))) == []


def test_every_field_that_is_not_shown_exists() -> None:
    names = {name for path, _ in walk(FullPractice) for name in (".".join(path), path[-1])}
    assert {**NOT_SHOWN, **NOT_INDEXED}.keys() - names == set()


def test_every_field_is_on_the_page(everything: Everything, compendium: Compendium) -> None:
    page = rendered_page(text_of(compendium, read_texts()), addresses.practice(ID))
    shown = html.unescape(re.sub(r"<[^>]+>", " ", page.split("<main", 1)[1]))
    assert absent(due(everything, NOT_SHOWN), shown) == []


def test_every_field_is_in_the_book(everything: Everything, compendium: Compendium) -> None:
    made = make_pdf(compendium, Selection(only=(ID, "full")), Edition(), FONTS)
    assert made.problems == ()
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made.pdf)).pages)
    assert absent(due(everything, NOT_SHOWN), text.replace("-\n", "")) == []


def test_every_field_is_in_the_search_document(everything: Everything, compendium: Compendium) -> None:
    found = documents(text_of(compendium, read_texts()))
    document = next(each for each in found if each.address == addresses.practice(ID))
    text = " ".join((document.title, *document.shown.values(), *(each.text for each in document.passages)))
    assert absent(due(everything, {**NOT_SHOWN, **NOT_INDEXED}), text) == []


def test_every_field_of_a_document_is_shown_or_named_with_a_reason() -> None:
    names = {field.alias or name for name, field in Reference.model_fields.items()}
    assert names - DOCUMENT_WORDS.keys() == NOT_SHOWN_OF_REFERENCES.keys()


def test_every_field_of_a_document_is_on_its_page_and_in_the_book(compendium: Compendium) -> None:
    values = [((name,), words) for name, all_words in DOCUMENT_WORDS.items() for words in all_words]
    page = rendered_page(text_of(compendium, read_texts()), addresses.REFERENCES)
    assert absent(values, html.unescape(re.sub(r"<[^>]+>", " ", page))) == []
    made = make_pdf(compendium, Selection(only=(ID, "full")), Edition(), FONTS)
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made.pdf)).pages)
    assert absent(values, text.replace("-\n", "")) == []
    assert 'lang="nl"' in page
