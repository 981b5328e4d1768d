"""What must hold of the sets as sets: eight indicators, their criteria, one title a practice.

In come validated records with their documents; out come the problems that only show when all of
them lie side by side.
"""

from collections.abc import Callable, Iterable, Iterator

from generator import vocabulary
from generator.compendium.outlines import Outline
from generator.compendium.records import IndicatorEntry
from generator.problems import Problem
from generator.reading.frontmatter import Document
from generator.schema.reference import Reference


def indicator_form(entry: IndicatorEntry, document: Document) -> Iterator[Problem]:
    """What is wrong with one indicator's name and the ids of its criteria."""
    number = entry.number
    if not entry.id.startswith(f"{number}-"):
        message = f"The file of indicator {number} is called {entry.id}.md."
        place = document.places.of_value(("number",))
        yield Problem(
            document.path, *place, "file-name", message, f"Rename it to {number}-….md, or correct 'number'."
        )
    for field, letter in (("criteria", "H"), ("ipc_criteria", "I")):
        for position, criterion in enumerate(getattr(entry.fields, field)):
            expected = f"{letter}{number}.{position + 1}"
            if criterion.id != expected:
                place = document.places.of_value((field, position, "id"))
                message = f"The id of this criterion is {criterion.id!r}."
                yield Problem(document.path, *place, "criterion-id", message, f"Write {expected!r}.")


def all_eight(entries: Iterable[IndicatorEntry], unread: Iterable[str]) -> Iterator[Problem]:
    """A problem for each indicator number that no file, or more than one, has.

    `unread` are the paths of indicator files with problems of their own: they count by their names.
    """
    by_number: dict[str, str] = {path.rpartition("/")[2][:1]: path for path in unread}
    for entry in entries:
        if entry.number in by_number:
            message = f"Indicator {entry.number} is described twice, also in {by_number[entry.number]}."
            yield Problem(entry.path, 1, 1, "indicator-twice", message, "Keep one of the two files.")
        by_number[entry.number] = entry.path
    for number in vocabulary.INDICATOR_NUMBER.values:
        if number not in by_number:
            message = f"There is no indicator {number}."
            yield Problem("indicators", 1, 1, "missing-indicator", message, f"Add indicators/{number}-….md.")


def one_title_each(practices: Iterable[Outline], document_at: Callable[[str], Document]) -> Iterator[Problem]:
    """A problem for each practice whose title another one already has."""
    by_title: dict[str, str] = {}
    for practice in practices:
        first = by_title.setdefault(practice.title.casefold(), practice.path)
        if practice.title and first != practice.path:
            place = document_at(practice.path).places.of_value(("title",))
            message = f"The title {practice.title!r} is that of {first} too."
            yield Problem(
                practice.path, *place, "duplicate-title", message, "Tell the two apart, or merge them."
            )


def one_key_each(references: Iterable[Reference], path: str) -> Iterator[Problem]:
    """A problem for each key that stands twice in the list of references."""
    seen: set[str] = set()
    for reference in references:
        if reference.id in seen:
            message = f"The reference {reference.id!r} stands twice."
            yield Problem(path, 1, 1, "duplicate-reference", message, "Keep one of the two.")
        seen.add(reference.id)
