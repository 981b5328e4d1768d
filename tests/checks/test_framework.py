"""What must hold of all files together: eight indicators and their criteria, one title and one key each."""

import pytest

from generator.problems import render
from tests.small_compendium import BRIEF, SmallCompendium

TRAINING = "indicators/5-training.md"
REFERENCES = "practices/references.yaml"


def problems(compendium: SmallCompendium) -> str:
    return render(compendium.problems(), "text")


def test_missing_indicator_is_reported(compendium: SmallCompendium) -> None:
    compendium.path(TRAINING).unlink()
    compendium.path("indicators/8-women-and-children.md").unlink()
    assert problems(compendium) == (
        "indicators:1:1: missing-indicator: There is no indicator 5. Add indicators/5-….md.\n"
        "indicators:1:1: missing-indicator: There is no indicator 8. Add indicators/8-….md."
    )


def test_indicator_with_problems_of_its_own_is_not_missing(compendium: SmallCompendium) -> None:
    compendium.change(TRAINING, "question:", "qestion:")
    assert problems(compendium) == (
        "indicators/5-training.md:2:1: missing-field: 'question' is missing. "
        "Add it: one plain question that a service can ask itself.\n"
        "indicators/5-training.md:10:1: unknown-field: There is no field 'qestion'. Did you mean 'question'?"
    )


def test_indicator_described_twice_is_reported_at_the_second_file(compendium: SmallCompendium) -> None:
    compendium.write("indicators/5-teaching.md", compendium.text(TRAINING))
    assert problems(compendium) == (
        "indicators/5-training.md:1:1: indicator-twice: Indicator 5 is described twice, "
        "also in indicators/5-teaching.md. Keep one of the two files."
    )


def test_name_of_an_indicator_begins_with_its_number(compendium: SmallCompendium) -> None:
    compendium.path(TRAINING).rename(compendium.path("indicators/training.md"))
    assert problems(compendium) == (
        "indicators/training.md:2:9: file-name: The file of indicator 5 is called training.md. "
        "Rename it to 5-….md, or correct 'number'."
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "id: H5.1",
            "id: H5.2",
            "indicators/5-training.md:5:10: criterion-id: The id of this criterion is 'H5.2'. Write 'H5.1'.",
            id="wrong count",
        ),
        pytest.param(
            "id: I5.2",
            "id: I5.1",
            "indicators/5-training.md:9:10: criterion-id: The id of this criterion is 'I5.1'. Write 'I5.2'.",
            id="twice",
        ),
        pytest.param(
            "id: I5.1",
            "id: H5.1",
            "indicators/5-training.md:8:10: criterion-id: The id of this criterion is 'H5.1'. Write 'I5.1'.",
            id="letter of the other wording",
        ),
        pytest.param(
            "id: I5.1",
            "id: I6.1",
            "indicators/5-training.md:8:10: criterion-id: The id of this criterion is 'I6.1'. Write 'I5.1'.",
            id="number of another indicator",
        ),
        pytest.param(
            "id: I5.1",
            "id: five",
            "indicators/5-training.md:8:10: unknown-criterion: 'five' is not the id of a criterion. "
            "Write it as H4.1 (Humphreys and others) or I4.2 (Institute of Public Care).",
            id="another form, which is reported once",
        ),
    ],
)
def test_criteria_are_counted_in_their_order(
    compendium: SmallCompendium, old: str, new: str, expected: str
) -> None:
    compendium.change(TRAINING, old, new)
    assert problems(compendium) == expected


def test_title_of_another_practice_is_refused_whatever_its_case(compendium: SmallCompendium) -> None:
    compendium.change(BRIEF, "title: Brief practice", "title: FULL practice")
    assert problems(compendium) == (
        "practices/full.md:2:8: duplicate-title: The title 'Full practice' is that of practices/brief.md too. "
        "Tell the two apart, or merge them."
    )


def test_titles_are_compared_in_the_same_run_as_fields(compendium: SmallCompendium) -> None:
    compendium.change(BRIEF, "title: Brief practice\n", "title: Full practice\ncolour: red\n")
    assert [(problem.path, problem.rule) for problem in compendium.problems()] == [
        ("practices/brief.md", "unknown-field"),
        ("practices/full.md", "duplicate-title"),
    ]


def test_reference_that_stands_twice_is_refused_at_the_second(compendium: SmallCompendium) -> None:
    compendium.change(REFERENCES, "id: ipc-wales", "id: chalvi-2007")
    found = [problem for problem in compendium.problems() if problem.path == REFERENCES]
    assert render(found, "text") == (
        "practices/references.yaml:10:9: duplicate-reference: The reference 'chalvi-2007' is there twice. "
        "Keep one of the two."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "",
            "practices/references.yaml:1:1: empty-value: The file is empty. Write its fields.",
            id="empty",
        ),
        pytest.param(
            "- id: a\n",
            "practices/references.yaml:1:1: not-a-group: The file must be a group of fields, not a list. "
            "Write its fields at the beginning of lines: references.",
            id="list without its name",
        ),
        pytest.param(
            "references:\n\t- id: a\n",
            "practices/references.yaml:2:1: tab: There is a tab here. Use spaces.",
            id="tab",
        ),
    ],
)
def test_list_of_references_in_another_form_is_refused(
    compendium: SmallCompendium, text: str, expected: str
) -> None:
    compendium.write(REFERENCES, text)
    assert problems(compendium) == expected
