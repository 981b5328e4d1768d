"""Starts a browser by its name, getting hold of the program first."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.browser import chromium, firefox
from tests.browser.finding import program
from tests.browser.harness import Browser

BROWSERS = ("chromium", "firefox")


@contextmanager
def started(name: str) -> Iterator[Browser]:
    """A browser with a fresh profile, closed at the end."""
    path = program(name)
    native = firefox.started(path) if name == "firefox" and path else chromium.started(path, name)
    with native as driver:
        yield Browser(name, driver)
