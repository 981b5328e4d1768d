"""The small drawings follow the vocabulary: a rung for each evidence level, a mark for each term."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from generator import vocabulary
from generator.presentation.texts import read_texts
from generator.privacy.exit_page import DEFAULT_SITE
from generator.privacy.policy import page_policy
from generator.site import theme

OVERRIDES = Path(__file__).parents[2] / "overrides"


def macros(levels: int) -> Any:
    """The macros of the theme for a vocabulary of so many evidence levels."""
    env = Environment(loader=FileSystemLoader(OVERRIDES))  # noqa: S701 - the theme makes it escape
    site = theme.Site("Site", "en", "", SimpleNamespace(items=[]), frozenset())
    theme.Theme(env, site, theme.Settings(DEFAULT_SITE, (), False, page_policy()), (), read_texts())
    terms = [vocabulary.Term(f"level-{n}", f"Level {n}", "", "") for n in range(1, levels + 1)]
    env.globals["EVIDENCE_LEVEL"] = tuple(terms)
    return env.get_template("partials/macros.html").module


@pytest.mark.parametrize("levels", [1, 3, 5, 6])
def test_ladder_has_a_rung_for_each_level(levels: int) -> None:
    drawn = str(macros(levels).drawings())
    for rung in range(1, levels + 1):
        symbol = drawn.split(f'id="rung_{rung}"')[1].split("</symbol>", maxsplit=1)[0]
        filled, *open_ = re.findall(r' d="([^"]*)"', symbol)
        assert (filled.count("M"), "".join(open_).count("M")) == (rung, levels - rung)
        heights = [float(height) for height in re.findall(r"v([0-9.]+)", symbol)]
        assert heights == sorted(heights)
        assert max(heights) <= 18
    assert [ladder.split('aria-label="')[1].split('"')[0] for ladder in macros(levels).ladders[1:]] == [
        f"Level {rung} of {levels}:" for rung in range(1, levels + 1)
    ]
    assert f"level 1 to {macros(levels).ladders[-1]} level {levels}." in str(macros(levels).key())


def test_each_mark_has_a_drawing_of_its_own() -> None:
    drawn = str(macros(5).drawings())
    symbols = re.findall(r'<symbol id="mark_([^"]+)"[^>]*>(.*?)</symbol>', drawn)
    assert [value for value, _ in symbols] == list(vocabulary.MARK.values)
    assert len({drawing for _, drawing in symbols}) == len(symbols)
