"""Two folders change places, or one takes an empty place, in one step where the system has such a step.

In come two paths in one folder; afterwards each stands where the other stood. Linux and macOS do this
at once, so that no moment exists at which neither is there; elsewhere it takes three renames, and
`publish` mends what a process killed between them has left.
"""

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # sys/stdio.h of macOS
_NOT_HERE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM})
"""What systems and file systems answer that have no such step."""


def exchange(one: Path, other: Path, aside: Path) -> None:
    """Lets two folders change places; `aside`, an empty place, is used where it cannot be done in one step."""
    if not _exchanged_at_once(one, other):
        exchange_by_renames(one, other, aside)


def exchange_by_renames(one: Path, other: Path, aside: Path) -> None:
    """Lets two folders change places in three steps; when a step fails, the steps before it are taken back."""
    other.rename(aside)
    try:
        one.rename(other)
    except OSError:
        aside.rename(other)
        raise
    aside.rename(one)


def _exchanged_at_once(one: Path, other: Path) -> bool:
    """Whether the system could do it in one step; raises OSError when it can and something else is wrong."""
    if not (sys.platform.startswith("linux") or sys.platform == "darwin"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            result = library.renamex_np(*paths, ctypes.c_uint(_RENAME_SWAP))
        else:
            here = ctypes.c_int(_AT_FDCWD)
            result = library.renameat2(here, paths[0], here, paths[1], ctypes.c_uint(_RENAME_EXCHANGE))
    except AttributeError:  # an old C library, or another one than glibc
        return False
    if result == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_HERE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
