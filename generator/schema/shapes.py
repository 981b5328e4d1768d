"""The schema's models read as a tree of fields, for all that is made from the schema.

In comes a record model; out come its fields, each with the words of its title and description, the
form of its value, its limits and its vocabulary. The field reference, the new file, the questions and
the issue form are made from this; nothing here lists a field or a value by name.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic.fields import FieldInfo

from generator.problems import ID
from generator.schema.fields import OneOf, OrNotDescribed, Quantity, Quote, Record, WebAddress
from generator.vocabulary import Vocabulary

Kind = Literal[
    "text", "id", "term", "number", "quantity", "date", "true", "address", "quote", "group", "list", "by number"
]
_NOT_DESCRIBED_MARK = get_args(OrNotDescribed)[1]
_TOLD_BY: tuple[tuple[Any, Kind], ...] = (
    (get_args(Quantity)[1], "quantity"),
    (get_args(WebAddress)[1], "address"),
    (get_args(Quote)[1], "quote"),
)
_ID_PATTERN = f"^{ID.pattern}$"
"""The marks by which texts of a special form are told from plain ones."""

_PLAIN: dict[Any, Kind] = {str: "text", int: "number", bool: "true", datetime.date: "date"}


@dataclass(frozen=True)
class Shape:
    """The form of one value. `inside` is what a list or a group by number holds."""

    kind: Kind = "text"
    vocabulary: Vocabulary | None = None
    group: type[Record] | None = None
    inside: "Shape | None" = None
    least: int | None = None
    most: int | None = None
    not_described: bool = False

    @property
    def innermost(self) -> "Shape":
        """The shape of a single value: of the items, where this is a list."""
        return self.inside.innermost if self.inside else self


@dataclass(frozen=True)
class FieldShape:
    """One field: its name in a file, its words for people, whether it must be there, its form."""

    name: str
    title: str
    meaning: str
    required: bool
    shape: Shape
    example: str = ""


def fields_of(model: type[Record]) -> tuple[FieldShape, ...]:
    """The fields of a model in the order of the schema."""
    return tuple(_field(name, info) for name, info in model.model_fields.items())


def walk(model: type[Record]) -> Iterator[tuple[tuple[str, ...], FieldShape]]:
    """Every field with its path, those of groups after the group that holds them."""
    for field in fields_of(model):
        yield (field.name,), field
        group = field.shape.innermost.group
        if group is not None:
            for path, inner in walk(group):
                yield (field.name, *path), inner


def _field(name: str, info: FieldInfo) -> FieldShape:
    written = info.alias or name
    return FieldShape(
        name=written,
        title=info.title or written.replace("_", " ").capitalize(),
        meaning=info.description or "",
        required=info.is_required(),
        shape=_shape(info.annotation, info.metadata),
        example=str(next(iter(info.examples or ()), "")),
    )


def _shape(annotation: Any, metadata: Sequence[Any] = ()) -> Shape:
    """The shape behind an annotation, with what its metadata add."""
    if get_origin(annotation) is Annotated:
        inner, *around = get_args(annotation)
        return _shape(inner, [*around, *metadata])
    choices = [choice for choice in get_args(annotation) if choice is not NoneType]
    if NoneType in get_args(annotation):
        return _limited(_shape(choices[0]), metadata)
    return _limited(_plain(annotation, choices), metadata)


def _plain(annotation: Any, arguments: Sequence[Any]) -> Shape:
    if get_origin(annotation) is list:
        return Shape("list", inside=_shape(arguments[0]))
    if get_origin(annotation) is dict:
        keys = _shape(arguments[0])
        return Shape("by number", vocabulary=keys.vocabulary, inside=_shape(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Shape("group", group=annotation)
    return Shape(_PLAIN[annotation])


def _limited(shape: Shape, metadata: Sequence[Any]) -> Shape:
    """The shape with the limits, vocabulary and marks that stand in `metadata`."""
    for mark in metadata:
        told = next((kind for sign, kind in _TOLD_BY if mark is sign), None)
        shape = replace(shape, kind=told) if told else shape
        if isinstance(mark, FieldInfo):
            shape = _limited(shape, mark.metadata)
        elif getattr(mark, "pattern", None) == _ID_PATTERN:
            shape = replace(shape, kind="id")
        elif isinstance(mark, OneOf):
            shape = replace(shape, kind="term", vocabulary=mark.vocabulary)
        elif isinstance(mark, MinLen | Ge):
            shape = replace(shape, least=_whole(mark.min_length if isinstance(mark, MinLen) else mark.ge))
        elif isinstance(mark, MaxLen | Le):
            shape = replace(shape, most=_whole(mark.max_length if isinstance(mark, MaxLen) else mark.le))
        elif mark is _NOT_DESCRIBED_MARK:
            shape = replace(shape, not_described=True)
    return shape


def _whole(limit: Any) -> int:
    return int(limit)
