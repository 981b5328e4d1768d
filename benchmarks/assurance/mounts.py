"""Real builds onto disks that are full or can only be read: `python -m benchmarks.assurance mounts`.

Small disks in memory are mounted where nothing but this run sees them (`unshare`), which takes the rights of
root or of a user who may have a name space of his own. Ordinary tests limit the size of files instead,
which any user may.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from generator.publishing.checksums import MANIFEST, manifest_faults
from tests.site.conftest import BIN, PROJECT

STEPS = 24
"""Sizes of disk between one site and more than two."""

SCRATCH_STEPS = 16
"""Sizes of the disk for temporary files, up to more than is needed."""

NO_ROOM = "there is no room left on the disk. Make room, then build again"
READ_ONLY = "the disk can only be read. Name another folder with --site-dir"


class Outcome(NamedTuple):
    """How a build ended: whether by publishing, and the last of what it said."""

    published: bool
    said: str


def mounts(_: int) -> bool:
    """Whether builds onto full and read-only disks keep the old site and say why; run apart from the system."""
    if shutil.which("unshare") is None:
        print("This run needs Linux and its command unshare (package util-linux).")
        return False
    rights = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    apart = ["unshare", *rights, "--mount", sys.executable, "-m", "benchmarks.assurance.mounts"]
    done = subprocess.run(apart, cwd=PROJECT, check=False)
    return done.returncode == 0


class Sites(NamedTuple):
    """What there is before: the content, the site that stands, the one that is to be built, their size."""

    root: Path
    old: Path
    new: Path
    size: int


def run_all() -> bool:
    """All of it, where mounting is allowed."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "content"
        for name in ("practices", "indicators", "pages", "overrides"):
            shutil.copytree(PROJECT / name, root / name)
        shutil.copy(PROJECT / "mkdocs.yml", root)
        disk = Path(folder) / "disk"
        disk.mkdir()
        sites = _sites(root, Path(folder))
        held = [
            _full_disk_keeps_the_old_site(sites, disk),
            _disk_too_small_for_a_first_site(sites, disk),
            _read_only_disk_keeps_the_old_site(sites, disk),
            _full_scratch_folder_spoils_nothing(sites, disk),
            _disk_that_is_the_folder_itself_is_refused(sites, disk),
        ]
    return all(held)


def _sites(root: Path, folder: Path) -> Sites:
    old, new = folder / "old", folder / "new"
    assert _built(root, old).published
    page = root / "pages/evidence.md"
    page.write_text(page.read_text("utf-8").rstrip() + "\n\nOne line more.\n", "utf-8")
    assert _built(root, new).published
    block = os.sysconf("SC_PAGE_SIZE")
    size = sum(-(-path.stat().st_size // block) * block for path in new.rglob("*") if path.is_file())
    return Sites(root, old, new, size)


def _state(sites: Sites, site: Path, outcome: Outcome) -> str:
    """`old` or `new` where a site is whole, of the right bytes and explained; what is wrong otherwise."""
    found = (site / MANIFEST).read_bytes()
    for state, expected in (("old", sites.old), ("new", sites.new)):
        if found == (expected / MANIFEST).read_bytes() and not manifest_faults(site):
            explained = outcome.published if state == "new" else NO_ROOM in outcome.said
            if explained and _beside(site.parent) == [site.name]:
                return state
    return f"{_beside(site.parent)}: {outcome}"


def _full_disk_keeps_the_old_site(sites: Sites, disk: Path) -> bool:
    """Disks of many sizes, so that the last byte of room is used up at many moments of a build."""
    states: Counter[str] = Counter()
    for step in range(STEPS):
        with _mounted(disk, size=int(sites.size * (1.05 + 1.6 * step / STEPS))):
            site = shutil.copytree(sites.old, disk / "site")
            states[_state(sites, site, _built(sites.root, site))] += 1
    print(f"{STEPS} disks with too little room: {dict(states)}")
    return set(states) == {"old", "new"} and states["old"] > STEPS / 3


def _disk_too_small_for_a_first_site(sites: Sites, disk: Path) -> bool:
    with _mounted(disk, size=sites.size // 2):
        outcome = _built(sites.root, disk / "site")
        left = _beside(disk)
    print(f"a disk that is too small for one site: {outcome.said}; left on it: {left}")
    return not outcome.published and NO_ROOM in outcome.said and left == []


def _read_only_disk_keeps_the_old_site(sites: Sites, disk: Path) -> bool:
    with _mounted(disk, size=3 * sites.size):
        site = shutil.copytree(sites.old, disk / "site")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        outcome = _built(sites.root, site)
        same = (site / MANIFEST).read_bytes() == (sites.old / MANIFEST).read_bytes() and not manifest_faults(
            site
        )
    print(f"a disk that can only be read: {outcome.said}")
    return not outcome.published and same and READ_ONLY in outcome.said


def _full_scratch_folder_spoils_nothing(sites: Sites, disk: Path) -> bool:
    """Pagefind writes into the system's folder for temporary files, and does not tell when that is full."""
    states: Counter[str] = Counter()
    for step in range(SCRATCH_STEPS):
        site = shutil.copytree(sites.old, disk.with_name(f"elsewhere-{step}") / "site")
        with _mounted(disk, size=(step + 1) * 128 * 1024):
            states[_state(sites, site, _built(sites.root, site, scratch=disk))] += 1
    print(f"{SCRATCH_STEPS} disks with too little room for temporary files: {dict(states)}")
    return set(states) <= {"old", "new"} and states["new"] > 0


def _disk_that_is_the_folder_itself_is_refused(sites: Sites, disk: Path) -> bool:
    """A disk cannot change places with a folder on another one."""
    with _mounted(disk, size=3 * sites.size):
        outcome = _built(sites.root, disk)
        left = _beside(disk)
    print(f"the folder of the site is a disk of its own: {outcome.said}; left on it: {left}")
    return not outcome.published and "Name a folder inside it with --site-dir" in outcome.said and left == []


@contextmanager
def _mounted(disk: Path, size: int) -> Iterator[None]:
    """A disk in memory of so many bytes."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "small", disk], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", disk], check=True)


def _built(root: Path, site: Path, scratch: Path | None = None) -> Outcome:
    """A build of the content in `root`; `scratch` is the folder for temporary files."""
    done = subprocess.run(
        [BIN / "compendium", "build", "--site-dir", site],
        cwd=root,
        env={**os.environ, **({"TMPDIR": str(scratch)} if scratch else {})},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    said = done.stderr if "Traceback" in done.stderr else done.stderr.strip().rpartition("\n")[2]
    return Outcome(done.returncode == 0, said)


def _beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


if __name__ == "__main__":
    sys.exit(0 if run_all() else 1)
