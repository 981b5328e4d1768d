"""What a record says about itself: when it is due, what it still lacks, what it cites."""

import datetime

import pytest

from generator.compendium.records import months_after
from tests.compendium.made import made
from tests.small_compendium import SmallCompendium


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        ("2026-04-03", 24, "2028-04-03"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-11-30", 13, "2027-12-30"),
    ],
)
def test_review_is_due_on_the_same_day_or_the_last_of_a_shorter_month(day: str, months: int, due: str) -> None:
    assert months_after(datetime.date.fromisoformat(day), months) == datetime.date.fromisoformat(due)


def test_entry_is_due_after_two_years_unless_it_says_otherwise() -> None:
    assert made("a").review_due == datetime.date(2028, 4, 3)
    assert made("a", review_months="6").review_due == datetime.date(2026, 10, 3)


def test_brief_entry_tells_which_fields_and_headings_it_lacks(compendium: SmallCompendium) -> None:
    brief = compendium.practices()["brief"]
    assert brief.missing_fields == (
        "origin",
        "work_streams",
        "tiers",
        "providers",
        "participants",
        "delivery",
        "organisations",
        "years",
        "necessary_elements",
        "context",
        "preconditions",
        "not_suitable_when",
        "indicators",
    )
    assert brief.missing_headings == (
        "Aims",
        "Keeping people safe",
        "What is known about results",
        "Adopting it elsewhere",
        "Limits",
    )


def test_full_entry_lacks_nothing(compendium: SmallCompendium) -> None:
    full = compendium.practices()["full"]
    assert (full.missing_fields, full.missing_headings) == ((), ())


def test_references_come_once_in_the_order_of_the_sources() -> None:
    sources = [{"ref": ref, "locator": "p. 1"} for ref in ("stella-2007", "ipc-wales", "stella-2007")]
    assert made("a", sources=sources).references == ("stella-2007", "ipc-wales")


def test_indicator_without_a_mark_is_not_described() -> None:
    assert made("a").mark("3").mark == "not-described"
