"""The JSON Schema of a practice's front matter, for editors that complete, explain and underline.

Nothing comes in but the models; out comes the schema as text. pydantic writes the shape, and this
module adds what pydantic cannot say: the rules between fields, as `if` and `then`, and that a reader of
YAML sees `12` as a number where the checker sees the text that stands in the file.
"""

import json
from collections.abc import Iterable
from typing import Any

from generator import vocabulary
from generator.editing.digits import between
from generator.schema.fields import NOT_BLANK
from generator.schema.practice import FULL_FIELDS, Practice
from generator.vocabulary import NOT_DESCRIBED

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
"""Draft 7 is the newest that the YAML language server knows well."""

_DATE = (
    r"^(?!0000)(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)"
    r"|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$"
)
_WEB_ADDRESS = r"^https?://[^\s/?#]+\.[^\s]*$"
_FIGURES = ("sessions", "session_minutes", "weeks", "total_hours", "group_size")
_MOST = 9999
"""The greatest number that the checker reads where the schema names no bound."""


def schema_text() -> str:
    """The schema of a file in `practices/`, as the text of its own file."""
    return json.dumps(practice_schema(), ensure_ascii=False, indent=1) + "\n"


def practice_schema() -> Schema:
    """The schema of the front matter of a practice, brief or full (JSON Schema, draft 7)."""
    models = Practice.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    definitions = models.pop("$defs")
    for name, rules in _rules_inside().items():
        definitions[name]["allOf"] = rules
    definitions["Contact"]["properties"]["url"]["anyOf"][0]["pattern"] = _WEB_ADDRESS
    models["properties"]["indicators"]["propertyNames"] = {"enum": list(vocabulary.INDICATOR_NUMBER.values)}
    schema = {
        "$schema": DIALECT,
        "title": "Practice",
        "description": "The fields of a file in practices/.",
        **{key: value for key, value in models.items() if key not in ("title", "description")},
        "allOf": [_full_entry(), _status_note(), _theory()],
        "definitions": definitions,
    }
    return dict(_as_yaml_reads(schema))


def _if(condition: Schema, then: Schema) -> Schema:
    return {"if": condition, "then": then}


def _is(field: str, values: Iterable[Any]) -> Schema:
    """The field stands there with one of `values`."""
    return {"properties": {field: {"enum": list(values)}}, "required": [field]}


def _described(field: str) -> Schema:
    """The field stands there and says more than `not-described`."""
    return {"properties": {field: {"not": {"const": NOT_DESCRIBED}}}, "required": [field]}


def _full_entry() -> Schema:
    """What a full entry has and a brief one may lack (`FullPractice`)."""
    marks = {"required": list(vocabulary.INDICATOR_NUMBER.values)}
    return _if(_is("entry", ["full"]), {"required": list(FULL_FIELDS), "properties": {"indicators": marks}})


def _status_note() -> Schema:
    past = [value for value in vocabulary.STATUS.values if value != "current"]
    return _if(_is("status", past), {"required": ["status_note"]})


def _theory() -> Schema:
    level = {"type": "object", **_is("level", ["well-founded"])}
    return _if({"properties": {"evidence": level}, "required": ["evidence"]}, _described("theory"))


def _rules_inside() -> dict[str, list[Schema]]:
    """The rules that the validators of `generator.schema.parts` hold, by model."""
    one_end = {"anyOf": [{"required": ["from"]}, {"required": ["to"]}]}
    marks = [value for value in vocabulary.MARK.values if value != NOT_DESCRIBED]
    quoted = {"required": ["source"], "properties": {"source": {"required": ["quote"]}}}
    figures = {"anyOf": [{"required": [figure]} for figure in _FIGURES]}
    partly = {"properties": {"adaptable": {"not": {"const": "fixed"}}}}
    return {
        "AgeRange": [one_end],
        "Years": [one_end, quoted],
        "Participants": [_if(_described("ages"), quoted)],
        "Delivery": [_if(figures, quoted)],
        "NecessaryElement": [
            _if(_is("basis", ["source-says"]), quoted),
            _if(_is("basis", ["our-reading"]), partly),
        ],
        "Evaluation": [quoted],
        "Evidence": [_evaluated(), _studied()],
        "IndicatorMark": [_if(_is("mark", marks), {**quoted, "required": ["note", "source"]})],
    }


def _evaluated() -> Schema:
    claims = {"anyOf": [_is("level", vocabulary.EVALUATED_LEVELS), {"required": ["no_effect_found"]}]}
    return _if(claims, {"required": ["evaluations"], "properties": {"evaluations": {"minItems": 1}}})


def _studied() -> Schema:
    """The upper rungs need an evaluation that is not only an observation or a set of views."""
    other = [value for value in vocabulary.EVALUATION_FORM.values if value != "evaluation"]
    not_a_study = {"type": "object", **_is("form", other)}
    some_study = {"properties": {"evaluations": {"not": {"items": not_a_study}}}}
    return _if(_is("level", vocabulary.STUDIED_LEVELS), some_study)


def _as_yaml_reads(node: Any) -> Any:
    """The schema for values as a reader of YAML 1.2 hands them over: `12` a number, `true` a truth value."""
    if isinstance(node, list):
        return [_as_yaml_reads(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = _without_nothing(node)
    schema = {key: _as_yaml_reads(value) for key, value in node.items() if key not in ("ge", "le", "default")}
    if "properties" in node:
        schema["properties"] = {
            name: _without_made_title(name, part) for name, part in schema["properties"].items()
        }
    return _scalar(node, schema)


def _scalar(node: Schema, schema: Schema) -> Schema:
    """The schema of a single value, or of a list of such, in the forms that YAML gives it."""
    kind = node.get("type")
    if kind == "array" and "$ref" not in node.get("items", {}):
        return {**schema, "uniqueItems": True}
    if kind == "integer":
        return _whole_number(schema, *_bounds(node))
    if node.get("format") == "date":
        return {**schema, "pattern": _DATE, "patternErrorMessage": "Write year-month-day, such as 2026-04-03."}
    if kind == "string" and "enum" not in schema and schema.get("pattern") in (None, NOT_BLANK):
        schema["type"] = ["string", "number"]
    elif "enum" in schema and all(isinstance(value, str) for value in schema["enum"]):
        schema["enum"] = _with_numbers(schema["enum"])
        if set(schema["enum"]) == set(vocabulary.countries().values):
            schema["errorMessage"] = "Write a two-letter country code (ISO 3166-1), such as IE, or EU."
    elif node.get("const") is True:
        del schema["const"]
        schema["enum"] = [True, "true"]
    return schema


def _without_nothing(node: Schema) -> Schema:
    """The node without the choice of an empty value: the checker refuses a name with nothing behind it."""
    choices = [choice for choice in node.get("anyOf", ()) if choice != {"type": "null"}]
    if "anyOf" not in node or len(choices) == len(node["anyOf"]):
        return node
    words = {key: value for key, value in node.items() if key != "anyOf"}
    return {**words, **choices[0]} if len(choices) == 1 else {**words, "anyOf": choices}


def _without_made_title(name: str, part: Any) -> Any:
    """The part without the title that pydantic makes of a field's name."""
    if isinstance(part, dict) and part.get("title") == name.replace("_", " ").title():
        return {key: value for key, value in part.items() if key != "title"}
    return part


def _bounds(node: Schema) -> tuple[int, int]:
    bounds = {"minimum": 0, "maximum": _MOST, "ge": None, "le": None, **node}
    return int(bounds["ge"] or bounds["minimum"]), int(bounds["le"] or bounds["maximum"])


def _whole_number(schema: Schema, least: int, most: int) -> Schema:
    words = {key: value for key, value in schema.items() if key not in ("type", "minimum", "maximum")}
    number = {"type": "integer", "minimum": least, "maximum": most}
    return {**words, "anyOf": [number, {"type": "string", "pattern": between(least, most)}]}


def _with_numbers(values: list[str]) -> list[Any]:
    """The values, and those that are digits once more as numbers."""
    return [*values, *(int(value) for value in values if value.isdigit())]
