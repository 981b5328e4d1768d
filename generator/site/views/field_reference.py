"""Every field of a practice with its meaning, its form, its values and an example, for the field reference.

The rows are in the order of the schema. The examples are real: the shortest that an entry gives, so that they
can never break a rule.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from generator.compendium.records import PracticeEntry
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.links import Link
from generator.schema.fields import Record
from generator.schema.practice import FULL_FIELDS, FullPractice, Practice
from generator.schema.shapes import FieldShape, fields_of, walk
from generator.schema.words import form_of, is_short
from generator.schema.yaml_text import scalar, written
from generator.vocabulary import Term

ENTRIES_LOOKED_AT = 100
"""From how many entries examples are taken: the first by their ids."""

LONGEST_EXAMPLE = 200
JSON_SCHEMA = "assets/practice.schema.json"
"""The same fields for programs, as committed in `pages/assets`."""

_CITED_IN = "source"
Needed = str
"""When a field must be there, in words."""


@dataclass(frozen=True)
class FieldRow:
    """One field as the field reference shows it."""

    path: str
    title: str
    meaning: str
    form: str
    needed: Needed
    terms: tuple[Term, ...]
    sources: tuple[str, ...]
    example: str


@dataclass(frozen=True)
class FieldSection:
    """A field of the front matter with the fields inside it."""

    field: FieldRow
    inside: tuple[FieldRow, ...]


@dataclass(frozen=True)
class FieldsView:
    """What the template `fields.html` shows."""

    fields: tuple[FieldSection, ...]
    json_schema: str
    sections: tuple[Link, ...]


def fields_view(words: CompendiumText) -> FieldsView:
    """All fields in the order of the schema, with examples from the entries."""
    fields = field_sections(words.catalogue.practices.values())
    sections = tuple(Link(section.field.title, f"#{section.field.path}") for section in fields)
    return FieldsView(fields, JSON_SCHEMA, sections)


def field_sections(practices: Iterable[PracticeEntry]) -> tuple[FieldSection, ...]:
    """Every field of the front matter, in the order of the schema."""
    examples = _examples(practices)
    return tuple(_section(field, examples) for field in fields_of(FullPractice))


def _section(field: FieldShape, examples: Mapping[str, str]) -> FieldSection:
    model = field.shape.innermost.group
    inside = tuple(
        _row(".".join((field.name, *path)), inner, _needed_inside(inner), examples)
        for path, inner in (_inside_of(model, field.name) if model else ())
    )
    row = _row(field.name, field, _needed(field.name), examples)
    return FieldSection(row if row.example else replace(row, example=_put_together(field, inside)), inside)


def _put_together(field: FieldShape, inside: Iterable[FieldRow]) -> str:
    """An example of a group that no entry gives, made of the examples of its fields; else nothing."""
    rows = [row for row in inside if row.path.count(".") == 1]
    if not rows or not all(row.example for row in rows):
        return ""
    group = "{" + ", ".join(f"{row.path.rpartition('.')[2]}: {row.example}" for row in rows) + "}"
    example = f"[{group}]" if field.shape.kind == "list" else group
    return example if len(example) <= LONGEST_EXAMPLE else ""


def _inside_of(model: type[Record], name: str) -> Iterator[tuple[tuple[str, ...], FieldShape]]:
    """The fields inside a group; those of a citation once, under `sources`, as they are the same everywhere."""
    for path, field in walk(model):
        if name == "sources" or len(path) < 2 or path[-2] != _CITED_IN:
            yield path, field


def _row(path: str, field: FieldShape, needed: Needed, examples: Mapping[str, str]) -> FieldRow:
    vocabulary = field.shape.innermost.vocabulary
    terms = vocabulary.terms if vocabulary and is_short(field.shape) and field.shape.kind != "by number" else ()
    sources = tuple(dict.fromkeys(term.source for term in vocabulary)) if vocabulary else ()
    return FieldRow(
        path,
        field.title,
        field.meaning,
        form_of(field.shape),
        needed,
        terms,
        sources,
        examples.get(path, scalar(field.example) if field.example else ""),
    )


def _needed(name: str) -> Needed:
    if Practice.model_fields[name].is_required():
        return "in every entry"
    return "in a full entry" if name in FULL_FIELDS else "may be left out"


def _needed_inside(field: FieldShape) -> Needed:
    return "always" if field.required else "may be left out"


def _examples(practices: Iterable[PracticeEntry]) -> dict[str, str]:
    """The shortest example of each field, by its path; equal ones by the order of ids."""
    shortest: dict[str, str] = {}
    for entry in islice(sorted(practices, key=lambda entry: entry.id), ENTRIES_LOOKED_AT):
        given = entry.fields.model_dump(by_alias=True, exclude_unset=True, exclude_none=True, mode="json")
        for path, value in _values("", given):
            line = written(value)
            if len(line) <= LONGEST_EXAMPLE and len(line) < len(shortest.get(path, f"{line} ")):
                shortest[path] = line
    return shortest


def _values(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Every value with the path of its field; what a list holds has the path of the list."""
    if path and value not in ([], {}):
        yield path, value
    numbered = path == "indicators"
    items = value.values() if numbered else value if isinstance(value, list) else ()
    for item in items:
        yield from (pair for pair in _inside(path, item))
    if isinstance(value, dict) and not numbered:
        yield from _inside(path, value)


def _inside(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """The values of the fields of a group, each with its path."""
    for name, inner in value.items() if isinstance(value, dict) else ():
        yield from _values(f"{path}.{name}".lstrip("."), inner)
