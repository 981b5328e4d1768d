"""Pages to files: each is rendered, put in its place and read once more for what links need to know.

In come pages in an order, the function that renders one and the function that writes one; out comes what
is known of each page that was written. The work is done in as many processes as the door allows: forks,
which share what has been read; where a system cannot fork, one process does it all.
"""

import hashlib
import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from generator.site.pages import SitePage
from generator.site.verify import PageFacts, PageReader

WORTH_SHARING = 400
"""Number of pages from which more than one process is quicker than one."""

_CHUNK = 4
Render = Callable[[SitePage], str]
Write = Callable[[str, bytes], None]
"""Puts a content at an address of the site."""


class WrittenPage(NamedTuple):
    """A page that was written: the SHA-256 sum of what was meant to be written, and its facts."""

    sum: str
    facts: PageFacts


def written(pages: Sequence[SitePage], render: Render, write: Write, jobs: int) -> Iterator[WrittenPage]:
    """Writes each page; tells what is known of it, in the order of the pages."""
    if jobs < 2 or len(pages) < WORTH_SHARING or sys.platform != "linux":
        yield from map(_Writer(render, write), pages)
        return
    forks = multiprocessing.get_context("fork")
    with forks.Pool(jobs, _Worker.begin, (pages, render, write)) as pool:
        yield from pool.imap(_Worker.written, range(len(pages)), _CHUNK)


class _Writer:
    """Renders and writes one page after the other."""

    def __init__(self, render: Render, write: Write) -> None:
        self._render = render
        self._write = write
        self._reader = PageReader()

    def __call__(self, page: SitePage) -> WrittenPage:
        text = self._render(page)
        content = text.encode("utf-8")
        self._write(page.address, content)
        return WrittenPage(hashlib.sha256(content).hexdigest(), self._reader.facts(page.address, text))


class _Worker:
    """One of the processes: what it was given when it began, by inheritance and not by message."""

    pages: Sequence[SitePage]
    writer: Any

    @classmethod
    def begin(cls, pages: Sequence[SitePage], render: Render, write: Write) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches every process; the parent answers it
        cls.pages = pages
        cls.writer = _Writer(render, write)

    @classmethod
    def written(cls, position: int) -> WrittenPage:
        result: WrittenPage = cls.writer(cls.pages[position])
        return result
