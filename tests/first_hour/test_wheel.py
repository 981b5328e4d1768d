"""The package as it travels: installed from a wheel, it makes a compendium far from the repository."""

import zipfile
from pathlib import Path

import pytest

from tests.commands import run
from tests.first_hour.machine import done, environment, install

TITLE = "Evening groups in our county"
PRACTICE = (
    *("--brief", "--title", "Evening group", "--summary", "A weekly group.", "--status", "current"),
    *("--category", "children", "--field", "prevention", "--kind", "activity", "--countries", "IE"),
    *("--themes", "early-help", "--level", "described", "--ref", "ipc-wales", "--locator", "section 3"),
)


@pytest.fixture(scope="module")
def begun(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A compendium that the installed package has begun: it has no practices."""
    folder = tmp_path_factory.mktemp("elsewhere") / "our compendium"
    done(installed / "compendium", "init", folder, "--title", TITLE, cwd=folder.parent)
    return folder


def test_wheel_holds_everything_that_is_looked_for_outside_the_code(wheel: Path, clone: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        held = {name for name in opened.namelist() if name.startswith("generator/")}
    ours = {path.relative_to(clone).as_posix() for path in (clone / "generator").rglob("*") if path.is_file()}
    theme = {path.relative_to(clone).as_posix() for path in (clone / "overrides").rglob("*") if path.is_file()}
    assert ours <= held
    assert {f"generator/carried/{name}" for name in theme} <= held


def test_installed_package_stands_on_its_own(installed: Path, tmp_path: Path) -> None:
    said = done(installed / "python", "-c", "import generator; print(generator.__file__)", cwd=tmp_path)
    assert Path(said.strip()).is_relative_to(installed.parent)


def test_new_compendium_passes_its_own_check_and_a_strict_build(installed: Path, begun: Path) -> None:
    checked = run(installed / "compendium", "check", cwd=begun)
    assert (checked.stdout, checked.stderr, checked.returncode) == ("", "No problems found.\n", 0)
    done(installed / "python", "-m", "mkdocs", "build", "--strict", cwd=begun)
    assert f"<h1>{TITLE}</h1>" in (begun / "site/index.html").read_text(encoding="utf-8")
    assert (begun / "site/assets/stylesheets/compendium.css").is_file()


def test_installed_package_builds_prints_copies_and_verifies(installed: Path, begun: Path) -> None:
    compendium = installed / "compendium"
    done(compendium, "new", *PRACTICE, cwd=begun)
    for command in (["build"], ["pdf"], ["usb"], ["verify", "dist/compendium-usb"]):
        done(compendium, *command, cwd=begun)
    assert (begun / "dist/compendium-usb/compendium.pdf").read_bytes().startswith(b"%PDF-")
    assert (begun / "site/search/core.js").is_file()


def test_editable_installation_finds_the_theme_beside_the_package(clone: Path, tmp_path: Path) -> None:
    programs = environment(tmp_path / "venv")
    install(programs, "--editable", clone)
    ask = "from generator.package_files import carried; print(carried('overrides'))"
    assert done(programs / "python", "-c", ask, cwd=tmp_path) == f"{clone / 'overrides'}\n"
    assert list((tmp_path / "venv").rglob("carried/overrides")) == []
