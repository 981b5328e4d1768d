"""The issue form "Suggest a practice", made from the schema, and what comes back from it.

Out goes the text of the form for GitHub, with the schema's own words; in comes the body of an issue
that was written with it, and out come the answers. Everything in an issue is text by a stranger: it is
cut into answers and never run, and the check judges it like any other file.
"""

import re
from typing import Any

import yaml

from generator import vocabulary
from generator.editing.questions import Answers, Question, plain, questions, understood
from generator.schema.words import form_of, is_short

PATH = ".github/ISSUE_TEMPLATE/suggest-a-practice.yml"
LABEL = "practice"
"""The label by which the workflow knows an issue that was written with the form."""

HOW = f"body.{vocabulary.BRIEF_HEADING}"
_NO_ANSWER = "_No response_"
_TEXTAREA_FROM = 200
_MADE = (
    "# Made from the schema; do not edit. To renew it after a change of the schema: compendium schema --write\n"
)
_INTRODUCTION = (
    "Thank you. Answer what you can. We turn your answers into a proposal, called a pull request. It tells you "
    "what is still missing. Write only what a document says, in your own words.\n\n"
    "**This page is public.** Leave out names of people, telephone numbers, personal email addresses and "
    "anything that could identify a family. If being seen writing here could put you at risk, do not use this "
    "form."
)
_HOW_MEANING = (
    "What happens, step by step: who does what with whom, how often and for how long. Write only what the "
    "document says, in your own words. End each paragraph with the place in the document, such as (page 12)."
)
_SOURCE_MEANING = (
    "The document that describes the practice. Give its key from the References page of the site, or its "
    "author, title, year and web address."
)
_CONSENT = (
    "I wrote it in my own words. Each fact comes from the document that I name.",
    "It names no clients or staff. Nobody can be recognised from it.",
    "It may be published under the licence CC BY 4.0.",
)


def issue_form_text() -> str:
    """The form, as the text of its own file."""
    form = {
        "name": "Suggest a practice",
        "description": "Describe a practice that helps children. You do not need to know git.",
        "title": "Practice: ",
        "labels": [LABEL],
        "body": [
            {"type": "markdown", "attributes": {"value": _INTRODUCTION}},
            *(_element(question) for question in questions()),
            _text_area(HOW, vocabulary.BRIEF_HEADING, _HOW_MEANING),
            _consent(),
        ],
    }
    return _MADE + yaml.safe_dump(form, sort_keys=False, allow_unicode=True, width=110)


def answers_in(issue_body: str) -> Answers:
    """The answers in the body of an issue that was written with the form, in the schema's spelling."""
    asked = questions()
    labels = [question.title for question in asked] + [vocabulary.BRIEF_HEADING]
    texts = _sections(issue_body, labels)
    answers = {
        question.path: understood(question, [texts[question.title]])
        for question in asked
        if question.title in texts
    }
    if vocabulary.BRIEF_HEADING in texts:
        answers[HOW] = (tidied(texts[vocabulary.BRIEF_HEADING]),)
    return {path: values for path, values in answers.items() if values}


def tidied(text: str) -> str:
    """Running text with its paragraphs, without tabs, hard spaces and characters that cannot be seen."""
    lines = (plain(line) for line in text.replace("\r\n", "\n").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _sections(issue_body: str, labels: list[str]) -> dict[str, str]:
    """The text under each heading of the form; a heading counts once, and in the form's order."""
    found: dict[str, str] = {}
    rest, label = issue_body.replace("\r\n", "\n"), ""
    for following in [*labels, None]:
        before, heading, after = _split(rest, following)
        if not heading and following is not None:
            continue
        if label and before.strip() != _NO_ANSWER and before.strip():
            found[label] = before.strip()
        rest, label = after, following or ""
    return found


def _split(text: str, label: str | None) -> tuple[str, str, str]:
    """The text before the heading `label`, the heading, and the text after it; the end ends everything."""
    pattern = rf"^### {re.escape(label)}[ ]*$" if label else r"^(?:- \[[ xX]\] |### Before you send)"
    heading = re.search(pattern, text, re.MULTILINE)
    if heading is None:
        return text, "", text if label else ""
    return text[: heading.start()], heading.group(), text[heading.end() :]


def _element(question: Question) -> dict[str, Any]:
    meaning = _SOURCE_MEANING if question.path == "sources.ref" else question.meaning
    if question.terms is not None and is_short(question.shape):
        return _dropdown(question)
    if (
        question.shape.most is not None
        and question.shape.kind == "text"
        and question.shape.most > _TEXTAREA_FROM
    ):
        return _text_area(question.path, question.title, _with_form(meaning, question), question.required)
    if question.path == "countries":
        meaning = (
            "The countries where it is used, with commas between them. You can write names or two-letter codes."
        )
    description = meaning if question.terms or question.shape.kind == "id" else _with_form(meaning, question)
    return _with_check(
        "input", question.path, {"label": question.title, "description": description}, question.required
    )


def _with_form(meaning: str, question: Question) -> str:
    form = form_of(question.shape)
    return f"{meaning} {form[0].upper()}{form[1:]}."


def _dropdown(question: Question) -> dict[str, Any]:
    terms = question.terms or ()
    meanings = "\n".join(f"- **{term.label}**: {term.definition}" for term in terms)
    attributes: dict[str, Any] = {
        "label": question.title,
        "description": f"{question.meaning}\n{meanings}",
        "options": [term.label for term in terms],
    }
    if question.many:
        attributes["multiple"] = True
    return _with_check("dropdown", question.path, attributes, question.required)


def _text_area(path: str, label: str, description: str, required: bool = True) -> dict[str, Any]:
    return _with_check("textarea", path, {"label": label, "description": description}, required)


def _with_check(kind: str, path: str, attributes: dict[str, Any], required: bool) -> dict[str, Any]:
    identifier = re.sub(r"[^a-z_]+", "-", path.lower())
    return {"type": kind, "id": identifier, "attributes": attributes, "validations": {"required": required}}


def _consent() -> dict[str, Any]:
    options = [{"label": label, "required": True} for label in _CONSENT]
    return {
        "type": "checkboxes",
        "id": "consent",
        "attributes": {"label": "Before you send", "options": options},
    }
