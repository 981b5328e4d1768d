"""The whole way in, in one call: a compendium's folder to validated, cross-checked records.

In comes the root folder; out comes the compendium and every problem in it. The doors call this and
nothing else to read content. Practices are many and need nothing of one another to be read, so they
are read in as many processes as the door allows.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, groupby
from pathlib import Path
from typing import Any, TypeVar

from generator.checks.framework import all_eight, one_key_each, one_title_each
from generator.checks.links import Known, lineage_cycles, missing_anchors
from generator.checks.outline import Outline, outline
from generator.compendium.records import Compendium, IndicatorEntry, PageEntry
from generator.loading.entry import (
    linked,
    problems_of,
    read_indicator,
    read_page,
    read_practice,
)
from generator.loading.search_words import NAME as SEARCH_WORDS
from generator.loading.search_words import SearchWordsRead
from generator.problems import Problem
from generator.processes import side_by_side
from generator.progress import Progress, silent, told
from generator.reading.assets import asset_problems
from generator.reading.folder import content_files, read_document, read_text, site_path
from generator.reading.frontmatter import Document
from generator.reading.yaml_events import Places, StrictYaml
from generator.schema.explain import validated
from generator.schema.reference import Reference, References

REFERENCES = "practices/references.yaml"
SELDOM_GARBAGE = (1_000_000, 20, 100)
"""Thresholds that the doors give to `gc`: hardly any garbage is made, and looking for it took a fifth."""

MOST_IN_FILE = 100
"""Most problems that are told of one file."""

_AT_ONCE = 25
Result = TypeVar("Result")


def load(
    root: Path, generated: Iterable[str] = (), progress: Progress = silent, jobs: int = 1
) -> tuple[Compendium, list[Problem]]:
    """The compendium in `root` and every problem in it, in reading order.

    `generated` are the paths of pages that are made and not written, such as `practices/index.md`.
    `jobs` is the number of processes that may be used. Where there are errors, the compendium holds
    only what is in order by itself.
    """
    around = _Surroundings(root, frozenset(generated))
    reads = _each(partial(read_practice, root=root, known=around.known), around.files, progress, jobs)
    entries = {read.entry.id: read.entry for read in reads if read.entry is not None}
    problems = [*problems_of(reads), *around.problems_with([outline(read) for read in reads])]
    compendium = Compendium(
        entries, around.indicators, around.references or {}, around.pages, around.search_words.record
    )
    return compendium, bounded(problems)


def check(
    root: Path, generated: Iterable[str] = (), progress: Progress = silent, jobs: int = 1
) -> list[Problem]:
    """Every problem that `load` would find; quicker, because no records are kept."""
    around = _Surroundings(root, frozenset(generated))
    read = partial(_outline_and_problems, root=root, known=around.known)
    found = _each(read, around.files, progress, jobs)
    problems = chain.from_iterable(problems for _, problems in found)
    return bounded((*problems, *around.problems_with([outlined for outlined, _ in found])))


def bounded(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in reading order, of each file no more than can be read."""
    kept: list[Problem] = []
    for path, of_file in groupby(sorted(set(problems)), key=lambda problem: problem.path):
        found = list(of_file)
        kept.extend(found[:MOST_IN_FILE])
        if len(found) > MOST_IN_FILE:
            message = f"There are {len(found) - MOST_IN_FILE} more problems in this file."
            line = found[MOST_IN_FILE].line
            kept.append(Problem(path, line, 1, "more-problems", message, "Mend those above, then check again."))
    return kept


def _outline_and_problems(file: Path, root: Path, known: Known) -> tuple[Outline, list[Problem]]:
    read = read_practice(file, root, known)
    return outline(read), read.problems


def _each(read: Callable[[Path], Result], files: Sequence[Path], progress: Progress, jobs: int) -> list[Result]:
    """What comes of each file, in their order."""
    reading = side_by_side(files, lambda: read, jobs, _AT_ONCE)
    return list(told(progress, "practices", reading, len(files)))


class _Surroundings:
    """Everything but the practices: indicators, pages, references, and what practices may point at."""

    def __init__(self, root: Path, generated: frozenset[str]) -> None:
        self._root = root
        self._generated = generated
        self.files, self._problems = content_files(root / "practices", root, ("references.yaml", SEARCH_WORDS))
        self.references, wrong_references = read_references(root)
        self.search_words = SearchWordsRead(root)
        self._problems += [*wrong_references, *self.search_words.problems]
        indicators = self._folder("indicators", read_indicator)
        pages = self._folder("pages", read_page, ("assets",))
        self._practice_paths = [file.relative_to(root).as_posix() for file in self.files]
        self.known = self._known(indicators, pages)
        self._reads = [linked(read, document, self.known) for read, document in (*indicators, *pages)]
        entries = [read.entry for read in self._reads]
        self.indicators = {entry.number: entry for entry in entries if isinstance(entry, IndicatorEntry)}
        self.pages = {entry.id: entry for entry in entries if isinstance(entry, PageEntry)}

    def problems_with(self, practices: Sequence[Outline]) -> Iterator[Problem]:
        """The problems of all but the practices, and those that practices have only together."""
        yield from self._problems
        yield from asset_problems(self._root / "pages" / "assets", self._root)
        yield from problems_of(self._reads)
        yield from all_eight(
            [read.entry for read in self._reads if isinstance(read.entry, IndicatorEntry)],
            [read.path for read in self._reads if read.entry is None and read.path.startswith("indicators/")],
        )
        yield from self._clashes()
        yield from self.search_words.unused(self.files)
        yield from one_title_each(practices, self._document)
        yield from lineage_cycles(practices, self._document)
        yield from missing_anchors(practices, self._reads, self._document)

    def _document(self, path: str) -> Document:
        """A file that has been read before, once more: for the places of what is wrong in it."""
        document, problems = read_document(self._root / path, self._root)
        if document is None:
            raise RuntimeError(f"{path} was changed while it was being read: {problems}")
        return document

    def _folder(self, name: str, read: Callable[[Path, Path], Any], beside: Sequence[str] = ()) -> list[Any]:
        files, problems = content_files(self._root / name, self._root, beside)
        self._problems += problems
        return [read(file, self._root) for file in files]

    def _known(self, indicators: list[Any], pages: list[Any]) -> Known:
        reads = [read for read, _ in (*indicators, *pages)]
        unread = [site_path(read.path) for read in reads if read.body is None]
        return Known(
            practices=frozenset(file.stem for file in self.files),
            references=None if self.references is None else frozenset(self.references),
            criteria={
                read.entry.number: [
                    c.id for c in (*read.entry.fields.criteria, *read.entry.fields.ipc_criteria)
                ]
                for read in reads
                if isinstance(read.entry, IndicatorEntry)
            },
            anchors={
                site_path(read.path): frozenset(heading.id for heading in read.body.headings)
                for read in reads
                if read.body is not None
            },
            unread=frozenset((*unread, *self._practice_paths, *self._generated)),
        )

    def _clashes(self) -> Iterator[Problem]:
        """A problem for each content file whose address a generated page has."""
        for path in (*self._practice_paths, *(read.path for read in self._reads)):
            if site_path(path) in self._generated:
                message = "A page with this address is made by the generator."
                yield Problem(path, 1, 1, "file-name", message, "Give the file another name.")


def read_references(root: Path) -> tuple[dict[str, Reference] | None, list[Problem]]:
    """The list of references by key, or None and the problems in it."""
    text, problems = read_text(root / REFERENCES, root)
    if problems:
        return None, problems
    reader = StrictYaml(REFERENCES)
    tree = reader.load(text)
    if reader.problems:
        return None, reader.problems
    places = Places(text)
    read = validated(References, tree, REFERENCES, places)
    if isinstance(read, list):
        return None, read
    by_key = {reference.id: reference for reference in read.references}
    return by_key, list(one_key_each(read.references, REFERENCES, places))
