"""The field reference holds every field of the schema, and examples that obey it."""

from generator import vocabulary
from generator.schema.practice import FullPractice
from generator.schema.shapes import walk
from generator.site.views.field_reference import FieldRow, field_sections
from tests.small_compendium import SmallCompendium


def rows(compendium: SmallCompendium) -> dict[str, FieldRow]:
    sections = field_sections(compendium.practices().values())
    return {row.path: row for section in sections for row in (section.field, *section.inside)}


def test_every_field_is_there_with_its_meaning(compendium: SmallCompendium) -> None:
    found = rows(compendium)
    everywhere = {".".join(path) for path, _ in walk(FullPractice)}
    of_citations = {
        path for path in everywhere if path.endswith((".source.ref", ".source.locator", ".source.quote"))
    }
    assert set(found) == everywhere - of_citations
    assert [path for path, row in found.items() if not row.meaning and not path.endswith(".source")] == []


def test_row_of_a_field_with_values(compendium: SmallCompendium) -> None:
    assert rows(compendium)["category"] == FieldRow(
        "category",
        "Who it serves",
        "The people that the practice is for.",
        "one of the values below",
        "in every entry",
        vocabulary.CATEGORY.terms,
        ("chalvi-2007, Good Practices in Treatment and Prevention",),
        "children",
    )


def test_when_a_field_is_needed(compendium: SmallCompendium) -> None:
    found = rows(compendium)
    needed = {
        path: found[path].needed for path in ("title", "tiers", "region", "sources.ref", "delivery.weeks")
    }
    assert needed == {
        "title": "in every entry",
        "tiers": "in a full entry",
        "region": "may be left out",
        "sources.ref": "always",
        "delivery.weeks": "may be left out",
    }


def test_countries_are_not_listed_one_by_one(compendium: SmallCompendium) -> None:
    row = rows(compendium)["countries"]
    assert (row.terms, row.sources) == ((), ("ISO 3166-1", "ISO 3166-1, reserved code"))


def test_examples_come_from_the_entries(compendium: SmallCompendium) -> None:
    found = rows(compendium)
    assert {path: found[path].example for path in ("title", "countries", "evidence", "sources.ref")} == {
        "title": "Full practice",
        "countries": "[FI]",
        "evidence": "{level: described}",
        "sources.ref": "ipc-wales",
    }
