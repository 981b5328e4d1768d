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
_FIX_NEW = "Or let 'compendium new' make the file of a practice, and copy the text into it."


@dataclass(frozen=True, slots=True)
class Document:
    """A content file in two halves. `body_line` is the file's line on which the body begins."""

    path: str
    fields: dict[str, Any]
    body: str
    body_line: int
    places: Places


class FrontMatter(BaseHandler):
    """The handler through which python-frontmatter splits and loads one file."""

    FM_BOUNDARY = re.compile(r"^---[ ]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.places = Places("")
        self.body = ""
        self.body_line = 1
        super().__init__()

    def split(self, text: str) -> tuple[str, str]:
        """The front matter and the body; both empty, with `problems` filled, when there is no such thing."""
        start = self.FM_BOUNDARY.match(text)
        end = start and self.FM_BOUNDARY.search(text, start.end())
        if start is None or end is None:
            self.problems.append(self._boundary_problem(text))
            return "", ""
        self.body = text[end.end() :]
        self.body_line = text.count("\n", 0, end.end()) + 1
        return text[start.end() : end.start()], self.body

    def load(self, fm: str, **kwargs: object) -> dict[str, Any]:  # noqa: ARG002 - the base class has it
        """The fields; empty, with `problems` filled, when they cannot be read."""
        if self.problems:
            return {}
        reader = StrictYaml(self.path)
        fields = reader.load(fm)
        self.problems.extend(reader.problems)
        self.places = Places(fm)
        if isinstance(fields, dict):
            return fields
        if fields is None and not self.problems:
            self._refuse(1, "no-fields", "The front matter is empty.", "Add the fields.")
        elif fields is not None:
            self._refuse(
                2, "no-fields", "The front matter is not a list of fields.", "Write each as 'name: value'."
            )
        return {}

    def _refuse(self, line: int, rule: str, message: str, fix: str) -> None:
        self.problems.append(Problem(self.path, line, 1, rule, message, fix))

    def _boundary_problem(self, text: str) -> Problem:
        """What is wrong with the lines `---` around the front matter."""
        first = self.FM_BOUNDARY.search(text)
        if first is None:
            fix = f"{_FIX_START} {_FIX_NEW}" if self.path.startswith("practices/") else _FIX_START
            return Problem(self.path, 1, 1, "no-front-matter", "The file has no front matter.", fix)
        if first.start() != 0:
            message = "There is text before the first '---'."
            return Problem(self.path, 1, 1, "text-before-front-matter", message, _FIX_START)
        message = "The front matter has no end."
        return Problem(self.path, 1, 1, "unterminated-front-matter", message, "Close it with a line '---'.")


def read(text: str, path: str) -> Document | list[Problem]:
    """The two halves of a content file, or every problem found in its form."""
    if text[:1].isspace():
        return [
            Problem(path, 1, 1, "text-before-front-matter", "The file does not begin with '---'.", _FIX_START)
        ]
    handler = FrontMatter(path)
    fields, _ = frontmatter.parse(text, handler=handler)
    if handler.problems:
        return handler.problems
    return Document(path, dict(fields), handler.body, handler.body_line, handler.places)
