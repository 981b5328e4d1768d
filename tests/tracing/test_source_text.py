"""Quotes are found word for word: spaces, line breaks, hyphens at line ends and quotation marks aside."""

import pytest

from generator.tracing.source_text import SourceText

TEXT = (
    "The group’s  workers say that **both groups**\nare essential, since mothers learn what their chil-\n"
    "dren learn.² It is a multi-agency plan, “not a\r\nservice”, of great need2. Half-hearted help fails."
)


@pytest.mark.parametrize(
    "quote",
    [
        "The group's workers say",
        "workers say that both groups are essential",
        "what their children learn.",
        "what their chil-dren learn",
        "a multi-agency plan",
        '"not a service", of great need',
        "of great need2",
        "  great need2.   Half-hearted\nhelp ",
    ],
)
def test_words_of_the_source_are_found(quote: str) -> None:
    assert len(list(SourceText(TEXT).places_of(quote))) == 1


@pytest.mark.parametrize(
    "quote",
    [
        "the group's workers say",
        "workers say both groups",
        "workers say that both group",
        "orkers say that both",
        "a multiagency plan",
        "a multi agency plan",
        "half-hearted help fails",
        "Half-hearted help-fails",
        "Halfhearted help fails",
        "great need help fails",
        "",
        "   ",
    ],
)
def test_words_that_differ_are_not_found(quote: str) -> None:
    assert list(SourceText(TEXT).places_of(quote)) == []


def test_place_of_a_quote_is_that_of_its_first_and_last_sign() -> None:
    source = SourceText("One two.\nTwo three  four.\nTwo three four.")
    assert [source.text[start:end] for start, end in source.places_of("Two three four")] == [
        "Two three  four",
        "Two three four",
    ]
    assert list(source.places_of("Two three four", (0, 20))) == []


def test_fingerprint_is_that_of_the_words_alone() -> None:
    one = SourceText("One  ‘two’\n three ")
    assert one.fingerprint == SourceText("One 'two' three").fingerprint
    assert one.fingerprint != SourceText("One 'two' threw").fingerprint


@pytest.mark.parametrize(
    ("quote", "nearest"),
    [
        ("since mothers learn what the children learn.", "since mothers learn what their chil- dren"),
        ("we know mothers learn what their", "essential, since mothers learn what their"),
        ("nothing of this", ""),
    ],
)
def test_nearest_words_are_shown_for_a_quote_that_is_not_there(quote: str, nearest: str) -> None:
    assert SourceText(TEXT).nearest(quote) == nearest
