"""How practices are grouped: which values occur, in which order, with which practices."""

from generator import vocabulary
from generator.compendium.facets import FACETS, all_groups, groups
from tests.compendium.made import by_id, made

FACET = {facet.name: facet for facet in FACETS}


def grouped(name: str, *entries: object) -> dict[str, list[str]]:
    """The ids of the practices under each value of a facet."""
    found = groups(FACET[name], entries)  # type: ignore[arg-type]
    return {value: [practice.id for practice in group.practices] for value, group in found.items()}


ONE = made("one", countries=["IE", "FI"], themes=["commissioning", "early-help"], tiers=["3", "2"])
TWO = made(
    "two", countries=["FI"], kind="guideline", tiers="not-described", status="historical", status_note="Old."
)
SAFE = {
    "mark": "shown",
    "note": "So.",
    "source": {"ref": "ipc-wales", "locator": "p. 1", "quote": "in so many words"},
}
THREE = made(
    "three",
    countries=["AT"],
    delivery={"mode": ["group", "one-to-one"]},
    indicators={
        "8": {**SAFE, "mark": "partly"},
        "4": SAFE,
        "5": {**SAFE, "mark": "not-shown"},
        "1": {"mark": "not-described"},
    },
)


def test_values_come_in_the_order_of_the_vocabulary_and_practices_in_that_given() -> None:
    assert grouped("tier", ONE, TWO, THREE) == {"2": ["one"], "3": ["one"]}
    assert grouped("theme", ONE, TWO, THREE) == {
        "early-help": ["one", "two", "three"],
        "commissioning": ["one"],
    }
    assert list(grouped("theme", ONE)) == ["early-help", "commissioning"]


def test_countries_come_in_the_order_of_their_names() -> None:
    assert list(grouped("country", ONE, TWO, THREE)) == ["AT", "FI", "IE"]
    assert groups(FACET["country"], [ONE])["IE"].term.label == "Ireland"


def test_what_no_source_describes_is_in_no_group() -> None:
    assert grouped("tier", TWO) == {}
    assert grouped("mode", ONE, TWO, THREE) == {"one-to-one": ["three"], "group": ["three"]}


def test_indicator_groups_hold_what_is_shown_or_partly_shown() -> None:
    assert grouped("indicator", ONE, TWO, THREE) == {"4": ["three"], "8": ["three"]}


def test_every_facet_has_its_groups() -> None:
    found = all_groups(by_id(ONE, TWO))
    assert list(found) == [facet.name for facet in FACETS]
    assert {name: list(values) for name, values in found.items()} == {
        "country": ["FI", "IE"],
        "category": ["children"],
        "kind": ["guideline", "activity"],
        "field": ["prevention"],
        "theme": ["early-help", "commissioning"],
        "tier": ["2", "3"],
        "work-stream": [],
        "provider": [],
        "evidence-level": ["described"],
        "status": ["current", "historical"],
        "entry": ["brief"],
        "safety-phase": [],
        "mode": [],
        "indicator": [],
    }


def test_ten_facets_have_index_pages() -> None:
    assert [facet.name for facet in FACETS if facet.indexed] == [
        "country",
        "category",
        "kind",
        "field",
        "theme",
        "tier",
        "work-stream",
        "provider",
        "evidence-level",
        "status",
    ]


def test_facet_has_the_label_of_its_vocabulary() -> None:
    assert FACET["tier"].label == vocabulary.TIER.label == "Tier of need"
