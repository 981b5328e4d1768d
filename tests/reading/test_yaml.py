"""YAML without its traps: what is refused, and what every value stays: the text in the file."""

import pytest

from generator.problems import render
from generator.reading.yaml_events import MAX_DEPTH, StrictYaml


def problems(text: str) -> str:
    reader = StrictYaml("x.md")
    reader.load(text)
    return render(reader.problems, "text")


def tree(text: str) -> object:
    reader = StrictYaml("x.md")
    found = reader.load(text)
    assert reader.problems == []
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "title: A\nsummary: B\ntitle: C\n",
            "x.md:3:1: duplicate-field: The field 'title' is in one group twice. Keep one of the two.",
            id="field twice",
        ),
        pytest.param(
            "a: {b: 1, b: 2}\nc:\n  d: 1\n  d: 2\n",
            "x.md:1:11: duplicate-field: The field 'b' is in one group twice. Keep one of the two.\n"
            "x.md:4:3: duplicate-field: The field 'd' is in one group twice. Keep one of the two.",
            id="fields twice in groups",
        ),
        pytest.param(
            "a: b\nc: !!python/object:os.system x\n",
            "x.md:2:4: yaml-tag: '!!python/object:os.system' is a YAML tag, which is not allowed. "
            "Remove it, or put the text in quotes if it should begin with '!'.",
            id="tag",
        ),
        pytest.param(
            "a: !b c\n",
            "x.md:1:4: yaml-tag: '!b' is a YAML tag, which is not allowed. "
            "Remove it, or put the text in quotes if it should begin with '!'.",
            id="tag of one's own",
        ),
        pytest.param(
            "!!str a: b\n",
            "x.md:1:1: yaml-tag: '!!str' is a YAML tag, which is not allowed. "
            "Remove it, or put the text in quotes if it should begin with '!'.",
            id="tag on a field name",
        ),
        pytest.param(
            "a: &b [c]\n",
            "x.md:1:4: yaml-anchor: '&b' is a YAML anchor, which is not allowed. "
            "Remove it, or put the text in quotes if it should begin with '&'.",
            id="anchor",
        ),
        pytest.param(
            "a: *b\n",
            "x.md:1:4: yaml-alias: '*b' is a YAML alias, which is not allowed. "
            "Write the text out, or put it in quotes if it should begin with '*'.",
            id="alias",
        ),
        pytest.param(
            "a:\n  <<: *b\n",
            "x.md:2:7: yaml-alias: '*b' is a YAML alias, which is not allowed. "
            "Write the text out, or put it in quotes if it should begin with '*'.",
            id="merge",
        ),
        pytest.param(
            "a: " + "[" * 8,
            "x.md:1:11: too-deep: Lists and groups are nested more than 8 deep here. Check the indentation.",
            id="nine deep",
        ),
        pytest.param(
            "? [a, b]\n: c\n",
            "x.md:1:3: not-a-key: A field name must be one word. Write it as 'name: value'.",
            id="list as field name",
        ),
        pytest.param(
            "a: b\n--- c\n",
            "x.md:2:1: not-yaml: There is a second document here. Remove it.",
            id="second document",
        ),
        pytest.param(
            'a: "x\\u202ey"\n',
            "x.md:1:4: hidden-character: There is a character here that cannot be seen, written "
            "with a backslash. "
            "Delete the backslash and what belongs to it.",
            id="bidirectional override behind a backslash",
        ),
        pytest.param(
            'b: c\n"a\\0": x\n',
            "x.md:2:1: hidden-character: There is a character here that cannot be seen, written "
            "with a backslash. "
            "Delete the backslash and what belongs to it.",
            id="NUL behind a backslash in a field name",
        ),
    ],
)
def test_yaml_beyond_plain_texts_lists_and_groups_is_refused(text: str, expected: str) -> None:
    assert problems(text) == expected


@pytest.mark.parametrize(
    ("text", "line", "column", "what", "fix"),
    [
        pytest.param(
            "a: b: c\n",
            1,
            5,
            "there is a ': ' too many",
            "Put the whole text in quotes; a field begins its own line.",
            id="two colons",
        ),
        pytest.param(
            "a: b\n  c: d\n",
            2,
            4,
            "there is a ': ' too many",
            "Put the whole text in quotes; a field begins its own line.",
            id="field indented for no reason",
        ),
        pytest.param(
            'a: "b" c\n',
            1,
            8,
            "the line does not fit what is above it",
            "Check its indentation, and the quotes above it.",
            id="text after a quote",
        ),
        pytest.param(
            "a: b\nc\nd: e\n",
            3,
            1,
            "the line above has no ': '",
            "Write 'name: value', and close each quote.",
            id="line without colon",
        ),
        pytest.param(
            "a: b\nc: @d\n", 2, 4, "no text can begin with this sign", "Put the text in quotes.", id="at sign"
        ),
        pytest.param(
            "a: b\nc: 'd\ne: f\n",
            2,
            4,
            "a quote or a bracket is opened and never closed",
            "Close it.",
            id="open quote",
        ),
        pytest.param(
            "a: [b, c\nd: e\n",
            2,
            2,
            "the brackets are not closed",
            "Close them; put texts with commas or brackets in quotes.",
            id="open bracket",
        ),
        pytest.param(
            "a: [, b]\n",
            1,
            5,
            "a sign is too many, or brackets are not closed",
            "Check brackets and commas.",
            id="comma too many",
        ),
        pytest.param(
            "a: - b\n",
            1,
            4,
            "a list begins in the middle of a line",
            "Begin it on a new, indented line.",
            id="list in a line",
        ),
        pytest.param(
            'a: "C:\\Users"\n',
            1,
            9,
            "a backslash has a meaning between double quotes",
            "Use single quotes.",
            id="backslash",
        ),
        pytest.param(
            "a: **b**\n", 1, 5, "no text can begin with '*' or '&'", "Put the text in quotes.", id="bold"
        ),
        pytest.param(
            "%YAML 1.1\n",
            2,
            1,
            "this is no field",
            "Remove what does not have the form 'name: value'.",
            id="directive",
        ),
        pytest.param(
            "a: >8x\n  b\n",
            1,
            6,
            "YAML says 'did not find expected comment or line break'",
            "Check quotes, brackets and indentation on this line and the one above.",
            id="something rarer",
        ),
    ],
)
def test_yaml_that_cannot_be_read_is_explained(text: str, line: int, column: int, what: str, fix: str) -> None:
    assert problems(text) == f"x.md:{line}:{column}: not-yaml: The fields cannot be read here: {what}. {fix}"


@pytest.mark.parametrize(
    "value",
    [
        "NO",
        "yes",
        "on",
        "true",
        "null",
        "~",
        "0755",
        "0x1F",
        "12:30:45",
        "1.10",
        "1e3",
        ".inf",
        "2026-04-03",
        "-1",
    ],
)
def test_value_stays_the_text_in_the_file(value: str) -> None:
    assert tree(f"a: {value}\nb: [{value}]\n{value}: c\n") == {"a": value, "b": [value], value: "c"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a:\n", {"a": None}, id="nothing is nothing"),
        pytest.param("a: ''\n", {"a": ""}, id="an empty text is a text"),
        pytest.param("a: 'it''s'\n", {"a": "it's"}, id="single quotes"),
        pytest.param('a: "\\u00e9"\n', {"a": "é"}, id="a letter behind a backslash"),
        pytest.param("a: >-\n  one\n  two\n", {"a": "one two"}, id="folded text"),
        pytest.param("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}, id="text line by line"),
        pytest.param("a: b # c\n", {"a": "b"}, id="remark"),
        pytest.param("a:\n- b\n- c: d\n", {"a": ["b", {"c": "d"}]}, id="lists and groups"),
        pytest.param("<<: {a: b}\n", {"<<": {"a": "b"}}, id="merging means nothing"),
        pytest.param("", None, id="nothing at all"),
    ],
)
def test_texts_lists_and_groups_are_read(text: str, expected: object) -> None:
    assert tree(text) == expected


def test_nesting_as_deep_as_allowed_is_read() -> None:
    assert tree("[" * MAX_DEPTH + "a" + "]" * MAX_DEPTH) == [[[[[[[["a"]]]]]]]]
