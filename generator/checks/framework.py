"""What must hold of the sets as sets: eight indicators, their criteria, one title a practice.

In come documents, outlines and records; out come the problems that only show when all of them lie
side by side.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from generator import vocabulary
from generator.checks.outline import Outline
from generator.checks.raw_fields import groups_in, text_at
from generator.compendium.records import IndicatorEntry
from generator.problems import FieldPlaces, Problem
from generator.reading.frontmatter import Document
from generator.schema.fields import CRITERION_ID
from generator.schema.reference import Reference


def indicator_form(document: Document) -> Iterator[Problem]:
    """What is wrong with one indicator's name and the ids of its criteria."""
    number = text_at(document.fields, "number")
    if number not in vocabulary.INDICATOR_NUMBER:
        return
    name = document.path.rpartition("/")[2]
    if not name.startswith(f"{number}-"):
        message = f"The file of indicator {number} is called {name}."
        place = document.places.of_value(("number",))
        fix = f"Rename it to {number}-….md, or correct 'number'."
        yield Problem(document.path, *place, "file-name", message, fix)
    for field, letter in (("criteria", "H"), ("ipc_criteria", "I")):
        for position, criterion in groups_in(document.fields.get(field)):
            expected, found = f"{letter}{number}.{position + 1}", text_at(criterion, "id")
            if found != expected and re.fullmatch(CRITERION_ID, found):
                place = document.places.of_value((field, position, "id"))
                message = f"The id of this criterion is {found!r}."
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


def one_key_each(references: Iterable[Reference], path: str, places: FieldPlaces) -> Iterator[Problem]:
    """A problem for each key that stands twice in the list of references."""
    seen: set[str] = set()
    for position, reference in enumerate(references):
        if reference.id in seen:
            place = places.of_value(("references", position, "id"))
            message = f"The reference {reference.id!r} is there twice."
            yield Problem(path, *place, "duplicate-reference", message, "Keep one of the two.")
        seen.add(reference.id)
