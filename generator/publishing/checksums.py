"""The list of a site's files with their SHA-256 sums, and whether a folder still is what it says.

In comes a folder; out go the file `SHA256SUMS`, in the form that `sha256sum --check` reads, and one line
for each file that is missing, changed or not in the list. `publish` writes it; `compendium verify`
holds a copy against it, perhaps years later.
"""

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

MANIFEST = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_LEFT_BY_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers put into every folder that they have shown."""


def write_manifest(folder: Path, known: Mapping[str, str] = MappingProxyType({})) -> None:
    """Writes the sums of all files in `folder` into it, sorted by name.

    `known` has the sums of files by name that were taken from what was written: they are not taken
    again, so that the list says what the files must be, and not what the disk has made of them.
    """
    lines = [
        f"{known.get(name) or _sum(folder / name)}  {name}\n"
        for name in sorted(names_in(folder))
        if name != MANIFEST
    ]
    (folder / MANIFEST).write_bytes("".join(lines).encode())


def put_file(file: Path, content: bytes) -> None:
    """Writes a file whole or not at all, and its folder where there is none."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(file)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def manifest_faults(folder: Path) -> list[str]:
    """One line for each way in which `folder` is not what its list of sums says, in the order of the names."""
    try:
        listed = _listed(folder)
    except (OSError, ValueError) as failure:
        return [f"{MANIFEST}: {failure}"]
    present = names_in(folder) - {MANIFEST}
    faults = {name: f"{name}: missing" for name in listed.keys() - present}
    faults |= {
        name: f"{name}: not in {MANIFEST}"
        for name in present - listed.keys()
        if name.rpartition("/")[2] not in _LEFT_BY_SYSTEMS
    }
    for name in listed.keys() & present:
        fault = _fault(folder / name, listed[name])
        if fault:
            faults[name] = f"{name}: {fault}"
    return [faults[name] for name in sorted(faults)]


def foreign_files(folder: Path) -> list[str]:
    """The files in `folder` that no published site has brought: all of them where there is no list of sums."""
    if not folder.exists():
        return []
    if not folder.is_dir():
        return [f"{folder.name} is not a folder"]
    try:
        listed = set(_listed(folder))
    except FileNotFoundError:
        listed = set()
    except ValueError as failure:
        return [f"{MANIFEST}: {failure}"]
    return sorted(
        name
        for name in names_in(folder) - listed - {MANIFEST}
        if name.rpartition("/")[2] not in _LEFT_BY_SYSTEMS
    )


def _listed(folder: Path) -> dict[str, str]:
    """The sums by name; raises FileNotFoundError, or ValueError for a list that no build has written."""
    path = folder / MANIFEST
    if path.is_symlink() or not path.is_file():
        raise FileNotFoundError("There is no such file; this folder is no published site.")
    sums: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = _LINE.fullmatch(line)
        if found is None or _leads_out(found[2]) or found[2] in sums:
            raise ValueError(f"Line {number} cannot be read: {line[:100]!r}")
        sums[found[2]] = found[1]
    return sums


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def names_in(folder: Path) -> set[str]:
    """Everything in `folder` that is not a folder itself, by its path in it; links are not followed."""
    return set(_walk(folder))


def _walk(folder: Path) -> Iterator[str]:
    for root, folders, files in os.walk(folder):
        here = Path(root).relative_to(folder).as_posix()
        before = "" if here == "." else f"{here}/"
        yield from (f"{before}{name}" for name in files)
        yield from (f"{before}{name}" for name in folders if Path(root, name).is_symlink())


def _fault(file: Path, expected: str) -> str:
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return "not a regular file"
        return "" if _sum(file) == expected else "changed"
    except OSError as failure:
        return f"cannot be read ({(failure.strerror or str(failure)).lower()})"


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
