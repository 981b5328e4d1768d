"""Markdown to HTML: what a body becomes, what is refused in it, and where.

The cases stand in `fixtures/rendered.md` and `fixtures/refused.md`: a name, the Markdown, the problems of a
body that begins on line 10, the HTML.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.problems import Problem, render
from generator.reading.prose import (
    ELEMENTS,
    MAX_LINKS,
    MAX_QUOTE_DEPTH,
    MAX_TABLE_COLUMNS,
    CitedPlace,
    Heading,
    Prose,
    is_absolute,
    is_safe_address,
    read_prose,
    slug_of,
)

FIXTURES = Path(__file__).parent / "fixtures"


class Case(NamedTuple):
    """A body, its problems as text, and the HTML it becomes."""

    markdown: str
    problems: str
    html: str


def cases(file: str) -> dict[str, Case]:
    """The cases of a fixture file by their names."""
    text = (FIXTURES / file).read_text(encoding="utf-8")
    found = {}
    for case in re.split(r"^===== ", text, flags=re.MULTILINE)[1:]:
        name, _, rest = case.partition("\n")
        markdown, *parts = re.split(r"^----- (\w+)\n", rest.rstrip("\n") + "\n", flags=re.MULTILINE)
        named = dict(zip(parts[::2], parts[1::2], strict=True))
        found[name] = Case(markdown, named.get("problems", "").rstrip("\n"), named["HTML"].strip("\n"))
    return found


CASES = {**cases("rendered.md"), **cases("refused.md")}


def prose_of(markdown: str) -> Prose:
    """The prose of a body that has nothing wrong in it."""
    prose, problems = read_prose(markdown, "x.md")
    assert problems == []
    assert prose is not None
    return prose


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_body_becomes_html_and_problems(case: Case) -> None:
    prose, found = read_prose(case.markdown, "x.md", first_line=10)
    assert prose is not None
    assert render(found, "text") == case.problems
    assert prose.html.strip("\n") == case.html


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_html_holds_no_element_that_is_not_expected(case: Case) -> None:
    assert set(re.findall(r"<([a-z0-9]+)", case.html)) <= ELEMENTS | {"cite"}


def test_prose_tells_headings_links_images_citations_and_words() -> None:
    prose = prose_of(
        "## Aims\n\nOne two [three](a.md#b) and <https://example.org/?a=1&b=2>. [@ipc-wales, p. 1]\n\n"
        "### More & more\n\n![alt](pic.png) Note.[^1]\n\n[^1]: See [four](c.md). [@chalvi-2007, p. 2]\n"
    )
    assert prose.headings == (Heading(2, "Aims", "aims"), Heading(3, "More & more", "more-more"))
    assert prose.links == ("a.md#b", "https://example.org/?a=1&b=2", "c.md")
    assert prose.images == ("pic.png",)
    assert prose.citations == (CitedPlace("ipc-wales", "p. 1"), CitedPlace("chalvi-2007", "p. 2"))
    assert prose.words == 13


def test_link_that_looks_like_a_footnote_is_a_link() -> None:
    assert prose_of("[a](#fn-1)\n").links == ("#fn-1",)


@pytest.mark.parametrize(
    ("entity", "column"),
    [("&#x202e;", 3), ("&ZeroWidthSpace;", 3), ("&shy;", 3), ("&#8203;", 3), ("&#0000173;", 3), ("&Tab;", 3)],
)
def test_character_that_cannot_be_seen_is_refused_behind_an_entity_too(entity: str, column: int) -> None:
    _, found = read_prose(f"`{entity}`\n\na {entity} b\n", "x.md")
    assert found == [
        Problem(
            "x.md",
            3,
            column,
            "hidden-character",
            f"{entity!r} is a character that cannot be seen.",
            "Delete it and type the text again.",
        )
    ]


def test_table_may_have_twenty_columns() -> None:
    assert prose_of(f"{'|a' * MAX_TABLE_COLUMNS}|\n{'|-' * MAX_TABLE_COLUMNS}|\n").html.count("<th>") == 20


def test_wider_table_is_refused_at_its_line() -> None:
    prose, found = read_prose("Text\n\n" + "|a" * 21 + "|\n" + "|-" * 21 + "|\n", "x.md", first_line=5)
    assert prose is None
    assert render(found, "text") == (
        "x.md:7:1: table-too-wide: This line has 22 signs '|'; tables may have 20 columns. Split the table."
    )


def test_quotations_may_be_nested_eight_deep() -> None:
    assert prose_of("> " * MAX_QUOTE_DEPTH + "a\n").html.count("<blockquote>") == 8


@pytest.mark.parametrize("line", [">>>>>>>>> a", "> " * 9 + "a", "- > " * 9 + "a", "1. >> >> >> >> >"])
def test_deeper_quotations_are_refused_at_their_line(line: str) -> None:
    prose, found = read_prose(f"Text > Text\n\n{line}\n", "x.md", first_line=5)
    assert prose is None
    assert render(found, "text") == (
        "x.md:7:1: too-deep: Quotations are nested more than 8 deep here. Begin the line with fewer signs '>'."
    )


def test_body_may_have_three_hundred_links_and_no_more() -> None:
    link = "[a](b.md) "
    assert len(prose_of(link * MAX_LINKS).links) == 300
    _, found = read_prose("Text\n\n" + link * (MAX_LINKS + 1), "x.md", first_line=5)
    assert render(found, "text") == (
        "x.md:5:1: too-many-links: There are 301 links; 300 are allowed. Keep the ones that help the reader."
    )


@pytest.mark.parametrize(
    ("address", "safe", "absolute"),
    [
        ("https://example.org", True, True),
        ("HTTP://example.org", True, True),
        ("mailto:office@example.org", True, True),
        ("meitheal.md", True, False),
        ("../safety.md#x:y", True, False),
        ("#aims", True, False),
        ("#aims:more", True, False),
        ("", False, False),
        ("  ", False, False),
        ("/etc", False, False),
        ("//example.org", False, False),
        ("\\\\server", False, False),
        ("javascript:x", False, True),
        (" javascript:x", False, True),
        ("\x01javascript:x", False, True),
        ("data:text/html,x", False, True),
    ],
)
def test_address_is_safe_when_it_stays_here_or_goes_to_web_or_mail(
    address: str, safe: bool, absolute: bool
) -> None:
    assert (is_safe_address(address), is_absolute(address)) == (safe, absolute)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("How it works", "how-it-works"),
        ("  1. Aims & means! ", "1-aims-means"),
        ("Ä", "section"),
        ("", "section"),
    ],
)
def test_slug_is_made_of_small_letters_digits_and_hyphens(text: str, slug: str) -> None:
    assert slug_of(text) == slug
