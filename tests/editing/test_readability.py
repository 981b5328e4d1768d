"""Notes on plain English are warnings at their places."""

from pathlib import Path

import pytest

from generator.editing.notes import notes_on
from generator.problems import Problem
from tests.small_compendium import BRIEF, SmallCompendium

LONG = " ".join(["word"] * 33)


def notes(compendium: SmallCompendium, body: str) -> list[tuple[int, int, str]]:
    compendium.change(
        BRIEF,
        "Young people find it at school. [@chalvi-2007, Good Practices in Treatment and Prevention]",
        body,
    )
    return [(note.line, note.column, note.message) for note in notes_on([BRIEF], compendium.root)]


def test_long_sentence_is_noted(compendium: SmallCompendium) -> None:
    assert notes(compendium, f"Short one. {LONG} [@chalvi-2007, p. 1].") == [
        (20, 12, "This sentence has 33 words.")
    ]


def test_notes_are_warnings_with_a_way_to_mend(compendium: SmallCompendium) -> None:
    compendium.change(BRIEF, "Young people", "The SARC helps. Young people")
    assert notes_on([BRIEF], compendium.root) == [
        Problem(
            BRIEF,
            20,
            5,
            "unexplained-acronym",
            "The acronym 'SARC' is not explained.",
            "Write it in full where it first appears, followed by (SARC), or use the words alone.",
            "warning",
        )
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"- {' '.join(['word'] * 20)}\n- {' '.join(['word'] * 20)}",
        f"{' '.join(['word'] * 20)}: {' '.join(['word'] * 20)}",
        f"### {' '.join(['word'] * 20)}\n\n{' '.join(['word'] * 20)}",
        f"[//]: # '{LONG}'",
        "The general practitioner (GP) helps. The GP knows.",
        "The GP (general practitioner) helps.",
        "In the UK and the EU the NHS helps.",
        "See [@chalvi-2007, ABC] and `ABC`.",
    ],
)
def test_what_is_plain_is_not_noted(compendium: SmallCompendium, body: str) -> None:
    assert notes(compendium, body) == []


def test_own_name_needs_no_explanation(compendium: SmallCompendium) -> None:
    compendium.change(BRIEF, "title: Brief practice", "title: SARC\nalt_titles: [DVOS]")
    assert notes(compendium, "SARC and DVOS help.") == []


def test_file_that_cannot_be_read_has_no_notes(compendium: SmallCompendium) -> None:
    compendium.write(BRIEF, "no front matter")
    assert notes_on([BRIEF], compendium.root) == []


def test_notes_on_the_content_are_few() -> None:
    practices = sorted(path.as_posix() for path in Path("practices").glob("*.md"))
    assert len(notes_on(practices, Path())) < len(practices) / 2
