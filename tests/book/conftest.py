"""The printed edition of this repository's content, set once for all tests of it."""

import shutil
from pathlib import Path

import pytest

from generator.book import EVERYTHING, BookResult, Edition, Selection, make_pdf
from generator.compendium.records import Compendium
from generator.loading.compendium import load
from tests.book.reader import ReadBack

PROJECT = Path(__file__).parents[2]
FONTS = PROJECT / "overrides/assets/fonts"
LONG_WORD = ("Donaudampfschifffahrtsgesellschaft" * 9)[:300]


@pytest.fixture(scope="session")
def compendium() -> Compendium:
    """The content of this repository."""
    loaded, _ = load(PROJECT)
    return loaded


@pytest.fixture(scope="session")
def whole(compendium: Compendium) -> BookResult:
    """The whole book."""
    return make_pdf(compendium, EVERYTHING, Edition(), FONTS)


@pytest.fixture(scope="session")
def book(whole: BookResult) -> ReadBack:
    """The whole book, read back."""
    return ReadBack(whole.pdf)


@pytest.fixture(scope="session")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Compendium:
    """A compendium with a practice that is hard to set, and two plain ones."""
    root = tmp_path_factory.mktemp("hard")
    for folder in ("indicators", "pages"):
        shutil.copytree(PROJECT / folder, root / folder)
    (root / "practices").mkdir()
    for name in ("references.yaml", "duluth-model.md", "meitheal.md"):
        shutil.copy(PROJECT / "practices" / name, root / "practices" / name)
    everything = (Path(__file__).parent / "fixtures/everything.md").read_text(encoding="utf-8")
    (root / "practices/everything.md").write_text(everything.replace("LONG-WORD", LONG_WORD), encoding="utf-8")
    loaded, _ = load(root)
    assert sorted(loaded.practices) == ["duluth-model", "everything", "meitheal"]
    return loaded


def part(compendium: Compendium, edition: Edition | None = None, **asked: tuple[str, ...]) -> ReadBack:
    """A part of a compendium, read back."""
    return ReadBack(make_pdf(compendium, Selection(**asked), edition or Edition(), FONTS).pdf)
