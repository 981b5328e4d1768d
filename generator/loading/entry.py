"""One file to one entry: read, validated, and checked for all that it alone can get wrong.

In comes a file and what is known of the others; out comes the entry, or the problems that forbid it.
Nothing here needs another entry, so files can be read side by side.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from generator.checks.body import body_form
from generator.checks.framework import indicator_form
from generator.checks.links import Known, body_links, practice_links
from generator.checks.personal_data import exempted, needless_exceptions, personal_data
from generator.compendium.records import EntryType, IndicatorEntry, PageEntry, PracticeEntry, Read
from generator.problems import Problem, errors
from generator.reading.folder import read_document
from generator.reading.frontmatter import Document
from generator.reading.prose import Prose, read_prose
from generator.schema.explain import validated
from generator.schema.fields import Record
from generator.schema.indicator import Indicator
from generator.schema.page import Page
from generator.schema.practice import FullPractice, Practice

RecordType = TypeVar("RecordType", bound=Record)


def read_practice(file: Path, root: Path, known: Known) -> Read[PracticeEntry]:
    """The practice in a file."""
    document, problems = read_document(file, root)
    if document is None:
        return Read(file.relative_to(root).as_posix(), None, problems)
    model = FullPractice if document.fields.get("entry") == "full" else Practice
    fields, body, problems = _validated(model, document)
    problems.extend(practice_links(document, known))
    if body is not None:
        problems.extend(body_form(document, body))
        problems.extend(body_links(document, body, known))
    if fields is None or body is None:
        return Read(document.path, None, problems, body, document.fields)
    return Read(document.path, PracticeEntry(file.stem, document.path, fields, body), problems, body)


def read_indicator(file: Path, root: Path) -> tuple[Read[IndicatorEntry], Document | None]:
    """The indicator in a file, and its document: links are checked once all criteria are known."""
    document, problems = read_document(file, root)
    if document is None:
        return Read(file.relative_to(root).as_posix(), None, problems), None
    fields, body, problems = _validated(Indicator, document)
    problems.extend(indicator_form(document))
    if fields is None or body is None:
        return Read(document.path, None, problems, body), document
    return Read(document.path, IndicatorEntry(file.stem, document.path, fields, body), problems, body), document


def read_page(file: Path, root: Path) -> tuple[Read[PageEntry], Document | None]:
    """The page of prose in a file, and its document: links are checked once all pages are known."""
    document, problems = read_document(file, root)
    if document is None:
        return Read(file.relative_to(root).as_posix(), None, problems), None
    fields, body, problems = _validated(Page, document)
    if fields is None or body is None:
        return Read(document.path, None, problems, body), document
    return Read(document.path, PageEntry(file.stem, document.path, fields, body), problems, body), document


def linked(read: Read[EntryType], document: Document | None, known: Known) -> Read[EntryType]:
    """The same, with the problems of the links in its body added."""
    if document is not None and read.body is not None:
        read.problems.extend(body_links(document, read.body, known))
    return read


def _validated(
    model: type[RecordType], document: Document
) -> tuple[RecordType | None, Prose | None, list[Problem]]:
    """The fields, if they and the body are in order; the body, if it can be read; every problem in both."""
    fields = validated(model, document.fields, document.path, document.places)
    body, problems = read_prose(document.body, document.path, document.body_line)
    in_order = not errors(problems)
    problems.extend(_personal_data(document))
    if isinstance(fields, list):
        return None, body, [*fields, *problems]
    return (fields if in_order else None), body, problems


def _personal_data(document: Document) -> list[Problem]:
    """A problem for each piece of personal data in a file that the file itself does not except."""
    exceptions = exempted(document.fields)
    allowed = [exception.text for exception in exceptions]
    return [
        *personal_data(document.places.text, document.path, document.places.first_line, allowed),
        *personal_data(document.body, document.path, document.body_line, allowed),
        *(_needless(document, exception.text) for exception in needless_exceptions(exceptions, document)),
    ]


def _needless(document: Document, text: str) -> Problem:
    place = document.places.of_key(("exceptions",))
    message = f"Nothing in the file needs the exception {text!r}."
    return Problem(document.path, *place, "needless-exception", message, "Remove it.")


def problems_of(reads: Iterable[Read[Any]]) -> list[Problem]:
    """The problems of all files, one after the other."""
    return [problem for read in reads for problem in read.problems]
