"""Practices that are hard to set, or that cannot be set at all: the book says so and stays whole."""

from dataclasses import replace

import pytest

from generator.book import EVERYTHING, Edition, make_pdf
from generator.compendium.records import Compendium
from generator.problems import Problem
from tests.book.conftest import FONTS, LONG_WORD
from tests.book.reader import ReadBack, letters

EDITIONS = [Edition(), Edition(paper="a5"), Edition(large_print=True)]


@pytest.mark.parametrize("edition", EDITIONS, ids=["a4", "a5", "large print"])
def test_a_hard_practice_is_set_as_well_as_possible(hard: Compendium, edition: Edition) -> None:
    made = make_pdf(hard, EVERYTHING, edition, FONTS)
    assert made.problems == (
        Problem(
            "practices/everything.md",
            1,
            1,
            "unprintable-characters",
            "8 character(s) here cannot be printed: U+0926, U+0928, U+0939, U+093F, U+0940, ….",
            "The book says so in their place. Write them in another script, or add a font that has them.",
            "warning",
        ),
    )
    book = ReadBack(made.pdf)
    text = letters(book.text)
    for said in (
        LONG_WORD,
        "<b>#strong[markup] $x^2$ `raw` @label // comment",
        'code#$"x"#hash',
        "https://example.org/outside?q=1&x=%C3%A9",
        "https://example.org/foot",
        "tenth cell",
        "eighteenth cell",
        "second paragraph",
        "preformatted",
        "A heading that skips",
        "[characters that cannot be printed] and [characters that cannot be printed]",
    ):
        assert letters(said) in text, said
    assert "😀" in book.text


@pytest.mark.parametrize("edition", EDITIONS, ids=["a4", "a5", "large print"])
def test_nothing_is_set_beyond_the_edge_of_the_paper(hard: Compendium, edition: Edition) -> None:
    book = ReadBack(make_pdf(hard, EVERYTHING, edition, FONTS).pdf)
    for number, page in enumerate(book.file.pages, 1):
        width, height = float(page.MediaBox[2]), float(page.MediaBox[3])
        outside = [p for p in book.pieces(number) if not (0 < p.x < width and 0 < p.y < height)]
        assert outside == [], number


def with_body(compendium: Compendium, practice: str, html: str) -> Compendium:
    """The compendium with another body in one practice."""
    entry = compendium.practices[practice]
    broken = replace(entry, body=replace(entry.body, html=html))
    return replace(compendium, practices={**compendium.practices, practice: broken})


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<video>x</video>", "Its text has an element that the book does not know: 'video'."),
        ("<ul><li>" * 60, "Lists and quotations are nested more than 100 deep in it."),
        ("<blockquote>" * 60 + "<p>x</p>", "The typesetter says: maximum layout depth exceeded."),
    ],
    ids=["unknown element", "too deep to read", "too deep to set"],
)
def test_a_practice_that_cannot_be_set_is_refused_by_name(hard: Compendium, html: str, reason: str) -> None:
    made = make_pdf(with_body(hard, "meitheal", html), EVERYTHING, Edition(), FONTS)
    assert [problem for problem in made.problems if problem.rule == "not-printed"] == [
        Problem(
            "practices/meitheal.md",
            1,
            1,
            "not-printed",
            f"'Meitheal' could not be set for print. {reason}",
            "Its page in the book says so.",
            "warning",
        )
    ]
    book = ReadBack(made.pdf)
    assert "This entry could not be prepared for print." in book.pages[book.outline["Meitheal"] - 1]
    assert "Duluth Model (as theory)" in book.outline
