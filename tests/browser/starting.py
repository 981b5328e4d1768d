"""Starts a browser by its name, getting hold of the program first."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from tests.browser import chromium, firefox
from tests.browser.finding import program
from tests.browser.harness import Browser, Driver

BROWSERS = ("chromium", "firefox")


@contextmanager
def started(name: str, scripts: bool = True) -> Iterator[Browser]:
    """A browser with a fresh profile, closed at the end; its pages may run scripts or not."""
    path = program(name)
    if name == "firefox" and path:
        native: AbstractContextManager[Driver] = firefox.started(path, scripts)
    else:
        native = chromium.started(path, name, scripts)
    with native as driver:
        yield Browser(name, driver, scripts)
