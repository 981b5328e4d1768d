"""A browser driven by Playwright, as it comes: no relaxed rules for files, no extra rights.

That is Chromium; and Playwright's own Firefox, on machines that have no other.
"""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Page, Playwright, sync_playwright

from tests.browser.firefox import PREFERENCES
from tests.browser.harness import PageChangedError

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-lcd-text",
    "--font-render-hinting=none",
)
"""A test machine has no user to protect, nothing but the page may use the network, and letters are drawn
the same whatever screen and fonts a machine has."""


class PlaywrightPage:
    """One page of one browser."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._console)

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def navigate(self, url: str) -> None:
        self.page.goto(url, wait_until="load")

    def evaluate(self, expression: str) -> str:
        try:
            return str(self.page.evaluate(expression))
        except Error as failure:
            if "context was destroyed" in failure.message:
                raise PageChangedError from failure
            raise

    def insert(self, text: str) -> None:
        self.page.keyboard.type(text)

    def press(self, *keys: str) -> None:
        self.page.keyboard.press("+".join(keys))

    def screenshot(self) -> bytes:
        return bytes(self.page.screenshot())

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})


@cache
def _playwright() -> Playwright:
    """Playwright, started once: a process cannot have a second one while the first runs, but many browsers."""
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    return playwright


@contextmanager
def started(program: Path | None, name: str = "chromium", scripts: bool = True) -> Iterator[PlaywrightPage]:
    """A fresh profile of `program`, or of Playwright's own by that name. Pages may run scripts or not."""
    playwright = _playwright()
    if name == "chromium":
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=list(FLAGS))
    else:
        browser = playwright.firefox.launch(headless=True, firefox_user_prefs=dict(PREFERENCES))
    try:
        yield PlaywrightPage(browser.new_context(java_script_enabled=scripts).new_page())
    finally:
        browser.close()
