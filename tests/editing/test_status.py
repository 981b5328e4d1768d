"""The status lists what needs care on a given day."""

import datetime

import pytest

from generator.editing.status import in_words, status
from generator.editing.web_links import LinkFinding
from tests.small_compendium import BRIEF, SmallCompendium

CONTACT = "contact: {organisation: A service, role: Duty desk, verified_on: 2025-04-03}\nreviewed_on"


@pytest.mark.parametrize(("day", "overdue"), [("2028-04-02", ()), ("2028-04-03", ("brief",))])
def test_entry_is_due_on_the_day_two_years_after_its_review(
    compendium: SmallCompendium, day: str, overdue: tuple[str, ...]
) -> None:
    practices = [compendium.practices()["brief"]]
    assert tuple(e.id for e in status(practices, datetime.date.fromisoformat(day)).overdue) == overdue


@pytest.mark.parametrize(("day", "stale"), [("2026-04-02", ()), ("2026-04-03", ("brief",))])
def test_contact_is_to_be_verified_every_year(
    compendium: SmallCompendium, day: str, stale: tuple[str, ...]
) -> None:
    compendium.change(BRIEF, "reviewed_on", CONTACT)
    found = status(compendium.practices().values(), datetime.date.fromisoformat(day))
    assert tuple(entry.id for entry in found.stale_contacts) == stale


def test_status_in_words(compendium: SmallCompendium) -> None:
    compendium.change(BRIEF, "reviewed_on", CONTACT)
    found = status([compendium.practices()["brief"]], datetime.date(2028, 5, 1))
    findings = [LinkFinding("https://example.org/x", "dead: not found (404)", (BRIEF,))]
    assert in_words(found, findings) == (
        "1 entry.\n"
        "\n"
        "Due for review: 1\n"
        "  practices/brief.md: since 2028-04-03\n"
        "\n"
        "Contacts not verified for 12 months: 1\n"
        "  practices/brief.md: A service, verified 2025-04-03\n"
        "\n"
        "Brief entries, those that lack least first: 1\n"
        "  practices/brief.md: lacks how it began, work streams, tiers of need, providers, participants, "
        "delivery, organisations, years, necessary elements, context, preconditions, not suitable when, "
        "good-practice indicators, text “Aims”, text “Keeping people safe”, text “What is known about "
        "results”, text "
        "“Adopting it elsewhere”, text “Limits”\n"
        "\n"
        "Links to look at: 1\n"
        "  https://example.org/x: dead: not found (404) (practices/brief.md)"
    )
