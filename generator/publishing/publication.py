"""The one place where a site is put before its readers: built beside, verified, then swapped in.

In comes the folder in which the site is to stand; the build writes into `staging`, and `publish`
replaces the old site by the new one or leaves the old one as it was. Whatever a killed build has left
is taken away, or put back, when the next one begins.
"""

import contextlib
import errno
import shutil
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from generator.publishing.atomic_swap import exchange
from generator.publishing.checksums import foreign_files, manifest_faults, write_manifest
from generator.publishing.lock import Lock, Taken
from generator.publishing.page_writer import WrittenPage
from generator.publishing.site_check import broken_site

MOST_REPORTED = 50
Check = Callable[[Path], list[str]]
"""Told where the new site lies; says what is wrong with it, one line each."""

_WORDS = {
    errno.ENOSPC: "there is no room left on the disk. Make room, then build again",
    errno.EDQUOT: "your share of the disk is used up. Make room, then build again",
    errno.EFBIG: "a file grew larger than this system allows",
    errno.EROFS: "the disk can only be read. Name another folder with --site-dir",
    errno.EACCES: "this user may not write there. Change the rights, or name another folder with --site-dir",
    errno.EPERM: "this user may not write there. Change the rights, or name another folder with --site-dir",
    errno.EBUSY: "the folder is in use, perhaps as a mount point. Name a folder inside it with --site-dir",
    errno.EXDEV: "it is another disk than the folder around it. Name a folder inside it with --site-dir",
}


def put_into(site: Path, address: str, content: bytes) -> None:
    """Puts a page, or another file, into a site that is being built."""
    file = site / address
    try:
        file.write_bytes(content)
    except FileNotFoundError:  # the first file of its folder
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


class PublicationRefused(Exception):
    """The site that was built is not fit to be published, or cannot be; says why."""


class Publication:
    """One publication of the site in `target`; raises PublicationRefused when none can take place there."""

    def __init__(self, target: Path) -> None:
        self.target = target.resolve()
        beside = self.target.with_name(f".{self.target.name}-build")
        self.staging = beside / "new"
        self._beside = beside
        self._old = beside / "old"
        try:
            self.target.parent.mkdir(parents=True, exist_ok=True)
            self._lock = Lock(beside.with_name(f"{beside.name}.lock"))
        except Taken:
            raise PublicationRefused(
                f"Another build is writing to {self.target}. Wait until it has ended, then build again."
            ) from None
        except OSError as failure:
            raise PublicationRefused(explained(failure, self.target)) from failure
        try:
            self._begin()
        except OSError as failure:
            self.abandon()
            raise PublicationRefused(explained(failure, self.target)) from failure
        except PublicationRefused:
            self.abandon()
            raise

    def publish(
        self,
        warnings: Sequence[str] = (),
        pages: Collection[str] | None = None,
        checks: Sequence[Check] = (),
        known: Sequence[WrittenPage] = (),
    ) -> None:
        """Puts the staged site in its place; raises PublicationRefused and keeps the old one if not whole.

        `pages` are the addresses of all pages that must be there, and of no others; `known` are those
        that were looked at when they were written.
        """
        try:
            wrong = [*warnings, *self._wrong(pages, checks, known)]
            if wrong:
                raise PublicationRefused(f"{_unchanged(self.target)}\n{_listed(wrong)}")
            self._put_in_place()
        except OSError as failure:
            raise PublicationRefused(explained(failure, self.target)) from failure
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Removes everything that the build has left beside the site, and lets the next build begin."""
        with contextlib.suppress(OSError):  # the next build tries again
            self._restore()
        shutil.rmtree(self._beside, ignore_errors=True)
        self._lock.release()

    def _restore(self) -> None:
        """Puts the old site back where a build was stopped between taking it away and bringing the new one."""
        if self._old.exists() and not self.target.exists():
            self._old.rename(self.target)

    def _begin(self) -> None:
        """Mends what a killed build has left, and makes sure that nothing but a site would be replaced."""
        self._restore()
        if self._beside.exists():
            shutil.rmtree(self._beside)
        self._beside.mkdir()
        foreign = foreign_files(self.target)
        if foreign:
            raise PublicationRefused(
                f"{self.target} holds what no build has put there, and it would be lost:\n{_listed(foreign)}\n"
                "Move these files away, or name another folder with --site-dir."
            )

    def _wrong(
        self, pages: Collection[str] | None, checks: Sequence[Check], known: Sequence[WrittenPage]
    ) -> list[str]:
        wrong = broken_site(self.staging, pages, [page.facts for page in known])
        for check in checks:
            wrong.extend(check(self.staging))
        if not wrong:
            write_manifest(self.staging, {page.facts.name: page.sum for page in known})
            wrong.extend(manifest_faults(self.staging))
        return wrong

    def _put_in_place(self) -> None:
        if self.target.exists():
            exchange(self.staging, self.target, self._old)
        else:
            self.staging.rename(self.target)


def explained(failure: OSError, target: Path) -> str:
    """What a failure of the disk means for the site in `target`, in words."""
    words = _WORDS.get(failure.errno or 0, (failure.strerror or str(failure)).lower())
    where = f" ({failure.filename})" if failure.filename else ""
    return f"{_unchanged(target)} The reason: {words}{where}."


def _unchanged(target: Path) -> str:
    state = "the site that is there is unchanged" if target.exists() else "there is nothing there"
    return f"The site was not published in {target}; {state}."


def _listed(lines: Sequence[str]) -> str:
    more = [f"  … and {len(lines) - MOST_REPORTED} more"] if len(lines) > MOST_REPORTED else []
    return "\n".join([*(f"  {line}" for line in lines[:MOST_REPORTED]), *more])
