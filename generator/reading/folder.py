"""A folder of content files to raw documents: what may lie there, under which names, as what.

In comes a folder; out come the documents in the order of their names, and a problem for everything
that is not a plainly named regular file in the right form.
"""

import os
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator.problems import ID, Problem
from generator.reading.characters import decoded
from generator.reading.frontmatter import Document, read

_NAME = re.compile(rf"{ID.pattern}\.md")
_RESERVED_BY_WINDOWS = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_WORD_PROCESSORS = (".doc", ".docx", ".odt", ".pages", ".pdf", ".rtf")
_MAX_NAME = 80


def content_files(folder: Path, root: Path, beside: Sequence[str] = ()) -> tuple[list[Path], list[Problem]]:
    """The content files in `folder`, sorted by name, and what must not lie there.

    `beside` names the files that may stand next to them. Paths in problems are relative to `root`.
    """
    if not folder.is_dir():
        path = folder.relative_to(root).as_posix()
        return [], [Problem(path, 1, 1, "no-folder", f"There is no folder {path!r}.", "Create it.")]
    prefix = folder.relative_to(root).as_posix()
    with os.scandir(folder) as found:  # it knows what each entry is without asking the disk again
        entries = sorted(found, key=lambda entry: entry.name)
    named = {
        _printable(f"{prefix}/{entry.name}"): entry
        for entry in entries
        if entry.name not in beside and not entry.name.startswith(".")
    }
    problems = [problem for path, entry in named.items() for problem in _wrong_kind_or_name(entry, path)]
    problems.extend(_colliding_names(named))
    refused = {problem.path for problem in problems}
    return [folder / entry.name for path, entry in named.items() if path not in refused], problems


def site_path(path: str) -> str:
    """The path by which links know a content file: `pages/` is the root of the site."""
    return path.removeprefix("pages/")


def read_document(file: Path, root: Path) -> tuple[Document | None, list[Problem]]:
    """One content file in two halves, or every problem in its characters and form."""
    path = file.relative_to(root).as_posix()
    text, problems = decoded(file.read_bytes(), path)
    if problems:
        return None, problems
    document = read(text, path)
    return (document, []) if isinstance(document, Document) else (None, document)


def read_text(file: Path, root: Path) -> tuple[str, list[Problem]]:
    """The text of a content file that is no Markdown, and what is wrong with its characters."""
    path = file.relative_to(root).as_posix()
    if file.is_symlink() or not file.is_file():
        message = f"There is no file {path!r}."
        return "", [Problem(path, 1, 1, "not-a-file", message, "Create it as a regular file, not a link.")]
    return decoded(file.read_bytes(), path)


def _wrong_kind_or_name(entry: os.DirEntry[str], path: str) -> Iterable[Problem]:
    if entry.is_symlink():
        yield Problem(path, 1, 1, "not-a-file", "This is a link.", "Put the file itself here.")
    elif not entry.is_file():
        yield Problem(
            path, 1, 1, "not-a-file", "This is not a regular file.", "Only Markdown files belong here."
        )
    elif entry.name.lower().endswith(_WORD_PROCESSORS):
        fix = "Make a text file with the ending .md, and copy the text into it; then take this file away."
        yield Problem(path, 1, 1, "file-name", f"{entry.name!r} is a document of a word processor.", fix)
    elif not _NAME.fullmatch(entry.name):
        fix = f"Rename it to {_suggested_name(entry.name)!r}: small letters a-z, digits, hyphens, and '.md'."
        yield Problem(path, 1, 1, "file-name", f"The file name {entry.name!r} is not allowed.", fix)
    elif _RESERVED_BY_WINDOWS.fullmatch(entry.name) or len(entry.name) > _MAX_NAME:
        message = f"The file name {entry.name!r} cannot be used on every computer."
        yield Problem(path, 1, 1, "file-name", message, f"Choose another of at most {_MAX_NAME} characters.")


def _printable(path: str) -> str:
    """A path as it can be shown anywhere, whatever the bytes of its name."""
    return path if path.isprintable() else path.encode("unicode_escape").decode("ascii")


def _suggested_name(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain.removesuffix(".md").removesuffix(".markdown")).strip("-")
    return f"{stem or 'practice'}.md"


def _colliding_names(entries: Mapping[str, os.DirEntry[str]]) -> Iterable[Problem]:
    first: dict[str, str] = {}
    for path, entry in entries.items():
        other = first.setdefault(entry.name.casefold(), entry.name)
        if other != entry.name:
            message = f"{entry.name!r} and {other!r} are one name on Windows and macOS."
            yield Problem(path, 1, 1, "file-name", message, "Rename one of them.")
