"""Faults that are put into copies of entries are stopped, all of them, and entries without a fault pass."""

from pathlib import Path

from generator.loading.tracing import open_sources
from tests.small_compendium import FIXTURES
from tests.tracing.faults import STOPPED_BY, copied, not_stopped, seeded, traced_copies

ROOT, SOURCES = FIXTURES / "small", FIXTURES / "sources"


def test_every_seeded_fault_is_stopped(tmp_path: Path) -> None:
    faults, _ = seeded(ROOT, SOURCES, 120, seed=1)
    assert {fault.kind for fault in faults.values()} == set(STOPPED_BY)
    found = traced_copies(ROOT, SOURCES, {name: fault.text for name, fault in faults.items()}, tmp_path)
    assert not_stopped(faults, found) == []


def test_copies_without_a_fault_pass(tmp_path: Path) -> None:
    documents = open_sources(ROOT, SOURCES).documents
    practices = [document for document in documents if document.path.startswith("practices/")]
    copies = {f"copy-{number}.md": copied(document) for number, document in enumerate(practices)}
    assert traced_copies(ROOT, SOURCES, copies, tmp_path).problems == []
