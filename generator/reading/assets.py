"""What may lie beside the prose in `pages/assets/`: small pictures and JSON, and nothing that can act.

In comes the folder; out comes a problem for everything else. MkDocs copies what lies there as it is, so
nothing passes that a browser would run or that could take the place of a file of the theme.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.problems import ID, Problem

MAX_BYTES = 1024 * 1024
"""Largest file, in bytes."""

_BEGINNINGS = {
    ".json": re.compile(rb"\s*\{"),
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
}
"""How a file of each allowed kind begins. SVG is not among them: opened by itself, it can run scripts."""

_NAME = re.compile(rf"{ID.pattern}(?:\.[a-z]+)+")


def asset_problems(folder: Path, root: Path) -> list[Problem]:
    """Everything in `folder` that is not of an allowed kind under a plain name; paths are relative to `root`.

    Folders are refused, and with them every name that the theme's own files have.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        entries = [folder]
    else:
        entries = sorted(folder.iterdir()) if folder.exists() else []
    return [problem for entry in entries for problem in _wrong_with(entry, entry.relative_to(root).as_posix())]


def _wrong_with(entry: Path, path: str) -> Iterator[Problem]:
    kinds = ", ".join(_BEGINNINGS)
    if entry.is_symlink() or not entry.is_file():
        message = "This is a link." if entry.is_symlink() else "This is not a regular file."
        yield Problem(path, 1, 1, "not-a-file", message, f"Only these belong here: {kinds}.")
    elif not _NAME.fullmatch(entry.name):
        message = f"The file name {entry.name!r} is not allowed."
        yield Problem(path, 1, 1, "file-name", message, "Use small letters a-z, digits and hyphens.")
    elif entry.suffix not in _BEGINNINGS:
        message = f"Files of the kind {entry.suffix!r} are not allowed."
        yield Problem(path, 1, 1, "asset-kind", message, f"Only these belong here: {kinds}.")
    elif entry.stat().st_size > MAX_BYTES:
        size = f"The file has {entry.stat().st_size // 1024} KiB; {MAX_BYTES // 1024} KiB are allowed."
        yield Problem(path, 1, 1, "file-too-large", size, "Make it smaller.")
    elif not _BEGINNINGS[entry.suffix].match(entry.read_bytes()):
        message = f"The file is not what its name says: {entry.suffix}."
        yield Problem(path, 1, 1, "asset-kind", message, f"Save it as one of {kinds}.")
