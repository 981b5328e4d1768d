"""Many things done side by side, in as many processes as a door allows.

In come things in an order and what is to be done with each; out come the results in the same order. The
processes are forks: they share what has been read so far and are sent no more than numbers. Where a
system cannot fork, or the things are few, one process does it all.
"""

import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:  # few things need no pool
    from multiprocessing.pool import Pool

WORTH_SHARING = 400
"""Number of things from which more than one process is quicker than one."""

Thing = TypeVar("Thing")
Result = TypeVar("Result")


def side_by_side(
    things: Sequence[Thing], begin: Callable[[], Callable[[Thing], Result]], jobs: int, at_once: int
) -> Iterator[Result]:
    """What comes of each thing; `begin` makes, once in each process, the function that does it.

    `at_once` things are done in one process at a time: this one does its share, the others run ahead.
    What the function raises is raised here.
    """
    if jobs < 2 or len(things) < WORTH_SHARING or sys.platform != "linux":
        yield from map(begin(), things)
        return
    batches = [range(start, min(start + at_once, len(things))) for start in range(0, len(things), at_once)]
    with _pool(jobs - 1, things, begin) as pool:
        elsewhere = pool.imap(_Worker.done, [batch for n, batch in enumerate(batches) if n % jobs])
        do = begin()
        for number, batch in enumerate(batches):
            yield from next(elsewhere) if number % jobs else (do(things[position]) for position in batch)


def _pool(size: int, things: Sequence[Any], begin: Callable[[], Any]) -> "Pool":
    """The other processes. Ctrl+C reaches all, and none of them listens: the first process ends the others."""
    listening = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return multiprocessing.get_context("fork").Pool(size, _Worker.begin, (things, begin))
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, listening)


class _Worker:
    """One of the processes: what it was given when it began, by inheritance and not by message."""

    things: Sequence[Any]
    do: Any

    @classmethod
    def begin(cls, things: Sequence[Any], begin: Callable[[], Any]) -> None:
        cls.things = things
        cls.do = staticmethod(begin())

    @classmethod
    def done(cls, positions: Iterable[int]) -> list[Any]:
        return [cls.do(cls.things[position]) for position in positions]
