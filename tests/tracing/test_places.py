"""Locators and the passages that they name: sections, headings, notes, paragraphs, pages."""

import pytest

from generator.tracing.locators import Locator, NoSuchPlaceError, NumberedPlace, Places, read_locator
from generator.tracing.source_text import SourceText
from tests.small_compendium import FIXTURES

PAPER = (FIXTURES / "sources/paper.txt").read_text(encoding="utf-8")
HEADINGS = ("section 7.1, Two Groups", "section 7.1, The Leaflet")
MARKDOWN = (
    "Opening words.\n\n## **2. What we did**\n\nA.\n\n### Whom we asked\n\nB.\n\n## What we found\n\nC.\n"
)


def text_at(text: str, locator: str, *named: str) -> list[str]:
    """The passages that a locator names, on one line each, cut to their first and last words."""
    source = SourceText(text)
    spans = Places(source, [locator, *named]).spans(locator)
    passages = [source.text[start:end].split() for start, end in spans]
    return [
        " ".join([*words[:3], "…", *words[-2:]]) if len(words) > 6 else " ".join(words) for words in passages
    ]


def place(kind: str, number: str, last: str = "") -> NumberedPlace:
    return NumberedPlace(kind, number, last or number)


@pytest.mark.parametrize(
    ("text", "locator"),
    [
        ("section 7.1", Locator((place("section", "7.1"),), "")),
        ("section 7.1, The Leaflet", Locator((place("section", "7.1"),), "The Leaflet")),
        (
            "section 2, section 3.4 and section 5",
            Locator((place("section", "2"), place("section", "3.4"), place("section", "5")), ""),
        ),
        ("section 2.2 to section 2.5", Locator((place("section", "2.2", "2.5"),), "")),
        ("paragraphs 3-5", Locator((place("paragraph", "3", "5"),), "")),
        ("pp. 12–14", Locator((place("page", "12", "14"),), "")),
        (
            "section 4, Care, pathways and aims",
            Locator((place("section", "4"),), "Care, pathways and aims"),
        ),
        (
            "section 4, Care and note 5",
            Locator((place("section", "4"),), "Care", (place("note", "5"),)),
        ),
        ("What Is a ‘Good Practice’?", Locator((), "What Is a 'Good Practice'?")),
    ],
)
def test_locator_is_read(text: str, locator: Locator) -> None:
    assert read_locator(text) == locator


@pytest.mark.parametrize(
    ("locator", "passages"),
    [
        ("section 1", ["1. Introduction This … of it"]),
        ("section 2", ["2. How we … written down."]),
        ("section 7", ["7 Practices 7.1 … are heard."]),
        ("section 7.1", ["7.1 Groups for … one time."]),
        ("section 7.10", ["7.10 Evaluation Services … by others."]),
        ("section 7.1, The Leaflet", ["The Leaflet A … one time."]),
        ("section 7.1, two groups, one time", ["Two Groups, One … themselves less.²"]),
        ("note 1", ["1 Writer W … in need."]),
        ("section 7.3 and note 2", ["7.3 Men Men were not seen.", "2 Other O … one time."]),
        ("section 7.2 to section 7.3", ["7.2 Families Families … not seen."]),
        ("paragraph 5", ["1. Introduction"]),
    ],
)
def test_locator_names_a_passage(locator: str, passages: list[str]) -> None:
    assert text_at(PAPER, locator, *HEADINGS) == passages


def test_numbered_list_is_no_section_and_contents_are_none() -> None:
    assert text_at(PAPER, "section 1")[0].endswith(" of it")


def test_passage_under_a_heading_ends_at_the_next_one_that_a_locator_names() -> None:
    assert text_at(PAPER, "section 7.1, Two Groups")[0].endswith("one time.")
    assert text_at(PAPER, "section 7.1, Two Groups", *HEADINGS)[0].endswith("less.²")


@pytest.mark.parametrize(
    ("locator", "passage"),
    [
        ("opening lines", "Opening words."),
        ("What we did", "## **2. What … asked B."),
        ("Whom we asked", "### Whom we asked B."),
        ("What we found", "## What we found C."),
    ],
)
def test_heading_of_markdown_ends_at_the_next_that_is_as_high(locator: str, passage: str) -> None:
    assert text_at(MARKDOWN, locator) == [passage]


def test_pages_are_told_by_form_feeds() -> None:
    assert text_at("One.\fTwo.\fThree.", "page 2") == ["Two."]
    assert text_at("One.\fTwo.\fThree.", "pp. 2-3") == ["Two. Three."]


@pytest.mark.parametrize(
    ("locator", "advice"),
    [
        (
            "section 8",
            "Its sections are 1, 2, 3, 4, 5, 6, 7, 7.1, 7.2, 7.3, 7.4, 7.5, 7.6, 7.7, 7.8, 7.9, 7.10, 7.11, "
            "7.12.",
        ),
        ("section 7.1, The Leaflets", "Did you mean 'The Leaflet'?"),
        ("section 7.2, Something else", "No line of that section begins with 'Something else'."),
        ("Annex", "No line of it begins with 'Annex'."),
        ("note 9", "It has notes 1 to 2."),
        ("paragraph 900", "It has 60 paragraphs."),
        ("page 1", "It has no pages."),
    ],
)
def test_locator_that_names_no_place_is_answered_with_advice(locator: str, advice: str) -> None:
    with pytest.raises(NoSuchPlaceError) as refusal:
        text_at(PAPER, locator)
    assert str(refusal.value) == advice


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (PAPER, "handed out in Westbury", "section 7.1"),
        (MARKDOWN, "B.", "Whom we asked"),
        (MARKDOWN, "Opening", "its beginning"),
    ],
)
def test_place_of_words_is_named(text: str, words: str, name: str) -> None:
    assert Places(SourceText(text)).name_of(text.index(words)) == name
