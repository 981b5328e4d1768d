"""A new file is in the right form from its first line."""

import datetime
from pathlib import Path

import pytest

from generator import vocabulary
from generator.editing.new_file import BODY_NOTES, new_file
from tests.small_compendium import SmallCompendium

FIXTURES = Path(__file__).parent / "fixtures"
TODAY = datetime.date(2026, 11, 22)
ANSWERS = {
    "title": ("Kids' group: first steps",),
    "summary": (
        "A weekly group for children who have lived with violence, run by two workers, so that they can talk "
        "about what they saw with others who saw it too.",
    ),
    "status": ("current",),
    "category": ("children",),
    "field": ("treatment", "prevention"),
    "kind": ("activity",),
    "countries": ("IE", "NO"),
    "themes": ("domestic-violence",),
    "evidence.level": ("described",),
    "sources.ref": ("ipc-wales",),
    "sources.locator": ("section 7.1, The Freedom Programme",),
}


@pytest.mark.parametrize("entry", ["brief", "full"])
def test_new_file_is_as_in_the_fixture(entry: str) -> None:
    assert new_file(ANSWERS, entry, TODAY) == (FIXTURES / f"new-{entry}.md").read_text(encoding="utf-8")


def test_answered_brief_entry_passes_the_check(compendium: SmallCompendium) -> None:
    compendium.write("practices/kids-group.md", new_file(ANSWERS, "brief", TODAY))
    assert compendium.problems() == []


def test_answered_full_entry_passes_the_check(compendium: SmallCompendium) -> None:
    compendium.write("practices/kids-group.md", new_file(ANSWERS, "full", TODAY))
    assert compendium.problems() == []


def test_what_was_not_answered_is_named_field_by_field(compendium: SmallCompendium) -> None:
    compendium.write("practices/kids-group.md", new_file({"title": ("Kids' group",)}, "brief", TODAY))
    assert [(problem.rule, problem.message.split("'")[1]) for problem in compendium.problems()] == [
        ("empty-value", "summary"),
        ("empty-value", "status"),
        ("empty-value", "category"),
        ("too-few", "field"),
        ("empty-value", "kind"),
        ("too-few", "countries"),
        ("too-few", "themes"),
        ("empty-value", "evidence → level"),
        ("empty-value", "sources → no. 1 → ref"),
        ("empty-value", "sources → no. 1 → locator"),
    ]


def test_notes_under_headings_are_seen_by_no_reader(compendium: SmallCompendium) -> None:
    compendium.write("practices/kids-group.md", new_file(ANSWERS, "brief", TODAY))
    assert compendium.practices()["kids-group"].body.html == '<h2 id="how-it-works">How it works</h2>\n'


def test_every_heading_has_its_note() -> None:
    assert tuple(BODY_NOTES) == vocabulary.BODY_HEADINGS


@pytest.mark.parametrize(
    "text",
    [
        "Talk: a group",
        "'Quoted' group",
        '"Quoted" group',
        "Group # 1",
        "[Group]",
        "{Group}",
        "- Group",
        "* Group",
        "& Group",
        "! Group",
        "| Group",
        "> Group",
        "% Group",
        "@Group",
        "? Group",
        "Group, big, [small]",
        "Group:",
        "yes",
        "null",
        "2007",
        "É group",
        "…",
    ],
)
def test_any_title_is_read_back_as_it_was_answered(compendium: SmallCompendium, text: str) -> None:
    answers = {**ANSWERS, "title": (text,), "region": (text,), "sources.locator": (text,)}
    compendium.write("practices/kids-group.md", new_file(answers, "brief", TODAY))
    fields = compendium.practices()["kids-group"].fields
    assert (fields.title, fields.region, fields.sources[0].locator) == (text, text, text)
