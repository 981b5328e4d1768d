"""The table of entries in docs/entries.md: how much each says, and how much its sources leave open.

Run as `python -m benchmarks.entry_counts` to renew the table; it is of its day, and no test asks for it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.compendium.catalogue import Catalogue
from generator.compendium.records import PracticeEntry
from generator.loading.compendium import load
from generator.presentation.addresses import generated_paths
from generator.schema.fields import Citation, Record
from generator.schema.practice import FULL_FIELDS

PROJECT = Path(__file__).parent.parent
DOCUMENT = PROJECT / "docs/entries.md"
BEGIN, END = "<!-- table: begins -->", "<!-- table: ends -->"
HEAD = (
    "| entry | kind of entry | evidence level | facts with a locator | marks with a source "
    "| fields not described | indicators not described |\n|---|---|---|---|---|---|---|\n"
)


def citations(value: Any) -> Iterator[Citation]:
    """Every citation below a value."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, Record):
        for item in value.__dict__.values():
            yield from citations(item)
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from citations(item)


def row(entry: PracticeEntry) -> str:
    """One line of the table."""
    fields = entry.fields
    facts = sum(1 for _ in citations(fields.model_copy(update={"sources": []}))) + len(entry.body.citations)
    marked = [mark for mark in fields.indicators.values() if mark.mark != "not-described"]
    silent = [name for name in FULL_FIELDS if name in fields.model_fields_set and getattr(fields, name) is None]
    cells = (
        f"[{entry.id}](../practices/{entry.id}.md)",
        fields.entry,
        fields.evidence.level,
        facts,
        len(marked),
        len(silent) + (fields.origin == "not-described"),
        8 - len(marked),
    )
    return f"| {' | '.join(map(str, cells))} |\n"


def table() -> str:
    """The whole table, entries by id, with their number."""
    compendium, problems = load(PROJECT, generated_paths())
    if problems:
        raise SystemExit("The content has problems; run `make check`.")
    entries = [entry for _, entry in sorted(Catalogue(compendium).practices.items())]
    full = sum(entry.fields.entry == "full" for entry in entries)
    said = f"{len(entries)} entries: {full} full, {len(entries) - full} brief.\n\n"
    return said + HEAD + "".join(map(row, entries))


def renewed(document: str) -> str:
    """The document with the table as it is now."""
    pattern = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    return pattern.sub(lambda _: f"{BEGIN}\n{table()}{END}", document)


if __name__ == "__main__":
    DOCUMENT.write_text(renewed(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
