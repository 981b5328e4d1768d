"""A practice that gives every field that the schema has, each with a value of its own: made from the schema.

A field that is added to the schema is in it at once: the tests then ask each edition for its value.
"""

import datetime
import itertools
from collections.abc import Iterator
from typing import Any

from generator.compendium.catalogue import Catalogue
from generator.compendium.records import Compendium, PracticeEntry
from generator.loading import load
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.dates import day_in_words
from generator.presentation.texts import Texts
from generator.reading.prose import read_prose
from generator.schema.fields import Record
from generator.schema.practice import FullPractice
from generator.schema.reference import Reference
from generator.schema.shapes import FieldShape, Shape, fields_of
from tests.small_compendium import SmallCompendium

ID = "everything"
ORIGIN = "full"
"""A practice of the small compendium that this one names in its lineage and as related."""

ORIGIN_TITLE = "Full practice"

Path = tuple[str, ...]
Value = tuple[Path, str]
"""The path of a field, and the words by which readers must be able to find its value."""

_BODY = "## How it works\n\nWith care. [@chalvi-2007, part 1]\n"
_FIXED: dict[Path, Any] = {
    ("entry",): "full",
    ("evidence", "level"): "first-indications",
    ("indicators", "criteria"): ["H1.1"],
    ("status",): "withdrawn",
}
"""Values that depend on each other, or whose form the schema gives as a pattern."""

_RISING: dict[Path, str] = {("participants", "ages"): "7 to 11 years", ("years",): "1991 to 1997"}
"""Ranges, which readers find as one text."""


class Everything:
    """The fields of a practice as a file would give them, and the words that each must have for readers."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._numbers = itertools.count(11)
        self._days = itertools.count(1)
        self.words: list[Value] = []
        self.fields = self._group(FullPractice, ())

    def _group(self, model: type[Record], path: Path) -> dict[str, Any]:
        if path in _RISING:
            self.words.append((path, _RISING[path]))
            first, _, last = _RISING[path].removesuffix(" years").partition(" to ")
            given: dict[str, Any] = {"from": first, "to": last}
            others = [field for field in fields_of(model) if field.name not in given]
            return given | {field.name: self._field(field, (*path, field.name)) for field in others}
        return {field.name: self._field(field, (*path, field.name)) for field in fields_of(model)}

    def _field(self, field: FieldShape, path: Path) -> Any:
        if path in _FIXED:
            value = _FIXED[path]
            self.words.append(
                (path, self._in_words(field.shape.innermost, value[0] if isinstance(value, list) else value))
            )
            return value
        if path[-1] == "ref":
            return "chalvi-2007"
        return self._value(field.shape, path)

    def _value(self, shape: Shape, path: Path) -> Any:
        match shape.kind:
            case "list":
                assert shape.inside
                return [self._value(shape.inside, path)]
            case "by number":
                assert shape.inside
                assert shape.vocabulary
                return {number: self._mark(number, shape.inside, path) for number in shape.vocabulary.values}
            case "group":
                assert shape.group
                return self._group(shape.group, path)
        value = self._single(shape)
        self.words.append((path, self._in_words(shape, value)))
        return value

    def _mark(self, number: str, shape: Shape, path: Path) -> Any:
        return self._value(shape, path) if number == "1" else {"mark": "not-described"}

    def _single(self, shape: Shape) -> str:
        number = next(self._numbers)
        match shape.kind:
            case "term":
                assert shape.vocabulary
                return shape.vocabulary.values[0]
            case "number" | "quantity":
                return str(max(shape.least or 0, min(number, shape.most or number)))
            case "date":
                return datetime.date(2026, 1, next(self._days)).isoformat()
            case "true":
                return "true"
            case "address":
                return f"https://example.org/w{number}"
            case "id":
                return ORIGIN
            case "quote":
                return f"Wording{number} and more"
        return f"Wording{number}"

    def _in_words(self, shape: Shape, value: str) -> str:
        if shape.kind == "term" and shape.vocabulary:
            return shape.vocabulary[value].label
        if shape.kind == "date":
            return day_in_words(datetime.date.fromisoformat(value))
        if shape.kind == "true":
            return self._texts("evidence.no-effect")
        return ORIGIN_TITLE if value == ORIGIN else value


def compendium_of(everything: Everything, small: SmallCompendium) -> Compendium:
    """The small compendium with a practice that has every field, and a document that has every field."""
    compendium, problems = load(small.root)
    assert problems == []
    prose, problems = read_prose(_BODY, f"practices/{ID}.md", 1)
    assert prose
    assert problems == []
    fields = FullPractice.model_validate(everything.fields)
    compendium.practices[ID] = PracticeEntry(ID, f"practices/{ID}.md", fields, prose)
    compendium.references["chalvi-2007"] = DOCUMENT
    return compendium


def text_of(compendium: Compendium, texts: Texts) -> CompendiumText:
    """The compendium in words."""
    return CompendiumText(Catalogue(compendium), texts)


DOCUMENT = Reference.model_validate(
    {
        "id": "chalvi-2007",
        "type": "chapter",
        "title": "Titleword",
        "language": "nl",
        "title-short": "Shortword",
        "author": [
            {"family": "Familyone", "given": "Givenone"},
            {"family": "Familytwo", "given": "Giventwo"},
            {"literal": "Bodyword"},
        ],
        "issued": "2007-08",
        "accessed": "2026-02-03",
        "publisher": "Publisherword",
        "publisher-place": "Placeword",
        "container-title": "Containerword",
        "URL": "https://example.org/document",
        "note": "Noteword",
    }
)
"""A document that gives every field."""

DOCUMENT_WORDS: dict[str, tuple[str, ...]] = {
    "title": ("Titleword",),
    "title-short": ("Shortword",),
    "author": ("Familyone, Givenone; Familytwo, Giventwo and Bodyword",),
    "issued": ("2007-08",),
    "accessed": ("3 February 2026",),
    "publisher": ("Publisherword",),
    "publisher-place": ("Placeword",),
    "container-title": ("Containerword",),
    "URL": ("https://example.org/document",),
    "note": ("Noteword",),
}
"""The words by which readers find what each of its fields says."""


def flattened(value: Any) -> Iterator[str]:
    """Every text in a presentation, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from flattened(item)
    elif isinstance(value, dict):
        yield from flattened([*value.values()])
    elif hasattr(value, "model_fields_set"):
        yield from flattened([getattr(value, name) for name in type(value).model_fields])
    elif hasattr(value, "__dataclass_fields__"):
        yield from flattened([getattr(value, name) for name in value.__dataclass_fields__])
