"""Publications that are stopped at one line after the other, and what each leaves behind.

A process is forked for every line of the publishing code and kills itself there, as a power cut would.
"""

import os
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from generator.publishing import atomic_swap
from generator.publishing.checksums import manifest_faults
from generator.publishing.publication import Publication
from tests.small_site import publish_version, version_of

WATCHED = ("publication.py", "atomic_swap.py", "checksums.py", "lock.py")


@dataclass
class Stops:
    """How often the old and the new site stood there, and every line at which neither did."""

    old: int = 0
    new: int = 0
    broken: list[str] = field(default_factory=list)


def stopped_at_every_line(target: Path, at_once: bool) -> Stops:
    """Stops a publication at its first line, its second and so on, until one comes to its end.

    Where folders cannot be exchanged at once, the site may be away until the next build begins; a
    look at it is taken after that.
    """
    stops = Stops()
    publish_version(target, "0")
    number = 0
    while True:
        number += 1
        before = version_of(target)
        ended = _publish_in_child(target, str(number), number, at_once)
        if not at_once:
            Publication(target).abandon()
        _note(stops, target, before, str(number), f"line event {number}")
        if ended:
            return stops


def _note(stops: Stops, target: Path, before: str, after: str, where: str) -> None:
    try:
        found = version_of(target)
        faults = manifest_faults(target)
    except (AssertionError, OSError) as failure:
        stops.broken.append(f"{where}: {failure!r}")
        return
    if faults or found not in (before, after):
        stops.broken.append(f"{where}: version {found}; {faults}")
    elif found == after:
        stops.new += 1
    else:
        stops.old += 1


def _publish_in_child(target: Path, version: str, stop_at: int, at_once: bool) -> bool:
    """Whether the publication came to its end before the line at which it was to be stopped."""
    child = os.fork()
    if child == 0:
        if not at_once:
            atomic_swap._exchanged_at_once = lambda *_: False
        sys.settrace(_Stop(stop_at))
        publish_version(target, version)
        sys.settrace(None)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFEXITED(status) or os.WTERMSIG(status) == signal.SIGKILL
    return os.WIFEXITED(status)


class _Stop:
    """A trace function that kills its process at a certain line of the publishing code."""

    def __init__(self, stop_at: int) -> None:
        self._left = stop_at

    def __call__(self, frame: FrameType, event: str, _: Any) -> Any:
        if not frame.f_code.co_filename.endswith(WATCHED):
            return None
        if event == "line":
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return self
