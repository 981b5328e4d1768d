"""One content file split into front matter and body, or the problems that forbid it.

In comes the text of a file; out come the mapping of texts above the body, the body with the line on
which it begins, and the places of every key and value. python-frontmatter does the splitting through
`FrontMatter`, which is stricter than its own handlers: a file is in the right form or it is refused.
"""

import re
from dataclasses import dataclass
from typing import Any

import frontmatter
from frontmatter.default_handlers import BaseHandler

from generator.problems import Problem
from generator.reading.yaml_events import Places, StrictYaml

_FIX_START = "Begin the file with a line '---', then the fields, then another line '---'."


@dataclass(frozen=True, slots=True)
class Document:
    """A content file in two halves. `body_line` is the file's line on which the body begins."""

    path: str
    fields: dict[str, Any]
    body: str
    body_line: int
    places: Places


class FrontMatter(BaseHandler):  # type: ignore[misc]  # python-frontmatter ships no types
    """The handler through which python-frontmatter splits and loads one file."""

    FM_BOUNDARY = re.compile(r"^---[ ]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.places = Places("")
        super().__init__()

    def load(self, fm: str, **kwargs: object) -> dict[str, Any]:
        """The fields; empty, with `problems` filled, when they cannot be read."""
        reader = StrictYaml(self.path)
        fields = reader.load(fm)
        self.problems.extend(reader.problems)
        self.places = Places(fm)
        if fields is None and not self.problems:
            self.problems.append(
                Problem(self.path, 1, 1, "no-fields", "The front matter is empty.", "Add the fields.")
            )
        elif fields is not None and not isinstance(fields, dict):
            message = "The front matter is not a list of fields."
            self.problems.append(Problem(self.path, 2, 1, "no-fields", message, "Write each as 'name: value'."))
        return fields if isinstance(fields, dict) else {}


def read(text: str, path: str) -> Document | list[Problem]:
    """The two halves of a content file, or every problem found in its form."""
    handler = FrontMatter(path)
    refusal = _boundaries(handler, text)
    if refusal is not None:
        return [refusal]
    fields, _ = frontmatter.parse(text, handler=handler)
    if handler.problems:
        return handler.problems
    _, _, body = handler.FM_BOUNDARY.split(text, 2)
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    return Document(path, dict(fields), body, body_line, handler.places)


def _boundaries(handler: FrontMatter, text: str) -> Problem | None:
    """What is wrong with the lines `---` around the front matter."""
    found = list(handler.FM_BOUNDARY.finditer(text))
    if not found:
        return Problem(handler.path, 1, 1, "no-front-matter", "The file has no front matter.", _FIX_START)
    if found[0].start() != 0:
        return Problem(
            handler.path, 1, 1, "text-before-front-matter", "There is text before the first '---'.", _FIX_START
        )
    if len(found) == 1:
        return Problem(
            handler.path,
            1,
            1,
            "unterminated-front-matter",
            "The front matter has no end.",
            "Close it with a line '---'.",
        )
    return None
