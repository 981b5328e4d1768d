"""Practices made in memory, for what follows from the fields of many together."""

from generator.compendium.records import PracticeEntry
from generator.reading.prose import Prose
from generator.schema.practice import Practice

_NO_BODY = Prose("", (), (), (), (), 0)
_FIELDS: dict[str, object] = {
    "summary": "A practice for tests.",
    "entry": "brief",
    "status": "current",
    "category": "children",
    "field": ["prevention"],
    "kind": "activity",
    "countries": ["FI"],
    "themes": ["early-help"],
    "evidence": {"level": "described"},
    "sources": [{"ref": "ipc-wales", "locator": "p. 1"}],
    "reviewed_on": "2026-04-03",
}


def made(id_: str, **fields: object) -> PracticeEntry:
    """A practice whose title is its id, with fields put in or replaced."""
    return PracticeEntry(
        id_, f"practices/{id_}.md", Practice.model_validate({**_FIELDS, "title": id_, **fields}), _NO_BODY
    )


def by_id(*entries: PracticeEntry) -> dict[str, PracticeEntry]:
    """The practices by their ids, in the order given."""
    return {entry.id: entry for entry in entries}
