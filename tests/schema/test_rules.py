"""Every rule of the schema: what is refused, where, in which words.

The cases stand in `fixtures/refused.txt`: the model and a name, the YAML that is wrong, the problems. A
practice is completed with what it needs besides; what is wrong in it stands on the first lines.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.schema import parts
from generator.schema.fields import Record
from generator.schema.indicator import Indicator
from generator.schema.page import Page
from generator.schema.practice import FullPractice, Practice
from generator.schema.reference import References
from generator.schema.search_words import SearchWords
from generator.schema.wording import WORDINGS
from tests.schema.records import brief, full, problems

CASES = Path(__file__).parent / "fixtures/refused.txt"
MODELS: dict[str, tuple[type[Record], Callable[[str, str], str]]] = {
    "brief": (Practice, brief),
    "full": (FullPractice, full),
    "indicator": (Indicator, lambda yaml, _: yaml),
    "page": (Page, lambda yaml, _: yaml),
    "search-words": (SearchWords, lambda yaml, _: yaml),
    "references": (References, lambda yaml, _: yaml),
    **{
        model.__name__: (model, lambda yaml, _: yaml)
        for model in (parts.AgeRange, parts.Years, parts.Delivery, parts.Evaluation)
    },
}


class Case(NamedTuple):
    """A model, a text that it refuses, and the problems in it."""

    model: type[Record]
    yaml: str
    problems: str


def cases() -> dict[str, Case]:
    """The cases of the fixture file by their names."""
    found = {}
    for case in re.split(r"^===== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = case.partition("\n")
        yaml, _, expected = rest.partition("----- problems\n")
        model, complete = MODELS[name.partition(":")[0].partition(" ")[0]]
        without = name.partition(":")[0].partition(" without ")[2]
        found[name] = Case(model, complete(yaml.rstrip("\n"), without), expected.rstrip("\n"))
    return found


@pytest.mark.parametrize("case", cases().values(), ids=cases())
def test_record_that_breaks_a_rule_is_refused(case: Case) -> None:
    assert problems(case.model, case.yaml) == case.problems


def test_every_wording_has_a_case() -> None:
    shown = set(re.findall(r"^\d+:\d+: ([a-z-]+): ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert {wording.rule for wording in WORDINGS.values()} - shown == set()
