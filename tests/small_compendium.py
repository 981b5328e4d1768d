"""A small compendium in order, in a folder of its own, in which a test changes one thing.

Its files are those of `tests/fixtures/small`: eight short indicators, two references, one page, one full
and one brief practice.
"""

import shutil
from pathlib import Path

from generator.compendium.records import Compendium, PracticeEntry
from generator.loading.compendium import check, load
from generator.problems import Problem

FIXTURES = Path(__file__).parent / "fixtures"
FULL = "practices/full.md"
BRIEF = "practices/brief.md"


class SmallCompendium:
    """The files below `root`, what they load to, and what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(FIXTURES / "small", root)

    def path(self, path: str) -> Path:
        """The place of a file."""
        return self.root / path

    def text(self, path: str) -> str:
        """The text of a file."""
        return self.path(path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Writes a file anew."""
        self.path(path).write_bytes(text.encode())

    def change(self, path: str, old: str, new: str) -> None:
        """Puts `new` where `old` stands in a file; it must stand there once."""
        text = self.text(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def add_brief(self, id_: str, **fields: str) -> None:
        """Adds a brief practice of its own title, with fields put in or replaced."""
        lines = {line.partition(":")[0]: line for line in _BRIEF_FIELDS.splitlines()}
        lines |= {name: f"{name}: {value}" for name, value in {"title": id_, **fields}.items()}
        front_matter = "\n".join(lines.values())
        self.write(f"practices/{id_}.md", f"---\n{front_matter}\n---\n\n## How it works\n\nSo.\n")

    def load(self) -> Compendium:
        """The compendium, which must be without problems."""
        compendium, problems = load(self.root)
        assert problems == []
        return compendium

    def practices(self) -> dict[str, PracticeEntry]:
        """The practices by id, which must be without problems."""
        return self.load().practices

    def problems(self, generated: tuple[str, ...] = ()) -> list[Problem]:
        """Every problem, the same whether the records are kept or not."""
        _, problems = load(self.root, generated)
        assert check(self.root, generated) == problems
        return problems


_BRIEF_FIELDS = """\
title: A practice
summary: A practice for tests.
entry: brief
status: current
category: children
field: [prevention]
kind: material
countries: [FI]
themes: [early-help]
evidence: {level: described}
sources: [{ref: ipc-wales, locator: section 7.1}]
reviewed_on: 2026-04-03
"""
