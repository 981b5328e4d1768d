"""The live preview in a real browser: an edit shows by itself, under a policy that refuses nothing it needs."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.privacy.policy import preview_policy
from tests.browser.harness import Browser, wait_for
from tests.browser.starting import BROWSERS, started
from tests.site.conftest import BIN, PROJECT

CONTENT = ("practices", "indicators", "pages", "overrides")
PRACTICE = "practices/marac.html"
SUMMARY = "summary: >-\n  "
RELOADED = "document.body && document.body.dataset.seen === undefined"
PATIENCE = 60.0
"""Seconds for the preview's server to build anew."""


class Preview(NamedTuple):
    """A running preview: the address, ending in a slash, and the folder of its content."""

    address: str
    root: Path


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The preview of a copy of the content."""
    root = tmp_path_factory.mktemp("preview") / "content"
    for name in CONTENT:
        shutil.copytree(PROJECT / name, root / name)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    port = _free_port()
    command = [str(BIN / "compendium"), "serve", "--address", f"127.0.0.1:{port}"]
    log = root / "serve.log"
    with log.open("wb") as output, subprocess.Popen(
        command, cwd=root, stdout=output, stderr=output, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as server:  # fmt: skip
        try:
            wait_for(lambda: b"Serving on" in log.read_bytes(), f"the preview:\n{log.read_text()}", PATIENCE)
            yield Preview(f"http://127.0.0.1:{port}/", root)
        finally:
            server.terminate()
            server.wait(30)


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@pytest.fixture(scope="module", params=BROWSERS)
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Chromium, then Firefox."""
    with started(request.param) as opened:
        yield opened


def edit(preview: Preview, path: str, old: str, new: str) -> None:
    file = preview.root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def asked_elsewhere(preview: Preview, browser: Browser) -> list[str]:
    return [url for url in browser.requests if url.startswith("http") and not url.startswith(preview.address)]


def test_edited_practice_shows_by_itself_and_nothing_is_refused(preview: Preview, browser: Browser) -> None:
    browser.forget()
    browser.complaints.clear()
    browser.open(preview.address + PRACTICE)
    assert browser.evaluate("document.querySelector('meta').content") == preview_policy()
    browser.evaluate("(() => { document.body.dataset.seen = 'before'; })()")
    word = f"Preview in {browser.name}"
    edit(preview, "practices/marac.md", SUMMARY, f"{SUMMARY}{word} ")
    browser.wait_for(f"{RELOADED} && document.body.innerText.includes({word!r})", PATIENCE)
    assert browser.complaints == []
    assert asked_elsewhere(preview, browser) == []


def test_search_works_in_the_preview(preview: Preview, browser: Browser) -> None:
    browser.complaints.clear()
    browser.open(preview.address + PRACTICE)
    browser.press("/")
    browser.wait_for("document.activeElement?.matches('pagefind-modal input')")
    browser.type("marac")
    browser.wait_for("document.querySelector('pagefind-modal .pf-result-link')?.textContent === 'MARAC'")
    assert browser.complaints == []


def test_edit_with_a_mistake_is_told_and_the_mended_one_shows(preview: Preview, browser: Browser) -> None:
    browser.open(preview.address + PRACTICE)
    browser.evaluate("(() => { document.body.dataset.seen = 'before'; })()")
    edit(preview, "practices/marac.md", "status: historical", "status: historcal")
    log = preview.root / "serve.log"
    wait_for(lambda: "Did you mean 'historical'?" in log.read_text("utf-8"), "the problem to be told", PATIENCE)
    edit(preview, "practices/marac.md", "status: historcal", "status: historical")
    word = f"Mended in {browser.name}"
    edit(preview, "practices/marac.md", SUMMARY, f"{SUMMARY}{word} ")
    browser.wait_for(f"{RELOADED} && document.body.innerText.includes({word!r})", PATIENCE)
