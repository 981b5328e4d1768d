"""Pages to files: each is rendered, put in its place and read once more for what links need to know.

In come pages in an order, the function that renders one and the function that writes one; out comes what
is known of each page that was written. The work is done in as many processes as the door allows.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Generic, NamedTuple, Protocol, TypeVar

from generator.processes import side_by_side
from generator.publishing.site_check import PageFacts, PageReader

_AT_ONCE = 4


class Page(Protocol):
    """A page that can be written: all that is known of it here is where it goes."""

    @property
    def address(self) -> str:
        """Its path from the site's root."""


PageType = TypeVar("PageType", bound=Page)
Write = Callable[[str, bytes], None]
"""Puts a content at an address of the site."""


class WrittenPage(NamedTuple):
    """A page that was written: the SHA-256 sum of what was meant to be written, and its facts."""

    sum: str
    facts: PageFacts


def write_pages(
    pages: Sequence[PageType], render: Callable[[PageType], str], write: Write, jobs: int
) -> Iterator[WrittenPage]:
    """Writes each page; yields what is known of it, in the order of the pages."""
    yield from side_by_side(pages, partial(_Writer, render, write), jobs, _AT_ONCE)


class _Writer(Generic[PageType]):
    """Renders and writes one page after the other."""

    def __init__(self, render: Callable[[PageType], str], write: Write) -> None:
        self._render = render
        self._write = write
        self._reader = PageReader()

    def __call__(self, page: PageType) -> WrittenPage:
        text = self._render(page)
        content = text.encode("utf-8")
        self._write(page.address, content)
        return WrittenPage(hashlib.sha256(content).hexdigest(), self._reader.facts(page.address, text))
