"""One practice on its own."""

from dataclasses import replace

import pytest

from generator.book import Edition
from generator.compendium.records import Compendium
from tests.book.conftest import part
from tests.book.reader import letters

TWO_SIDES = ("meitheal", "freedom-programme", "community-group-treatment-programme", "core-kids")


@pytest.mark.parametrize("practice", TWO_SIDES)
def test_a_handout_takes_two_sides(compendium: Compendium, practice: str) -> None:
    made = part(compendium, only=(practice,))
    assert len(made.pages) == 2
    assert list(made.outline) == [compendium.practices[practice].title]
    assert made.pages[1].count("Page 2 of 2") == 1


def test_a_handout_is_titled_by_its_practice(compendium: Compendium) -> None:
    assert part(compendium, only=("marac",)).title == "MARAC"


def test_a_handout_describes_its_sources_in_full(compendium: Compendium) -> None:
    text = letters(part(compendium, only=("meitheal",)).text)
    reference = compendium.references["esn-side-by-side-2023"]
    assert letters(f"European Social Network (no date). {reference.title}") in text


def test_a_title_in_another_language_is_read_out_in_it(compendium: Compendium) -> None:
    key = "esn-side-by-side-2023"
    in_dutch = compendium.references[key].model_copy(update={"language": "nl"})
    made = part(replace(compendium, references={**compendium.references, key: in_dutch}), only=("meitheal",))
    drawn = b"".join(page.Contents.read_bytes() for page in made.file.pages)
    assert b"/Lang(nl)" in drawn


def test_a_brief_entry_lists_what_it_does_not_have_yet(compendium: Compendium) -> None:
    text = part(compendium, only=("children-and-domestic-violence-e-forum",)).text
    assert "This is a brief entry. It does not cover:" in text
    assert "the section “Aims”" in text


def test_large_print_has_no_letters_below_16_points(compendium: Compendium) -> None:
    made = part(compendium, Edition(large_print=True), only=("meitheal",))
    assert min(made.letter_sizes()) >= 16
