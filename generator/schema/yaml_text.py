"""Values written as YAML, plainly where YAML leaves them as they are.

In come texts, lists and groups; out comes one line of YAML that the strict reader reads back unchanged.
"""

from typing import Any

_NEEDS_QUOTES = (": ", " #", ", ", "[", "]", "{", "}", "\n")


def scalar(text: str) -> str:
    """A text on one line, in quotes where it would be read as anything else."""
    plain = (
        text[:1].isalnum() and not text.endswith((":", ",", " ")) and not any(s in text for s in _NEEDS_QUOTES)
    )
    return text if plain else "'" + text.replace("'", "''") + "'"


def written(value: Any) -> str:
    """A value with all that is in it, as it may stand in a file, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {written(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(item) for item in value) + "]"
    return str(value).lower() if isinstance(value, bool) else scalar(str(value))
