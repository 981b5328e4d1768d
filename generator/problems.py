"""A mistake in content: where it is, which rule it breaks, what is wrong, what is allowed, how to mend it.

Every reader and check returns `Problem`s; the doors print them with `render`. An exception, in
contrast, is a fault of ours or of the machine.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from typing import Literal, Protocol

Format = Literal["text", "json", "github"]
Severity = Literal["error", "warning"]
KeyPath = tuple[str | int, ...]
"""The way to a value in front matter: names of fields and positions in lists, as `("evidence", "level")`."""

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""The form of all ids: file names, keys of references, values in addresses."""


class FieldPlaces(Protocol):
    """Tells where in its file a key or a value stands."""

    def of_value(self, path: KeyPath) -> tuple[int, int]:
        """Line and column of the value at `path`, or of the nearest thing around it."""

    def of_key(self, path: KeyPath) -> tuple[int, int]:
        """Line and column of the key at `path`, or of the nearest thing around it."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake at one place. `line` and `column` count from 1; sorting gives reading order."""

    path: str
    line: int
    column: int
    rule: str
    message: str
    fix: str = ""
    severity: Severity = "error"

    @property
    def text(self) -> str:
        """What is wrong, then how to mend it, as one line without its place."""
        return f"{self.message} {self.fix}".rstrip()


def did_you_mean(value: str, allowed: Iterable[str]) -> str:
    """`Did you mean 'x'?` for the allowed value nearest to `value`, or nothing when none is near."""
    by_folded = {candidate.casefold(): candidate for candidate in allowed}
    near = get_close_matches(value.strip().casefold(), by_folded, n=1, cutoff=0.6)
    return f"Did you mean {by_folded[near[0]]!r}?" if near else ""


def one_of(allowed: Sequence[str]) -> str:
    """`Allowed: a, b, c.`"""
    return f"Allowed: {', '.join(allowed)}."


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build."""
    return [problem for problem in problems if problem.severity == "error"]


def render(problems: Iterable[Problem], form: Format) -> str:
    """All problems in reading order: for people, for programs, or as GitHub workflow annotations."""
    ordered = sorted(set(problems))
    if form == "json":
        return json.dumps([asdict(problem) for problem in ordered], ensure_ascii=False, indent=2)
    line = _as_github if form == "github" else _as_text
    return "\n".join(line(problem) for problem in ordered)


def _as_text(problem: Problem) -> str:
    warning = "warning: " if problem.severity == "warning" else ""
    return f"{problem.path}:{problem.line}:{problem.column}: {warning}{problem.rule}: {problem.text}"


def _as_github(problem: Problem) -> str:
    place = f"file={_escaped(problem.path, ':,')},line={problem.line},col={problem.column}"
    title = f"title={_escaped(problem.rule, ':,')}"
    return f"::{problem.severity} {place},{title}::{_escaped(problem.text)}"


def _escaped(text: str, also: str = "") -> str:
    """Percent-encodes what GitHub's workflow commands give a meaning to."""
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
