"""What pydantic finds wrong, said so that an editor can mend it.

In comes a mapping of texts and the model it must fit; out come the validated record, or one problem
for each thing that is wrong, at the line and column of the value or key that it is about.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator import vocabulary
from generator.problems import FieldPlaces, KeyPath, Problem, did_you_mean, one_of
from generator.schema.fields import (
    CRITERION_ID,
    CSL_TYPE,
    EDTF_DATE,
    FILE_NAME,
    LANGUAGE,
    NOT_BLANK,
    SHA256,
    OneOf,
    OrNotDescribedMark,
    Record,
)
from generator.schema.wording import WORDINGS, Wording

RecordType = TypeVar("RecordType", bound=Record)
Explained = tuple[str, str, str]
"""Rule, message, fix."""


def validated(
    model: type[RecordType], mapping: Mapping[str, Any], path: str, places: FieldPlaces
) -> RecordType | list[Problem]:
    """The record that `mapping` describes, or every problem that keeps it from being one."""
    errors: list[dict[str, Any]] = []
    record = None
    try:
        record = model.model_validate(mapping)
    except ValidationError as failure:
        errors = [dict(error) for error in failure.errors(include_url=False)]
    if _has_empty_value(mapping):
        errors.extend(_empty_values(mapping, {error["loc"] for error in errors}))
    if record is not None and not errors:
        return record
    return [_problem(model, error, path, places) for error in errors]


def _has_empty_value(mapping: Mapping[str, Any]) -> bool:
    """Whether a field has nothing behind its name: asked of every file, and so without any places."""
    left = list(mapping.values()) if isinstance(mapping, dict) else []
    for value in left:
        if value.__class__ is str:
            continue
        if isinstance(value, dict):
            left.extend(value.values())
        elif isinstance(value, list):
            left.extend(value)
        elif value is None:
            return True
    return False


def _empty_values(mapping: Mapping[str, Any], reported: Collection[KeyPath]) -> Iterator[dict[str, Any]]:
    """An error for each field with nothing behind its name, where the model would have let it pass."""
    left: list[tuple[KeyPath, Any]] = [((), mapping)]
    while left:
        location, value = left.pop()
        if value is None and location and location not in reported:
            yield {"type": "empty", "loc": location, "input": None, "msg": ""}
        elif isinstance(value, dict):
            left.extend(((*location, key), part) for key, part in value.items())
        elif isinstance(value, list):
            left.extend(((*location, position), part) for position, part in enumerate(value))


def _problem(model: type[Record], error: dict[str, Any], path: str, places: FieldPlaces) -> Problem:
    location: KeyPath = error["loc"]
    wrong_key = error["type"] == "literal_error" and location[-1:] == ("[key]",)
    if wrong_key:
        location = location[:-1]
    about_key = wrong_key or error["type"] == "extra_forbidden"
    line, column = (places.of_key if about_key else places.of_value)(location)
    rule, message, fix = _explained(model, error, location[:-1] if wrong_key else location)
    return Problem(path, line, column, rule, message, fix)


def _explained(model: type[Record], error: dict[str, Any], location: KeyPath) -> Explained:
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    name = _name_of(location[:-1] if kind == "missing-source" else location)
    if kind == "extra_forbidden":
        return _unknown_field(model, location)
    if _is_blank(value) and not kind.startswith("missing"):
        return "empty-value", f"{name} is empty.", _fix_of_empty(model, location)
    if kind == "literal_error":
        return _not_allowed(name, value, context["expected"])
    words = {**context, "name": name, "value": _shape(value), "size": _size(value), "message": error["msg"]}
    words["fields"] = ", ".join(_fields(_model_at(model, location)))
    if kind in ("model_type", "model_attributes_type") and not location:
        kind = "file_type"
    elif kind == "string_pattern_mismatch":
        kind = _KIND_OF_PATTERN.get(context["pattern"], "not-an-id")
    elif kind == "missing":
        field = _fields(_model_at(model, location[:-1]))[str(location[-1])]
        kind = "missing-or-not-described" if _may_be_not_described(field) else kind
        words["meaning"] = _meaning(field)
    wording = WORDINGS.get(kind, Wording("wrong-value", "{name} does not fit: {message}.", ""))
    fix = f"{_near_not_described(model, location, value)} {wording.fix.format(**words)}"
    return wording.rule, wording.message.format(**words), fix.strip()


def _near_not_described(model: type[Record], location: KeyPath, value: Any) -> str:
    """`Did you mean 'not-described'?` where that was nearly written and may stand."""
    field = _field_at(model, location)
    if not isinstance(value, str) or field is None or not _may_be_not_described(field):
        return ""
    return did_you_mean(value, (vocabulary.NOT_DESCRIBED,))


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _fix_of_empty(model: type[Record], location: KeyPath) -> str:
    field = _field_at(model, location)
    if field is not None and field.is_required():
        return f"Write it{_meaning(field)}."
    return "Write a value, or leave the line out." if location else "Write its fields."


def _field_at(model: type[Record], location: KeyPath) -> FieldInfo | None:
    """The field at `location`; None where a list position or the whole is meant."""
    return _fields(_model_at(model, location[:-1])).get(str(location[-1])) if location else None


def _may_be_not_described(field: FieldInfo) -> bool:
    return any(
        isinstance(mark, OrNotDescribedMark)
        or (isinstance(mark, OneOf) and vocabulary.NOT_DESCRIBED in mark.vocabulary)
        for mark in field.metadata
    )


def _meaning(field: FieldInfo) -> str:
    """`: the name that the practice is known by`, from the field's description."""
    said = (field.description or "").rstrip(".")
    sentence = said[1:2].islower() or said[1:2].isspace()
    return f": {said[0].lower() if sentence else said[0]}{said[1:]}" if said else ""


def _name_of(location: KeyPath) -> str:
    """`'delivery → sessions'` for the path of a field; list positions count from 1."""
    parts = [f"no. {part + 1}" if isinstance(part, int) else str(part) for part in location]
    return f"'{' → '.join(parts)}'" if parts else "The file"


def _not_allowed(name: str, value: Any, expected: str) -> Explained:
    allowed = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    of_countries = len(allowed) > 100
    if not isinstance(value, str):
        fix = _COUNTRY_FIX if of_countries else one_of(allowed)
        return "not-text", f"{name} must be one word, not {_shape(value)}.", fix
    if of_countries:
        return _unknown_country(value)
    near = did_you_mean(value, allowed)
    return "unknown-value", f"{value!r} is not allowed for {name}.", f"{near} {one_of(allowed)}".strip()


_COUNTRY_FIX = "Use a code of ISO 3166-1, such as 'IE', or 'EU'."


def _unknown_country(value: str) -> Explained:
    code = value.strip().upper()
    right = vocabulary.country_meant(value)
    near = did_you_mean(value, [term.label for term in vocabulary.countries()]) if len(code) > 3 else ""
    fix = f"Did you mean {right!r}?" if right else f"{near} {_COUNTRY_FIX}".strip()
    return "unknown-country", f"{value!r} is not a two-letter country code.", fix


def _unknown_field(model: type[Record], location: KeyPath) -> Explained:
    allowed = list(_fields(_model_at(model, location[:-1])))
    key = str(location[-1])
    near = did_you_mean(key, allowed)
    where = f" in {_name_of(location[:-1])}" if location[:-1] else ""
    return "unknown-field", f"There is no field {key!r}{where}.", near or one_of(allowed)


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by the names that stand in files."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _model_at(model: type[BaseModel], location: KeyPath) -> type[BaseModel]:
    """The model that describes the mapping at `location`."""
    is_key = False
    for part in location:
        field = None if is_key else _fields(model).get(str(part))
        if field is not None:
            model = _model_inside(field.annotation) or model
        is_key = field is not None and _has_keys(field.annotation)
    return model


def _has_keys(annotation: Any) -> bool:
    """Whether a field holds groups under keys of the editor's, which may read like names of fields."""
    return get_origin(annotation) is dict or any(map(_has_keys, get_args(annotation)))


def _model_inside(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inside = (_model_inside(argument) for argument in get_args(annotation))
    return next((found for found in inside if found is not None), None)


def _shape(value: Any) -> str:
    """What kind of thing an editor wrote, in words."""
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, list):
        return "a list"
    return "nothing" if value is None else f"{value!r}"


def _size(value: Any) -> int:
    return len(value) if hasattr(value, "__len__") else 0


_KIND_OF_PATTERN = {
    CRITERION_ID: "not-a-criterion-id",
    CSL_TYPE: "not-a-csl-type",
    EDTF_DATE: "not-an-edtf-date",
    FILE_NAME: "not-a-file-name",
    LANGUAGE: "not-a-language",
    SHA256: "not-a-fingerprint",
    NOT_BLANK: "string_too_short",
}
"""Which form a text should have had, told from the pattern that it did not match."""
