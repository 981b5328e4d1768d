"""A file to front matter and body: what is refused in its form, and what comes out of a file in order."""

import pytest

from generator.problems import render
from generator.reading.frontmatter import Document, read

FIX = "Begin the file with a line '---', then the fields, then another line '---'."


def problems(text: str) -> str:
    found = read(text, "x.md")
    assert isinstance(found, list), found
    return render(found, "text")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", f"x.md:1:1: no-front-matter: The file has no front matter. {FIX}", id="nothing"),
        pytest.param(
            "## How it works\n",
            f"x.md:1:1: no-front-matter: The file has no front matter. {FIX}",
            id="body alone",
        ),
        pytest.param(
            "---\ntitle: A\n",
            "x.md:1:1: unterminated-front-matter: The front matter has no end. Close it with a line '---'.",
            id="no end",
        ),
        pytest.param(
            "---\ntitle: A\n----\nText\n",
            "x.md:1:1: unterminated-front-matter: The front matter has no end. Close it with a line '---'.",
            id="end with too many dashes",
        ),
        pytest.param(
            "Text\n---\ntitle: A\n---\n",
            f"x.md:1:1: text-before-front-matter: There is text before the first '---'. {FIX}",
            id="text before",
        ),
        pytest.param(
            "\n---\ntitle: A\n---\n",
            f"x.md:1:1: text-before-front-matter: The file does not begin with '---'. {FIX}",
            id="empty line before",
        ),
        pytest.param(
            "---\n---\nText\n",
            "x.md:1:1: no-fields: The front matter is empty. Add the fields.",
            id="empty",
        ),
        pytest.param(
            "---\n# a remark\n---\nText\n",
            "x.md:1:1: no-fields: The front matter is empty. Add the fields.",
            id="remark alone",
        ),
        pytest.param(
            "---\n- title\n---\n",
            "x.md:2:1: no-fields: The front matter is not a list of fields. Write each as 'name: value'.",
            id="list",
        ),
        pytest.param(
            "---\ntitle\n---\n",
            "x.md:2:1: no-fields: The front matter is not a list of fields. Write each as 'name: value'.",
            id="one word",
        ),
    ],
)
def test_file_in_another_form_is_refused(text: str, expected: str) -> None:
    assert problems(text) == expected


@pytest.mark.parametrize(
    ("text", "fields", "body", "body_line"),
    [
        pytest.param("---\ntitle: A\n---\n\nText\n", {"title": "A"}, "\n\nText", 3, id="usual"),
        pytest.param("--- \ntitle: A\n---  \nText", {"title": "A"}, "\nText", 3, id="spaces after the dashes"),
        pytest.param("---\ntitle: A\n---", {"title": "A"}, "", 3, id="no body"),
        pytest.param(
            "---\ntitle: A\n---\nOne\n\n---\n\nTwo\n---\n",
            {"title": "A"},
            "\nOne\n\n---\n\nTwo\n---",
            3,
            id="lines of dashes in the body",
        ),
        pytest.param("---\na: b --- c\n---\n", {"a": "b --- c"}, "", 3, id="dashes in a text"),
    ],
)
def test_file_is_split_into_fields_and_body(
    text: str, fields: dict[str, str], body: str, body_line: int
) -> None:
    found = read(text, "x.md")
    assert isinstance(found, Document)
    assert (found.path, found.fields, found.body, found.body_line) == ("x.md", fields, body, body_line)


def test_places_are_lines_and_columns_of_the_file() -> None:
    text = "---\n\ntitle: A\nsources:\n  - {ref: one, locator: p. 1}\n  - ref: two\n    locator: p. 2\n---\n"
    found = read(text, "x.md")
    assert isinstance(found, Document)
    places = found.places
    assert places.of_key(("title",)) == (3, 1)
    assert places.of_value(("title",)) == (3, 8)
    assert places.of_value(("sources", 0, "locator")) == (5, 25)
    assert places.of_key(("sources", 1, "ref")) == (6, 5)
    assert places.of_value(("sources", 1, "locator")) == (7, 14)


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        pytest.param(("summary",), (2, 1), id="the fields, for one that is missing among them"),
        pytest.param(("evidence", "level"), (3, 1), id="the group's name, for one that is missing in a group"),
        pytest.param(("evidence", "evaluations", 4), (3, 1), id="the group's name, for what is deeper still"),
    ],
)
def test_what_is_missing_has_the_place_of_what_is_around_it(
    path: tuple[str | int, ...], nearest: tuple[int, int]
) -> None:
    found = read("---\ntitle: A\nevidence: {by: x}\n---\n", "x.md")
    assert isinstance(found, Document)
    assert found.places.of_value(path) == nearest
