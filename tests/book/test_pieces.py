"""The small parts that the book is made of."""

import pytest

from generator.book.coverage import printable
from generator.book.pagination import Place, Proof, leading_to, page_of, pages_of, placed, resolved
from generator.book.prose import right_to_left
from generator.book.tree import tree_of
from generator.book.typst_text import call, literal, web_address, words


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('say "x"', '"say \\"x\\""'),
        ("back\\slash", '"back\\\\slash"'),
        ("two\nlines", '"two\\nlines"'),
        ("#strong[x] $y$ @z // c", '"#strong[x] $y$ @z // c"'),
        ('"); panic("', '"\\"); panic(\\""'),
    ],
)
def test_text_is_never_markup(text: str, source: str) -> None:
    assert literal(text) == source


def test_only_words_too_long_for_a_line_are_given_places_to_break() -> None:
    assert words("a" * 29) == f'"{"a" * 29}"'
    assert words("a" * 30) == '"' + "\u00ad".join(["a" * 8] * 3 + ["a" * 6]) + '"'


def test_a_web_address_breaks_after_its_own_signs_without_a_hyphen() -> None:
    assert web_address("https://example.org/a/b") == '"https://\u200bexample.\u200borg/\u200ba/\u200bb"'


def test_arguments_are_written_as_typst_names_them() -> None:
    assert call("f", "1", row_gutter="2em") == "f(1, row-gutter: 2em)"


def test_chapters_follow_each_other() -> None:
    proofs = [Proof(2, {"a": Place(1, 70.0)}), Proof(3, {"b": Place(2, 90.5)})]
    assert placed(proofs) == {"a": Place(1, 70.0), "b": Place(4, 90.5)}


@pytest.mark.parametrize(
    ("source", "closed"),
    [
        (page_of("b"), '"4"'),
        (page_of("gone"), '"100"'),
        (leading_to("b", '"x"'), 'at(4, 90.5pt, "x")'),
        (leading_to("gone", '"x"'), 'unlinked("x")'),
        (pages_of(["b", "a", "b"]), '{at(1, 70.0pt, "1"); ", "; at(4, 90.5pt, "4")}'),
        (literal('page-of("b")'), '"page-of(\\"b\\")"'),
    ],
)
def test_open_references_are_closed_with_true_pages(source: str, closed: str) -> None:
    assert resolved(source, {"a": Place(1, 70.0), "b": Place(4, 90.5)}, 100) == closed


def test_runs_of_characters_that_no_font_has_are_replaced_once() -> None:
    covered = frozenset(map(ord, "abc "))
    assert printable("ab 漢字 漢 c", covered, "[characters that cannot be printed]") == (
        "ab [characters that cannot be printed] c",
        ("字", "漢"),
    )


@pytest.mark.parametrize(
    ("text", "language"), [("42 שלום", "he"), ("مرحبا", "ar"), ("English שלום", ""), ("", "")]
)
def test_direction_follows_the_first_letter(text: str, language: str) -> None:
    assert right_to_left(text) == language


def test_a_tree_keeps_text_and_nesting() -> None:
    root = tree_of('<p>a <em>b</em> &amp; c<br />d</p><cite data-ref="x" data-locator="p. 1"></cite>')
    assert [element.tag for element in root.elements("p", "em", "br", "cite")] == ["p", "em", "br", "cite"]
    assert root.text == "a b & cd"
