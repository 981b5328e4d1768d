"""A built site in a folder with an awkward name, open in two browsers, from a server and from the folder."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.browser.harness import Browser
from tests.browser.server import served
from tests.browser.starting import BROWSERS, started
from tests.site.conftest import site  # noqa: F401 - a fixture

AWKWARD = "Étude #1, a copy"
"""A space, an accent and a number sign: what people call folders, and what addresses have to escape."""

WAYS = [(browser, way) for browser in BROWSERS for way in ("http", "file")]


class Visit(NamedTuple):
    """A browser and the address, ending in a slash, at which it finds the site."""

    browser: Browser
    base: str

    def open(self, page: str) -> Browser:
        """Goes to a page of the site."""
        self.browser.open(self.base + page)
        return self.browser


@pytest.fixture(scope="session")
def copied_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in a folder with an awkward name."""
    folder = tmp_path_factory.mktemp("stick") / AWKWARD
    shutil.copytree(site, folder)
    return folder


@pytest.fixture(scope="session")
def server(copied_site: Path) -> Iterator[str]:
    """The site's address on http, in a folder with an awkward name here too."""
    with served(copied_site.parent) as address:
        yield f"{address}%C3%89tude%20%231%2C%20a%20copy/"


@pytest.fixture(scope="session", params=WAYS, ids="-".join)
def visit(request: pytest.FixtureRequest, copied_site: Path, server: str) -> Iterator[Visit]:
    """Each browser on each way to the site."""
    name, way = request.param
    with started(name) as browser:
        browser.resize(1280, 900)
        yield Visit(browser, server if way == "http" else f"{copied_site.as_uri()}/")
