"""Leaving in a hurry: blank at once, a neutral page instead, and Back does not lead to the site again."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.presentation.texts import read_texts
from generator.privacy.exit_page import DEFAULT_SITE, neutral_page, neutral_site
from tests.browser.conftest import AWKWARD, WAYS, Visit
from tests.browser.harness import Browser
from tests.browser.server import served
from tests.browser.starting import started
from tests.site.conftest import PROJECT, pages_of, run

TITLE = "document.title"
PAGE_TITLE = read_texts()("measures.title")
NEUTRAL = f"[{PAGE_TITLE!r}, 'Neutral'].includes(document.title)"
OURS = "document.querySelector('.leave__button') !== null"
BUTTON = """(() => {
  const button = document.querySelector(".leave__button").getBoundingClientRect();
  const over = document.elementFromPoint(button.x + button.width / 2, button.y + button.height / 2);
  return button.top >= 0 && button.bottom <= innerHeight && over?.matches(".leave__button");
})()"""


@pytest.fixture(scope="module")
def neutral(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A neutral site that can be reached from here, on another host than the compendium."""
    folder = tmp_path_factory.mktemp("neutral")
    (folder / "index.html").write_text("<title>Neutral</title><p>Nothing to see.</p>", "utf-8")
    with served(folder) as address:
        yield address.replace("127.0.0.1", "localhost")


def _leading_to(site: Path, folder: Path, address: str) -> Path:
    """A copy of the site whose button leads to another address."""
    shutil.copytree(site, folder)
    for page in pages_of(folder):
        text = page.read_text("utf-8")
        page.write_text(text.replace(DEFAULT_SITE.rstrip("/"), address.rstrip("/")), "utf-8")
    return folder


@pytest.fixture(scope="module")
def leading(site: Path, tmp_path_factory: pytest.TempPathFactory, neutral: str) -> Path:
    """The site, with a neutral site that can be reached."""
    return _leading_to(site, tmp_path_factory.mktemp("leading") / AWKWARD, neutral)


@pytest.fixture(scope="module")
def cut_off(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, with a neutral site that cannot be reached."""
    return _leading_to(site, tmp_path_factory.mktemp("cut") / "site", "http://localhost:9")


@pytest.fixture(scope="module", params=WAYS, ids="-".join)
def reader(request: pytest.FixtureRequest, leading: Path) -> Iterator[Visit]:
    """Each browser on each way to the site that leads to a neutral one."""
    name, way = request.param
    with started(name) as browser, served(leading) as address:
        yield Visit(browser, address if way == "http" else f"{leading.as_uri()}/")


def _press(browser: Browser) -> None:
    browser.set_off("(() => { setTimeout(() => document.querySelector('.leave__button').click()); })()")


def _back(browser: Browser) -> None:
    browser.set_off("(() => { setTimeout(() => history.back()); })()")


def test_the_button_leads_to_the_neutral_site_and_back_never_to_the_page_that_was_left(reader: Visit) -> None:
    for page in ("index.html", "safety.html", "practices/marac.html"):
        browser = reader.open(page)
    _press(browser)
    browser.wait_for(f"{TITLE} === 'Neutral'")
    _back(browser)
    browser.wait_for(f"{TITLE} === {PAGE_TITLE!r}" if _goes_over_our_own_page(reader) else NEUTRAL)
    if _forgets_names(reader):
        return
    _back(browser)
    browser.wait_for(NEUTRAL)
    assert browser.wait_for(f"[{OURS}]") == [False]  # as soon as no page is just leaving


def _goes_over_our_own_page(reader: Visit) -> bool:
    return reader.base.startswith("file:")


def _forgets_names(reader: Visit) -> bool:
    """Firefox takes every file for a site of its own: earlier pages of a folder cannot know of the leaving."""
    return reader.browser.name == "firefox" and reader.base.startswith("file:")


def test_shift_three_times_leaves_and_says_so_on_the_way(reader: Visit) -> None:
    browser = reader.open("practices/marac.html")
    browser.press("Shift")
    assert browser.text(".leave__status") == ["Press Shift twice more to leave this page."]
    browser.press("Shift")
    assert browser.text(".leave__status") == ["Press Shift once more to leave this page."]
    browser.press("Shift")
    browser.wait_for(f"{TITLE} === 'Neutral'")


def test_shift_for_capital_letters_does_not_leave(reader: Visit) -> None:
    browser = reader.open("practices/marac.html")
    for _ in range(4):
        browser.press("Shift", "a")
    assert browser.text(".leave__status") == [""]
    assert browser.evaluate(OURS) is True


def test_the_page_is_blank_before_anything_else_happens(reader: Visit) -> None:
    browser = reader.open("practices/marac.html")
    seen = browser.evaluate(
        "(() => { document.querySelector('.leave__button').click();"
        " return [document.title, document.body.childElementCount,"
        " getComputedStyle(document.documentElement).display]; })()"
    )
    assert seen == [PAGE_TITLE, 0, "none"]
    browser.wait_for(f"{TITLE} === 'Neutral'")


def test_a_tab_leaves_when_another_tab_has_left(reader: Visit) -> None:
    browser = reader.open("practices/marac.html")
    browser.evaluate("(() => { new BroadcastChannel('measures').postMessage(''); })()")
    browser.wait_for(f"{TITLE} === 'Neutral'")


def test_a_reader_who_comes_back_on_purpose_is_let_in(reader: Visit) -> None:
    browser = reader.open("practices/marac.html")
    _press(browser)
    browser.wait_for(f"{TITLE} === 'Neutral'")
    browser = reader.open("practices/marac.html")
    assert browser.evaluate(OURS) is True


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_from_a_folder_without_a_network_the_neutral_page_is_our_own(name: str, cut_off: Path) -> None:
    with started(name) as browser:
        browser.open(f"{cut_off.as_uri()}/practices/marac.html")
        _press(browser)
        browser.wait_for(f"{TITLE} === {PAGE_TITLE!r} && document.body?.innerText.includes('inch')")


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_from_a_server_without_a_network_the_page_stays_neutral(name: str, cut_off: Path) -> None:
    with started(name) as browser, served(cut_off) as address:
        browser.open(f"{address}practices/marac.html")
        browser.evaluate("(() => { Object.defineProperty(navigator, 'onLine', { value: false }); })()")
        _press(browser)
        browser.wait_for(f"document.body?.innerText === {PAGE_TITLE!r}")
        assert browser.evaluate("location.href") == f"{address}measures.html"


def test_the_button_comes_first_for_keyboard_and_screen_reader(visit: Visit) -> None:
    browser = visit.open("practices/marac.html")
    browser.press("Tab")
    assert browser.evaluate("document.activeElement.textContent") == "Leave this page"
    focusable = "document.querySelector('body a, body button, body input, body [tabindex]')"
    assert browser.evaluate(f"{focusable}.textContent") == "Leave this page"
    assert browser.text(".leave__hint") == ["You can also press Shift three times."]


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (320, 600)])
def test_the_button_is_in_sight_wherever_the_page_is_scrolled_to(visit: Visit, width: int, height: int) -> None:
    visit.browser.resize(width, height)
    try:
        for page in ("practices/marac.html", "indicators/matrix.html"):
            browser = visit.open(page)
            for part in (0, 0.5, 1):
                browser.evaluate(f"(() => {{ scrollTo(0, document.body.scrollHeight * {part}); }})()")
                browser.wait_for(BUTTON, 5)
    finally:
        visit.browser.resize(1280, 900)


def test_without_javascript_the_button_is_a_plain_link(site: Path) -> None:
    for page in pages_of(site):
        if page.name in ("measures.html", "404.html"):
            continue
        links = re.findall(
            r'<a class="leave__button" href="([^"]*)"([^>]*)>([^<]*)</a>', page.read_text("utf-8")
        )
        assert links == [(DEFAULT_SITE, ' rel="noreferrer nofollow"', "Leave this page")], page


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_page_for_addresses_that_do_not_exist_can_be_left(name: str, tmp_path: Path, neutral: str) -> None:
    content, folder = tmp_path / "content", tmp_path / "served/library"
    content.mkdir()
    config = (PROJECT / "mkdocs.yml").read_text("utf-8") + "\nsite_url: https://compendium.example/library/\n"
    (content / "mkdocs.yml").write_text(config, "utf-8")
    for part in ("practices", "indicators", "pages", "overrides"):
        (content / part).symlink_to(PROJECT / part)
    built = run("compendium", "build", "--site-dir", str(tmp_path / "site"), cwd=content)
    assert built.returncode == 0, built.stdout + built.stderr
    _leading_to(tmp_path / "site", folder, neutral)
    with started(name) as browser, served(folder.parent) as address:
        browser.open(f"{address}library/404.html")
        browser.wait_for(BUTTON, 5)
        browser.press("Shift")
        assert browser.text(".leave__status") == ["Press Shift twice more to leave this page."]
        browser.press("Tab")
        assert browser.evaluate("document.activeElement.textContent") == "Leave this page"
        _press(browser)
        browser.wait_for(f"{TITLE} === 'Neutral'")


def test_the_neutral_page_does_not_name_the_site(site: Path) -> None:
    text = (site / "measures.html").read_text("utf-8")
    assert not re.search(r"compendium|violence|abuse|practice|index\.html", text, re.IGNORECASE)
    assert f'leave.js" data-title="{PAGE_TITLE}"' in (site / "index.html").read_text("utf-8")


def test_only_the_neutral_page_may_ask_whether_the_neutral_site_is_there() -> None:
    assert neutral_page("https://www.bbc.co.uk/weather").policy.endswith("; connect-src https://www.bbc.co.uk")


@pytest.mark.parametrize(
    "address",
    [
        "http://www.wikipedia.org/",
        "javascript:alert(1)",
        "https://user@host.example/",
        "https://host.example/?q=help",
        'https://host.example/"onclick',
        "https://host.example/; script-src *",
        "//host.example/",
        "",
    ],
)
def test_a_neutral_site_that_cannot_be_used_is_refused_in_words(address: str) -> None:
    with pytest.raises(ValueError, match=r"leave_to is .*; it must be a plain web address such as https://"):
        neutral_site(address)
