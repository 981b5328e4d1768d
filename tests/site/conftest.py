"""The compendium of this repository, built once for all tests of its pages."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.privacy.page_safety import Exposure
from tests import commands

PROJECT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


def run(
    program: str, *arguments: str, cwd: Path = PROJECT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs one of the project's commands and gives back what it printed."""
    return commands.run(BIN / program, *arguments, cwd=cwd, env=env)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    folder = tmp_path_factory.mktemp("built") / "site"
    built = run("compendium", "build", "--site-dir", str(folder))
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


def pages_of(site: Path) -> list[Path]:
    """All pages of a site, by name."""
    return sorted(site.rglob("*.html"))


def exposing_pages(folder: Path) -> list[str]:
    """What could expose the readers of the pages in `folder`, one line each, in the order of their names."""
    exposure = Exposure()
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return [
        f"{name}: {fault}"
        for name in names
        for fault in exposure.faults(name, (folder / name).read_text(encoding="utf-8"))
    ]
