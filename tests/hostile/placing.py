"""A compendium in which strangers have written: every vector in every text field, in bodies and in pages.

What the checks refuse is put back to something harmless, file by file, until the content is in order;
so the site that is built from it shows everything that gets past them.
"""

import json
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.loading.compendium import load
from generator.presentation.addresses import generated_paths
from generator.problems import Problem
from generator.reading.prose import read_prose
from generator.schema.fields import LEAST_QUOTED, MOST_QUOTED
from tests.hostile.corpus import Vector

PROJECT = Path(__file__).parents[2]
SOURCE = {"ref": "ipc-wales", "locator": "section 7.1"}
HEADINGS = ("Keeping people safe", "What is known about results", "Adopting it elsewhere", "Limits")


@dataclass
class Hostile:
    """A compendium at `root` that is in order, and what had to be refused until it was."""

    root: Path
    refused: dict[str, list[Problem]] = field(default_factory=dict)


def practice(vector: Vector) -> dict[str, Any]:
    """The fields of a practice with the vector wherever a text may stand."""

    def text(limit: int, otherwise: str = "Text") -> str:
        fits = vector.text.strip() and len(vector.text) <= limit
        return vector.text if fits else f"{otherwise} {vector.number}"

    words = (
        vector.text if LEAST_QUOTED <= len(vector.text.split()) <= MOST_QUOTED else f"The text {vector.number}"
    )
    source = {"ref": "ipc-wales", "locator": text(200), "quote": words}
    statement = {"text": text(600), "source": source}
    return {
        "title": text(90),
        "alt_titles": [text(200)],
        "summary": text(300),
        "entry": "full",
        "status": "historical",
        "status_note": text(600),
        "category": "children",
        "field": ["treatment"],
        "kind": "activity",
        "origin": "project",
        "countries": ["GB"],
        "region": text(200),
        "themes": ["early-help"],
        "work_streams": ["whole-system"],
        "tiers": ["2"],
        "providers": ["health"],
        "participants": [{"who": text(600), "ages": {"from": "5", "to": "11"}, "source": source}],
        "delivery": {name: text(200) for name in ("setting", "staff", "referral", "materials")},
        "theory": statement,
        "organisations": [{"name": text(200), "role": text(200)}],
        "years": {"from": "2001", "source": source},
        "necessary_elements": [
            {
                "element": text(200),
                "why": text(600),
                "basis": "source-says",
                "adaptable": "fixed",
                "source": source,
            }
        ],
        "context": statement,
        "preconditions": [statement],
        "not_suitable_when": [statement],
        "adapted_from": [text(200)],
        "evidence": {
            "level": "first-indications",
            "evaluations": [
                {
                    "design": text(600),
                    "by": "internal",
                    "year": "2001",
                    "finding": text(600),
                    "source": source,
                }
            ],
        },
        "indicators": {
            str(number): {"mark": "shown", "criteria": [], "note": text(600), "source": source}
            for number in range(1, 9)
        },
        "sources": [source, {"ref": f"ref-{vector.number}", "locator": text(200)}],
        "contact": {
            "organisation": text(200),
            "role": text(200),
            "url": "https://example.org/" + re.sub(r"\s", "", text(480)),
            "verified_on": "2026-03-01",
        },
        "editor_notes": [text(600)],
        "reviewed_on": "2026-04-03",
    }


def reference(vector: Vector) -> dict[str, Any]:
    """A reference with the vector wherever a text may stand."""
    short = vector.text if len(vector.text) <= 90 else f"Text {vector.number}"
    return {
        "id": f"ref-{vector.number}",
        "type": "report",
        "title": vector.text,
        "title-short": short,
        "author": [{"literal": vector.text}, {"family": short, "given": short}],
        "issued": "2007",
        "publisher": vector.text,
        "publisher-place": short,
        "container-title": vector.text,
        "URL": "https://example.org/" + re.sub(r"\s", "", vector.text),
        "note": vector.text,
    }


def write_practice(root: Path, vector: Vector, body: str) -> str:
    """Writes the practice of a vector with a body and gives its path."""
    path = f"practices/v-{vector.number}.md"
    rest = "\n\n".join(f"## {heading}\n\nText." for heading in HEADINGS)
    aims = f"## Aims\n\nText.\n\n## How it works\n\n{body}\n\n{rest}\n"
    (root / path).write_text(f"---\n{_yaml(practice(vector))}\n---\n\n{aims}", "utf-8", newline="\n")
    return path


def write_page(root: Path, vector: Vector, body: str) -> str:
    """Writes a page of prose with the vector in its fields and gives its path."""
    path = f"pages/v-{vector.number}.md"
    title = vector.text if len(vector.text) <= 90 else f"Text {vector.number}"
    fields = {"title": title, "summary": vector.text}
    (root / path).write_text(f"---\n{_yaml(fields)}\n---\n\n{body}\n", "utf-8", newline="\n")
    return path


def hostile_compendium(root: Path, vectors: Iterable[Vector]) -> Hostile:
    """Writes the compendium with all of `vectors` at `root`, less what is refused."""
    _frame(root)
    hostile = Hostile(root)
    chosen = {vector.number: vector for vector in vectors}
    _write_references(root, chosen.values())
    for vector in chosen.values():
        write_practice(root, vector, vector.text)
        write_page(root, vector, "Text." if _shows_picture(vector) else vector.text)
    for harmless in (lambda vector: vector, lambda vector: vector._replace(text=f"Text {vector.number}")):
        _, problems = load(root, generated_paths())
        for path in sorted({problem.path for problem in problems}):
            vector = harmless(chosen[int(path.partition("-")[2].removesuffix(".md"))])
            (write_page if path.startswith("pages/") else write_practice)(root, vector, "Text.")
        for problem in problems:
            hostile.refused.setdefault(problem.path, []).append(problem)
    return hostile


def _write_references(root: Path, vectors: Iterable[Vector]) -> None:
    """Adds a reference for each vector; one with a character that nobody sees gets plain text."""
    kept = (
        vector if vector.text.replace("\n", "").isprintable() else vector._replace(text="Text")
        for vector in vectors
    )
    lines = [f"  - {_yaml(reference(vector))}\n" for vector in kept]
    with (root / "practices/references.yaml").open("a", encoding="utf-8", newline="\n") as references:
        references.writelines(lines)


def _shows_picture(vector: Vector) -> bool:
    """Whether the vector asks for a picture of the site itself, which is not there."""
    prose, _ = read_prose(vector.text, "a.md")
    return prose is not None and "<img" in prose.html


def _yaml(fields: Any) -> str:
    """YAML in its flow form, which is JSON."""
    return json.dumps(fields, ensure_ascii=False)


def _frame(root: Path) -> None:
    """The whole project, so that the build is the one that readers get."""
    root.mkdir(parents=True)
    for name in ("practices", "indicators", "pages", "overrides"):
        shutil.copytree(PROJECT / name, root / name)
    shutil.copy(PROJECT / "mkdocs.yml", root)
