"""The whole way in, in one call: a compendium's folder to validated, cross-checked records.

In comes the root folder; out comes the compendium, or every problem in it. The doors call this and
nothing else to read content.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeVar

from generator.compendium.bodies import body_form
from generator.compendium.framework import all_eight, indicator_form, one_key_each, one_title_each
from generator.compendium.links import Known, body_links, lineage_cycles, practice_links, site_path
from generator.compendium.records import Compendium, IndicatorEntry, PageEntry, PracticeEntry
from generator.problems import Problem, errors
from generator.reading.folder import content_files, read_document, read_text
from generator.reading.frontmatter import Document
from generator.reading.prose import Prose, read_prose
from generator.reading.yaml_events import Places, StrictYaml
from generator.schema.explain import validated
from generator.schema.fields import Record
from generator.schema.indicator import Indicator
from generator.schema.page import Page
from generator.schema.practice import FullPractice, Practice
from generator.schema.reference import Reference, References

REFERENCES = "practices/references.yaml"
EntryType = TypeVar("EntryType", PracticeEntry, IndicatorEntry, PageEntry)
Progress = Callable[[str, int, int], None]
"""Told what is being read, how many files are done, and of how many."""


@dataclass
class Loaded(Generic[EntryType]):
    """The entries of one folder that are in order by themselves, and the problems of the others."""

    entries: dict[str, EntryType] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def silent(what: str, done: int, total: int) -> None:
    """A progress that says nothing."""


def load(
    root: Path, generated: Iterable[str] = (), progress: Progress = silent
) -> tuple[Compendium, list[Problem]]:
    """The compendium in `root` and every problem in it, in reading order.

    `generated` are the paths of pages that are made and not written, such as `practices/index.md`.
    Where there are errors, the compendium holds only what is in order by itself.
    """
    practices = _folder(root, "practices", _practice, progress, beside=("references.yaml",))
    indicators = _folder(root, "indicators", _indicator, progress)
    pages = _folder(root, "pages", _page, progress, beside=("assets",))
    references, reference_problems = _references(root)
    compendium = Compendium(
        practices.entries,
        {entry.number: entry for entry in indicators.entries.values()},
        references or {},
        pages.entries,
    )
    loaded = (practices, indicators, pages)
    known = _known(practices, indicators, pages, references, frozenset(generated))
    problems = chain(
        reference_problems,
        *(part.problems for part in loaded),
        _clashes(loaded, frozenset(generated)),
        _together(practices, indicators, known),
        *(
            body_links(entry, part.documents[entry.path], known)
            for part in loaded
            for entry in part.entries.values()
        ),
    )
    return compendium, sorted(set(problems))


def _folder(
    root: Path,
    name: str,
    make: Callable[[str, Document, Prose], EntryType | list[Problem]],
    progress: Progress,
    beside: tuple[str, ...] = (),
) -> Loaded[EntryType]:
    """Every content file of one folder, read and validated by itself."""
    files, problems = content_files(root / name, root, beside)
    loaded: Loaded[EntryType] = Loaded(problems=problems)
    for number, file in enumerate(files, 1):
        progress(name, number, len(files))
        document, found = read_document(file, root)
        if document is not None:
            prose, wrong_prose = read_prose(document.body, document.path, document.body_line)
            made = make(file.stem, document, prose)
            found = [*wrong_prose, *(made if isinstance(made, list) else [])]
            if not isinstance(made, list) and not errors(wrong_prose):
                loaded.entries[file.stem] = made
                loaded.documents[document.path] = document
                continue
        loaded.unread.append(file.relative_to(root).as_posix())
        loaded.problems.extend(found)
    return loaded


def _validated(model: type[Record], document: Document) -> Any:
    return validated(model, document.fields, document.path, document.places)


def _practice(id_: str, document: Document, body: Prose) -> PracticeEntry | list[Problem]:
    model = FullPractice if document.fields.get("entry") == "full" else Practice
    fields = _validated(model, document)
    return fields if isinstance(fields, list) else PracticeEntry(id_, document.path, fields, body)


def _indicator(id_: str, document: Document, body: Prose) -> IndicatorEntry | list[Problem]:
    fields = _validated(Indicator, document)
    return fields if isinstance(fields, list) else IndicatorEntry(id_, document.path, fields, body)


def _page(id_: str, document: Document, body: Prose) -> PageEntry | list[Problem]:
    fields = _validated(Page, document)
    return fields if isinstance(fields, list) else PageEntry(id_, document.path, fields, body)


def _references(root: Path) -> tuple[dict[str, Reference] | None, list[Problem]]:
    """The list of references by key, or None and the problems in it."""
    text, problems = read_text(root / REFERENCES, root)
    if problems:
        return None, problems
    reader = StrictYaml(REFERENCES)
    tree = reader.load(text)
    if reader.problems:
        return None, reader.problems
    read = validated(References, tree, REFERENCES, Places(text))
    if isinstance(read, list):
        return None, read
    by_key = {reference.id: reference for reference in read.references}
    return by_key, list(one_key_each(read.references, REFERENCES))


def _known(
    practices: Loaded[PracticeEntry],
    indicators: Loaded[IndicatorEntry],
    pages: Loaded[PageEntry],
    references: dict[str, Reference] | None,
    generated: frozenset[str],
) -> Known:
    entries = [*practices.entries.values(), *indicators.entries.values(), *pages.entries.values()]
    unread = [site_path(path) for part in (practices, indicators, pages) for path in part.unread]
    return Known(
        practices={*practices.entries, *(Path(path).stem for path in practices.unread)},
        references=references,
        criteria={
            entry.number: [c.id for c in (*entry.fields.criteria, *entry.fields.ipc_criteria)]
            for entry in indicators.entries.values()
        },
        anchors={site_path(entry.path): {h.id for h in entry.body.headings} for entry in entries},
        unread={*unread, *generated},
    )


def _together(
    practices: Loaded[PracticeEntry], indicators: Loaded[IndicatorEntry], known: Known
) -> Iterator[Problem]:
    """What is wrong with practices and indicators beyond the fields of each."""
    for entry in practices.entries.values():
        document = practices.documents[entry.path]
        yield from body_form(entry, document)
        yield from practice_links(entry, document, known)
    for indicator in indicators.entries.values():
        yield from indicator_form(indicator, indicators.documents[indicator.path])
    yield from all_eight(indicators.entries.values(), indicators.unread)
    yield from one_title_each(practices.entries.values(), practices.documents)
    yield from lineage_cycles(practices.entries, practices.documents)


def _clashes(loaded: Iterable[Loaded[Any]], generated: frozenset[str]) -> Iterator[Problem]:
    """A problem for each content file whose address a generated page has."""
    for part in loaded:
        for path in (*part.documents, *part.unread):
            if site_path(path) in generated:
                message = "A page with this address is made by the generator."
                yield Problem(path, 1, 1, "file-name", message, "Give the file another name.")
