"""Parts of the book, and what may be asked for."""

from collections.abc import Callable

import pytest

from generator.book import EVERYTHING, Edition, Selection, chosen, mistakes_in
from generator.compendium.records import Compendium, PracticeEntry
from tests.book.conftest import part

NEUTRAL = Edition(neutral_title="Practice handbook")
TELLING = ("violence", "abuse", "perpetrator", "refuge", "alcohol", "drug", "survivor")


@pytest.mark.parametrize(
    ("selection", "fits"),
    [
        (EVERYTHING, lambda entry: entry is not None),
        (Selection(only=("meitheal", "marac")), lambda entry: entry.id in ("meitheal", "marac")),
        (Selection(countries=("IE", "FR")), lambda entry: {"IE", "FR"} & set(entry.fields.countries)),
        (Selection(categories=("children",)), lambda entry: entry.fields.category == "children"),
        (Selection(indicators=("4",)), lambda entry: entry.mark("4").mark in ("shown", "partly")),
        (Selection(tiers=("3",)), lambda entry: "3" in (entry.fields.tiers or ())),
        (
            Selection(categories=("children",), tiers=("2", "3")),
            lambda entry: entry.fields.category == "children" and {"2", "3"} & set(entry.fields.tiers or ()),
        ),
    ],
    ids=lambda value: getattr(value, "words", ""),
)
def test_a_selection_holds_what_fits_every_kind_asked_for(
    compendium: Compendium, selection: Selection, fits: Callable[[PracticeEntry], object]
) -> None:
    found = [entry.id for entry in chosen(compendium, selection)]
    assert found == [entry.id for entry in compendium.practices.values() if fits(entry)]
    assert found


@pytest.mark.parametrize(
    ("selection", "messages"),
    [
        (
            Selection(only=("meithal",)),
            [
                "There is no practice 'meithal'. Did you mean 'meitheal'? Practices are named as their files "
                "in practices/, without '.md'."
            ],
        ),
        (
            Selection(countries=("UKK", "irl", "Ireland")),
            [
                "There is no country 'UKK'. Use a code of ISO 3166-1, such as 'IE', or 'EU'.",
                "There is no country 'irl'. Did you mean 'IE'?",
                "There is no country 'Ireland'. Did you mean 'IE'?",
            ],
        ),
        (
            Selection(categories=("childen",), tiers=("5",)),
            [
                "There is no category 'childen'. Did you mean 'children'? "
                "Allowed: children, children-and-parents, professionals.",
                "There is no tier '5'. Allowed: 1, 2, 3, 4.",
            ],
        ),
        (
            Selection(countries=("IE",), categories=("children",)),
            ["No practice fits the whole request. Leave one of the options out, or name other values."],
        ),
        (Selection(countries=("IE",)), []),
    ],
)
def test_a_wrong_request_is_named(compendium: Compendium, selection: Selection, messages: list[str]) -> None:
    assert mistakes_in(selection, compendium) == messages


def test_a_part_lists_and_indexes_its_own_practices_only(compendium: Compendium) -> None:
    made = part(compendium, countries=("IE", "FR"))
    inside = {entry.title for entry in chosen(compendium, Selection(countries=("IE", "FR")))}
    assert {
        title for title in made.outline if title in {e.title for e in compendium.practices.values()}
    } == inside
    indexes = " ".join(made.pages[made.outline["Indexes"] - 1 :])
    assert "United Kingdom" not in indexes
    assert "Ireland" in indexes


def test_a_part_says_what_was_asked_for_on_its_cover(compendium: Compendium) -> None:
    cover = part(compendium, categories=("children",), tiers=("3",)).pages[0]
    assert "Part of the compendium: Children; Tier 3: complex" in cover


def test_a_cross_reference_gives_the_page_or_says_that_the_practice_was_left_out(
    compendium: Compendium,
) -> None:
    made = part(compendium, only=("freedom-programme", "duluth-model"))
    assert f"see Duluth Model (as theory) on page {made.outline['Duluth Model (as theory)']}" in made.text
    assert "(not in this part)" in made.text


@pytest.mark.parametrize("asked", [{"only": ("refuge-drugs-policy",)}, {"categories": ("professionals",)}])
def test_no_head_and_no_title_betrays_a_reader_of_a_neutral_edition(
    compendium: Compendium, asked: dict[str, tuple[str, ...]]
) -> None:
    made = part(compendium, NEUTRAL, **asked)
    outside_the_text = [made.title]
    for number in range(1, len(made.pages) + 1):
        pieces = made.pieces(number)
        edges = (max(piece.y for piece in pieces), min(piece.y for piece in pieces))
        outside_the_text += [piece.text for piece in pieces if piece.y in edges]
    assert not [text for text in outside_the_text for word in TELLING if word in text.lower()]
    assert "Practice handbook" in made.pages[0]
