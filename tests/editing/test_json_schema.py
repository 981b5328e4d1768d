"""The JSON Schema and the checker are one schema."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from generator.editing.json_schema import DIALECT, practice_schema
from generator.schema.practice import FULL_FIELDS, FullPractice
from generator.schema.shapes import FieldShape, Shape, fields_of
from tests.editing.agreement import BRIEF, FULL, checker_accepts, schema_accepts
from tests.editing.cases import CASES, ONLY_THE_CHECKER, ONLY_THE_SCHEMA

PRACTICES = sorted(Path("practices").glob("*.md"))


def front_matter(file: Path) -> str:
    return file.read_text(encoding="utf-8").split("---\n")[1]


@pytest.mark.parametrize(("text", "accepted"), CASES.values(), ids=CASES.keys())
def test_schema_and_checker_accept_and_refuse_the_same(text: str, accepted: bool) -> None:
    assert (checker_accepts(text), schema_accepts(text)) == (accepted, accepted)


@pytest.mark.parametrize("text", ONLY_THE_CHECKER.values(), ids=ONLY_THE_CHECKER.keys())
def test_what_a_schema_cannot_see_is_left_to_the_checker(text: str) -> None:
    assert (checker_accepts(text), schema_accepts(text)) == (False, True)


@pytest.mark.parametrize("text", ONLY_THE_SCHEMA.values(), ids=ONLY_THE_SCHEMA.keys())
def test_words_that_yaml_gives_a_meaning_need_quotes_in_an_editor_alone(text: str) -> None:
    assert (checker_accepts(text), schema_accepts(text)) == (True, False)


@pytest.mark.parametrize("file", PRACTICES, ids=lambda file: file.stem)
def test_schema_accepts_every_practice_that_the_checker_accepts(file: Path) -> None:
    text = front_matter(file)
    assert schema_accepts(text) == checker_accepts(text)


def test_schema_is_valid_json_schema() -> None:
    Draft7Validator.check_schema(practice_schema())
    assert practice_schema()["$schema"] == DIALECT


# -- any practice at all ------------------------------------------------------------------------

TEXTS = st.sampled_from(["Some words", "x" * 95, "x" * 301, "2007", "NO", "", "not-described", None])
NUMBERS = st.one_of(st.integers(-2, 130), st.integers(1795, 2205)).flatmap(
    lambda number: st.sampled_from([number, str(number)])
)
PLACE = {"ref": "ipc-wales", "locator": "section 3"}
SOURCES = st.sampled_from(
    [PLACE, {**PLACE, "quote": "word for word"}, {**PLACE, "quote": "two words"}, {"ref": "IPC"}, None]
)


def single_values(shape: Shape) -> st.SearchStrategy[object]:
    """Values that fit a shape, and some that do not."""
    if shape.kind == "term":
        assert shape.vocabulary is not None
        return st.sampled_from([*shape.vocabulary.values[:6], "not-described", "nonsense", ""])
    by_kind = {
        "text": TEXTS,
        "id": st.sampled_from(["ipc-wales", "Not an id", "", None]),
        "number": NUMBERS,
        "quantity": st.sampled_from([12, "8 to 10", "about 10", "many", None]),
        "date": st.sampled_from(["2026-11-21", "2026-02-30", "3/4/25", None]),
        "true": st.sampled_from([True, False, None, "no"]),
        "address": st.sampled_from(["https://example.org/a", "example.org", None]),
    }
    return by_kind[shape.kind]


def values(shape: Shape) -> st.SearchStrategy[object]:
    """Values for a shape, down to its parts; mostly right, so that rules between fields are reached."""
    if shape.kind == "list":
        assert shape.inside is not None
        filled: st.SearchStrategy[object] = st.lists(values(shape.inside), max_size=3)
    elif shape.kind == "by number":
        assert shape.inside is not None
        filled = st.dictionaries(st.sampled_from(["1", "2", "8", "9"]), values(shape.inside), max_size=3)
    elif shape.kind == "group":
        assert shape.group is not None
        filled = SOURCES if shape.group.__name__ == "Citation" else records(fields_of(shape.group))
    else:
        filled = single_values(shape)
    return st.one_of(filled, filled, filled, st.just("not-described")) if shape.not_described else filled


def records(fields: tuple[FieldShape, ...]) -> st.SearchStrategy[dict[str, object]]:
    required = {field.name: values(field.shape) for field in fields if field.required}
    optional = {field.name: values(field.shape) for field in fields if not field.required}
    return st.fixed_dictionaries(required, optional=optional)


FIELDS = {field.name: field for field in fields_of(FullPractice)}


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    data=st.data(),
    full=st.booleans(),
    changes=st.lists(st.sampled_from(sorted(FIELDS)), min_size=1, max_size=3),
)
def test_schema_and_checker_agree_on_any_change_of_a_practice(
    data: st.DataObject, full: bool, changes: list[str]
) -> None:
    """A good entry in which some fields are given any values, or taken out, is judged alike by both."""
    fields = yaml.load(FULL if full else BRIEF, Loader=yaml.BaseLoader)  # noqa: S506 - texts alone
    for name in changes:
        if data.draw(st.integers(0, 5), label=f"remove {name}?") == 0:
            fields.pop(name, None)
        else:
            fields[name] = data.draw(values(FIELDS[name].shape), label=name)
    text = as_yaml(fields)
    assert checker_accepts(text) == schema_accepts(text) or runs_backwards(fields)


def as_yaml(fields: dict[str, object]) -> str:
    """The fields as a file would have them: what is text in `fields` is written plainly where YAML allows."""
    return yaml.dump(_plain(fields), allow_unicode=True, sort_keys=False, Dumper=_Dumper)


class _Dumper(yaml.SafeDumper):
    """Writes None as nothing, and texts without quotes wherever they stay what they are."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - as PyYAML calls it
        return True


class _Plain(str):
    """A text that is written without quotes."""

    __slots__ = ()


_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))
_Dumper.add_representer(_Plain, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text))
_Dumper.yaml_implicit_resolvers = {}


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {_Plain(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, bool):
        return _Plain(str(value).lower())
    return value if value is None else _Plain(value)


def runs_backwards(fields: dict[str, object]) -> bool:
    """Whether some range has its ends in the wrong order, which no JSON Schema can say."""
    years = fields.get("years")
    groups = fields.get("participants")
    ranges = (
        [years, *(group.get("ages") for group in groups if isinstance(group, dict))]
        if isinstance(groups, list)
        else [years]
    )
    ends = [(found.get("from"), found.get("to")) for found in ranges if isinstance(found, dict)]
    return any(first is not None and last is not None and int(first) > int(last) for first, last in ends)


def test_full_fields_are_required_of_full_entries_alone() -> None:
    rule = practice_schema()["allOf"][0]
    assert (rule["then"]["required"], rule["if"]["required"]) == (list(FULL_FIELDS), ["entry"])
