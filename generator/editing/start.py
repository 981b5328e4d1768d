"""A compendium's beginning: every file of a new one that has no practices yet.

In come its title, the texts in `starter/` and what the package carries of the framework (the eight
indicators, the pages that explain it, its references); out come texts by path. The command line writes
them. Nothing in them is made up for the framework: its files are handed on as they are.
"""

import json
import re
from collections.abc import Mapping

from generator.editing.generated_files import CONTRIBUTING, SCHEMA, SUBMIT_PAGE, contributing
from generator.editing.json_schema import schema_text

FRAMEWORK = (
    "indicators",
    "pages/about-indicators.md",
    "pages/evidence.md",
    "pages/good-practices.md",
    "pages/safety.md",
)
"""Handed on as they are: the folder of the indicators, and the pages that explain what every entry shows."""

REFERENCES = "practices/references.yaml"
LOCK = "requirements.lock"
LONGEST_TITLE = 90

_PLACES = {
    "gitignore": ".gitignore",
    "gitlab-ci.yml": ".gitlab-ci.yml",
    "github/workflows/pages.yml": ".github/workflows/pages.yml",
    "references.yaml": REFERENCES,
}
"""Where a starter's file goes whose name begins with a dot, or that is made of two."""

_CITED = re.compile(r"@([a-z0-9-]+),")
_ENTRY = re.compile(r"^  - id: ", re.MULTILINE)


def mistake_in(title: str) -> str:
    """What keeps a text from being the title of a compendium, or nothing."""
    if not title.strip():
        return "The title is empty. Write it behind --title, in quotation marks."
    if len(title) > LONGEST_TITLE:
        return f"The title has {len(title)} characters; {LONGEST_TITLE} are allowed. Shorten it."
    return "" if title.isprintable() else "The title has characters that cannot be seen. Type it again."


def beginning(title: str, starter: Mapping[str, str], carried: Mapping[str, str]) -> dict[str, str]:
    """Every file of a new compendium by its path, in order.

    `starter` are the texts in `starter/` and `carried` what the package brings, both by their paths.
    """
    files = {_PLACES.get(name, name): _filled(name, text, title) for name, text in starter.items()}
    framework = {name: text for name, text in carried.items() if name.startswith(FRAMEWORK)}
    cited = {ref for text in framework.values() for ref in _CITED.findall(text)}
    files |= framework
    files[REFERENCES] += _cited_references(carried[REFERENCES], cited)
    files[LOCK] = carried[LOCK]
    files[SCHEMA] = schema_text()
    files[CONTRIBUTING] = contributing(files[SUBMIT_PAGE])
    return dict(sorted(files.items()))


def _filled(name: str, text: str, title: str) -> str:
    """A starter's text with the title in its place: as YAML where it is YAML."""
    written = title if name == "README.md" else json.dumps(title, ensure_ascii=False)
    return text.replace("{title}", written)


def _cited_references(text: str, cited: set[str]) -> str:
    """Of a list of references those that are cited, as they are written there."""
    _, *entries = _ENTRY.split(text)
    return "\n".join(f"  - id: {entry.strip()}\n" for entry in entries if entry.partition("\n")[0] in cited)
