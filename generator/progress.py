"""How far long work has come, as it is told to whoever waits: stages, things done, of how many.

In come things that are worked on one after the other; out come the same. Rooms tell, and the doors decide
what is shown.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many things are done, and of how many."""

Thing = TypeVar("Thing")


def silent(what: str, done: int, total: int) -> None:
    """A progress that says nothing."""


def told(progress: Progress, what: str, things: Iterable[Thing], total: int) -> Iterator[Thing]:
    """The same things, each of them told of when it is there."""
    for done, thing in enumerate(things, 1):
        progress(what, done, total)
        yield thing
