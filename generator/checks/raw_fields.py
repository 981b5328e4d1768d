"""Fields as they are written, in a file that need not be in order: what has the right shape, no more.

In comes the mapping of a document; out come its texts and citations with their paths. What has another
shape is passed over, because the schema reports it. So the links of a file are checked in the same run
as its fields.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.problems import KeyPath

_LONGEST = 40


def text_at(fields: Mapping[str, Any], name: str) -> str:
    """The text of a field; empty when there is none."""
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def texts_in(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The texts of the list at `path`, each with its own path; of a list too long for the schema, the first."""
    for position, item in enumerate(value[:_LONGEST] if isinstance(value, list) else ()):
        if isinstance(item, str):
            yield (*path, position), item


def groups_in(value: Any) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The groups of fields in a list, each with its position."""
    for position, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, dict):
            yield position, item


def groups_below(value: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The groups of fields below names, each with its name."""
    for name, item in value.items() if isinstance(value, dict) else ():
        if isinstance(item, dict):
            yield name, item


def refs_in(value: Any) -> set[str]:
    """The keys of all citations in or below `value`."""
    found: set[str] = set()
    left = [value]
    for item in left:
        if item.__class__ is str:  # most of what is met in a file, and so asked first
            continue
        if isinstance(item, dict):
            ref = item.get("ref")
            if isinstance(ref, str):
                found.add(ref)
            left.extend(item.values())
        elif isinstance(item, list):
            left.extend(item)
    return found


def cited_in(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """The key of every citation in or below `value`, with the path of the key."""
    if isinstance(value, dict):
        if isinstance(value.get("ref"), str):
            yield (*path, "ref"), value["ref"]
        items: Any = value.items()
    else:
        items = enumerate(value)
    for key, item in items:
        if isinstance(item, dict | list):
            yield from cited_in(item, (*path, key))
