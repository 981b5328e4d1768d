"""Nobody is exposed: nothing is stored, nobody else is asked, no address or title tells what was read."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.privacy.policy import META, NEUTRAL_WORDS
from generator.reading.prose import RESERVED_IDS
from tests.browser.conftest import Visit
from tests.site.conftest import PROJECT, exposing_pages, pages_of

STORED = """(async () => {
  const counted = async (ask) => { try { return await ask(); } catch { return 0; } };
  return {
    cookies: await counted(() => document.cookie.length),
    local: await counted(() => localStorage.length),
    session: await counted(() => sessionStorage.length),
    databases: await counted(async () => (await indexedDB.databases()).length),
    caches: await counted(async () => (await caches.keys()).length),
    workers: await counted(async () => (await navigator.serviceWorker.getRegistrations()).length),
    name: window.name.length,
  };
})()"""
BROWSERS_OWN = ("about:", "chrome:", "resource:", "moz-extension:", "data:")
NOTHING = {"cookies": 0, "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0, "name": 0}
KEEPS = re.compile(
    r"localStorage|sessionStorage|indexedDB|document\.cookie|serviceWorker|caches\.open|sendBeacon|pushState"
)


def asked_elsewhere(visit: Visit) -> list[str]:
    """The addresses that were asked for and are not the site's host, or not files."""
    parts = urlsplit(visit.base)
    here = f"{parts.scheme}://{parts.netloc}/"
    return [url for url in visit.browser.requests if not url.startswith((here, *BROWSERS_OWN))]


def test_no_page_stores_anything_or_asks_anybody_else(visit: Visit, site: Path) -> None:
    visit.browser.forget()
    pages = [page.relative_to(site).as_posix() for page in pages_of(site)]
    stored = {page: visit.open(page).evaluate(STORED) for page in pages}
    assert stored.pop("measures.html") == {**NOTHING, "name": len("measures")}  # who comes here has left
    assert stored == dict.fromkeys(stored, NOTHING)
    assert asked_elsewhere(visit) == []


def test_search_and_facets_store_nothing_and_leave_no_trace_in_the_address(visit: Visit) -> None:
    visit.browser.forget()
    browser = visit.open("practices/marac.html")
    before = browser.evaluate("[location.href, history.length]")
    browser.press("/")
    browser.wait_for("document.activeElement?.matches('pagefind-modal input')")
    browser.type("leaving")
    browser.wait_for("document.querySelector('pagefind-modal .search-summary').textContent.includes('leaving')")
    assert browser.evaluate("[location.href, history.length]") == before
    assert browser.evaluate(STORED) == NOTHING
    browser = visit.open("practices/index.html")
    before = browser.evaluate("[location.href, history.length]")
    browser.wait_for("document.querySelector('#browse input[type=checkbox], #browse .pf-result-link')")
    browser.evaluate("(() => { document.querySelector('#browse input[type=checkbox]')?.click(); })()")
    assert browser.evaluate("[location.href, history.length]") == before
    assert browser.evaluate(STORED) == NOTHING
    assert asked_elsewhere(visit) == []


def test_every_page_has_the_policy_first_and_nothing_that_it_forbids(site: Path) -> None:
    assert exposing_pages(site) == []


def test_the_policy_is_read_whole_within_what_a_browser_looks_at_first(site: Path) -> None:
    for page in pages_of(site):
        assert page.read_bytes().find(b'<meta charset="utf-8">') < 1024, page


def test_no_script_of_the_site_can_keep_anything(site: Path) -> None:
    found = {script.name: KEEPS.findall(script.read_text("utf-8")) for script in site.rglob("*.js")}
    assert {name: words for name, words in found.items() if words} == {}


def test_no_window_title_and_no_link_preview_shows_what_is_read(site: Path) -> None:
    words = re.compile("|".join(NEUTRAL_WORDS), re.IGNORECASE)
    for page in pages_of(site):
        head = page.read_text("utf-8").partition("</head>")[0]
        shown = re.findall(r'<title>([^<]*)|<meta property="og:[a-z_]+" content="([^"]*)"', head)
        assert shown, page
        assert not [text for pair in shown for text in pair if words.search(text)], page
        previews = re.findall(r'<meta property="og:title" content="([^"]*)"', head)
        assert previews in ([], ["Compendium of good practices"]), page


def test_no_id_of_a_page_s_own_parts_can_be_made_by_a_heading() -> None:
    sources = [*(PROJECT / "overrides").rglob("*.html"), *(PROJECT / "generator/site").rglob("*.py")]
    ids = {id_ for file in sources for id_ in re.findall(r'\sid="([a-z0-9_-]+)"', file.read_text("utf-8"))}
    assert {id_ for id_ in ids if "_" not in id_} <= RESERVED_IDS


@pytest.mark.parametrize("page", ["practices/marac.html", "measures.html"])
def test_the_policy_is_the_first_thing_in_the_head(site: Path, page: str) -> None:
    text = (site / page).read_text("utf-8")
    assert text.partition("<head>")[2].lstrip().startswith(META)
