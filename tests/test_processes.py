"""Things done side by side: the same results in the same order, whoever did them."""

import os
import sys
from collections.abc import Callable
from functools import partial

import pytest

from generator.processes import WORTH_SHARING, side_by_side

THINGS = tuple(range(3 * WORTH_SHARING + 7))


class Numbered:
    """Tells the process in which a number was doubled, and how many it had done before."""

    def __init__(self) -> None:
        self.done = 0

    def __call__(self, number: int) -> tuple[int, int]:
        self.done += 1
        return 2 * number, os.getpid()


def refusing(number: int) -> int:
    if number == THINGS[-1]:
        raise OSError(28, "No space left on device", "page.html")
    return number


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("at_once", [1, 4, len(THINGS) + 1])
def test_results_come_in_the_order_of_the_things(jobs: int, at_once: int) -> None:
    found = list(side_by_side(THINGS, Numbered, jobs, at_once))
    assert [number for number, _ in found] == [2 * thing for thing in THINGS]


def test_work_is_shared_out_where_the_system_can_fork_and_this_process_does_its_part() -> None:
    by_process = [process for _, process in side_by_side(THINGS, Numbered, 2, 1)]
    here = (len(THINGS) + 1) // 2 if sys.platform == "linux" else len(THINGS)
    assert by_process.count(os.getpid()) == here
    assert len(set(by_process)) == (2 if sys.platform == "linux" else 1)


def test_few_things_are_done_here() -> None:
    assert {process for _, process in side_by_side(THINGS[:9], Numbered, 2, 1)} == {os.getpid()}


@pytest.mark.parametrize("begin", [lambda: refusing, partial(partial, refusing)])
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_cannot_be_done_is_raised_as_it_was(begin: Callable[[], Callable[[int], int]], jobs: int) -> None:
    with pytest.raises(OSError, match="No space left") as raised:
        list(side_by_side(THINGS, begin, jobs, 1))
    assert (raised.value.errno, raised.value.filename) == (28, "page.html")
