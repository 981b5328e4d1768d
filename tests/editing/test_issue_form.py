"""The issue form shows the schema's words, and what comes back becomes a file."""

import datetime

import pytest
import yaml

from generator import vocabulary
from generator.editing.issue_form import HOW, answers_in, issue_form_text, tidied
from generator.editing.questions import questions
from generator.editing.submission import Submission, branch_title, pull_request_text, submission
from tests.small_compendium import SmallCompendium

TODAY = datetime.date(2026, 11, 22)
TITLES = {question.path: question.title for question in questions()}
FILLED_IN = {
    "title": "Safe Space evenings",
    "summary": "Evening groups for teenagers who have lived with violence.",
    "status": "Described as running",
    "status_note": "_No response_",
    "category": "Children",
    "field": "Treatment, Prevention",
    "kind": "Activity",
    "countries": "Ireland, UK",
    "region": "_No response_",
    "themes": "Domestic violence, Child contact",
    "evidence.level": "Described",
    "sources.ref": "ipc-wales",
    "sources.locator": "section 3",
}


def issue_body(**changes: str) -> str:
    """An issue as GitHub writes it from the form."""
    answers = {**FILLED_IN, **{path.replace("__", "."): text for path, text in changes.items()}}
    parts = [f"### {TITLES[path]}\n\n{text}\n" for path, text in answers.items() if path in TITLES]
    how = answers.get("how", "Two workers meet the group every week. (section 3)")
    consent = "### Before you send\n\n- [X] It is written in my own words."
    return "\n".join([*parts, f"### {vocabulary.BRIEF_HEADING}\n\n{how}\n", consent]).replace("\n", "\r\n")


def made(compendium: SmallCompendium, body: str) -> Submission:
    existing = compendium.load()
    return submission(body, existing.practices, existing.references, TODAY)


def test_form_asks_every_question_in_the_words_of_the_schema() -> None:
    form = yaml.safe_load(issue_form_text())
    labels = [element["attributes"].get("label") for element in form["body"]]
    assert labels == [None, *TITLES.values(), vocabulary.BRIEF_HEADING, "Before you send"]


@pytest.mark.parametrize(
    "question", [question for question in questions() if question.terms], ids=lambda q: q.path
)
def test_no_choice_of_the_form_has_the_comma_by_which_choices_are_told_apart(question) -> None:  # type: ignore[no-untyped-def]
    assert question.path == "countries" or not any(", " in term.label for term in question.terms)


def test_filled_in_form_is_read_back() -> None:
    assert answers_in(issue_body()) == {
        "title": ("Safe Space evenings",),
        "summary": ("Evening groups for teenagers who have lived with violence.",),
        "status": ("current",),
        "category": ("children",),
        "field": ("treatment", "prevention"),
        "kind": ("activity",),
        "countries": ("IE", "GB"),
        "themes": ("domestic-violence", "child-contact"),
        "evidence.level": ("described",),
        "sources.ref": ("ipc-wales",),
        "sources.locator": ("section 3",),
        HOW: ("Two workers meet the group every week. (section 3)",),
    }


def test_headings_inside_an_answer_are_text() -> None:
    answers = answers_in(issue_body(how="First.\n\n### Title\n\nA trick.\n\n### Summary\n\nAnother."))
    assert answers["title"] == ("Safe Space evenings",)
    assert answers[HOW] == ("First.\n\n### Title\n\nA trick.\n\n### Summary\n\nAnother.",)


@pytest.mark.parametrize("body", ["", "Hello!", "### Title", "### Title\n\n\n", "---\ntitle: x\n---\n"])
def test_issue_without_answers_gives_none(body: str) -> None:
    assert answers_in(body) == {}


def test_text_pasted_from_a_word_processor_is_tidied() -> None:
    assert (
        tidied("“One”\u00a0two\tthree \u200b\r\n\r\n\r\n\r\nFour\u00ad five") == "“One” two three\n\nFour five"
    )


def test_file_of_a_filled_in_form_passes_the_check(compendium: SmallCompendium) -> None:
    suggested = made(compendium, issue_body())
    compendium.write(suggested.path, suggested.text)
    assert (suggested.path, compendium.problems()) == ("practices/safe-space-evenings.md", [])
    assert pull_request_text(suggested, [], 12) == (
        "This entry was made from a form. Closes #12.\n"
        "Nobody has compared it with its source yet.\n"
        "\n"
        "The file is `practices/safe-space-evenings.md`. To add what is missing, write it in a comment "
        "below; an editor puts it in place, under *Files changed* with *Edit file*.\n"
        "\n"
        "**The check finds nothing missing.**\n"
        "\n"
        "**Next:** an editor reads the entry against its source, with the review checklist.\n"
    )


def test_pull_request_says_what_is_missing_and_how_to_list_a_new_source(compendium: SmallCompendium) -> None:
    body = issue_body(
        status="Historical",
        sources__ref="Smith, J. (2019), Evenings: a `report`",
        summary="Ask @everyone <b>now</b>.",
    )
    suggested = made(compendium, body)
    compendium.write(suggested.path, suggested.text)
    text = pull_request_text(suggested, compendium.problems(), 12)
    missing, _, reference = text.partition("**The source is not in the list")
    assert [
        line.partition(": ")[2].partition(".")[0] for line in missing.splitlines() if line.startswith("- ")
    ] == [
        "The status 'historical' is not explained",
        "There is no reference 'smith-j-2019-evenings-a-report'",
    ]
    assert reference.splitlines()[2:6] == [
        "```yaml",
        "  - id: smith-j-2019-evenings-a-report",
        "    type: document",
        "    title: 'Smith, J. (2019), Evenings: a report'",
    ]
    assert "@everyone" not in text


def test_source_may_be_named_by_its_title(compendium: SmallCompendium) -> None:
    suggested = made(compendium, issue_body(sources__ref="CHALVI report"))
    assert (suggested.ref, suggested.unlisted) == ("chalvi-2007", "")


def test_no_file_takes_the_name_of_another(compendium: SmallCompendium) -> None:
    assert made(compendium, issue_body(title="Brief")).path == "practices/brief-2.md"


def test_pull_request_title_mentions_nobody() -> None:
    assert branch_title(Submission("p", "", "Ask @everyone", "", "")) == "Practice: Ask &#64;everyone"


def test_issue_that_says_nothing_makes_a_file_whose_every_gap_is_named(compendium: SmallCompendium) -> None:
    suggested = made(compendium, "")
    compendium.write(suggested.path, suggested.text)
    assert suggested.path == "practices/practice.md"
    assert {problem.path for problem in compendium.problems()} == {"practices/practice.md"}
