"""The copy that travels on a USB stick: the site, the printed edition, what tells a person where to start.

In come a built site's folder and, when there is one, the printed edition; out comes the copy as a plan, a
mapping of names to bytes or files, which `write_copy` puts into a folder and a zip. Names fit FAT32,
exFAT and Windows. A copy is checked with `verify`, or by hand as its README.txt says.
"""

import html
import re
import shutil
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.presentation.texts import Texts
from generator.privacy import exit_page
from generator.publishing.atomic_swap import exchange
from generator.publishing.checksums import MANIFEST, manifest_faults, write_manifest
from generator.publishing.usb_texts import readme, start_page

FOLDER = "compendium-usb"
START, README, SITE, PRINTED = "START-HERE.html", "README.txt", "compendium", "compendium.pdf"
LONGEST_PATH = 199
LONGEST_NAME = 255
LARGEST_FILE = 4 * 1024**3 - 1
"""FAT32 knows no larger file."""

MOST_ENTRIES = 65_534
"""Entries in one folder of FAT32; a name takes one entry and another for every 13 letters begun."""

_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
_LEADS_TO = re.compile(r' data-site="([^"]*)"')
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LEFT_BY_SYSTEMS = re.compile(
    r"(System Volume Information|\$RECYCLE\.BIN|\.Spotlight-V100|\.Trashes|\.Trash-\d+|\.fseventsd)(/.*)?"
    r"|(.*/)?\._[^/]*"
)
"""What Windows, macOS and Linux write onto a stick by themselves."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The only time that every zip can hold and no build changes."""

Plan = Mapping[str, bytes | Path]
"""The copy's files by name, in order."""


class CopyRefusedError(Exception):
    """The copy cannot be made: some names would not survive the journey. Says which and why."""


def usb_copy(site: Path, site_name: str, texts: Texts, printed: bytes | None = None) -> Plan:
    """The plan of a copy of the site in `site`; raises CopyRefusedError when it would not fit every stick."""
    files = sorted(path for path in site.rglob("*") if not path.is_dir() or path.is_symlink())
    linked = [f"{SITE}/{path.relative_to(site).as_posix()}" for path in files if path.is_symlink()]
    plan: dict[str, bytes | Path] = {f"{SITE}/{path.relative_to(site).as_posix()}": path for path in files}
    if printed is not None:
        plan[PRINTED] = printed
    plan[README] = readme(site_name, printed is not None, texts).replace("\n", "\r\n").encode("utf-8-sig")
    plan[START] = start_page(site_name, printed is not None, texts, _neutral_site(site)).encode()
    sizes = {
        name: len(each) if isinstance(each, bytes) else each.lstat().st_size for name, each in plan.items()
    }
    wrong = [*(f"{name}: a link, and sticks have none" for name in linked), *unfit_names(sizes)]
    if wrong:
        listed = "\n".join(f"  {line}" for line in wrong[:50])
        raise CopyRefusedError(
            f"No copy for a USB stick was made. These names or files do not fit one:\n{listed}\n"
            "Rename what they are made from, build the site again, then try again."
        )
    return dict(sorted(plan.items()))


def _neutral_site(site: Path) -> str | None:
    """Where the pages of a site lead a reader who leaves: its own neutral page says so, where there is one."""
    page = site / exit_page.PAGE
    named = _LEADS_TO.search(page.read_text(encoding="utf-8")) if page.is_file() else None
    return exit_page.neutral_site(html.unescape(named[1])) if named else None


def unfit_names(sizes: Mapping[str, int]) -> list[str]:
    """One line for each file, given by name and size in bytes, that FAT32, exFAT or Windows would not take."""
    wrong = [f"{name}: {why}" for name, size in sorted(sizes.items()) for why in _unfit(name, size)]
    return [*wrong, *_collisions(sizes), *_crowded(sizes)]


def _unfit(name: str, size: int) -> Iterator[str]:
    path = f"{FOLDER}/{name}"
    if len(path) > LONGEST_PATH:
        yield f"the path has {len(path)} characters; {LONGEST_PATH} are safe"
    for part in name.split("/"):
        if _RESERVED.fullmatch(part):
            yield f"Windows keeps the name {part!r} for itself"
        if _REFUSED.search(part) or part != part.strip() or part.endswith(".") or part in ("", ".", ".."):
            yield f"{part!r} is no name on Windows"
        if not part.isascii():
            yield f"{part!r} is written differently on different systems; use a-z"
        if len(part.encode("utf-16-le")) > 2 * LONGEST_NAME:
            yield f"{part[:20]!r}… is longer than {LONGEST_NAME} characters"
    if size > LARGEST_FILE:
        yield "FAT32 knows no file of 4 GB or more"


def _collisions(names: Iterable[str]) -> list[str]:
    folded: dict[str, set[str]] = {}
    for name in names:
        parts = name.split("/")
        for end in range(1, len(parts) + 1):
            path = "/".join(parts[:end])
            folded.setdefault(unicodedata.normalize("NFC", path).casefold(), set()).add(path)
    return [
        f"{' and '.join(sorted(same))}: the same name on Windows" for same in folded.values() if len(same) > 1
    ]


def _crowded(names: Iterable[str]) -> list[str]:
    entries: Counter[str] = Counter()
    for folder, name in {tuple(f"/{path}".rpartition("/")[::2]) for path in _with_folders(names)}:
        entries[folder.removeprefix("/")] += 1 + -(-len(name) // 13)
    return [
        f"{folder or FOLDER}: too many files for one folder of FAT32"
        for folder in sorted(entries)
        if entries[folder] > MOST_ENTRIES
    ]


def _with_folders(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        parts = name.split("/")
        yield from ("/".join(parts[:end]) for end in range(1, len(parts) + 1))


def write_copy(plan: Plan, target: Path) -> tuple[Path, Path]:
    """Puts the copy and a zip of it into the folder `target`, each whole or not at all; returns both.

    An earlier copy there is replaced once the new one is complete and verified.
    """
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".usb-", dir=target) as beside:
        folder = Path(beside) / FOLDER
        _fill(folder, plan)
        write_manifest(folder)
        wrong = verify(folder)
        if wrong:
            raise CopyRefusedError(
                "The copy could not be read back as it was written, and was taken away:\n"
                + "\n".join(f"  {line}" for line in wrong)
                + "\nThe disk may be full or damaged. Name a folder on another one with --output."
            )
        archive = Path(beside) / f"{FOLDER}.zip"
        _zip(folder, archive)
        final, final_archive = target / FOLDER, target / archive.name
        if final.exists():
            exchange(folder, final, Path(beside) / "old")
        else:
            folder.rename(final)
        archive.replace(final_archive)
    return final, final_archive


def verify(folder: Path) -> list[str]:
    """One line for each file of a copy that is missing, changed or not in its list of sums.

    What operating systems write onto a stick by themselves does not count.
    """
    return [
        fault for fault in manifest_faults(folder) if not _LEFT_BY_SYSTEMS.fullmatch(fault.rpartition(": ")[0])
    ]


def _fill(folder: Path, plan: Plan) -> None:
    for name, content in plan.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            file.write_bytes(content)
        else:
            shutil.copyfile(content, file)


def _zip(folder: Path, archive: Path) -> None:
    """Every file under one folder, in the order of the names, with one date and plain rights."""
    with zipfile.ZipFile(archive, "x", zipfile.ZIP_DEFLATED, compresslevel=6) as opened:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{FOLDER}/{file.relative_to(folder).as_posix()}", _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            opened.writestr(entry, file.read_bytes())


__all__ = ["FOLDER", "MANIFEST", "CopyRefusedError", "Plan", "unfit_names", "usb_copy", "verify", "write_copy"]
