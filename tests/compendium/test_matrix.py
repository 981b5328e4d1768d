"""The two maps of the whole: practices by indicators, tiers of need by work streams with their gaps."""

import pytest

from generator.compendium.matrix import MATRIX_ORDERS, matrix, needs_map
from tests.compendium.made import by_id, made

SOURCED = {"note": "So.", "source": {"ref": "ipc-wales", "locator": "p. 1", "quote": "in so many words"}}
SHOWN, PARTLY = {"mark": "shown", **SOURCED}, {"mark": "partly", **SOURCED}
EVALUATED = {
    "level": "good-indications",
    "evaluations": [
        {"design": "Tests", "by": "internal", "year": "2001", "finding": "Better.", "source": SOURCED["source"]}
    ],
}
A = made("a", title="Delta", indicators={"2": PARTLY, "8": PARTLY}, countries=["GB"], category="professionals")
B = made("b", title="charlie", indicators={"1": SHOWN}, countries=["IE", "AT"], evidence=EVALUATED)
C = made("c", title="Bravo", countries=["AT"], category="children-and-parents")
D = made("d", title="alpha", indicators={"4": SHOWN, "5": PARTLY}, countries=["IE"])
ORDER = {order.name: order for order in MATRIX_ORDERS}


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        ("title", "d c b a"),
        ("marks", "d b a c"),
        ("evidence", "b d c a"),
        ("category", "d b c a"),
        ("country", "c a d b"),
    ],
)
def test_matrix_comes_in_the_orders_that_matter_and_equals_by_title(order: str, ids: str) -> None:
    assert " ".join(entry.id for entry in matrix([A, B, C, D], ORDER[order])) == ids


def test_matrix_row_has_eight_marks_and_silence_is_not_described() -> None:
    (entry,) = matrix([A], ORDER["title"])
    assert [mark.mark for mark in entry.marks] == [
        "not-described",
        "partly",
        *["not-described"] * 5,
        "partly",
    ]


def test_map_places_practices_in_every_cell_of_their_tiers_and_work_streams() -> None:
    one = made("one", tiers=["2", "3"], work_streams=["perpetrators", "whole-system"])
    two = made("two", tiers=["3"], work_streams=["perpetrators"])
    found = needs_map(by_id(two, one))
    placed = {
        (cell.tier.value, cell.work_stream.value): [practice.id for practice in cell.practices]
        for row in found.rows
        for cell in row
        if cell.practices
    }
    assert placed == {
        ("3", "perpetrators"): ["two", "one"],
        ("3", "whole-system"): ["one"],
        ("2", "perpetrators"): ["one"],
        ("2", "whole-system"): ["one"],
    }
    assert found.unplaced == ()


def test_map_has_tier_four_at_the_top_and_every_cell_without_any_practice_is_a_gap() -> None:
    found = needs_map(by_id(made("one", tiers=["4"], work_streams=["perpetrators"])))
    assert [row[0].tier.value for row in found.rows] == ["4", "3", "2", "1"]
    assert [cell.work_stream.value for cell in found.rows[0]] == [
        "survivors-and-children",
        "still-living-with-violence",
        "perpetrators",
        "whole-system",
    ]
    assert len(found.gaps) == 15
    assert found.rows[0][2] not in found.gaps


def test_cell_tells_what_may_belong_there_from_none_known() -> None:
    untiered = made("one", tiers="not-described", work_streams=["perpetrators"])
    streamless = made("two", tiers=["1"])
    found = needs_map(by_id(untiered, streamless))
    cell = {(each.tier.value, each.work_stream.value): each for row in found.rows for each in row}
    assert (cell["4", "perpetrators"].without_tier, cell["4", "perpetrators"].is_gap) == ((untiered,), False)
    assert (cell["1", "whole-system"].without_stream, cell["1", "whole-system"].is_gap) == (
        (streamless,),
        False,
    )
    assert cell["4", "whole-system"].is_gap
    assert len(found.gaps) == 9
    assert found.without_tier["perpetrators"] == (untiered,)
    assert found.without_stream["1"] == (streamless,)
    assert found.unplaced == ()


@pytest.mark.parametrize("fields", [{}, {"tiers": "not-described", "work_streams": "not-described"}])
def test_practice_without_tier_and_work_stream_is_named_as_unplaced(fields: dict[str, object]) -> None:
    entry = made("one", **fields)
    found = needs_map(by_id(entry))
    assert found.unplaced == (entry,)
    assert len(found.gaps) == 16
