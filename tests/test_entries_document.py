"""docs/entries.md tells the truth about the entries."""

from tests.entry_counts import DOCUMENT, renewed


def test_table_of_entries_is_up_to_date() -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    assert renewed(document) == document, "run: python -m tests.entry_counts"
