"""Short YAML texts of records, in which a test writes the fields it is about on the first lines."""

from generator.problems import render
from generator.reading.yaml_events import Places, StrictYaml
from generator.schema.explain import validated
from generator.schema.fields import Record
from generator.schema.practice import FullPractice, Practice

_BRIEF = """\
title: A practice
summary: What it is, and for whom.
entry: brief
status: current
category: children
field: [prevention]
kind: activity
countries: [FI]
themes: [early-help]
evidence: {level: described}
sources: [{ref: ipc-wales, locator: section 7}]
reviewed_on: 2026-04-03
"""
_FULL = """\
origin: project
work_streams: not-described
tiers: not-described
providers: not-described
participants: not-described
delivery: not-described
organisations: not-described
years: not-described
necessary_elements: [{element: Two groups, why: Both learn the same., basis: our-reading, adaptable: partly}]
context: not-described
preconditions: not-described
not_suitable_when: not-described
indicators:
  {1: &, 2: &, 3: &, 4: &, 5: &, 6: &, 7: &, 8: &}
""".replace("&", "{mark: not-described}")


def read(model: type[Record], yaml: str) -> Record | str:
    """The record in a YAML text, or its problems as they are printed."""
    reader = StrictYaml("x.md")
    tree = reader.load(yaml)
    assert reader.problems == []
    found = validated(model, tree, "x.md", Places(yaml))
    return render(found, "text") if isinstance(found, list) else found


def problems(model: type[Record], yaml: str) -> str:
    """The problems in a YAML text as they are printed, without its path."""
    found = read(model, yaml)
    assert isinstance(found, str), found
    return found.replace("x.md:", "")


def brief(changed: str = "", without: str = "") -> str:
    """The fields of a brief practice; those in `changed` come first and replace the usual ones."""
    return _with(_BRIEF, changed, without)


def full(changed: str = "", without: str = "") -> str:
    """The fields of a full practice; those in `changed` come first and replace the usual ones."""
    return _with(_BRIEF.replace("entry: brief", "entry: full") + _FULL, changed, without)


def practice(yaml: str) -> Practice:
    """The brief practice in a YAML text that is in order."""
    found = read(Practice, yaml)
    assert isinstance(found, Practice), found
    return found


def full_practice(yaml: str) -> FullPractice:
    """The full practice in a YAML text that is in order."""
    found = read(FullPractice, yaml)
    assert isinstance(found, FullPractice), found
    return found


def _with(fields: str, changed: str, without: str) -> str:
    replaced = {line.partition(":")[0] for line in changed.splitlines()} | {without}
    kept: list[str] = []
    keeping = True
    for line in fields.splitlines():
        keeping = keeping if line.startswith(" ") else line.partition(":")[0] not in replaced
        kept += [line] if keeping else []
    return "\n".join([*([changed] if changed else []), *kept, ""])
