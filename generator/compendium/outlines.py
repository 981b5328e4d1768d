"""What must be known of a practice to check it beside the others: no more than that.

In comes what was read of a file; out comes its outline, small enough to pass between processes.
"""

from dataclasses import dataclass

from generator.compendium.records import PracticeEntry, Read


@dataclass(frozen=True, slots=True)
class Outline:
    """A practice's id and path, and where it is in order its title, origins and headings."""

    id: str
    path: str
    title: str = ""
    adapted_from: tuple[str, ...] = ()
    anchors: frozenset[str] | None = None
    links_to_headings: tuple[str, ...] = ()


def outline(read: Read[PracticeEntry]) -> Outline:
    """The outline of the practice in a file."""
    entry = read.entry
    if entry is None:
        return Outline(read.path.rpartition("/")[2].removesuffix(".md"), read.path)
    return Outline(
        entry.id,
        entry.path,
        entry.title,
        tuple(entry.fields.adapted_from),
        frozenset(heading.id for heading in entry.body.headings),
        tuple(link for link in entry.body.links if "#" in link),
    )
