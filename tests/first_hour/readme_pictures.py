"""Renews the three pictures of the README from the site and the book as they are now.

Run as `python -m tests.first_hour.readme_pictures`. The page of the book is drawn by `pdftoppm` of the
Poppler tools, which no test needs.
"""

import base64
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.finding import program
from tests.first_hour.machine import PROJECT, done
from tests.site.conftest import BIN

IMAGES = PROJECT / "docs/images"
PRACTICE = "freedom-programme"
PAGE_OF_BOOK = """\
<body style="margin: 0"><img src="page.png" width="744" style="display: block"></body>
"""
SCREEN, PAPER = (1200, 900), (744, 1052)


def main() -> None:
    """Makes the site and the book, and takes the pictures."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = Path(scratch)
        done(BIN / "compendium", "build", "--site-dir", folder / "site", cwd=PROJECT)
        _draw_page_of_book(folder)
        path = program("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page()
        _take(page, folder / "site/index.html", "home", SCREEN)
        _take(page, folder / f"site/practices/{PRACTICE}.html", "practice", SCREEN)
        _take(page, folder / "page.html", "printed", PAPER)
        browser.close()


def _draw_page_of_book(folder: Path) -> None:
    """The first page of the practice in the whole book, as a picture and as a page that shows it."""
    done(BIN / "compendium", "pdf", "--output", folder / "book.pdf", cwd=PROJECT)
    title = PRACTICE.replace("-", " ").title()
    pages = done("pdftotext", folder / "book.pdf", "-", cwd=folder).split("\f")
    number = next(n for n, text in enumerate(pages, 1) if text.startswith(title))
    done("pdftoppm", "-f", str(number), "-l", str(number), "-r", "90", "-png", "-singlefile",
         folder / "book.pdf", folder / "page", cwd=folder)  # fmt: skip
    (folder / "page.html").write_text(PAGE_OF_BOOK, encoding="utf-8")


def _take(page: Page, file: Path, name: str, size: tuple[int, int]) -> None:
    """A picture of what a window of this size shows of a page."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    protocol = page.context.new_cdp_session(page)
    picture = protocol.send("Page.captureScreenshot", {"format": "webp", "quality": 88})
    (IMAGES / f"{name}.webp").write_bytes(base64.b64decode(picture["data"]))


if __name__ == "__main__":
    main()
