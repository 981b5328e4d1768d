"""Pages to files: each is rendered, put in its place and read once more for what links need to know.

In come pages in an order, the function that renders one and the function that writes one; out comes what
is known of each page that was written. The work is done in as many processes as the door allows.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.processes import side_by_side
from generator.site.pages import SitePage
from generator.site.verify import PageFacts, PageReader

_AT_ONCE = 4
Render = Callable[[SitePage], str]
Write = Callable[[str, bytes], None]
"""Puts a content at an address of the site."""


class WrittenPage(NamedTuple):
    """A page that was written: the SHA-256 sum of what was meant to be written, and its facts."""

    sum: str
    facts: PageFacts


def written(pages: Sequence[SitePage], render: Render, write: Write, jobs: int) -> Iterator[WrittenPage]:
    """Writes each page; tells what is known of it, in the order of the pages."""
    yield from side_by_side(pages, partial(_Writer, render, write), jobs, _AT_ONCE)


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
