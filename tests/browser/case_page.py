"""The page "Find by case" in a browser: opened with answers, answered, and what it shows."""

from collections.abc import Mapping

from generator.presentation.cases.addresses import case_address, number_of
from tests.browser.conftest import Visit
from tests.browser.harness import Browser

DRAWN = """(() => {
  const found = document.getElementById("case-finder-results");
  return found?.children.length > 0 && !found.hasAttribute("aria-busy");
})()"""
"""Whether the results for the answers that are chosen are shown."""

GROUPS = """(() => {
  const id = (link) => link.href.split("/").pop().replace(".html", "");
  return Object.fromEntries([...document.querySelectorAll(".case__group")].map((group) =>
    [group.dataset.group, [...group.querySelectorAll(".card__title a")].map(id)]));
})()"""
"""The ids of the practices that are shown, by their groups."""

CHOSEN = """[...document.querySelectorAll(".case input:checked, .case select")]
  .filter((field) => field.value !== "0").map((field) => `${field.name} ${field.value}`)"""
"""The answers that the form shows as chosen."""

CHIPS = ".case [data-remove]"
COUNT = ".case__count"
CHILD_OF_NINE = {
    "who": "child",
    "age": "5",
    "violence": "domestic",
    "substances": "alcohol",
    "stage": "left",
    "country": "GB",
}


def opened(visit: Visit, answers: Mapping[str, str] | None = None) -> Browser:
    """The page with answers set, drawn."""
    visit.browser.open(
        f"{visit.base}index.html"
    )  # from another page: an address that only ends otherwise opens none
    browser = visit.open(case_address(answers) if answers else "find.html")
    browser.wait_for(DRAWN)
    return browser


def everything(browser: Browser) -> dict[str, list[str]]:
    """The practices of all groups by their ids, with all of them shown."""
    while browser.evaluate("!!document.querySelector('.case [data-more]')"):
        browser.click(".case [data-more]")
        browser.wait_for(DRAWN)
    found: dict[str, list[str]] = browser.evaluate(GROUPS)
    return found


def reasons_of(browser: Browser, practice: str) -> list[str]:
    """How a practice that is shown stands to the answers."""
    card = f"document.querySelector('.case a[href$=\"/{practice}.html\"]').closest('.case__result')"
    return list(
        browser.evaluate(f"[...{card}.querySelectorAll('.case__reason')].map(item => item.textContent)")
    )


def choose(browser: Browser, question: str, answer: str) -> None:
    """Presses the button of an answer."""
    browser.click(f".case input[name={question}][value='{number_of(question, answer)}']")
    browser.wait_for(DRAWN)
