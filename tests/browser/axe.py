"""axe-core in a page: what it finds against WCAG 2.2 A and AA and against good practice.

It comes in by the debugging protocol, which stands above a page's Content-Security-Policy; the policy of
the page is left as it is. axe-core is a tool of the tests alone (MPL-2.0) and no part of what is published.
"""

import json
from enum import Enum
from typing import Any, NamedTuple

from playwright.sync_api import Page

from tests.site.conftest import PROJECT

SOURCE = PROJECT / "tests/html/node_modules/axe-core/axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


class Findings(NamedTuple):
    """What axe objects to, and what it leaves to people: a line for each place."""

    violations: list[str]
    undecided: list[str]


COLOURS = "color-contrast"
"""The one rule that a change of the scheme alone can break."""


class Extent(Enum):
    """What is asked: all, all but colours (when they are the reader's own), or colours alone."""

    ALL = "all"
    FORM = "form"
    COLOURS = "colours"


def examined(page: Page, extent: Extent = Extent.ALL) -> Findings:
    """What axe says of a page as it is shown now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE.read_text("utf-8"))
    page.evaluate("scrollTo(0, 0)")
    by_tag = {"type": "tag", "values": TAGS}
    options = {
        "runOnly": {"type": "rule", "values": [COLOURS]} if extent is Extent.COLOURS else by_tag,
        "resultTypes": ["violations", "incomplete"],
        "rules": {COLOURS: {"enabled": extent is not Extent.FORM}},
    }
    found = page.evaluate(f"axe.run(document, {json.dumps(options)})")
    return Findings(_lines(found["violations"]), _lines(found["incomplete"]))


def _lines(results: list[dict[str, Any]]) -> list[str]:
    return [f"{each['id']}: {_told(node)}" for each in results for node in each["nodes"]]


def _told(node: dict[str, Any]) -> str:
    checks = [check["message"] for kind in ("any", "all", "none") for check in node[kind]]
    return f"{' '.join(map(str, node['target']))} ({node['html'][:120]}): {'; '.join(checks)}"
