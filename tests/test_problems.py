"""Mistakes in content: how they are ordered and printed, and what is suggested instead."""

import pytest

from generator.problems import Format, Problem, did_you_mean, errors, one_of, render

FAR = Problem("b.md", 1, 1, "tab", "There is a tab here.", "Use spaces.")
LATE = Problem("a.md", 10, 2, "heading", "The heading 'A: 100 %' has no place here.", "Allowed: B, C.")
EARLY = Problem("a.md", 9, 12, "empty-value", "'title' is empty.")
MILD = Problem("a.md", 9, 1, "old", "It is old.", "Look again.", "warning")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (
            "text",
            "a.md:9:1: warning: old: It is old. Look again.\n"
            "a.md:9:12: empty-value: 'title' is empty.\n"
            "a.md:10:2: heading: The heading 'A: 100 %' has no place here. Allowed: B, C.\n"
            "b.md:1:1: tab: There is a tab here. Use spaces.",
        ),
        (
            "github",
            "::warning file=a.md,line=9,col=1,title=old::It is old. Look again.\n"
            "::error file=a.md,line=9,col=12,title=empty-value::'title' is empty.\n"
            "::error file=a.md,line=10,col=2,title=heading::The heading 'A: 100 %25' has no place here. "
            "Allowed: B, C.\n"
            "::error file=b.md,line=1,col=1,title=tab::There is a tab here. Use spaces.",
        ),
    ],
)
def test_problems_are_printed_once_each_in_reading_order(form: Format, expected: str) -> None:
    assert render([FAR, LATE, EARLY, MILD, FAR], form) == expected


def test_problems_for_programs_hold_every_part() -> None:
    assert render([EARLY], "json") == (
        '[\n  {\n    "path": "a.md",\n    "line": 9,\n    "column": 12,\n    "rule": "empty-value",\n'
        '    "message": "\'title\' is empty.",\n    "fix": "",\n    "severity": "error"\n  }\n]'
    )


@pytest.mark.parametrize(("form", "expected"), [("text", ""), ("json", "[]"), ("github", "")])
def test_no_problems_are_printed_as_nothing(form: Format, expected: str) -> None:
    assert render([], form) == expected


def test_annotation_escapes_what_would_end_it() -> None:
    strange = Problem("a,b:c.md", 1, 1, "rule", "One\r\ntwo :: three", "")
    assert (
        render([strange], "github")
        == "::error file=a%2Cb%3Ac.md,line=1,col=1,title=rule::One%0D%0Atwo :: three"
    )


def test_warnings_do_not_stop_a_build() -> None:
    assert errors([MILD, EARLY]) == [EARLY]


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ("countrys", "Did you mean 'countries'?"),
        ("COUNTRIES", "Did you mean 'countries'?"),
        (" countries ", "Did you mean 'countries'?"),
        ("who", "Did you mean 'Who'?"),
        ("weather", ""),
        ("", ""),
    ],
)
def test_nearest_allowed_value_is_suggested_whatever_its_case(value: str, suggestion: str) -> None:
    assert did_you_mean(value, ["countries", "category", "Who"]) == suggestion


def test_allowed_values_are_listed_in_their_order() -> None:
    assert one_of(["b", "a"]) == "Allowed: b, a."
