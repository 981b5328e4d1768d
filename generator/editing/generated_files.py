"""The files that are made from the schema and from other files, and never edited by hand.

In comes the text of the page "How to submit"; out come paths and texts. A test fails when a file in
the repository differs from what is made here.
"""

import re

from generator.editing import issue_form
from generator.editing.json_schema import schema_text

SCHEMA = "pages/assets/practice.schema.json"
"""Committed and published in one: files in `pages/assets` are copied to the site."""

SUBMIT_PAGE = "pages/submit.md"
CONTRIBUTING = "CONTRIBUTING.md"
_LINK = re.compile(r"(!?\[[^\]]*\]\()(?![a-z]+:|#)([^)\s]+\))")
_FRONT_MATTER = re.compile(r"\A---\n(?P<fields>.*?)\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title: (.+)$", re.MULTILINE)


def made_files(submit_page: str) -> dict[str, str]:
    """The text of every made file by its path."""
    return {
        SCHEMA: schema_text(),
        issue_form.PATH: issue_form.issue_form_text(),
        CONTRIBUTING: contributing(submit_page),
    }


def contributing(submit_page: str) -> str:
    """The page "How to submit" as `CONTRIBUTING.md`: its title as a heading, its links from the root."""
    front = _FRONT_MATTER.match(submit_page)
    fields = front["fields"] if front else ""
    title = _TITLE.search(fields)
    body = submit_page[front.end() :] if front else submit_page
    note = f"<!-- Made from {SUBMIT_PAGE}; edit that page, then run: compendium schema --write -->"
    return f"{note}\n\n# {title[1] if title else ''}\n{_LINK.sub(_from_root, body)}"


def _from_root(link: re.Match[str]) -> str:
    address = link[2]
    return f"{link[1]}{address[3:] if address.startswith('../') else f'pages/{address}'}"
