"""Starts a browser by its name, getting hold of the program first."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.browser import chromium, firefox
from tests.browser.finding import program
from tests.browser.harness import Browser

BROWSERS = ("chromium", "firefox")
_START = {"chromium": chromium.started, "firefox": firefox.started}


@contextmanager
def started(name: str) -> Iterator[Browser]:
    """A browser with a fresh profile, closed at the end."""
    with _START[name](program(name)) as driver:
        yield Browser(name, driver)
