"""Faults put into copies of the real entries, and whether `compendium trace` stops them.

The texts of the sources are no part of the project: they are looked for beside it.
"""

import tempfile
from collections import Counter
from pathlib import Path

from generator.loading.tracing import open_sources
from tests.test_content import PROJECT, SOURCES
from tests.tracing.faults import copied, not_stopped, seeded, traced_copies


def faults(number: int) -> bool:
    """Whether each of `number` faults is stopped, and the entries without a fault pass."""
    if not SOURCES.is_dir():
        print(f"The texts of the sources are not in {SOURCES}")
        return False
    drawn, same_in_section = seeded(PROJECT, SOURCES, number, seed=1)
    with tempfile.TemporaryDirectory() as folder:
        copies = {name: fault.text for name, fault in drawn.items()}
        missed = not_stopped(drawn, traced_copies(PROJECT, SOURCES, copies, Path(folder)))
    with tempfile.TemporaryDirectory() as folder:
        documents = open_sources(PROJECT, SOURCES).documents
        practices = [document for document in documents if document.path.startswith("practices/")]
        copies = {f"copy-{position}.md": copied(document) for position, document in enumerate(practices)}
        alarms = traced_copies(PROJECT, SOURCES, copies, Path(folder))
    kinds = Counter(fault.kind for fault in drawn.values())
    print(
        f"{len(drawn)} faults ({', '.join(f'{n} {kind}' for kind, n in kinds.items())}): {len(missed)} missed"
    )
    print(f"drawn again, because the section has the wrong number too: {dict(same_in_section)}")
    print(
        f"{len(practices)} entries and {len(practices)} copies without a fault, {alarms.quotes} quotes and "
        f"{alarms.claims} claims: {len(alarms.problems)} alarms"
    )
    print("\n".join(missed))
    return not missed and not alarms.problems
