"""What tests of several rooms share."""

from pathlib import Path

import pytest
from hypothesis import settings

from generator.compendium.load import load
from generator.compendium.records import Compendium
from generator.site.addresses import generated_paths
from tests.small_compendium import SmallCompendium

settings.register_profile("compendium", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("compendium")


@pytest.fixture(scope="session")
def whole() -> Compendium:
    """The compendium of this repository."""
    compendium, problems = load(Path(__file__).parents[1], generated_paths())
    assert problems == []
    return compendium


@pytest.fixture
def compendium(tmp_path: Path) -> SmallCompendium:
    """A small compendium in order, for a test to change one thing in it."""
    return SmallCompendium(tmp_path / "compendium")
