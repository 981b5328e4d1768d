"""Pages to HTML, in as many processes as the door allows.

In come pages in an order and the function that renders one; out come their texts in the same order. The
processes are forks, which share what has been read; where a system cannot fork, one process does it all.
"""

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator.site.pages import SitePage

WORTH_SHARING = 400
"""Number of pages from which more than one process is quicker than one."""

_CHUNK = 8
Render = Callable[[SitePage], str]


def rendered(pages: Sequence[SitePage], render: Render, jobs: int) -> Iterator[str]:
    """The text of each page, in their order."""
    if jobs < 2 or len(pages) < WORTH_SHARING or sys.platform != "linux":
        yield from map(render, pages)
        return
    forks = multiprocessing.get_context("fork")
    with forks.Pool(jobs, _Worker.begin, (pages, render)) as pool:
        yield from pool.imap(_Worker.render, range(len(pages)), _CHUNK)


class _Worker:
    """One of the processes: what it was given when it began, by inheritance and not by message."""

    pages: Sequence[SitePage]
    render_page: Any

    @classmethod
    def begin(cls, pages: Sequence[SitePage], render: Render) -> None:
        cls.pages = pages
        cls.render_page = staticmethod(render)

    @classmethod
    def render(cls, position: int) -> str:
        return str(cls.render_page(cls.pages[position]))
