"""What needs an editor's care: reviews that are due, contacts that nobody has verified, brief entries.

In come the records and the day; out comes the status, and its words. What the web says of links comes
from `web_links` and is added where it was asked for.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.compendium.records import PracticeEntry, months_after
from generator.editing.web_links import LinkFinding
from generator.schema.practice import FullPractice

MONTHS_FOR_CONTACTS = 12
"""After how many months a contact is to be verified again."""


@dataclass(frozen=True)
class Status:
    """Entries that need care, each group with the most pressing first."""

    overdue: tuple[PracticeEntry, ...]
    stale_contacts: tuple[PracticeEntry, ...]
    brief: tuple[PracticeEntry, ...]
    total: int


def status(practices: Iterable[PracticeEntry], today: datetime.date) -> Status:
    """What needs care on the day `today`."""
    entries = sorted(practices, key=lambda entry: entry.id)
    overdue = [entry for entry in entries if entry.review_due <= today]
    stale = [entry for entry in entries if _contact_due(entry) is not None and _contact_due(entry) <= today]  # type: ignore[operator]
    brief = [entry for entry in entries if entry.fields.entry == "brief"]
    return Status(
        tuple(sorted(overdue, key=lambda entry: entry.review_due)),
        tuple(stale),
        tuple(sorted(brief, key=lambda entry: len(lacks(entry)))),
        len(entries),
    )


def _contact_due(entry: PracticeEntry) -> datetime.date | None:
    contact = entry.fields.contact
    return months_after(contact.verified_on, MONTHS_FOR_CONTACTS) if contact else None


def lacks(entry: PracticeEntry) -> tuple[str, ...]:
    """What a brief entry needs to become a full one, in the words of the field reference."""
    fields = (str(FullPractice.model_fields[name].title).lower() for name in entry.missing_fields)
    return (*fields, *(f"text “{heading}”" for heading in entry.missing_headings))


def in_words(found: Status, links: Sequence[LinkFinding] | None = None) -> str:
    """The status as plain text, for the command line."""
    lines = [f"{found.total} {'entry' if found.total == 1 else 'entries'}."]
    lines += _group("Due for review", [f"{e.path}: since {e.review_due.isoformat()}" for e in found.overdue])
    lines += _group(
        f"Contacts not verified for {MONTHS_FOR_CONTACTS} months",
        [f"{entry.path}: {_verified(entry)}" for entry in found.stale_contacts],
    )
    lines += _group(
        "Brief entries, those that lack least first",
        [f"{e.path}: lacks {', '.join(lacks(e)) or 'nothing'}" for e in found.brief],
    )
    if links is not None:
        lines += _group("Links to look at", [finding.text for finding in links])
    return "\n".join(lines)


def _verified(entry: PracticeEntry) -> str:
    contact = entry.fields.contact
    return f"{contact.organisation}, verified {contact.verified_on.isoformat()}" if contact else ""


def _group(heading: str, items: Sequence[str]) -> Iterator[str]:
    yield from ("", f"{heading}: {len(items)}")
    yield from (f"  {item}" for item in items)
