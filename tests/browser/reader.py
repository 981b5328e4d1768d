"""Who reads: the width of the window, the scheme, forced colours. For tests of access.

Only Chromium can be told all of this; what must hold in every browser is asked through the harness alone.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from playwright.sync_api import Page

from generator.presentation.addresses import FIND
from tests.browser.case_page import DRAWN
from tests.browser.chromium import PlaywrightPage
from tests.browser.harness import Browser

DESK = (1280, 900)
PHONE = (390, 780)
NARROW = (320, 640)
ENLARGED = (320, 256)
"""A window of 1280 by 1024 at 400 %, as WCAG 1.4.10 (Reflow) has it."""


class Look(NamedTuple):
    """How a page is looked at."""

    size: tuple[int, int] = DESK
    scheme: Literal["light", "dark"] = "light"
    forced_colours: bool = False

    def __str__(self) -> str:
        return f"{self.size[0]} px, {self.scheme}{', forced colours' if self.forced_colours else ''}"


LOOKS = tuple(Look(size, scheme) for size in (DESK, NARROW) for scheme in ("light", "dark"))


@dataclass
class Reader:
    """Somebody before one window of Chromium; nothing on the page moves, so that colours are final at once."""

    browser: Browser
    base: str

    @property
    def page(self) -> Page:
        """The window itself."""
        assert isinstance(self.browser.driver, PlaywrightPage)
        return self.browser.driver.page

    def open(self, page: str, look: Look = Look()) -> Browser:  # noqa: B008 - it cannot be changed
        """Goes to a page of the site with a look; a search that stands in the page is ready."""
        self.take(look)
        self.browser.open(self.base + page)
        if page == "practices/index.html":
            self.browser.wait_for(FILLED)
        if page.startswith(FIND):
            self.browser.wait_for(DRAWN)
        return self.browser

    def take(self, look: Look) -> None:
        """Looks at the page that is open in another way."""
        self.browser.resize(*look.size)
        self.page.emulate_media(
            color_scheme=look.scheme,
            forced_colors="active" if look.forced_colours else "none",
            reduced_motion="reduce",
        )


FILLED = """(() => {
  const found = document.querySelector("#browse .pf-results");
  return found?.children.length && [...found.children].every((result) => result.querySelector("a"));
})()"""
"""Whether every result that a page lists is there."""
