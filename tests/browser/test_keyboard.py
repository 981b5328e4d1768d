"""Journeys with the keyboard alone: everything is reached, seen and left again, and what changes is said."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.presentation.cases.addresses import case_address
from tests.browser.case_page import CHILD_OF_NINE, CHIPS, COUNT, DRAWN, opened
from tests.browser.conftest import Visit
from tests.browser.harness import Browser
from tests.browser.keyboard import faults_on_the_way, stops
from tests.browser.page_types import PAGES, build_rare_site
from tests.browser.reader import DESK, ENLARGED, FILLED, PHONE, Look, Reader
from tests.browser.server import served
from tests.browser.starting import BROWSERS, started

CROWDED = (
    "practices/marac.html",
    "practices/index.html",
    "indicators/matrix.html",
    "map.html",
    "index.html",
    "find.html",
)
"""Pages with most that may cover what has the focus."""

FOCUSED = "document.activeElement"
LISTEN = """(() => {
  window.heard = [];
  new MutationObserver(() => {
    for (const region of document.querySelectorAll("[aria-live], [role=status], [role=alert]")) {
      const text = region.textContent.trim();
      if (text && heard.at(-1) !== text) heard.push(text);
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
})()"""


@pytest.fixture(scope="module")
def rare_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that has everything."""
    return build_rare_site(tmp_path_factory.mktemp("rare"))


@pytest.fixture(scope="module")
def reader(rare_site: Path) -> Iterator[Reader]:
    """A reader of the site that has everything."""
    with started("chromium") as browser, served(rare_site) as address:
        yield Reader(browser, address)


@pytest.fixture(scope="module", params=BROWSERS)
def visit(request: pytest.FixtureRequest, rare_site: Path) -> Iterator[Visit]:
    """Each browser on the site that has everything."""
    with started(request.param) as browser, served(rare_site) as address:
        browser.resize(*DESK)
        yield Visit(browser, address)


@pytest.fixture(params=BROWSERS)
def wanderer(request: pytest.FixtureRequest, rare_site: Path) -> Iterator[Visit]:
    """Each browser afresh, for a walk past the end of a page: it may lead into the browser's own bars."""
    with started(request.param) as browser:
        browser.resize(*DESK)
        yield Visit(browser, f"{rare_site.as_uri()}/")


def tab_to(browser: Browser, selector: str, most: int = 150) -> None:
    """Presses Tab until what a selector fits has the focus."""
    for _ in range(most):
        browser.press("Tab")
        if browser.evaluate(f"{FOCUSED}.matches({json.dumps(selector)})"):
            return
    raise AssertionError(f"{most} times Tab do not reach {selector!r}")


def search(browser: Browser, text: str) -> None:
    """Opens the search by its key, types, and waits until all results are listed."""
    browser.press("/")
    browser.wait_for(f"{FOCUSED}?.matches('pagefind-modal input')")
    browser.type(text)
    summary = "document.querySelector('pagefind-modal .search-summary').textContent"
    browser.wait_for(f"{summary}.includes({json.dumps(f'“{text}”')})")
    browser.wait_for(
        "[...document.querySelectorAll('pagefind-modal .pf-result')].every(r => r.querySelector('a'))"
    )


@pytest.mark.parametrize("page", PAGES)
def test_tab_goes_through_a_page_in_its_order_and_every_stop_is_seen(reader: Reader, page: str) -> None:
    assert faults_on_the_way(reader.open(page)) == []


@pytest.mark.parametrize("page", CROWDED)
def test_nothing_covers_the_focus_at_400_percent(reader: Reader, page: str) -> None:
    assert faults_on_the_way(reader.open(page, Look(ENLARGED))) == []


def test_bar_at_the_foot_of_a_phone_covers_no_stop_of_a_case(reader: Reader) -> None:
    assert faults_on_the_way(reader.open(case_address(CHILD_OF_NINE), Look(PHONE))) == []


def test_a_walk_sees_what_is_wrong(reader: Reader) -> None:
    browser = reader.open("practices/marac.html")
    browser.evaluate(
        "document.querySelector('.page-head').insertAdjacentHTML('beforeend', `<a href='#x' id='x'>Plain</a>`"
        " + `<a href='#y' id='y'>Beneath</a><a href='#z' id='z'>Trap</a>`)"
    )
    browser.evaluate(
        "Object.assign(document.getElementById('x').style, "
        "{ outline: 'none', boxShadow: 'none', transition: 'none' })"
    )
    browser.evaluate(
        "(() => { const y = document.getElementById('y'); const over = document.createElement('div');"
        " y.style.position = 'relative'; over.textContent = '.';"
        " Object.assign(over.style, { position: 'absolute', inset: '-9px', background: 'red', zIndex: 9 });"
        " const box = document.createElement('span'); box.style.position = 'relative';"
        " y.replaceWith(box); box.append(y, over); })()"
    )
    browser.evaluate(
        "document.getElementById('z').addEventListener('keydown', (event) => event.preventDefault())"
    )
    assert faults_on_the_way(browser) == [
        "'a Beneath' is covered",
        "'a Plain' is not marked",
        "after 17 stops comes 'a Trap' and not 'a Activity'",
    ]


def test_tab_goes_through_a_practice_in_every_browser(wanderer: Visit) -> None:
    assert faults_on_the_way(wanderer.open("practices/meitheal.html")) == []


def test_way_out_comes_first_and_then_the_way_to_the_content(visit: Visit) -> None:
    browser = visit.open("practices/marac.html")
    assert stops(browser)[:2] == ["a Leave this page", "a Skip to content"]
    browser.press("Tab")
    browser.press("Tab")
    box = browser.evaluate(f"{FOCUSED}.getBoundingClientRect().toJSON()")
    assert box["top"] >= 0
    assert box["left"] >= 0
    browser.press("Enter")
    browser.wait_for("location.hash === '#main_'")
    browser.press("Tab")
    assert browser.evaluate(f"{FOCUSED}.closest('main') !== null")


def test_dialog_holds_the_focus_while_it_is_open_and_gives_it_back(wanderer: Visit) -> None:
    browser = wanderer.open("practices/marac.html")
    search(browser, "zzqx")
    expected = stops(browser)
    reached = []
    for _ in range(2 * len(expected) + 2):
        browser.press("Tab")
        _, name, covered, _ = browser.evaluate("walk.step()")
        assert browser.evaluate(f"{FOCUSED} === document.body || !!{FOCUSED}.closest('dialog')"), name
        assert not covered, name
        reached.append(name)
    assert set(reached) >= {*expected}
    browser.press("Escape")
    browser.wait_for(f"{FOCUSED}.matches('.search-button')")


def test_what_the_search_says_reaches_screen_readers_while_its_dialog_is_open(visit: Visit) -> None:
    browser = visit.open("practices/marac.html")
    search(browser, "marac")
    browser.wait_for(
        "[...document.querySelectorAll('dialog[open] [role=status]')]"
        ".some(region => /^\\d+ practices for “marac”/.test(region.textContent))"
    )
    # All else is closed off by the dialog, and screen readers are told nothing of it.
    assert browser.evaluate("document.querySelector('dialog[open]').matches(':modal')")


@pytest.mark.parametrize("key", ["ArrowDown", "Tab"])
def test_results_are_reached_and_opened(visit: Visit, key: str) -> None:
    browser = visit.open("practices/marac.html")
    search(browser, "marac")
    for _ in range(5):
        if browser.evaluate(f"{FOCUSED}.matches('.pf-result-link')"):
            break
        browser.press(key)
    browser.press("Enter")
    browser.wait_for("document.querySelector('h1')?.textContent.trim() === 'MARAC' && !location.hash")


def test_more_results_come_by_key_and_the_first_of_them_has_the_focus(visit: Visit) -> None:
    browser = visit.open("practices/index.html")
    browser.wait_for(FILLED)
    shown = len(browser.text("#browse .pf-result"))
    browser.evaluate("document.querySelector('.search-more').focus()")
    browser.press("Enter")
    browser.wait_for(f"{FOCUSED}.closest('.pf-result') === document.querySelectorAll('.pf-result')[{shown}]")


def test_filters_are_chosen_and_taken_away_and_their_count_is_said(visit: Visit) -> None:
    browser = visit.open("practices/index.html")
    browser.wait_for(FILLED)
    browser.evaluate(LISTEN)
    tab_to(browser, "#browse .pf-checkbox-input")
    for chips in (1, 3):  # the third takes all away
        browser.press("Space")
        browser.wait_for(f"document.querySelectorAll('.search-chip').length === {chips}")
        browser.press("Tab")
    count = browser.text(".search-summary")[0].split()[0]
    browser.wait_for(
        f"heard.some(text => text.startsWith('Showing {count} practices') || text.includes({count}))"
    )
    browser.evaluate("document.querySelector('.search-chip').focus()")
    browser.press("Enter")
    browser.wait_for("document.querySelectorAll('.search-chip').length === 1")
    browser.wait_for(f"{FOCUSED}.matches('.search-chip')")
    browser.press("Space")
    browser.wait_for("document.querySelectorAll('.search-chip').length === 0")
    browser.wait_for(f"{FOCUSED}.matches('#browse input')")


def test_case_finder_is_answered_and_its_count_is_said(visit: Visit) -> None:
    browser = opened(visit)
    browser.evaluate(LISTEN)
    tab_to(browser, "input[type=radio]")
    browser.press("ArrowDown")
    browser.wait_for(f"{DRAWN} && document.querySelectorAll('{CHIPS}').length === 1")
    count = browser.text(COUNT)[0]
    assert " may fit" in count
    browser.wait_for(f"heard.includes({json.dumps(count)})")
    tab_to(browser, "select")
    browser.evaluate("document.activeElement.value = '587'")
    browser.evaluate("document.activeElement.dispatchEvent(new Event('change', { bubbles: true }))")
    tab_to(browser, CHIPS)
    browser.press("Enter")
    browser.wait_for(f"{DRAWN} && {FOCUSED}.matches('{CHIPS}')")
    tab_to(browser, ".case__result a")
    title = browser.evaluate(f"{FOCUSED}.textContent")
    browser.press("Enter")
    browser.wait_for(f"document.querySelector('h1')?.textContent.trim() === {json.dumps(title)}")


def test_disclosures_open_and_close(visit: Visit) -> None:
    browser = visit.open("practices/stephens-place.html")
    tab_to(browser, "summary")
    for key, is_open in (("Enter", True), ("Space", False)):
        browser.press(key)
        browser.wait_for(f"{FOCUSED}.parentElement.open === {json.dumps(is_open)}")
