"""A compendium's claims traced to its documents, in one call: files in, problems out.

In come the compendium's folder and the folder with the texts of documents, which are no part of it; out
comes everything that is not where an entry says it is. The doors call this.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from generator.checks.raw_fields import text_at
from generator.loading.compendium import REFERENCES, bounded, read_references
from generator.problems import KeyPath, Problem
from generator.processes import side_by_side
from generator.progress import Progress, silent, told
from generator.reading.folder import content_files, read_document, read_text
from generator.reading.frontmatter import Document
from generator.reading.yaml_events import Places
from generator.schema.reference import Reference, VerifiedText
from generator.tracing.claims import Place, cited_places, places_in, quotes_in
from generator.tracing.library import MOST_QUOTED, Library, SourceDocument, library
from generator.tracing.names import small_words
from generator.tracing.source_text import straightened
from generator.tracing.trace import Lexicon, Traced, trace

_AT_ONCE = 10


@dataclass(frozen=True)
class Tracing:
    """What is not where entries say it is, and how much was compared."""

    problems: list[Problem]
    entries: int
    quotes: int
    claims: int
    quoted: dict[str, float]
    """Which part of each document is quoted, by key."""


@dataclass(frozen=True)
class Opened:
    """A compendium beside its documents: entries that can be read, texts, and what is wrong with these."""

    documents: list[Document]
    library: Library
    lexicon: Lexicon
    shelf: "_Shelf"
    problems: list[Problem]


def open_sources(root: Path, sources: Path) -> Opened:
    """The entries in `root` and the documents whose texts lie in the folder `sources`.

    Entries that cannot be read are passed over: `check` names them.
    """
    references, _ = read_references(root)
    shelf = _Shelf(root, references or {})
    documents = _documents(root)
    texts, problems = shelf.texts(sources)
    cited = chain.from_iterable(map(places_of, documents))
    titles = {Path(document.path).stem: text_at(document.fields, "title") for document in documents}
    return Opened(
        documents=documents,
        library=library(shelf.references, texts, cited),
        lexicon=Lexicon(_small_words(documents, texts), titles),
        shelf=shelf,
        problems=problems,
    )


def trace_compendium(root: Path, sources: Path, progress: Progress = silent, jobs: int = 1) -> Tracing:
    """Compares every quote, place, figure, year and name in `root` with the texts in the folder `sources`."""
    opened = open_sources(root, sources)
    compare = partial(trace, library=opened.library, lexicon=opened.lexicon)
    compared = side_by_side(opened.documents, lambda: compare, jobs, _AT_ONCE)
    found = list(told(progress, "entries", compared, len(opened.documents)))
    for ref, span in chain.from_iterable(traced.quoted for traced in found):
        opened.library.documents[ref].quoted.add(span)
    problems = [*opened.problems, *opened.shelf.problems(opened.library, opened.documents)]
    return _summed(found, problems, opened.library)


def _summed(found: list[Traced], problems: list[Problem], books: Library) -> Tracing:
    return Tracing(
        problems=bounded(chain(problems, *(traced.problems for traced in found))),
        entries=len(found),
        quotes=sum(traced.quotes for traced in found),
        claims=sum(traced.claims for traced in found),
        quoted={key: document.share_quoted() for key, document in books.documents.items()},
    )


def _documents(root: Path) -> list[Document]:
    """The practices, indicators and pages that can be read."""
    files = [
        file
        for folder, beside in (("practices", ("references.yaml",)), ("indicators", ()), ("pages", ("assets",)))
        for file in content_files(root / folder, root, beside)[0]
    ]
    return [document for file in files if (document := read_document(file, root)[0]) is not None]


def places_of(document: Document) -> list[Place]:
    """Every place that a file cites."""
    return [place for _, place in (*places_in(document.fields), *cited_places(document.body))]


def _small_words(documents: Iterable[Document], texts: Mapping[str, str]) -> set[str]:
    """The words that somewhere are written with a small letter."""
    small = set(chain.from_iterable(small_words(straightened(text)) for text in texts.values()))
    for document in documents:
        small |= small_words(straightened(f"{document.places.text}\n{document.body}"))
    return small


class _Shelf:
    """The list of references, and which of their texts lie in a folder."""

    def __init__(self, root: Path, references: Mapping[str, Reference]) -> None:
        self.references = references
        self._places = Places(read_text(root / REFERENCES, root)[0])
        self._positions = {key: position for position, key in enumerate(references)}

    def texts(self, folder: Path) -> tuple[dict[str, str], list[Problem]]:
        """The texts of the documents that name one, and a problem for each that is not there."""
        texts: dict[str, str] = {}
        problems = []
        for key, verified in self._verified():
            try:
                texts[key] = (folder / verified.file).read_bytes().decode("utf-8-sig")
            except OSError:
                message = f"There is no text {verified.file!r} in the folder of sources."
                fix = "Put it there, or name another folder with --sources."
                problems.append(self._problem(key, "file", "no-text", message, fix))
            except UnicodeDecodeError:
                message = f"The text {verified.file!r} is not UTF-8."
                fix = "Save it with the encoding UTF-8."
                problems.append(self._problem(key, "file", "no-text", message, fix))
        return texts, problems

    def problems(self, books: Library, documents: Iterable[Document]) -> Iterator[Problem]:
        """What is wrong with whole documents: a text that changed, too much quoted, quotes without a text."""
        for key, verified in self._verified():
            if key in books.documents:
                yield from self._changed(books.documents[key], verified)
                yield from self._quoted_too_much(books.documents[key])
        unverified = {quote.place.ref for document in documents for quote in quotes_in(document.fields)}
        for key in sorted(unverified - {key for key, _ in self._verified()}):
            if key in self.references:
                message = f"{key!r} is quoted, and no text of it is named."
                fix = "Add `verified-text: {file: …, sha256: …, on: …}` to it."
                yield self._problem(key, "id", "no-text", message, fix)

    def _changed(self, document: SourceDocument, verified: VerifiedText) -> Iterator[Problem]:
        fingerprint = document.source.fingerprint
        if fingerprint != verified.sha256:
            message = f"{verified.file!r} has changed since {verified.on}: its sha256 is now {fingerprint}."
            fix = "Read again what is cited from it; then write this sha256 and today's date."
            yield self._problem(document.reference.id, "sha256", "text-changed", message, fix)

    def _quoted_too_much(self, document: SourceDocument) -> Iterator[Problem]:
        share = document.share_quoted()
        if share > MOST_QUOTED:
            message = f"Quotes hold {share:.1%} of {document.reference.id}; {MOST_QUOTED:.0%} is allowed."
            fix = "Shorten quotes, or quote one passage for several claims."
            yield self._problem(document.reference.id, "file", "too-much-quoted", message, fix)

    def _verified(self) -> Iterator[tuple[str, VerifiedText]]:
        for key, reference in self.references.items():
            if reference.verified_text is not None:
                yield key, reference.verified_text

    def _problem(self, key: str, name: str, rule: str, message: str, fix: str) -> Problem:
        path: KeyPath = ("references", self._positions[key])
        path += (name,) if name == "id" else ("verified-text", name)
        return Problem(REFERENCES, *self._places.of_value(path), rule, message, fix)
