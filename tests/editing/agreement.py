"""Asks the checker and the JSON Schema the same question about the same front matter."""

from functools import cache

from jsonschema import Draft7Validator

from generator.editing.json_schema import practice_schema
from generator.reading.yaml_events import Places, StrictYaml
from generator.schema.explain import validated
from generator.schema.practice import FullPractice, Practice
from tests.editing import yaml_core

BRIEF = """\
title: A practice
summary: What it is.
entry: brief
status: current
category: children
field: [treatment]
kind: activity
countries: [IE]
themes: [early-help]
evidence:
  level: described
sources:
  - {ref: ipc-wales, locator: section 3}
reviewed_on: 2026-11-21
"""

FULL_REST = """\
origin: not-described
work_streams: not-described
tiers: [2]
providers: not-described
participants:
  - who: Children
    ages: {from: 5, to: 9}
    source: {ref: ipc-wales, locator: section 3, quote: from five to nine}
delivery:
  mode: [group]
  sessions: 12
  source: {ref: ipc-wales, locator: section 3, quote: for twelve weeks}
theory: not-described
organisations: not-described
years: {from: 2001, to: 2007, source: {ref: ipc-wales, locator: section 3, quote: began in 2001}}
necessary_elements:
  - {element: Trust, why: Nothing works without it., basis: our-reading, adaptable: partly}
context: not-described
preconditions:
  - {text: Time., source: {ref: ipc-wales, locator: section 3}}
not_suitable_when: not-described
indicators:
  1:
    mark: shown
    criteria: [H1.1]
    note: It is written down.
    source: {ref: ipc-wales, locator: section 3, quote: it is written down}
  2: {mark: not-described}
  3: {mark: not-described}
  4: {mark: not-described}
  5: {mark: not-described}
  6: {mark: not-described}
  7: {mark: not-described}
  8: {mark: not-described}
"""
FULL = BRIEF.replace("entry: brief", "entry: full") + FULL_REST


def checker_accepts(front_matter: str) -> bool:
    """Whether the checker finds nothing wrong with these fields by themselves."""
    reader = StrictYaml("practices/x.md")
    fields = reader.load(front_matter)
    if reader.problems or not isinstance(fields, dict):
        return False
    model = FullPractice if fields.get("entry") == "full" else Practice
    return not isinstance(validated(model, fields, "practices/x.md", Places(front_matter)), list)


def schema_accepts(front_matter: str) -> bool:
    """Whether an editor that follows the JSON Schema underlines nothing in these fields."""
    return bool(_validator().is_valid(yaml_core.load(front_matter)))


@cache
def _validator() -> Draft7Validator:
    return Draft7Validator(practice_schema())
