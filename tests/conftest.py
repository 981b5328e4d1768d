"""What tests of several rooms share."""

from pathlib import Path

import pytest
from hypothesis import settings

from generator.compendium.catalogue import Catalogue
from generator.compendium.records import Compendium
from generator.loading.compendium import load
from generator.presentation.addresses import generated_paths
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.texts import read_texts
from tests.small_compendium import SmallCompendium

settings.register_profile("compendium", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("compendium")

MARKED_FOLDERS = ("browser", "hostile")
"""Folders below `tests/` whose tests carry the folder's name as a marker."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks tests by their folder, so that `-m "not browser"` leaves out what opens a browser."""
    for item in items:
        for folder in MARKED_FOLDERS:
            if item.path.is_relative_to(Path(__file__).parent / folder):
                item.add_marker(folder)


@pytest.fixture(scope="session")
def whole() -> Compendium:
    """The compendium of this repository."""
    compendium, problems = load(Path(__file__).parents[1], generated_paths())
    assert problems == []
    return compendium


@pytest.fixture(scope="session")
def words(whole: Compendium) -> CompendiumText:
    """The compendium of this repository in English."""
    return CompendiumText(Catalogue(whole), read_texts())


@pytest.fixture
def compendium(tmp_path: Path) -> SmallCompendium:
    """A small compendium in order, for a test to change one thing in it."""
    return SmallCompendium(tmp_path / "compendium")
