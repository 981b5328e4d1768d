"""What YAML cannot read, or would pass over: every mistake is told at its place, and nothing typed is lost."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import render
from generator.reading.yaml_events import StrictYaml

MISTAKES = [
    ('title: "Evening group\nsummary: A\nentry: brief\nsources:\n  - {ref: "x", locator: y}\nreviewed_on: 2026-01-01\n', '1:8: the quote that is opened here is not closed. Close it at the end of its text, on this line.'),
    ('title: "Evening group\nsummary: A\nentry: brief\n', '1:8: the quote that is opened here is not closed. Close it at the end of its text, on this line.'),
    ("title: 'Evening group\nsummary: A's\nentry: brief\n", '1:8: the quote that is opened here is not closed. Close it at the end of its text, on this line.'),
    ('title: "Evening group\nsummary: A nice group"\nx: y\n', '1:8: the quote that is opened here is not closed. Close it at the end of its text, on this line.'),
    ("title: 'Children's group'\nsummary: A\n", "1:8: the quote is closed after 'Children', and more text follows. Write the whole text in quotes: 'Children''s group'"),
    ('title: "The "best" group"\nsummary: A\n', '1:8: the quote is closed after \'The \', and more text follows. Write the whole text in quotes: \'The "best" group\''),
    ('title: "best" group\nsummary: A\n', '1:8: the quote is closed after \'best\', and more text follows. Write the whole text in quotes: \'"best" group\''),
    ("a: {ref: x, locator: 'Children's rights'}\n", "1:22: the quote is closed after 'Children', and more text follows. Put the whole text in quotes, and write an apostrophe in '…' twice."),
    ("a:\n  - 'Children's rights'\n  - b\n", "2:5: the quote is closed after 'Children', and more text follows. Put the whole text in quotes, and write an apostrophe in '…' twice."),
    ('title: A\n summary: B\nentry: x\n', "2:1: 'summary' begins with spaces, as if it belonged to 'title' above. Take them away."),
    (' title: A\nsummary: B\n', '1:1: the first field begins with a space. Take the spaces at its beginning away, so that all fields begin below each other.'),
    ('title: A\nsummary B\nentry: c\n', "2:1: the line has no ': '. Write 'name: value', and close each quote."),
    ('title: A\nsummary B\n', "2:1: the line has no ': '. Write 'name: value', and close each quote."),
    ('title: [a, b\nsummary: c\n', '2:8: the brackets are not closed. Close them; put texts with commas or brackets in quotes.'),
    ('title: (a): b\n', "1:11: a ': ' within a text ends it. Put the whole text in quotes: title: '(a): b'"),
    ('themes:\n  - a\n - b\n', "3:2: this line begins with 1 space, and no field above it does. Begin it with no space, directly below 'themes'."),
    ('title: > a b\n', "1:8: no text can begin with '>'. Put the whole text in quotes: title: '> a b'"),
    ('title: >8\n  b\n', "2:3: this line begins with 2 spaces, and no field above it does. Begin it with no space, directly below 'title'."),
    ('a: | x\n', "1:4: no text can begin with '|'. Put the whole text in quotes: a: '| x'"),
    ('title: A\nsummary: "b" "c"\n', '2:10: the quote is closed after \'b\', and more text follows. Write the whole text in quotes: \'b" "c\''),
    ('title: @x\n', "1:8: no text can begin with '@'. Put the whole text in quotes: title: '@x'"),
    ('title: `x`\n', "1:8: no text can begin with '`'. Put the whole text in quotes: title: '`x`'"),
    ('title: %x\n', "1:8: no text can begin with '%'. Put the whole text in quotes: title: '%x'"),
    ('a: [x], y\n', '1:7: the line does not fit what is above it. Check its indentation, and the quotes and brackets above it.'),
    ('a: {b: c} d\n', '1:11: the line does not fit what is above it. Check its indentation, and the quotes and brackets above it.'),
    ('a: "x\\qy"\n', '1:6: a backslash has a meaning between double quotes. Use single quotes.'),
    ('sources:\n  - ref: x\n    locator: y\n   quote: z\n', "4:4: this line begins with 3 spaces, and no field above it does. Begin it with 2 spaces, directly below the hyphen of '- ref:'."),
    ('sources:\n  - ref: x\n   locator: y\n', "3:4: this line begins with 3 spaces, and no field above it does. Begin it with 2 spaces, directly below the hyphen of '- ref:'."),
    ('title:A\nsummary: b\n', "1:7: there is no space after 'title:'. Write 'title: A'."),
    ('title: A\nsummary:b\nentry: c\n', "2:9: there is no space after 'summary:'. Write 'summary: b'."),
    ('a: b\n- c\n', '2:1: the line does not fit what is above it. Check its indentation, and the quotes and brackets above it.'),
    ('- a\nb: c\n', "2:1: the line does not fit the list above it. Begin each item of a list with '- ', below the one above."),
    ('title: A\n* summary: B\n', "2:2: no text can begin with '*' or '&'. Put the text in quotes."),
    ('a: ]\n', "1:4: no text can begin with ']'. Put the whole text in quotes: a: ']'"),
    ('a: b\n}\n', '2:1: the line does not fit what is above it. Check its indentation, and the quotes and brackets above it.'),
    ('summary: one: two\n', "1:13: a ': ' within a text ends it. Put the whole text in quotes: summary: 'one: two'"),
    ('a: ? b\n', "1:4: no text can begin with '?'. Put the whole text in quotes: a: '? b'"),
    ('a: **b**\n', "1:4: no text can begin with '*'. Put the whole text in quotes: a: '**b**'"),
    ('x: {ref: a, locator: note #4}\n', "1:27: everything from '#4}' on is taken for a remark, the closing bracket too. Put the text with the '#' in quotes."),
    ('x: “a: b”\n', '1:6: curly quotes hold no text together. Put plain quotes, \' or ", around the whole text.'),
    ('– a\nb: c\n', "2:2: this sign begins no list. Begin each item with a plain hyphen and a space: '- '."),
    ('title: A\nsummary: >-\n  text\n more: b\n', "4:2: this line begins with 1 space, and no field above it does. Begin it with no space, directly below 'summary'."),
    ('a: "b\n  c: d"\n', '1:4: the quote that is opened here is not closed. Close it at the end of its text, on this line.'),
]
LOSSES = [
    ('a: "x\\nurses"\n', "1:6: Between double quotes '\\n' does not stand for these letters. Use single quotes."),
    ('title: Evening #1 group\n', "1:16: Everything from '#1 group' on is taken for a remark, and no page would show it. Put the whole text in quotes: 'Evening #1 group'. A remark needs a line of its own."),
    ('locator: note #4\n', "1:15: Everything from '#4' on is taken for a remark, and no page would show it. Put the whole text in quotes: 'note #4'. A remark needs a line of its own."),
    ('x: {ref: a, locator: note #4\n  }\n', "1:27: Everything from '#4' on is taken for a remark, and no page would show it. If it belongs to the text, put the whole text in quotes. A remark needs a line of its own."),
    ('x: [a, b] # c\n', "1:11: Everything from '# c' on is taken for a remark, and no page would show it. If it belongs to the text, put the whole text in quotes. A remark needs a line of its own."),
    ("x: 'a' # c\n", "1:8: Everything from '# c' on is taken for a remark, and no page would show it. If it belongs to the text, put the whole text in quotes. A remark needs a line of its own."),
    ('x: >- # c\n  text\n', "1:7: Everything from '# c' on is taken for a remark, and no page would show it. If it belongs to the text, put the whole text in quotes. A remark needs a line of its own."),
    ('x: A group for the\n  #1 problem\n', "2:3: A line that begins with '#' is a remark: no page would show '#1 problem'. Put the text in quotes; if it is a note for editors, write a space behind the '#'."),
    ('x: A group for the\n  # 1 problem\ny: b\n', "2:3: This line goes on with the text above it, and is taken for a remark: '# 1 problem'. Put the whole text in quotes; if it is a note for editors, begin it further to the left."),
    ('#1 group\nx: a\n', "1:1: A line that begins with '#' is a remark: no page would show '#1 group'. Put the text in quotes; if it is a note for editors, write a space behind the '#'."),
    ('x:\n  - a\n  #1 b\n', "3:3: A line that begins with '#' is a remark: no page would show '#1 b'. Put the text in quotes; if it is a note for editors, write a space behind the '#'."),
    ('x:\n  - a\n    # b\n', "3:5: This line goes on with the text above it, and is taken for a remark: '# b'. Put the whole text in quotes; if it is a note for editors, begin it further to the left."),
    ('x: a\n...\n', '2:1: A line of three dots ends the fields. Remove the line, or write the dots in the text that they belong to.'),
    ('a: b # c', "1:6: Everything from '# c' on is taken for a remark, and no page would show it. Put the whole text in quotes: 'b # c'. A remark needs a line of its own."),
]


def told(text: str) -> str:
    """The problems of a YAML text without path, rule and what all begin with."""
    reader = StrictYaml("x")
    reader.load(text)
    return re.sub(r"(?m)^x:([0-9:]+) [a-z-]+: (The fields cannot be read here: )?", r"\1 ", render(reader.problems, "text"))


@pytest.mark.parametrize(("text", "said"), MISTAKES)
def test_mistake_is_told_where_it_was_made_with_what_to_write(text: str, said: str) -> None:
    assert told(text) == said


@pytest.mark.parametrize(("text", "said"), LOSSES)
def test_text_that_yaml_would_leave_out_is_told_at_its_place(text: str, said: str) -> None:
    assert told(text) == said


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalnum())


def letters_in(tree: object) -> Counter[str]:
    if isinstance(tree, dict):
        return sum((letters_in(part) for pair in tree.items() for part in pair), Counter())
    if isinstance(tree, list):
        return sum(map(letters_in, tree), Counter())
    return letters(str(tree or ""))


TYPED = st.text(
    st.sampled_from("ab1 #:'\"\\-,[]{}&*!|>%@`?~.“”’\n  ") | st.characters(categories=["L", "N", "P"]), max_size=40
)
FORMS = ("title: {}\n", "a:\n  - {}\nb: c\n", "a:\n  b: {}\n  c: d\n", "a: [{}]\n", "a: {{b: {}, c: d}}\n",
         "a: '{}'\n", 'a: "{}"\n', "a: >-\n  {}\n", "{}\n", "a: b\n{}\nc: d\n")  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_letter_that_is_typed_is_read_or_reported(form: str) -> None:
    @given(TYPED)
    def nothing_is_lost(typed: str) -> None:
        reader = StrictYaml("x")
        text = form.format(typed)
        tree = reader.load(text)
        notes = letters("".join(re.findall(r"(?m)^ *#+(?: .*)?$", text)))
        kept = letters_in(tree) + notes
        assert reader.problems or not letters(re.sub(r"\\[xuU]", "", text)) - kept
        for problem in reader.problems:
            assert 1 <= problem.line <= text.count("\n") + 1
            assert "\n" not in problem.text

    nothing_is_lost()
