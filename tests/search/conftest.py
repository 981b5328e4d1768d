"""The search of this repository's compendium, to be asked without a browser."""

import shutil
from pathlib import Path

import pagefind_bin  # type: ignore[import-untyped]  # it ships a program, and no types
import pytest

from generator.presentation.compendium_text import CompendiumText
from generator.search.bundle import search_files
from tests.search.asking import Asked
from tests.site.conftest import PROJECT


@pytest.fixture(scope="session")
def asked_site(words: CompendiumText, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with nothing in it but its search and the scripts that read it."""
    site = tmp_path_factory.mktemp("asked")
    (site / "search").mkdir()
    for name, content in search_files(words, Path(pagefind_bin.get_executable())).items():
        (site / "search" / name).write_bytes(content)
    shutil.copytree(PROJECT / "overrides/assets/javascripts", site / "assets/javascripts")
    return site


@pytest.fixture(scope="session")
def asked(asked_site: Path) -> Asked:
    """What answers questions."""
    return Asked(asked_site)
