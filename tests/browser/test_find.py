"""Search as a reader meets it: the same in two browsers, from a server and by double-click."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from generator.loading.compendium import load
from generator.presentation import addresses
from generator.presentation.texts import read_texts
from generator.publishing.usb import usb_copy, write_copy
from generator.search.sort_orders import orders
from tests.browser.conftest import WAYS, Visit
from tests.browser.harness import Browser
from tests.browser.server import served
from tests.browser.starting import BROWSERS, started
from tests.site.conftest import PROJECT

PRACTICE = "practices/meitheal.html"
BROWSE = "practices/index.html"
QUERIES = (
    "marac",
    "multi-agency risk assessment conference",
    "MARAC alcohol",
    "idva",
    "alchohol",
    "children's group",
    "violence",
    '"safety plan"',
    "zzqx",
)
ANSWERS = """(async () => {
  const { createInstance } = await compendiumSearch.engine();
  const instance = createInstance({ withFilters: true });
  const found = await instance.search(%s, { filters: %s });
  const shown = await Promise.all(found.results.slice(0, 5).map(async (result) => {
    const page = await result.data();
    const inSite = (url) => url.slice(compendiumSearch.root.pathname.length);
    return [inSite(page.url), page.excerpt, page.sub_results.map((part) => inSite(part.url))];
  }));
  const ids = found.results.map((result) => result.id);
  const { filters: counts, everything } = found;
  return { ids, shown, counts, everything, mended: found.sought?.mended ?? [] };
})()"""

LISTEN = """(() => {
  window.heard = [];
  const note = () => {
    for (const region of document.querySelectorAll("[data-pagefind-announcer] [aria-live]")) {
      if (region.textContent && heard.at(-1) !== region.textContent) heard.push(region.textContent);
    }
  };
  new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
})()"""

Answer = dict[str, Any]


def _ready(visit: Visit) -> Browser:
    browser = visit.open(PRACTICE)
    browser.evaluate("compendiumSearch.interfaceReady()")
    return browser


def _typed(visit: Visit, text: str, page: str = PRACTICE) -> Browser:
    """The search dialog opened by its key on a page, with a text typed into it and answered."""
    browser = visit.open(page)
    browser.press("/")
    browser.wait_for("document.activeElement?.matches('pagefind-modal input')")
    browser.type(text)
    browser.wait_for(
        f"document.querySelector('pagefind-modal .search-summary').textContent.includes('“{text}”')"
    )
    return browser


def _close(browser: Browser) -> None:
    """Closes the search dialog by its key."""
    browser.press("Escape")
    browser.wait_for("!document.querySelector('dialog[open]')")


def _browse(visit: Visit) -> Browser:
    browser = visit.open(BROWSE)
    browser.wait_for("document.querySelector('#browse .pf-result-link')")
    return browser


def _choose(browser: Browser, value: str) -> None:
    """Ticks a value of a filter and waits until its chip is there and the results are in."""
    browser.evaluate(
        "[...document.querySelectorAll('#browse .pf-checkbox-input')]"
        f".find(box => box.value === {json.dumps(value)}).click()"
    )
    quoted = json.dumps(value)
    browser.wait_for(
        f"[...document.querySelectorAll('.search-chip')].some(c => c.textContent.includes({quoted}))"
    )
    browser.wait_for("document.querySelector('#browse .pf-results').getAttribute('aria-busy') === 'false'")


def _summary(browser: Browser) -> str:
    return browser.text(".search-summary")[0]


def _listen(browser: Browser) -> None:
    """Collects what is said to screen readers from now on, in the page's own list `heard`."""
    browser.evaluate(LISTEN)


@pytest.fixture(scope="module")
def everywhere(copied_site: Path, server: str) -> dict[str, dict[str, Answer]]:
    """The answers to all queries, by query and by browser and way."""
    collected: dict[str, dict[str, Answer]] = {query: {} for query in (*QUERIES, "filtered", "all")}
    for name in BROWSERS:
        with started(name) as browser:
            for way, base in (("http", server), ("file", f"{copied_site.as_uri()}/")):
                _ready(Visit(browser, base))
                for query in QUERIES:
                    collected[query][f"{name}-{way}"] = browser.evaluate(ANSWERS % (json.dumps(query), "{}"))
                filters = {
                    "Theme": ["Domestic violence"],
                    "Who it serves": ["Children", "Children and parents"],
                }
                collected["filtered"][f"{name}-{way}"] = browser.evaluate(
                    ANSWERS % ('"group"', json.dumps(filters))
                )
                collected["all"][f"{name}-{way}"] = browser.evaluate(ANSWERS % ("null", "{}"))
    return collected


@pytest.mark.parametrize("query", [*QUERIES, "filtered", "all"])
def test_same_query_gives_same_results_counts_and_order_everywhere(
    everywhere: dict[str, dict[str, Answer]], query: str
) -> None:
    found = everywhere[query]
    assert set(found) == {"-".join(way) for way in WAYS}
    first = next(iter(found.values()))
    assert all(answer == first for answer in found.values())
    assert first["ids"]
    assert first["everything"] is (query == "zzqx")


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("marac", "practices/marac.html"),
        ("multi-agency risk assessment conference", "practices/marac.html"),
        ("idva", "practices/marac.html"),
    ],
)
def test_acronym_and_its_long_form_find_the_same(
    everywhere: dict[str, dict[str, Answer]], query: str, first: str
) -> None:
    assert next(iter(everywhere[query].values()))["shown"][0][0] == first


def test_misspelt_word_finds_what_was_meant(everywhere: dict[str, dict[str, Answer]]) -> None:
    answer = everywhere["alchohol"]["chromium-file"]
    assert answer["mended"] == [["alchohol", "alcohol"]]
    assert "<mark>" in answer["shown"][0][1]


def test_search_of_everything_lists_every_practice_by_title(
    everywhere: dict[str, dict[str, Answer]], site: Path
) -> None:
    practices = [page for page in (site / "practices").glob("*.html") if page.name != "index.html"]
    assert len(everywhere["all"]["firefox-file"]["ids"]) == len(practices)


def test_results_come_while_typing_with_excerpts_and_sections(visit: Visit) -> None:
    browser = _typed(visit, "alcohol")
    browser.wait_for("document.querySelector('pagefind-modal .pf-heading-link')")
    link = browser.evaluate("document.querySelector('pagefind-modal .pf-result-link').href")
    section = browser.evaluate("document.querySelector('pagefind-modal .pf-heading-link').href")
    assert link.startswith(f"{visit.base}practices/")
    assert urlsplit(section).fragment
    assert "alcohol" in browser.text("pagefind-modal .pf-result-excerpt mark")[0].lower()


def test_search_opens_by_slash_and_by_control_k_and_closes_by_escape(visit: Visit) -> None:
    for keys in (("/",), ("Control", "k")):
        browser = visit.open(PRACTICE)
        browser.press(*keys)
        browser.wait_for("document.querySelector('pagefind-modal dialog[open]')")
        _close(browser)
        browser.wait_for("document.activeElement?.matches('.search-button')")


def test_slash_can_be_turned_off_from_page_to_page_and_on_again(visit: Visit) -> None:
    """The choice is in addresses only; links take it along, in and out of the dialog."""
    browser = _typed(visit, "marac")
    browser.wait_for("document.querySelector('pagefind-modal .pf-result-link')")
    browser.click(".search-key input")
    _close(browser)
    _opens_by_control_k_only(browser)
    browser.set_off("document.querySelector('pagefind-modal .pf-result-link').click()")
    browser.wait_for("document.querySelector('h1')?.textContent.trim() === 'MARAC'")
    assert browser.evaluate("location.href") == f"{visit.base}practices/marac.html?slash=off"
    _opens_by_control_k_only(browser)
    browser.click(".search-key input")
    _close(browser)
    browser.set_off("document.querySelector('.site-nav a').click()")
    browser.wait_for(f"location.href === '{visit.base}index.html' && document.readyState === 'complete'")
    browser.press("/")
    browser.wait_for("document.querySelector('pagefind-modal dialog[open]')")


def _opens_by_control_k_only(browser: Browser) -> None:
    """The key / is left to the browser; the header names one key; that key opens."""
    slash = "new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true })"
    assert browser.evaluate(f"document.body.dispatchEvent({slash})")
    assert browser.evaluate("document.querySelector('.search-button').ariaKeyShortcuts") == "Control+K"
    assert not browser.evaluate("document.querySelector('.search-button kbd').checkVisibility()")
    browser.press("Control", "k")
    browser.wait_for("document.activeElement?.matches('pagefind-modal input')")


def test_result_is_reached_and_opened_by_keyboard_alone(visit: Visit) -> None:
    browser = _typed(visit, "marac")
    browser.wait_for("document.querySelector('pagefind-modal .pf-result-link')")
    browser.press("ArrowDown")
    browser.wait_for("document.activeElement?.matches('pagefind-modal .pf-result-link')")
    browser.press("Enter")
    browser.wait_for("document.querySelector('h1')?.textContent.trim() === 'MARAC'")
    assert browser.evaluate("location.href") == f"{visit.base}practices/marac.html"


def test_what_is_typed_before_the_search_is_ready_is_not_lost(visit: Visit) -> None:
    browser = visit.open(PRACTICE)
    browser.press("/")
    browser.type("marac")
    browser.wait_for("document.querySelector('pagefind-modal input')?.value === 'marac'")


def test_way_to_leave_comes_along_into_the_dialog(visit: Visit) -> None:
    browser = _typed(visit, "marac")
    assert browser.evaluate("!!document.querySelector('dialog[open] a.leave__button')")
    browser.press("Escape")
    browser.wait_for(
        "document.querySelector('header a.leave__button') && !document.querySelector('dialog[open]')"
    )


def test_nothing_found_offers_the_indexes_the_case_and_all_practices(visit: Visit) -> None:
    browser = _typed(visit, "zzqx")
    browser.wait_for("document.querySelector('pagefind-modal .search-ways-on')")
    links = browser.evaluate("[...document.querySelectorAll('pagefind-modal .search-note a')].map(a => a.href)")
    assert {f"{visit.base}indexes/index.html", f"{visit.base}find.html"} <= set(links)
    browser.wait_for("document.querySelectorAll('pagefind-modal .pf-result-link').length === 20")


def test_result_says_which_words_it_has_and_which_in_other_words(visit: Visit) -> None:
    browser = _typed(visit, "mum zebra group")
    browser.wait_for("document.querySelector('pagefind-modal .search-words')")
    said = browser.text("pagefind-modal .pf-result:first-child .search-words")
    assert said == ["2 of 3 words; not found: zebra"] or said[1:] == ["mum → mother"]
    assert "No practice has all of these words." in browser.text("pagefind-modal .search-note")[0]


def test_answers_recognised_in_the_words_are_set_on_the_page_find_by_case(visit: Visit) -> None:
    browser = _typed(visit, "drinks zebra nine year old")
    browser.wait_for("document.querySelector('pagefind-modal .search-note a')")
    assert browser.text("pagefind-modal .search-note a") == ["Describe the case: a child, age 5 to 10, alcohol"]
    browser.set_off("document.querySelector('pagefind-modal .search-note a').click()")
    browser.wait_for("document.querySelector('#case-finder input[name=substances]:checked')?.value === '1'")
    address = browser.evaluate("location.href")
    assert re.fullmatch(rf"{re.escape(visit.base)}find\.html#\d+\.\d+(-\d+)+", address)


def test_guess_is_offered_as_a_button_that_searches_for_it(visit: Visit) -> None:
    browser = _typed(visit, "rfuuge drugs")
    browser.wait_for("document.querySelector('pagefind-modal .search-offer')")
    assert browser.text("pagefind-modal .search-offer") == ["Search for “refuge”"]
    browser.click("pagefind-modal .search-offer")
    browser.wait_for("document.querySelector('.search-summary').textContent.includes('“refuge drugs”')")
    assert browser.evaluate("document.activeElement.value") == "refuge drugs"


def test_filters_that_nothing_fits_show_what_comes_nearest(visit: Visit) -> None:
    browser = _browse(visit)
    _choose(browser, "Austria")
    _choose(browser, "Women's Aid and refuges")
    browser.wait_for("document.querySelector('#browse .search-note')?.textContent.includes('come nearest')")
    assert browser.text("#browse .pf-result-link")


def test_results_and_notes_are_announced(visit: Visit) -> None:
    browser = visit.open(PRACTICE)
    browser.press("/")
    browser.wait_for("document.activeElement?.matches('pagefind-modal input')")
    _listen(browser)
    browser.type("marac")
    browser.wait_for("heard.some(text => /^\\d+ practices for “marac”$/.test(text))")
    browser.evaluate("document.activeElement.select()")
    browser.type("zzqx")
    browser.wait_for("heard.some(text => text.includes('No practice has “zzqx”'))")


def test_results_of_browsing_show_what_cards_show(visit: Visit) -> None:
    browser = _browse(visit)
    browser.wait_for("document.querySelectorAll('#browse .pf-result .card__side').length === 20")
    for part in (".card__summary", ".card__for", ".card__side"):
        on_cards = browser.text(f"[data-without-search] {part}")
        shown = browser.text(f"#browse {'.pf-result-excerpt' if part == '.card__summary' else part}")
        assert len(shown) == 20
        assert set(shown) <= set(on_cards), part
    first = "document.querySelector('#browse .pf-result .card__side')"
    drawn = browser.evaluate(f"[...{first}.querySelectorAll('use')].map(use => use.getBBox().width)")
    assert len(drawn) == 9
    assert min(drawn) > 0


def test_filters_show_live_counts_and_combine(visit: Visit) -> None:
    browser = _browse(visit)
    total = int(_summary(browser).split()[0])
    _choose(browser, "Children")
    children = int(_summary(browser).split()[0])
    assert 0 < children < total
    _choose(browser, "Children and parents")
    both = int(_summary(browser).split()[0])
    assert both > children  # within one filter any chosen value will do
    counts = dict(zip(browser.text("#browse .pf-filter-checkbox"), [None] * 99, strict=False))
    treatment = next(int(text.removeprefix("Treatment")) for text in counts if text.startswith("Treatment"))
    _choose(browser, "Treatment")
    assert int(_summary(browser).split()[0]) == treatment
    assert browser.text(".search-chip") == [
        "Who it serves: Children ×",
        "Who it serves: Children and parents ×",
        "Field: Treatment ×",
        "Clear all",
    ]
    browser.click(".search-chip")
    browser.wait_for("document.querySelectorAll('.search-chip').length === 3")
    browser.wait_for("document.activeElement?.matches('.search-chip')")
    assert not browser.evaluate(
        "[...document.querySelectorAll('.pf-checkbox-input')].find(b => b.value === 'Children').checked"
    )


def test_filters_are_every_facet_and_the_ages(visit: Visit) -> None:
    browser = _browse(visit)
    assert browser.text("#browse .pf-filter-group-name") == [
        "Who it serves",
        "Field",
        "Kind of practice",
        "Theme",
        "Country",
        "Tier of need",
        "Work stream",
        "Provider",
        "Safety phase",
        "Age",
        "Way of delivery",
        "Evidence level",
        "Indicator shown",
        "Entry",
        "Status",
    ]


@pytest.mark.parametrize("order", ["title", "evidence", "reviewed"])
def test_results_come_in_the_chosen_order(visit: Visit, order: str) -> None:
    browser = _browse(visit)
    compendium, _ = load(PROJECT, addresses.generated_paths())
    ids = list(compendium.practices)
    places = orders(compendium, [addresses.practice(id_) for id_ in ids])[order]
    first = compendium.practices[ids[places.index(0)]].title
    browser.evaluate(
        f"(() => {{ const s = document.getElementById('search-order'); s.value = '{order}';"
        " s.dispatchEvent(new Event('change', { bubbles: true })); })()"
    )
    browser.wait_for(f"document.querySelector('#browse .pf-result-link')?.textContent === {json.dumps(first)}")


def test_plain_list_gives_way_to_the_search_and_stays_in_the_page(visit: Visit) -> None:
    browser = _browse(visit)
    assert browser.evaluate("[...document.querySelectorAll('[data-without-search]')].every(e => e.hidden)")
    assert browser.evaluate(
        "document.querySelectorAll('[data-without-search] a[href$=\"marac.html\"]').length > 0"
    )


def test_nothing_is_stored_and_no_word_gets_into_address_title_or_history(visit: Visit) -> None:
    browser = visit.open(PRACTICE)
    before = browser.evaluate("[location.href, document.title, history.length]")
    browser.press("/")
    browser.wait_for("document.activeElement?.matches('pagefind-modal input')")
    browser.type("zephyr")
    browser.wait_for("document.querySelector('.search-summary').textContent.includes('“zephyr”')")
    assert browser.evaluate("[location.href, document.title, history.length]") == before
    assert browser.evaluate("document.cookie") == ""
    assert browser.evaluate("[localStorage.length, sessionStorage.length, window.name]") == [0, 0, ""]
    assert browser.evaluate("indexedDB.databases().then(found => found.length, () => 0)") == 0
    assert browser.evaluate("self.caches ? caches.keys().then(found => found.length, () => 0) : 0") == 0


def test_no_request_leaves_the_folder_and_nothing_is_refused(visit: Visit) -> None:
    browser = _typed(visit, "alcohol")
    _browse(visit)
    _choose(browser, "Treatment")
    own = [*browser.requests, *browser.evaluate("performance.getEntriesByType('resource').map(e => e.name)")]
    assert [each for each in own if not each.startswith((visit.base, "data:")) and "favicon" not in each] == []
    refused = [c for c in browser.complaints if "Content" in c and "search" in c]
    assert refused == []


@pytest.mark.parametrize("name", BROWSERS)
def test_harness_sees_a_request_that_leaves(name: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    with served(tmp_path) as elsewhere, started(name) as browser:
        page.write_text(f'<!doctype html><title>x</title><img src="{elsewhere}out.png">', "utf-8")
        browser.open(page.as_uri())
        browser.wait_for("document.images[0].complete")
        assert f"{elsewhere}out.png" in browser.requests


@pytest.mark.parametrize("name", BROWSERS)
def test_harness_keeps_the_restrictions_on_files(name: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><title>x</title>", "utf-8")
    (tmp_path / "other.js").write_text("export default 1", "utf-8")
    with started(name) as browser:
        browser.open((tmp_path / "page.html").as_uri())
        assert browser.evaluate("fetch('other.js').then(() => 'read', () => 'refused')") == "refused"
        assert (
            browser.evaluate("import(new URL('other.js', location)).then(() => 'run', () => 'refused')")
            == "refused"
        )


@pytest.mark.parametrize("name", BROWSERS)
def test_copy_on_a_stick_is_searched_from_its_start_page(name: str, site: Path, tmp_path: Path) -> None:
    folder, _ = write_copy(usb_copy(site, "Compendium", read_texts()), tmp_path / "E # é")
    with started(name) as browser:
        browser.open((folder / "START-HERE.html").as_uri())
        browser.click("main a")
        browser.wait_for("document.getElementById('site-search')?.hidden === false")
        browser.press("/")
        browser.wait_for("document.activeElement?.matches('pagefind-modal input')")
        browser.type("marac")
        browser.wait_for("document.querySelector('pagefind-modal .pf-result-link')?.textContent === 'MARAC'")
        path = unquote(urlsplit(browser.evaluate("document.querySelector('.pf-result-link').href")).path)
        assert Path(path) == folder / "compendium/practices/marac.html"
