"""Cases as professionals meet them, and the practices that Find by case must and must not give for them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

import pytest

from tests.browser.case_page import CHILD_OF_NINE, COUNT, DRAWN, everything, opened, reasons_of
from tests.browser.conftest import Visit


class Case(NamedTuple):
    """Answers, the practices that must be in the first group, and those that must not."""

    answers: Mapping[str, str]
    fitting: set[str]
    others: set[str]


CASES = {
    "a child of nine, the violent father has left": Case(
        {"who": "child", "age": "5", "violence": "domestic", "stage": "left", "country": "GB"},
        {"feeling-safe-group"},
        {"impact-project", "dasl-counselling", "freedom-programme", "community-group-treatment-programme"},
    ),
    "a girl of fourteen, parents drink and use drugs, violence": Case(
        {"who": "child", "age": "11", "violence": "domestic", "substances": "either"},
        {"dasl-counselling"},
        {"feeling-safe-group", "family-alcohol-service", "arp-nia-alcohol-and-domestic-violence-project"},
    ),
    "a mother who drinks has left a violent man": Case(
        {"who": "parent", "violence": "domestic", "substances": "alcohol", "stage": "left"},
        {"arp-nia-alcohol-and-domestic-violence-project", "galvani-intervention-steps"},
        {"camden-joint-care", "dasl-counselling", "respect-minimum-standards", "freedom-programme"},
    ),
    "a woman in a refuge uses heroin": Case(
        {"who": "parent", "violence": "domestic", "substances": "drugs", "stage": "left", "purpose": "alone"},
        {"camden-joint-care"},
        {"refuge-childrens-workers", "family-alcohol-service"},
    ),
    "a man who drinks is violent": Case(
        {"who": "abuser", "substances": "alcohol"},
        {"perpetrators-in-drug-and-alcohol-services", "risk-questions-and-checklist"},
        {"arp-nia-alcohol-and-domestic-violence-project", "cycle-of-change-support", "core-kids"},
    ),
    "children in danger now, a group": Case(
        {"who": "child", "stage": "now", "purpose": "group"},
        {"direct-work-with-children", "domestic-violence-outreach-scheme", "imani-project"},
        {"community-group-treatment-programme", "feeling-safe-group", "freedom-programme"},
    ),
    "high risk, several services": Case(
        {"violence": "domestic", "stage": "now", "purpose": "agencies"},
        {"marac"},
        {"meitheal", "freedom-programme", "arp-nia-alcohol-and-domestic-violence-project"},
    ),
    "a family whose father drinks wants to be seen together": Case(
        {"who": "family", "substances": "alcohol", "purpose": "family"},
        {"family-alcohol-service"},
        {"talking-to-my-mum", "core-kids", "dasl-counselling"},
    ),
    "children in care who hurt each other": Case(
        {"who": "child", "violence": "peers"},
        {"applying-safe-behaviours"},
        {"feeling-safe-group", "crip-nord"},
    ),
    "a family in Ireland": Case(
        {"who": "family", "country": "IE"},
        {"meitheal"},
        {"pmi-nord", "social-space-orientation-graz", "family-alcohol-service"},
    ),
    "a refuge wants a policy on drugs": Case(
        {"who": "professional", "substances": "drugs", "purpose": "guidance"},
        {"refuge-drugs-policy"},
        {"caf-tables-parental-alcohol", "core-kids", "camden-joint-care"},
    ),
    "a commissioner plans services": Case(
        {"who": "professional", "purpose": "planning"},
        {"vision-for-services", "brent-drug-treatment-plan"},
        {"core-kids", "freedom-programme"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_case_finds_what_fits_and_nothing_that_does_not(visit: Visit, name: str) -> None:
    case = CASES[name]
    fitting = {*everything(opened(visit, case.answers))["fit"]}
    assert case.fitting <= fitting
    assert not case.others & fitting


def test_service_that_says_nothing_of_children_is_no_answer_for_a_child_of_nine(visit: Visit) -> None:
    browser = opened(visit, CHILD_OF_NINE)
    womens_service = "arp-nia-alcohol-and-domestic-violence-project"
    groups = everything(browser)
    before = groups["may"][: groups["may"].index(womens_service)]
    assert {"feeling-safe-group", "galvani-intervention-steps", "building-resilience"} <= {*before}
    reasons = reasons_of(browser, womens_service)
    assert reasons[0] == "a child: not stated (the source names adults and professionals)"
    assert reasons[1] == "age 5 to 10: not stated (the source names no children)"
    assert "they have left: yes" in reasons


def test_every_practice_is_in_a_group_or_counted(visit: Visit) -> None:
    browser = opened(visit, CHILD_OF_NINE)
    shown = sum(map(len, everything(browser).values()))
    others = int(browser.text(".case__others")[0].split()[0])
    total = len(everything(opened(visit))["all"])
    assert shown + others == total
    assert browser.text(COUNT) == [f"{total} practices"]


def test_practice_that_fits_all_but_one_says_which_first(visit: Visit) -> None:
    browser = opened(visit, {"who": "child", "age": "5", "stage": "now"})
    assert "feeling-safe-group" in everything(browser)["but-one"]
    assert reasons_of(browser, "feeling-safe-group") == [
        "danger now: no (survivors and their children)",
        "a child: yes",
        "age 5 to 10: yes, 5 to 18 years",
    ]


def test_result_says_when_it_does_not_suit_and_what_it_needs(visit: Visit) -> None:
    browser = opened(visit, {"who": "family", "substances": "alcohol", "purpose": "family"})
    card = "document.querySelector('a[href$=\"galvani-intervention-steps.html\"]').closest('.case__result')"
    labels = f"[...{card}.querySelectorAll('dt')].map(label => label.textContent)"
    assert browser.evaluate(labels) == ["Not suitable when", "What it needs", "How it is given"]
    assert "whole family" in browser.evaluate(f"{card}.querySelector('.case__warning').textContent")
    assert browser.evaluate(f"{card}.querySelector('.case__warning dt').textContent") == "Not suitable when"


def test_empty_group_names_the_answers_that_emptied_it(visit: Visit) -> None:
    browser = opened(visit, CHILD_OF_NINE)
    causes = browser.text('[data-group="fit"] [data-without]')
    assert [re.sub(r"(is|are) \d+$", "…", cause) for cause in causes] == [
        "Without “age 5 to 10” there …",
        "Without “alcohol” there …",
    ]
    browser.click('[data-group="fit"] [data-without]')
    browser.wait_for(DRAWN)
    assert browser.text(COUNT)[0].split()[0] == causes[0].split()[-1]
    browser.wait_for("document.activeElement.id === 'case-finder-results'")
    assert browser.evaluate("document.querySelector('.case input[name=age]').checked")


def test_answers_that_empty_only_together_are_told_of(visit: Visit) -> None:
    browser = opened(visit, {"who": "family", "age": "0", "violence": "peers", "country": "IE"})
    said = browser.text('[data-group="fit"] > p')
    assert said == ["No practice is known to fit all your answers. It is “age under 5” that leaves none."]
