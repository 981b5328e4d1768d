"""A clone of the project, its wheel, and an environment in which only the wheel is installed."""

from pathlib import Path

import pytest

from tests.first_hour.machine import cloned, environment, install, wheel_of


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of the project; tests leave it as it is."""
    return cloned(tmp_path_factory.mktemp("cloned") / "compendium")


@pytest.fixture(scope="session")
def wheel(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the project."""
    return wheel_of(clone, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an environment in which the package is installed from its wheel."""
    programs = environment(tmp_path_factory.mktemp("installed") / "venv")
    install(programs, wheel)
    return programs
