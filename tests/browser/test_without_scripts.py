"""With JavaScript off every page can be read and left, and none shows a control that does nothing."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.presentation import addresses
from generator.privacy.exit_page import DEFAULT_SITE, PAGE
from tests.browser.harness import Browser
from tests.browser.server import served
from tests.browser.starting import BROWSERS, started
from tests.site.conftest import pages_of, site  # noqa: F401 - a fixture

VISIBLE = (
    "element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true })"
)
SEEN = f"""(() => {{
  const all = (selector) => [...document.querySelectorAll(selector)];
  const visible = (selector) => all(selector).filter((element) => {VISIBLE});
  return {{
    controls: visible(
      "button, input, select, textarea, dialog, form, kbd, [role=search], [role=button], [aria-haspopup]",
    ).map((element) => element.outerHTML),
    exits: visible("a.leave__button").map((element) => element.getAttribute("href")),
    hidden: all("main [hidden]").filter((element) => element.textContent.trim()).map((element) => element.id),
    letters: document.querySelector("main").innerText.length,
    unopenable: all("details:not(:has(> summary))").length,
  }};
}})()"""
Seen = dict[str, Any]


@pytest.fixture(scope="module", params=BROWSERS)
def reader(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A browser in which no script of a page runs."""
    with started(request.param, scripts=False) as browser:
        yield browser


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site on a server."""
    with served(site) as base:
        yield base


@pytest.fixture(scope="module")
def seen(reader: Browser, site: Path, address: str) -> dict[str, Seen]:
    """What can be seen of every page, by its name."""
    names = [page.relative_to(site).as_posix() for page in pages_of(site)]
    return {name: open_(reader, address + name).evaluate(SEEN) for name in names}


def open_(reader: Browser, url: str) -> Browser:
    reader.open(url)
    return reader


def test_no_script_runs_in_this_browser(reader: Browser, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<title>a</title><script>document.title = 'b'</script>", "utf-8")
    assert open_(reader, (tmp_path / "a.html").as_uri()).evaluate("document.title") == "a"


def test_no_page_shows_a_control_that_does_nothing(seen: dict[str, Seen]) -> None:
    assert {name: page["controls"] for name, page in seen.items() if page["controls"]} == {}


def test_every_page_can_be_read(seen: dict[str, Seen]) -> None:
    """What is hidden on a page is what only scripts can use: the questions of the case finder as a form."""
    for name, page in seen.items():
        assert page["letters"] > 100, name
        assert page["hidden"] == (["case-finder"] if name == addresses.FIND else []), name
        assert page["unopenable"] == 0, name


def test_every_page_has_the_exit_in_sight(seen: dict[str, Seen]) -> None:
    exits = {name: page["exits"] for name, page in seen.items()}
    assert exits.pop(PAGE) == []  # who comes here has left
    assert {name: found for name, found in exits.items() if found != [DEFAULT_SITE]} == {}


def test_every_practice_is_on_the_browse_page_and_on_the_index_pages(
    reader: Browser, site: Path, address: str
) -> None:
    practices = {page.name for page in (site / "practices").glob("*.html")} - {"index.html"}
    links = f"""[...document.querySelectorAll("main a")].filter((element) => {VISIBLE})
      .map((element) => element.href)"""
    browsed = open_(reader, address + addresses.PRACTICES).evaluate(links)
    assert practices <= {link.rpartition("/")[2] for link in browsed}
    indexes = [page.relative_to(site).as_posix() for page in (site / "indexes").rglob("*.html")]
    listed = [link for name in sorted(indexes) for link in open_(reader, address + name).evaluate(links)]
    assert practices <= {link.rpartition("/")[2] for link in listed}


def test_case_finder_is_questions_with_links(reader: Browser, address: str) -> None:
    open_(reader, address + addresses.FIND)
    answers = reader.text("main [data-without-script] li")
    assert any(answer.startswith("Alcohol: Parental alcohol misuse") for answer in answers)
    assert reader.evaluate("document.querySelectorAll('[data-without-script] a').length") > 10


def test_exit_is_a_plain_link_that_leads_to_the_neutral_site(
    reader: Browser, site: Path, tmp_path: Path
) -> None:
    (tmp_path / "neutral").mkdir()
    (tmp_path / "neutral/index.html").write_text("<title>Neutral</title>", "utf-8")
    shutil.copytree(site, tmp_path / "site")
    with served(tmp_path / "neutral") as neutral, served(tmp_path / "site") as base:
        page = tmp_path / "site/practices/marac.html"
        text = page.read_text("utf-8")
        page.write_text(text.replace(DEFAULT_SITE, neutral), "utf-8")
        for start in (f"{base}practices/marac.html", page.as_uri()):
            open_(reader, start)
            assert reader.text(".leave__hint:not([hidden]), .leave__status:not(:empty)") == []
            reader.press("Tab")
            assert reader.evaluate("document.activeElement.textContent") == "Leave this page"
            reader.press("Enter")
            reader.wait_for("document.title === 'Neutral'")


def test_no_text_tells_the_reader_to_use_what_is_not_there(site: Path) -> None:
    for page in pages_of(site):
        text = page.read_text("utf-8")
        plain = re.sub(r"<(\w+)[^>]* hidden[^>]*>.*?</\1>", "", text, flags=re.DOTALL)
        assert not re.search(r"press /|use the search|search box", plain, re.IGNORECASE), page
