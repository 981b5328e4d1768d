"""What could lead to a person is found, with its place; what only looks like it is left alone."""

from pathlib import Path

import pytest

from generator.checks.personal_data import Exempted, exempted, personal_data
from generator.problems import Problem

CONTENT = sorted(path for folder in ("practices", "indicators", "pages") for path in Path(folder).glob("*.md"))

FOUND = [
    ("Ring 020 7946 0018 today.", "020 7946 0018", "telephone number"),
    ("Ring (020) 7946 0018 today.", "(020) 7946 0018", "telephone number"),
    ("Ring 0207 946 0018 today.", "0207 946 0018", "telephone number"),
    ("Ring +44 (0)20 7946 0018.", "+44 (0)20 7946 0018", "telephone number"),
    ("Ring 0044 20 7946 0018.", "0044 20 7946 0018", "telephone number"),
    ("Ring 07700 900123.", "07700 900123", "telephone number"),
    ("Freephone 0808 2000 247", "0808 2000 247", "telephone number"),
    ("Childline is 0800 1111", "0800 1111", "telephone number"),
    ("Dublin: 01 234 5678", "01 234 5678", "telephone number"),
    ("Mobile 087 123 4567", "087 123 4567", "telephone number"),
    ("Lille: 03 20 12 34 56", "03 20 12 34 56", "telephone number"),
    ("Lille: +33 3 20 12 34 56", "+33 3 20 12 34 56", "telephone number"),
    ("Graz: +43 316 872-3043", "+43 316 872-3043", "telephone number"),
    ("Ring 020 7946\n0018 today.", "020 7946 0018", "telephone number"),
    ("Write to mary.smith@example.org.", "mary.smith@example.org", "person's e-mail address"),
    ("m.smith+work@mail.example.co.uk", "m.smith+work@mail.example.co.uk", "person's e-mail address"),
    ("at 12 High Street, Leeds LS1 4AB", "12 High Street, Leeds LS1 4AB", "house's full address"),
    ("14B Main Street, Dublin D02 X285", "14B Main Street, Dublin D02 X285", "house's full address"),
    ("Hauptstraße 12, 8010 Graz", "Hauptstraße 12, 8010 Graz", "house's full address"),
    ("12 rue de Lille, 59000 Lille", "12 rue de Lille, 59000 Lille", "house's full address"),
    ("in Via Roma 12, 00184 Roma", "Via Roma 12, 00184 Roma", "house's full address"),
    ("when Maria was 7 years old.", "Maria was 7 years old", "named person with an age"),
    ("Maria Smith is twelve years old.", "Maria Smith is twelve years old", "named person with an age"),
    ("Anna, aged 9, told us.", "Anna, aged 9", "named person with an age"),
    ("The 7-year-old Tom said", "7-year-old Tom", "named person with an age"),
]

LEFT_ALONE = [
    "Write to info@example.org or enquiries@example.org.",
    "So it says. [@ipc-wales, section 7.1; @stella-2007, p. 12]",
    "Children aged 4 to 9, and women aged 18 or over.",
    "Participants were 12 years old on average. She was 9 years old. A boy aged 7 came.",
    "The service was 12 years old.",
    "reviewed_on: 2026-11-21\nyears: {from: 2006, to: 2007}",
    "On 01/02/2003 and on 07-08-2007.",
    "ISBN 0 86155 123 4",
    "https://doi.org/10.1111/j.0265-0533.2007 and doi:10.1111/0265-05332007",
    "pages 100-120, section 4.1.7, H4.1, I4.2, note 16",
    "In 2007 The Hague had 10,000 places; 30 of 120 took part.",
    "In 1998 London Borough services, in 2000 Wales.",
]


@pytest.mark.parametrize(("text", "piece", "what"), FOUND, ids=[piece for _, piece, _ in FOUND])
def test_personal_data_is_found_where_it_stands(text: str, piece: str, what: str) -> None:
    found = [
        (problem.column, problem.message, problem.rule) for problem in personal_data(text, "practices/x.md")
    ]
    column = text.replace("\n", " ").index(piece) + 1
    assert found == [(column, f"{piece!r} looks like a {what}.", "personal-data")]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert personal_data(text, "practices/x.md") == []


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.as_posix())
def test_no_false_alarm_in_the_content(file: Path) -> None:
    assert personal_data(file.read_text(encoding="utf-8"), file.as_posix()) == []


def test_problem_names_line_and_way_to_mend() -> None:
    text = "First line.\n\nSecond, with 020 7946 0018.\n"
    assert personal_data(text, "practices/x.md", first_line=40) == [
        Problem(
            "practices/x.md",
            42,
            14,
            "personal-data",
            "'020 7946 0018' looks like a telephone number.",
            "Remove it; the contact field takes a web page instead. If it must stay, add it under 'exceptions' "
            "with the reason.",
        )
    ]


def test_justified_exception_lets_its_text_stand_and_nothing_else() -> None:
    text = "Ring 020 7946 0018 or 020 7946 0999."
    found = personal_data(text, "practices/x.md", allowed=["020 7946 0018"])
    assert [problem.message for problem in found] == ["'020 7946 0999' looks like a telephone number."]


def test_exceptions_are_read_from_fields_that_need_not_be_in_order() -> None:
    fields = {"exceptions": [{"text": "0800 1111", "reason": "A public helpline."}, {"text": "x"}, "y"]}
    assert exempted(fields) == (Exempted("0800 1111", "A public helpline."),)
    assert exempted({"exceptions": "none"}) == exempted({}) == ()
