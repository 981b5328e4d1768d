"""Small windows, large text, wide spacing: nothing runs out of the page sideways and no text is cut off."""

from collections.abc import Callable, Iterator

import pytest

from tests.browser.harness import Browser
from tests.browser.page_types import PAGES, build_rare_site
from tests.browser.reader import DESK, ENLARGED, NARROW, PHONE, Look, Reader
from tests.browser.server import served
from tests.browser.starting import started

LOST = """(() => {
  const name = (e) => `${e.localName}.${e.className} ${e.textContent.trim().slice(0, 40)}`;
  const root = document.documentElement;
  const wide = root.scrollWidth > innerWidth ? [`the page is ${root.scrollWidth} px wide`] : [];
  const all = [...document.body.querySelectorAll("*")].filter((e) => !e.closest("svg"));
  const cut = all.filter((e) => e.checkVisibility()).filter((e) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(e);
    if (clipPath !== "none" || !e.textContent.trim()) return false;
    const across = ["hidden", "clip"].includes(overflowX) && e.scrollWidth > e.clientWidth + 1;
    return across || (["hidden", "clip"].includes(overflowY) && e.scrollHeight > e.clientHeight + 1);
  });
  return [...wide, ...cut.map((e) => `${name(e)} is cut off`)];
})()"""
"""What of a page is out of reach or sight. Wide tables scroll in a region of their own, which may be."""

TWICE = "(() => { document.documentElement.style.fontSize = '200%'; })()"
SPACED = """(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
})()"""
"""The spacing of WCAG 1.4.12 (Text Spacing)."""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader of the site that has everything."""
    site = build_rare_site(tmp_path_factory.mktemp("rare"))
    with started("chromium") as browser, served(site) as address:
        yield Reader(browser, address)


def _with(script: str) -> Callable[[Browser], None]:
    return lambda browser: browser.set_off(script)


WAYS: dict[str, tuple[tuple[int, int], Callable[[Browser], None]]] = {
    "phone": (PHONE, lambda _: None),
    "narrow": (NARROW, lambda _: None),
    "400 %": (ENLARGED, lambda _: None),
    "text twice as large": (DESK, _with(TWICE)),
    "text spaced": (DESK, _with(SPACED)),
    "text spaced on a phone": (NARROW, _with(SPACED)),
}


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_lost_in_small_windows_and_with_large_or_spaced_text(reader: Reader, page: str) -> None:
    lost = {}
    browser = reader.open(page)
    for way, (size, change) in WAYS.items():
        browser.evaluate(
            "(() => { document.documentElement.style.fontSize = ''; document.adoptedStyleSheets = []; })()"
        )
        reader.take(Look(size))
        change(browser)
        lost[way] = browser.evaluate(LOST)
    assert lost == {way: [] for way in WAYS}


@pytest.mark.parametrize("size", [ENLARGED, NARROW, DESK])
def test_nothing_of_the_search_is_lost(reader: Reader, size: tuple[int, int]) -> None:
    browser = reader.open("index.html", Look(size))
    browser.press("/")
    browser.wait_for("document.activeElement?.matches('pagefind-modal input')")
    browser.type("alcohol")
    browser.wait_for("document.querySelector('pagefind-modal .pf-result-link')")
    browser.wait_for(
        "[...document.querySelectorAll('pagefind-modal .pf-result')].every(r => r.querySelector('a'))"
    )
    for script in ("null", SPACED):
        browser.set_off(script)
        assert browser.evaluate(LOST) == []
    browser.evaluate("document.querySelector('pagefind-modal .search-browse a').scrollIntoView()")
    assert browser.evaluate(
        "(() => { const { x, y, height } = document.querySelector('.search-browse a').getBoundingClientRect();"
        " return !!document.elementFromPoint(x + 9, y + height / 2)?.closest('.search-browse'); })()"
    )


def test_what_is_lost_is_seen(reader: Reader) -> None:
    browser = reader.open("practices/marac.html", Look(NARROW))
    browser.evaluate(
        "Object.assign(document.querySelector('h1').style,"
        " { width: '400px', overflow: 'hidden', height: '9px' })"
    )
    lost = browser.evaluate(LOST)
    assert len(lost) == 2
    assert lost[0].startswith("the page is ")
    assert lost[1] == "h1. MARAC is cut off"
