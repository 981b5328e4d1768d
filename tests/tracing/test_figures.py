"""Numbers are read alike in figures and in words, with the unit that follows them."""

import pytest

from generator.tracing.figures import KnownFigures, claimed_figures, figures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12 sessions", "12"),
        ("twelve weeks", "12 week"),
        ("a 90-minute meeting over 12 weeks", "90 minute, 12 week"),
        ("each one hour and a half long", "1.5 hour"),
        ("two and a half days", "2.5 day"),
        ("an hour and a half, an hour, a week", "1.5 hour"),
        ("1.5 hours, half of them", "1.5 hour, 50 percent"),
        ("four two hour sessions", "4, 2 hour"),
        ("for 5-18 year olds", "5, 18 year"),
        ("42% and 30 per cent, 3.6 percent", "42 percent, 30 percent, 3.6 percent"),
        ("150,000 children, 370 000 adults", "150000, 370000"),
        ("one hundred and five; two hundred thousand", "105, 200000"),
        ("twenty-six, thirty three", "26, 33"),
        ("a third, two quarters, two fifths", "3, 2, 25 percent, 2, 5"),
        ("a dozen", "12"),
        ("3rd and 16th", "3, 16"),
        ("in 2000/01, 2003–04 and the 1990s", "2000, 2001, 2003, 2004, 1990"),
        ("read on 19/09/07", "2007"),
        ("(n = 336)", "336"),
        ("£1,500", "1500"),
        ("007", "7"),
    ],
)
def test_numbers_are_read(text: str, found: str) -> None:
    assert ", ".join(f"{each.value} {each.unit}".strip() for each in figures(text)) == found


@pytest.mark.parametrize(
    "text", ["harm2 and abused3.", 'in a relationship"2.', "H4.1", "section 4.1.7", "A4", "risk.¹⁵", "B12a"]
)
def test_numbers_of_notes_and_parts_of_names_count_nothing(text: str) -> None:
    assert figures(text) == []


def test_words_that_often_count_nothing_are_not_looked_for() -> None:
    assert [each.written for each in claimed_figures("First, one of two; the second of the Third")] == [
        "two",
        "Third",
    ]


@pytest.mark.parametrize(
    ("source", "claim", "known"),
    [
        ("12 weekly sessions", "12 weeks", True),
        ("12 week programme", "twelve weeks", True),
        ("12 months", "12 weeks", False),
        ("12 months", "12", True),
        ("one hour and a half", "90 minutes", True),
        ("four two hour sessions", "120 minutes", True),
        ("120 minutes", "2 hours", True),
        ("an hour", "90 minutes", False),
        ("both of them", "two groups", True),
        ("at least half", "50%", True),
        ("12%", "12 people", True),
        ("13%", "12%", False),
        ("12 people", "12%", True),
        ("5 years and 12%", "5%", False),
    ],
)
def test_number_is_known_by_its_value_and_unit(source: str, claim: str, known: bool) -> None:
    (figure,) = figures(claim)
    assert KnownFigures(source).has(figure) is known


@pytest.mark.parametrize(("text", "year"), [("in 2007", True), ("2007 people", True), ("2007 weeks", False)])
def test_years_are_told_from_other_numbers(text: str, year: bool) -> None:
    assert figures(text)[0].is_year is year
