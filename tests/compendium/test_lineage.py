"""Who adapted what from whom."""

from generator.compendium.lineage import Origin, lineage
from tests.compendium.made import by_id, made

ROOT = made("root")
LEFT = made("left", adapted_from=["root", "The Ontario model"])
RIGHT = made("right", adapted_from=["root"])
LEAF = made("leaf", adapted_from=["left", "The Ontario model", "An older one"])
FOUND = lineage(by_id(LEAF, LEFT, RIGHT, ROOT))


def test_origins_are_practices_here_or_names_in_words() -> None:
    assert FOUND.origins == {
        "leaf": (Origin("left", LEFT), Origin("The Ontario model", None), Origin("An older one", None)),
        "left": (Origin("root", ROOT), Origin("The Ontario model", None)),
        "right": (Origin("root", ROOT),),
    }


def test_offspring_come_in_the_order_of_the_practices() -> None:
    assert FOUND.offspring == {"left": (LEAF,), "root": (LEFT, RIGHT)}


def test_roots_are_the_names_of_models_that_are_not_here() -> None:
    assert FOUND.roots == {"An older one": (LEAF,), "The Ontario model": (LEAF, LEFT)}


def test_origin_here_goes_by_its_title() -> None:
    titled = made("titled", title="The long title")
    child = made("child", adapted_from=["titled"])
    assert lineage(by_id(titled, child)).origins == {"child": (Origin("The long title", titled),)}
