"""The page "Find by case" as a reader meets it: the same in two browsers, from a server and by double-click."""

import io
import json
import re
import shutil
from pathlib import Path

import pypdf
import pytest

from generator.presentation.cases.addresses import case_address, fragment
from tests.browser.case_page import CHILD_OF_NINE, CHIPS, CHOSEN, COUNT, DRAWN, GROUPS, choose, opened
from tests.browser.conftest import Visit
from tests.browser.reader import DESK, Reader
from tests.browser.starting import BROWSERS, started


def test_chips_and_buttons_say_the_same(visit: Visit) -> None:
    browser = opened(visit)
    assert browser.text(CHIPS) == []
    choose(browser, "who", "child")
    choose(browser, "substances", "drugs")
    browser.evaluate(
        "(() => { const country = document.querySelector('.case select'); country.value = '587';"
        " country.dispatchEvent(new Event('change', { bubbles: true })); })()"
    )
    browser.wait_for(DRAWN)
    assert browser.text(CHIPS) == ["a child ×", "drugs ×", "United Kingdom ×"]
    assert browser.evaluate(CHOSEN) == ["who 1", "substances 2", "country 587"]
    browser.click('.case [aria-label="Take away: drugs"]')
    browser.wait_for(f"{DRAWN} && document.activeElement.textContent.startsWith('United Kingdom')")
    assert browser.evaluate(CHOSEN) == ["who 1", "country 587"]
    browser.click('.case [aria-label="Take away: United Kingdom"]')
    browser.wait_for(f"{DRAWN} && document.activeElement.textContent.startsWith('a child')")
    browser.click(CHIPS)
    browser.wait_for(
        f"{DRAWN} && document.activeElement.name === 'who' && document.activeElement.value === '0'"
    )
    assert browser.text(CHIPS) == browser.evaluate(CHOSEN) == []


def test_all_answers_are_cleared_at_once(visit: Visit) -> None:
    browser = opened(visit, CHILD_OF_NINE)
    browser.click(".case [data-clear]")
    browser.wait_for(f"{DRAWN} && document.activeElement.matches('.case input')")
    assert browser.evaluate(CHOSEN) == []
    assert list(browser.evaluate(GROUPS)) == ["all"]


def test_back_forward_and_reload_lose_no_answer(visit: Visit) -> None:
    browser = opened(visit)
    choose(browser, "who", "child")
    choose(browser, "age", "5")
    choose(browser, "age", "11")
    two = ["who 1", "age 3"]
    browser.evaluate("window.isOld = true")
    browser.set_off("location.reload()")
    browser.wait_for(f"!window.isOld && {DRAWN}")
    assert browser.evaluate(CHOSEN) == two
    for step, expected in ((-1, ["who 1", "age 2"]), (-1, ["who 1"]), (-1, []), (3, two)):
        browser.set_off(f"history.go({step})")
        browser.wait_for(
            f"{DRAWN} && JSON.stringify({CHOSEN}) === {json.dumps(json.dumps(expected, separators=(',', ':')))}"
        )
        assert len(browser.text(CHIPS)) == len(expected)


def test_way_back_from_a_practice_leads_to_the_answers(visit: Visit) -> None:
    browser = opened(visit, {"who": "family", "country": "IE"})
    browser.set_off("document.querySelector('.case__result a').click()")
    browser.wait_for("document.querySelector('h1')?.textContent.trim() === 'Meitheal'")
    browser.set_off("history.back()")
    browser.wait_for(f"{DRAWN} && {CHOSEN}.length === 2")
    assert browser.evaluate(CHOSEN) == ["who 3", "country 662"]


def test_link_to_a_place_in_the_page_keeps_the_answers(visit: Visit) -> None:
    browser = opened(visit, {"who": "child"})
    browser.click(".skip")
    browser.wait_for(
        f"location.hash === '#{fragment({'who': 'child'})}' && document.activeElement.id === 'main_'"
    )
    assert browser.evaluate(CHOSEN) == ["who 1"]


@pytest.mark.parametrize("end", ["#9.1-2-0-0-0-0-587", "#1.99-2-99", "#child", "#1.", "#1.1-2-0-0-0-0-587-4-4"])
def test_address_of_another_version_or_none_of_ours_opens_all_the_same(visit: Visit, end: str) -> None:
    visit.browser.open(f"{visit.base}index.html")
    browser = visit.open(f"find.html{end}")
    browser.wait_for(DRAWN)
    known = {"#1.99-2-99": ["age 2"], "#1.1-2-0-0-0-0-587-4-4": ["who 1", "age 2", "country 587"]}
    assert browser.evaluate(CHOSEN) == known.get(end, [])


def test_address_holds_numbers_only_and_nothing_is_stored(visit: Visit) -> None:
    browser = opened(visit)
    title = browser.evaluate("document.title")
    choose(browser, "substances", "alcohol")
    assert browser.evaluate("location.href") == f"{visit.base}find.html#1.0-0-0-1-0-0-0"
    assert browser.evaluate("document.title") == title
    assert browser.evaluate("[document.cookie, localStorage.length, sessionStorage.length, window.name]") == [
        "",
        0,
        0,
        "",
    ]
    assert browser.evaluate("history.state") is None


def test_results_are_announced_and_more_of_them_have_the_focus(visit: Visit) -> None:
    browser = opened(visit)
    assert browser.evaluate(f"document.querySelector('{COUNT}').getAttribute('role')") == "status"
    browser.evaluate("document.querySelector('.case input[name=who]').focus()")
    browser.press("ArrowDown")
    browser.wait_for(f"{DRAWN} && / may fit$/.test(document.querySelector('{COUNT}').textContent)")
    assert browser.evaluate("document.activeElement.name + document.activeElement.value") == "who1"
    shown = len(browser.evaluate(GROUPS)["fit"])
    browser.click('[data-more="fit"]')
    browser.wait_for(
        f"document.activeElement === document.querySelectorAll('[data-group=fit] .card__title a')[{shown}]"
    )


def test_other_pages_read_nothing_of_it(visit: Visit) -> None:
    read = "performance.getEntriesByType('resource').filter(each => /\\/find\\//.test(each.name)).length"
    assert visit.open("practices/marac.html").evaluate(read) == 0
    assert opened(visit).evaluate(
        "[...document.scripts].some(script => /\\/find\\/results-0/.test(script.src))"
    )


@pytest.mark.parametrize("name", BROWSERS)
def test_practices_that_cannot_be_read_are_told_of(name: str, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("results-*.js"))
    with started(name) as browser:
        browser.open(f"{(tmp_path / 'site').as_uri()}/find.html")
        browser.wait_for(DRAWN)
        assert browser.text("#case-finder-results > p") == [
            "The practices could not be read. Reload the page, or see all practices. All practices"
        ]


PHONE = (360, 640)
SEEN = """((selector) => {
  const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
  const inside = y >= 0 && y + height <= innerHeight && x >= 0 && x + width <= innerWidth && height > 0;
  return inside && !!document.elementFromPoint(x + width / 2, y + height / 2)?.closest(selector);
})"""


def test_count_and_the_way_to_the_results_are_always_in_sight_on_a_phone(visit: Visit) -> None:
    browser = opened(visit, CHILD_OF_NINE)
    browser.resize(*PHONE)
    try:
        for place in ("0", "1500", "document.body.scrollHeight"):
            browser.evaluate(f"scrollTo(0, {place})")
            for part in (COUNT, "[data-go=results]", "[data-go=questions]"):
                assert browser.wait_for(f"{SEEN}({json.dumps(part)})"), (place, part)
        browser.evaluate("scrollTo(0, 0)")
        for where, heading in (("results", "#case_chosen"), ("questions", "#case_questions")):
            browser.click(f"[data-go={where}]")
            browser.wait_for(f"{SEEN}({json.dumps(heading)})")
            assert browser.evaluate(f"document.activeElement.contains(document.querySelector('{heading}'))")
    finally:
        browser.resize(*DESK)


def test_questions_and_results_are_side_by_side_where_there_is_room(visit: Visit) -> None:
    browser = opened(visit, CHILD_OF_NINE)
    box = "document.querySelector('.case__{}').getBoundingClientRect().toJSON()"
    questions, results = (browser.evaluate(box.format(part)) for part in ("questions", "results"))
    assert questions["right"] < results["left"]
    assert questions["width"] + results["width"] > 1050
    assert results["top"] < 400
    assert not browser.evaluate("document.querySelector('[data-go]').checkVisibility()")


def test_paper_holds_the_answers_and_the_results_and_no_questions(site: Path) -> None:
    with started("chromium") as browser:
        reader = Reader(browser, f"{site.as_uri()}/")
        reader.open(case_address(CHILD_OF_NINE))
        pages = pypdf.PdfReader(io.BytesIO(reader.page.pdf(format="A4"))).pages
        lines = [" ".join(line.split()) for page in pages for line in page.extract_text().splitlines()]
        reader.page.emulate_media(media="print")
        printed = "document.querySelectorAll('.case__result')"
        assert browser.evaluate(f"[...{printed}].every(each => each.checkVisibility())")
        titles = browser.text(".case__result h3")
    assert lines[1:4] == [  # behind the number of the page
        "Find by case",
        "Your answers",
        "A child Age 5 to 10 Domestic violence Alcohol They have left United Kingdom",
    ]
    assert {*titles} <= {*lines}
    text = "\n".join(lines)
    assert "Not suitable when" in text
    assert not re.search("Any country|Not decided|Who is the help for|Clear all|×", text)
