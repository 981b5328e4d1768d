"""YAML to plain texts, lists and mappings, strictly: no tags, anchors, duplicates or coercion.

In comes YAML text; out comes a tree in which every scalar is the text that stands in the file (an
empty one is None), or problems. `Places` finds the line and column of any key or value again; it
parses once more and only when asked, because most files have no problems.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml import (
    AliasEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.problems import KeyPath, Problem
from generator.reading.characters import is_hidden

MAX_DEPTH = 8
"""Deepest nesting of lists and groups; the schema needs 6."""

MAX_FIELDS = 100
"""Most fields in one group; the schema has 33."""

MAX_VALUES = 5000
"""Most values in one list; the list of references may be that long."""

Event = Any
Child = tuple[yaml.Node, yaml.Node | None]
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Refused(Exception):
    """The YAML breaks one of the rules of this reader; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text)
        self.problem = problem


class StrictYaml:
    """Reads the YAML of one file. `first_line` is the file's line on which the YAML begins."""

    def __init__(self, path: str, first_line: int = 1) -> None:
        self._path = path
        self._first_line = first_line
        self._next: Callable[[], Event]
        self._last_line = 0
        self.problems: list[Problem] = []

    def load(self, text: str) -> Any:
        """The tree of `text`; None with `problems` filled when it cannot be read."""
        self._next = _Loader(text).get_event
        self._last_line = text.count("\n")
        try:
            self._next()  # the stream begins
            if self._next().__class__ is StreamEndEvent:
                return None
            tree = self._node(self._next(), 0)
            self._only_one_document()
        except Refused as refusal:
            self.problems.append(refusal.problem)
            return None
        except yaml.YAMLError as failure:
            self.problems.append(self._syntax(failure, text))
            return None
        return tree

    def _only_one_document(self) -> None:
        self._next()  # the document ends
        event = self._next()
        if event.__class__ is not StreamEndEvent:
            raise Refused(self._problem(event, "not-yaml", "There is a second document here.", "Remove it."))

    def _node(self, event: Event, depth: int) -> Any:
        kind = event.__class__
        if kind is ScalarEvent and event.style != '"' and event.tag is None and event.anchor is None:
            return event.value if event.value or event.style else None
        if kind is AliasEvent:
            message = f"'*{event.anchor}' is a YAML alias, which is not allowed."
            fix = "Write the text out, or put it in quotes if it should begin with '*'."
            raise Refused(self._problem(event, "yaml-alias", message, fix))
        if event.tag is not None or event.anchor is not None:
            self._refuse_tag_or_anchor(event)
        if kind is ScalarEvent:
            if is_hidden(event.value):
                self._refuse_hidden(event)
            return event.value
        if depth >= MAX_DEPTH:
            message = f"Lists and groups are nested more than {MAX_DEPTH} deep here."
            raise Refused(self._problem(event, "too-deep", message, "Check the indentation."))
        return self._sequence(depth + 1) if kind is SequenceStartEvent else self._mapping(depth + 1)

    def _sequence(self, depth: int) -> list[Any]:
        values = []
        following, node = self._next, self._node
        while (event := following()).__class__ is not SequenceEndEvent:
            values.append(node(event, depth))
            if len(values) > MAX_VALUES:
                message = f"This list has more than {MAX_VALUES} values."
                raise Refused(self._problem(event, "too-many", message, "Keep fewer."))
        return values

    def _mapping(self, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        following, node = self._next, self._node
        while (event := following()).__class__ is not MappingEndEvent:
            plain = event.__class__ is ScalarEvent and not event.style
            key = event.value if plain and event.tag is event.anchor is None else self._key(event)
            if key in mapping:
                message = f"The field {key!r} is in one group twice."
                self.problems.append(self._problem(event, "duplicate-field", message, "Keep one of the two."))
            mapping[key] = node(following(), depth)
            if len(mapping) > MAX_FIELDS:
                message = f"There are more than {MAX_FIELDS} fields in one group."
                raise Refused(self._problem(event, "too-many", message, "Keep fewer."))
        return mapping

    def _key(self, event: Event) -> str:
        if event.__class__ is not ScalarEvent:
            message = "A field name must be one word."
            raise Refused(self._problem(event, "not-a-key", message, "Write it as 'name: value'."))
        if event.tag is not None or event.anchor is not None:
            self._refuse_tag_or_anchor(event)
        if event.style == '"' and is_hidden(event.value):
            self._refuse_hidden(event)
        return str(event.value)

    def _refuse_hidden(self, event: Event) -> None:
        message = "There is a character here that cannot be seen, written with a backslash."
        self.problems.append(
            self._problem(event, "hidden-character", message, "Delete the backslash and what belongs to it.")
        )

    def _refuse_tag_or_anchor(self, event: Event) -> None:
        if event.anchor is not None:
            what, sign, rule = f"'&{event.anchor}' is a YAML anchor", "&", "yaml-anchor"
        else:
            what, sign, rule = f"'{_as_written(event.tag)}' is a YAML tag", "!", "yaml-tag"
        fix = f"Remove it, or put the text in quotes if it should begin with '{sign}'."
        raise Refused(self._problem(event, rule, f"{what}, which is not allowed.", fix))

    def _problem(self, event: Event, rule: str, message: str, fix: str) -> Problem:
        mark = event.start_mark
        return Problem(self._path, mark.line + self._first_line, mark.column + 1, rule, message, fix)

    def _syntax(self, failure: yaml.YAMLError, text: str) -> Problem:
        said = getattr(failure, "problem", None) or "they are no YAML"
        mark = getattr(failure, "problem_mark", None)
        if "end of stream" in said:
            mark = getattr(failure, "context_mark", None) or mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        if line > self._last_line:
            line, column = self._last_line, 0
        what, fix = next((words for sign, *words in _SYNTAX if sign in said), (f"YAML says '{said}'", _ANY_FIX))
        above = text.split("\n")[max(0, line - 1) : line + 1]
        what, fix = next((words for sign, *words in _PASTED if any(map(sign.match, above))), (what, fix))
        message = f"The fields cannot be read here: {what}."
        return Problem(self._path, line + self._first_line, column + 1, "not-yaml", message, fix)


def _as_written(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


_PASTED = (
    (
        re.compile("[^:]*: *[\u2018-\u201f\u00ab]"),
        "curly quotes hold no text together",
        "Put plain quotes, ' or \", around the whole text.",
    ),
    (
        re.compile(" *[\u2010-\u2015\u2022\u25aa\u00b7] "),
        "this sign begins no list",
        "Begin each item with a plain hyphen and a space: '- '.",
    ),
)
"""What word processors make of quotes and lists."""

_ANY_FIX = "Check quotes, brackets and indentation on this line and the one above."
_SYNTAX = (
    (
        "mapping values",
        "there is a ': ' too many",
        "Put the whole text in quotes; a field begins its own line.",
    ),
    (
        "expected key",
        "the line does not fit what is above it",
        "Check its indentation, and the quotes above it.",
    ),
    ("expected ':'", "the line above has no ': '", "Write 'name: value', and close each quote."),
    ("start any token", "no text can begin with this sign", "Put the text in quotes."),
    ("end of stream", "a quote or a bracket is opened and never closed", "Close it."),
    ("node content", "a sign is too many, or brackets are not closed", "Check brackets and commas."),
    (
        "expected ',' or",
        "the brackets are not closed",
        "Close them; put texts with commas or brackets in quotes.",
    ),
    ("block sequence", "a list begins in the middle of a line", "Begin it on a new, indented line."),
    ("escape", "a backslash has a meaning between double quotes", "Use single quotes."),
    ("hexdecimal", "a backslash has a meaning between double quotes", "Use single quotes."),
    ("alphabetic", "no text can begin with '*' or '&'", "Put the text in quotes."),
    ("document start", "this is no field", "Remove what does not have the form 'name: value'."),
)
"""What to say, and how to mend it, when the engine's words hold the sign."""


class Places:
    """Where keys and values stand in YAML text that this module has already read without problems."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.text = text
        self.first_line = first_line
        self._root: yaml.Node | None = None
        self._children: dict[int, dict[str | int, Child]] = {}

    def of_value(self, path: KeyPath) -> tuple[int, int]:
        """Line and column, from 1, of the value at `path`, or of the nearest thing around it."""
        node, _ = self._walk(path)
        return self._place(node)

    def of_key(self, path: KeyPath) -> tuple[int, int]:
        """Line and column, from 1, of the key at `path`, or of the nearest thing around it."""
        node, key = self._walk(path)
        return self._place(key or node)

    def _walk(self, path: KeyPath) -> tuple[yaml.Node | None, yaml.Node | None]:
        if self._root is None:
            self._root = yaml.compose(self.text, Loader=_Loader)
        node, key = self._root, None
        for part in path:
            found = self._below(node).get(part)
            if found is None:
                return (key or node), key
            node, key = found
        return node, key

    def _below(self, node: yaml.Node | None) -> dict[str | int, Child]:
        """The values below `node` by key or list position, each with its key."""
        if id(node) not in self._children:
            self._children[id(node)] = _children(node)
        return self._children[id(node)]

    def _place(self, node: yaml.Node | None) -> tuple[int, int]:
        if node is None:
            return self.first_line, 1
        return node.start_mark.line + self.first_line, node.start_mark.column + 1


def _children(node: yaml.Node | None) -> dict[str | int, Child]:
    if isinstance(node, yaml.SequenceNode):
        return {position: (value, None) for position, value in enumerate(node.value)}
    if isinstance(node, yaml.MappingNode):
        return {key.value: (value, key) for key, value in node.value}
    return {}
