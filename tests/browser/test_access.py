"""Access as axe-core measures it: no violation on any type of page, in any state, scheme and width."""

import json
from collections.abc import Callable, Iterator, Mapping

import pytest

from generator.presentation.cases.addresses import fragment
from tests.browser.axe import Extent, examined
from tests.browser.case_page import CHILD_OF_NINE, CHIPS, DRAWN
from tests.browser.harness import Browser
from tests.browser.page_types import PAGE_TYPES, PAGES, build_rare_site
from tests.browser.reader import LOOKS, Look, Reader
from tests.browser.server import served
from tests.browser.starting import started
from tests.site.conftest import PROJECT

NO_PAGES = {"base", "main", "ready"}
"""Templates that others stand on."""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader of the site that has everything."""
    site = build_rare_site(tmp_path_factory.mktemp("rare"))
    with started("chromium") as browser, served(site) as address:
        yield Reader(browser, address)


def objections(reader: Reader, looks: tuple[Look, ...] = LOOKS) -> list[str]:
    """What axe objects to or cannot decide on the open page, in each look."""
    found = []
    for look in looks:
        reader.take(look)
        findings = examined(reader.page, extent(look))
        found += [f"{look}: {line}" for line in findings.violations]
        found += [f"{look}: undecided: {line}" for line in findings.undecided]
    return found


def extent(look: Look) -> Extent:
    """A scheme changes colours alone; forced colours are not the site's."""
    if look.forced_colours:
        return Extent.FORM
    return Extent.COLOURS if look.scheme == "dark" else Extent.ALL


def search_for(browser: Browser, text: str) -> None:
    """Opens the search by its key and waits for the answer."""
    browser.press("/")
    browser.wait_for("document.activeElement?.matches('pagefind-modal input')")
    browser.type(text)
    summary = "document.querySelector('pagefind-modal .search-summary').textContent"
    browser.wait_for(f"{summary}.includes({json.dumps(f'“{text}”')})")
    browser.wait_for(
        "[...document.querySelectorAll('pagefind-modal .pf-result')].every(r => r.querySelector('a'))"
    )


def choose(browser: Browser, *values: str) -> None:
    """Ticks values of filters on the page of all practices, with all filters open."""
    browser.evaluate("document.querySelectorAll('#browse details').forEach(d => { d.open = true; })")
    for value in values:
        quoted = json.dumps(value)
        box = f"[...document.querySelectorAll('#browse .pf-checkbox-input')].find(b => b.value === {quoted})"
        browser.evaluate(f"{box}.click()")
        browser.wait_for(
            f"[...document.querySelectorAll('.search-chip')].some(c => c.textContent.includes({quoted}))"
        )


def answer(browser: Browser, answers: Mapping[str, str]) -> None:
    """Sets answers of the case finder."""
    browser.evaluate(f"location.hash = {json.dumps(fragment(answers))}")
    browser.wait_for(f"{DRAWN} && document.querySelectorAll('{CHIPS}').length === {len(answers)}")


def open_all(browser: Browser) -> None:
    """Opens all that can be opened."""
    browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")


STATES: dict[str, tuple[str, Callable[[Browser], None]]] = {
    "search with results": ("practices/marac.html", lambda browser: search_for(browser, "alcohol")),
    "search with nothing found": ("index.html", lambda browser: search_for(browser, "zzqx")),
    "search for a misspelt word": ("index.html", lambda browser: search_for(browser, "alchohol")),
    "practices with filters chosen": (
        "practices/index.html",
        lambda browser: choose(browser, "Children", "Treatment"),
    ),
    "practices with filters that fit none": (
        "practices/index.html",
        lambda browser: choose(browser, "Children", "Treatment", "Austria", "Commissioning"),
    ),
    "case finder answered": (
        "find.html",
        lambda browser: answer(browser, {"who": "family", "substances": "alcohol", "purpose": "family"}),
    ),
    "case finder with a group that is empty": ("find.html", lambda browser: answer(browser, CHILD_OF_NINE)),
    "case finder with one answer": ("find.html", lambda browser: answer(browser, {"stage": "now"})),
    "practice with all opened": ("practices/stephens-place.html", open_all),
    "indicator with all opened": ("indicators/4-safety.html", open_all),
    "map with all opened": ("map.html", open_all),
    "references with all opened": ("references.html", open_all),
    "on the way out": ("practices/marac.html", lambda browser: browser.press("Shift")),
}
FORCED = ("index.html", "practices/index.html", "practices/marac.html", "indicators/matrix.html", "find.html")


@pytest.mark.parametrize("page", PAGES)
def test_axe_objects_to_nothing(reader: Reader, page: str) -> None:
    reader.open(page)
    assert objections(reader) == []


@pytest.mark.parametrize("state", STATES)
def test_axe_objects_to_nothing_in_any_state(reader: Reader, state: str) -> None:
    page, reach = STATES[state]
    reach(reader.open(page))
    assert objections(reader) == []


@pytest.mark.parametrize("page", FORCED)
def test_axe_objects_to_nothing_in_forced_colours(reader: Reader, page: str) -> None:
    reader.open(page, Look(forced_colours=True))
    assert objections(reader, tuple(look._replace(forced_colours=True) for look in LOOKS[::3])) == []


def test_every_template_has_a_page_that_is_looked_at() -> None:
    templates = {path.stem for path in (PROJECT / "overrides").glob("*.html")}
    assert set(PAGE_TYPES) == templates - NO_PAGES


BAD = """(() => {
  const said = (html) => document.querySelector("main").insertAdjacentHTML("beforeend", html);
  said('<img src="../assets/images/favicon.svg">');
  said('<p id="pale">Pale words</p>');
  document.getElementById("pale").style.color = "#ccc";
  said('<button id="small"></button><button id="tiny">x</button>');
  document.querySelectorAll("#small, #tiny").forEach((button) => {
    Object.assign(button.style, { width: "12px", height: "12px", padding: "0", border: "0" });
  });
  said("<h5>Too deep</h5><table><tr><th></th></tr></table>");
})()"""


def test_axe_sees_what_is_wrong_and_the_policy_stays_in_force(reader: Reader) -> None:
    reader.open("practices/marac.html")
    reader.page.evaluate(BAD)
    rules = {line.partition(":")[0] for line in examined(reader.page).violations}
    assert rules >= {"image-alt", "color-contrast", "button-name", "target-size", "heading-order"}
    reader.page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), { text: 'window.ran = true' }))"
    )
    assert reader.page.evaluate("window.ran") is None
    assert "script-src" in reader.browser.complaints[-1]
