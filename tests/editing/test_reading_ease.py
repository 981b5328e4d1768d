"""Sentences are told apart and counted; the grade is that of Coleman and Liau."""

import pytest

from generator.editing.reading_ease import ReadingEase, reading_ease
from generator.reading.frontmatter import Document, read

COLEMAN_LIAU = (
    "Existing computer programs that measure readability are based largely upon subroutines which "
    "estimate number of syllables, usually by counting vowels. The shortcoming in estimating syllables is "
    "that it necessitates keypunching the prose into the computer. There is no need to estimate syllables "
    "since word length in letters is a better predictor of readability than word length in syllables. "
    "Therefore, a new readability formula was computed that has for its predictors letters per 100 words "
    "and sentences per 100 words. Both predictors can be counted by an optical scanning device, and thus "
    "the formula makes it economically feasible for an organization such as the U.S. Office of Education "
    "to calibrate the readability of all textbooks for the public school system."
)
"""The abstract of their paper, whose grade is given as 14.5."""


def ease(body: str, summary: str = "") -> ReadingEase:
    found = read(f"---\nsummary: {summary!r}\n---\n{body}\n", "pages/x.md")
    assert isinstance(found, Document)
    return reading_ease(found)


@pytest.mark.parametrize(
    ("body", "lengths"),
    [
        ("One two. Three four five! “Six?” Seven.", (2, 3, 1, 1)),
        ("It takes 1.5 hours, e.g. at home.", (7,)),
        (
            "First of all:\n\n- one\n- two three. Four\n\n## Not this\n\n| nor | this |\n|---|---|\n",
            (3, 1, 2, 1),
        ),
        ("A [link here](x.md#a-b) is *read*. [@ipc-wales, section 7.1]", (5,)),
        ("[//]: # 'Not this.'\n\nWomen's well-being.", (2,)),
        ("", ()),
    ],
)
def test_sentences_are_counted_as_they_are_read(body: str, lengths: tuple[int, ...]) -> None:
    assert ease(body).lengths == lengths


def test_summary_is_read_too() -> None:
    assert ease("Three.", "One two.").lengths == (2, 1)


def test_grade_is_that_of_the_paper() -> None:
    assert round(ease(COLEMAN_LIAU).grade, 1) == 14.5


def test_median_longest_and_long_sentences_are_told() -> None:
    found = ease(f"One. Two three. {'Word ' * 26}end.")
    assert (found.median, found.long, found.words, found.longest[:9]) == (2, 1, 30, "Word Word")


def test_text_without_words_has_no_grade() -> None:
    assert (ease("").grade, ease("").median, ease("").longest) == (0, 0, "")
