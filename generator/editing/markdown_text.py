"""Text from anybody made harmless in a comment that others read on GitHub.

In comes text that may hold anything; out comes Markdown that notifies nobody, hides nothing and draws
no HTML. Used for every report that quotes a contribution.
"""

from collections.abc import Iterable

from generator.problems import Problem

LONGEST = 60_000
"""GitHub takes comments of up to 65,536 characters."""


def harmless(text: str) -> str:
    """The text with `@`, `<` and `&` as entities: no mention, no HTML, no hidden comment."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("@", "&#64;")


def shortened(text: str) -> str:
    """The text, cut at a line end where it is too long for a comment."""
    if len(text) <= LONGEST:
        return text
    return (
        text[:LONGEST].rpartition("\n")[0] + "\n\nThe rest was cut off: the report is too long for a comment.\n"
    )


def listed(problems: Iterable[Problem]) -> list[str]:
    """Problems as items of a list, each with its line."""
    return [f"- line {problem.line}: {harmless(problem.text)}" for problem in problems]
