"""Bytes to text: every encoding and character that is refused, with its place and the way to mend it."""

import pytest

from generator.problems import render
from generator.reading.characters import MAX_BYTES, decoded

HIDDEN = [
    *range(0x00, 0x09),
    *range(0x0B, 0x20),
    *range(0x7F, 0xA0),
    0x00AD,
    0x061C,
    0x180E,
    *range(0x200B, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    0xFFFE,
    0xFFFF,
    *range(0xE0000, 0xE0080),
]
"""Control, bidirectional, zero-width, separating and tag characters, without tab and line feed."""

SEEN = "ÄäÖöß éèê Łódź Ελλάδα Україна … – — ‘ ’ “ ” № € ½ \u00a0 \u202f 👩‍👧".replace("\u200d", "")

HARD_SPACE = (
    "hard-space: There is a hard space here: it looks like a space and does not work as one. "
    "Delete it and type a space. Word processors put them in; paste as plain text."
)


def problems(content: bytes) -> str:
    return render(decoded(content, "x.md")[1], "text")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"a\tb", "x.md:1:2: tab: There is a tab here. Use spaces.", id="tab"),
        pytest.param(
            b"a\nbc\0",
            "x.md:2:3: hidden-character: There is a character here that cannot be seen: "
            "U+0000 (control character). Delete it and type the text again.",
            id="NUL",
        ),
        pytest.param(
            "a\n\nb\u202ec".encode(),
            "x.md:3:2: hidden-character: There is a character here that cannot be seen: "
            "U+202E (RIGHT-TO-LEFT OVERRIDE). Delete it and type the text again.",
            id="bidirectional override",
        ),
        pytest.param(
            "zero\u200bwidth".encode(),
            "x.md:1:5: hidden-character: There is a character here that cannot be seen: "
            "U+200B (ZERO WIDTH SPACE). Delete it and type the text again.",
            id="zero-width",
        ),
        pytest.param(
            "-\u00a0one\ntwo\u00a0three\n##\u00a0Aims\nfour\u00a0".encode(),
            f"x.md:1:2: {HARD_SPACE}\nx.md:3:3: {HARD_SPACE}\nx.md:4:5: {HARD_SPACE}",
            id="hard spaces where a space has a meaning",
        ),
        pytest.param(
            b"one\rtwo",
            "x.md:1:4: hidden-character: There is a character here that cannot be seen: "
            "U+000D (control character). Delete it and type the text again.",
            id="carriage return alone",
        ),
        pytest.param(
            b"\xef\xbb\xbfa",
            "x.md:1:1: byte-order-mark: The file begins with a byte-order mark. "
            "Save it as 'UTF-8', not 'UTF-8 with BOM'.",
            id="byte-order mark",
        ),
        pytest.param(
            "a".encode("utf-16"),
            "x.md:1:1: not-utf-8: The file is UTF-16. Save the file with the encoding UTF-8.",
            id="UTF-16 little-endian",
        ),
        pytest.param(
            b"\xfe\xff\0a",
            "x.md:1:1: not-utf-8: The file is UTF-16. Save the file with the encoding UTF-8.",
            id="UTF-16 big-endian",
        ),
        pytest.param(
            "über\nÜbung caf".encode() + b"\xe9\n",
            "x.md:2:10: not-utf-8: Byte 0xe9 is not UTF-8. Save the file with the encoding UTF-8.",
            id="Latin-1 after other letters",
        ),
        pytest.param(
            b"a\xed\xa0\x80",
            "x.md:1:2: not-utf-8: Byte 0xed is not UTF-8. Save the file with the encoding UTF-8.",
            id="half a surrogate pair",
        ),
        pytest.param(
            b"a" * (MAX_BYTES + 1),
            "x.md:1:1: file-too-large: The file has 257 KiB; 256 KiB are allowed. Shorten it or split it.",
            id="more than 256 KiB",
        ),
    ],
)
def test_bytes_that_hide_something_are_refused(content: bytes, expected: str) -> None:
    assert problems(content) == expected


def test_a_file_of_256_kib_is_read() -> None:
    assert decoded(b"a" * MAX_BYTES, "x.md") == ("a" * MAX_BYTES, [])


@pytest.mark.parametrize("code", HIDDEN, ids=lambda code: f"U+{code:04X}")
def test_character_that_cannot_be_seen_is_refused(code: int) -> None:
    _, found = decoded(f"ab\ncd{chr(code)}".encode(), "x.md")
    assert [(problem.line, problem.column, problem.rule) for problem in found] == [(2, 3, "hidden-character")]


def test_letters_signs_and_wide_spaces_of_other_languages_are_kept() -> None:
    assert decoded(SEEN.encode(), "x.md") == (SEEN, [])


def test_line_ends_of_windows_are_read_like_others() -> None:
    assert decoded(b"one\r\ntwo\r\n", "x.md") == ("one\ntwo\n", [])


def test_twenty_hidden_characters_of_one_file_are_enough_to_report() -> None:
    _, found = decoded(b"\0" * 100, "x.md")
    assert [problem.column for problem in found] == list(range(1, 21))
