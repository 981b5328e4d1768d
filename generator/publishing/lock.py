"""One writer at a time: a lock that the system takes back when its holder is killed.

In comes the path of a lock file; while the lock is held, no other process gets it. `publish` asks for it
before it touches anything.
"""

import os
import sys
from pathlib import Path


class Taken(Exception):
    """Somebody else holds the lock."""


class Lock:
    """The lock in `path`; taken when the object is made, given back by `release` or the end of the process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: int | None = _opened(path)

    def release(self) -> None:
        """Gives the lock back and takes its file away."""
        if self._held is None:
            return
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        os.close(self._held)
        if sys.platform == "win32":
            self._path.unlink(missing_ok=True)
        self._held = None


def _opened(path: Path) -> int:
    """The locked file. A file that its last holder took away while we waited for it is no lock."""
    while True:
        held = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        try:
            _lock(held)
            if _is_still(held, path):
                return held
        except BaseException:
            os.close(held)
            raise
        os.close(held)


def _is_still(held: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(held), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(held: int) -> None:
        try:
            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        except OSError as failure:
            raise Taken from failure

else:
    import fcntl

    def _lock(held: int) -> None:
        try:
            # Of the two kinds of lock the one that a forked child does not share: else the workers of a
            # killed build would go on holding it.
            fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError) as failure:
            raise Taken from failure
