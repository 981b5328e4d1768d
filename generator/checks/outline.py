"""What must be known of a practice to check it beside the others: no more than that.

In comes what was read of a file; out comes its outline, small enough to pass between processes.
"""

from dataclasses import dataclass

from generator.checks.raw_fields import text_at, texts_in
from generator.compendium.records import PracticeEntry, Read


@dataclass(frozen=True, slots=True)
class Outline:
    """A practice's id and path, and as far as they can be read its title, origins and headings."""

    id: str
    path: str
    title: str = ""
    adapted_from: tuple[str, ...] = ()
    anchors: frozenset[str] | None = None
    links_to_headings: tuple[str, ...] = ()


def outline(read: Read[PracticeEntry]) -> Outline:
    """The outline of the practice in a file."""
    if read.entry is not None:
        title, adapted_from = read.entry.title, read.entry.fields.adapted_from
    else:
        title = text_at(read.fields, "title")
        adapted_from = [name for _, name in texts_in(read.fields.get("adapted_from"), ())]
    return Outline(
        read.path.rpartition("/")[2].removesuffix(".md"),
        read.path,
        title,
        tuple(adapted_from),
        frozenset(heading.id for heading in read.body.headings) if read.body else None,
        tuple(link for link in read.body.links if "#" in link) if read.body else (),
    )
