"""The list of search words: what is wrong in it is told at its place; a compendium may do without it."""

import pytest

from generator.loading.search_words import PATH
from tests.small_compendium import SmallCompendium


def said(compendium: SmallCompendium, text: str) -> list[str]:
    compendium.write(PATH, text)
    return [f"{each.line}:{each.column} {each.severity} {each.rule}" for each in compendium.problems()]


def test_compendium_without_the_list_is_in_order(compendium: SmallCompendium) -> None:
    assert compendium.load().search_words.same == []


def test_list_in_order_is_read(compendium: SmallCompendium) -> None:
    compendium.write(PATH, "same:\n  - readers: [mum]\n    entries: [practice]\n")
    assert compendium.load().search_words.same[0].readers == ["mum"]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("same:\n  - readers: [mum, mums]\n    entries: [practice]\n", ["2:20 error repeated-word"]),
        (
            "same:\n  - readers: [mum]\n    entries: [practice]\n  - readers: [Mum]\n    entries: [practice]\n",
            ["4:15 error repeated-word"],
        ),
        ("same:\n  - readers: [mum]\n    entries: [zephyr, practice]\n", ["3:15 warning unused-word"]),
        ("same:\n  - readers: []\n    entries: [practice]\n", ["2:14 error too-few"]),
        ("same:\n  - readers: [mum]\n", ["2:5 error missing-field"]),
        ("same: {}\nsame: []\n", ["2:1 error duplicate-field"]),
        ("sme: []\n", ["1:1 error unknown-field"]),
        ("ages:\n  - words: [baby]\n    from: 3\n    to: 1\n", ["2:5 error range-reversed"]),
    ],
)
def test_mistake_in_the_list_is_told_at_its_place(
    compendium: SmallCompendium, text: str, problems: list[str]
) -> None:
    assert said(compendium, text) == problems
