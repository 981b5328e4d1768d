"""A compendium's beginning: what is in it, where it may be put, and what is refused."""

import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from generator.editing.start import FRAMEWORK
from generator.loading.compendium import load
from generator.package_files import carried, theme_folders
from generator.presentation.addresses import generated_paths
from hatch_build import CARRIED
from tests.first_hour.machine import PROJECT, done

FILES = [
    ".github/workflows/pages.yml",
    ".gitignore",
    ".gitlab-ci.yml",
    "CONTRIBUTING.md",
    "Makefile",
    "README.md",
    "indicators/1-definitions.md",
    "indicators/2-screening.md",
    "indicators/3-policies.md",
    "indicators/4-safety.md",
    "indicators/5-training.md",
    "indicators/6-evaluation.md",
    "indicators/7-multi-agency.md",
    "indicators/8-women-and-children.md",
    "mkdocs.yml",
    "overrides/assets/stylesheets/own.css",
    "pages/about-indicators.md",
    "pages/accessibility.md",
    "pages/assets/practice.schema.json",
    "pages/evidence.md",
    "pages/good-practices.md",
    "pages/index.md",
    "pages/safety.md",
    "pages/submit.md",
    "practices/references.yaml",
    "requirements.lock",
    "wheels/README.md",
]


def begun(folder: Path, title: str = "Ours") -> Result:
    return CliRunner().invoke(main, ["init", str(folder), "--title", title])


def test_beginning_has_these_files_and_no_practices(tmp_path: Path) -> None:
    said = begun(tmp_path / "new")
    assert said.exit_code == 0
    found = sorted(
        p.relative_to(tmp_path / "new").as_posix() for p in (tmp_path / "new").rglob("*") if p.is_file()
    )
    assert found == FILES


@pytest.mark.parametrize(
    "title", ["Ours", 'Étude: "good" practices #1', "{title} 'quoted' \\ back", "- a: [b]"]
)
def test_beginning_is_in_order_whatever_its_title(tmp_path: Path, title: str) -> None:
    assert begun(tmp_path / "new", title).exit_code == 0
    compendium, problems = load(tmp_path / "new", generated_paths())
    assert (problems, compendium.pages["index"].fields.title) == ([], title)
    assert (list(compendium.practices), list(compendium.indicators)) == ([], list("12345678"))


def test_what_belongs_to_the_framework_is_handed_on_as_it_is(tmp_path: Path) -> None:
    begun(tmp_path / "new")
    for name in (name for name in FILES if name.startswith(FRAMEWORK)):
        assert (tmp_path / "new" / name).read_bytes() == (PROJECT / name).read_bytes()


def test_references_are_those_that_the_handed_on_pages_cite(tmp_path: Path) -> None:
    begun(tmp_path / "new")
    compendium, _ = load(tmp_path / "new", generated_paths())
    bodies = [page.body for page in compendium.pages.values()]
    bodies += [indicator.body for indicator in compendium.indicators.values()]
    assert set(compendium.references) == {citation.ref for body in bodies for citation in body.citations}


def test_beginning_speaks_of_no_machine_and_of_no_compendium_but_itself(tmp_path: Path) -> None:
    begun(tmp_path / "new")
    own = [name for name in FILES if not name.startswith(FRAMEWORK) and name not in ("requirements.lock",)]
    # the folders in which this compendium is at home on the machines of those who write it, and its size
    texts = {name: (tmp_path / "new" / name).read_text(encoding="utf-8") for name in own}
    assert [name for name, text in texts.items() if re.search(r"/work/|/home/|/Users/|51 entries", text)] == []


@pytest.mark.parametrize(
    "command",
    [
        ("check-jsonschema", "--builtin-schema", "vendor.github-workflows", ".github/workflows/pages.yml"),
        (
            *("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"),
            ".gitlab-ci.yml",
        ),
        ("zizmor", "--offline", "--no-progress", ".github/workflows/pages.yml"),
    ],
    ids=["GitHub", "GitLab", "audit"],
)
def test_workflows_are_as_their_platforms_want_them(tmp_path: Path, command: tuple[str, ...]) -> None:
    begun(tmp_path / "new")
    program, *arguments = command
    done(Path(sys.executable).with_name(program), *arguments, cwd=tmp_path / "new")


def test_folder_that_holds_something_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    said = begun(tmp_path)
    assert (said.exit_code, said.stderr) == (
        1,
        f"Error: {tmp_path} is not empty (it holds 'thesis.txt'), and nothing in it was changed. "
        "Name a new or an empty folder.\n",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_fresh_clone_of_an_empty_repository_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert begun(tmp_path).exit_code == 0


def test_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "new").write_text("mine", encoding="utf-8")
    assert begun(tmp_path / "new").stderr == f"Error: {tmp_path / 'new'} is a file. Name a new folder.\n"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("  ", "The title is empty. Write it behind --title, in quotation marks."),
        ("a" * 91, "The title has 91 characters; 90 are allowed. Shorten it."),
        ("Ours\u202e", "The title has characters that cannot be seen. Type it again."),
    ],
)
def test_title_that_cannot_be_one_is_refused(tmp_path: Path, title: str, said: str) -> None:
    refused = begun(tmp_path / "new", title)
    assert (refused.exit_code, refused.stderr.splitlines()[-1]) == (2, f"Error: {said}")
    assert not (tmp_path / "new").exists()


def test_wheel_carries_what_a_beginning_needs() -> None:
    needed = {"overrides", *FRAMEWORK, "practices/references.yaml", "requirements.lock"}
    assert (set(CARRIED), [name for name in CARRIED if not (PROJECT / name).exists()]) == (needed, [])


def test_carried_files_are_found_inside_a_wheel_and_beside_a_clone(tmp_path: Path) -> None:
    package = tmp_path / "generator"
    package.mkdir()
    assert carried("overrides", package) == tmp_path / "overrides"
    (package / "carried").mkdir()
    assert carried("overrides", package) == package / "carried/overrides"


def test_own_theme_folders_come_before_ours(tmp_path: Path) -> None:
    for name in ("custom", "overrides"):
        (tmp_path / name).mkdir()
    own = [tmp_path / "custom", tmp_path / "overrides", tmp_path / "missing"]
    assert theme_folders(own) == [
        str(tmp_path / "custom"),
        str(tmp_path / "overrides"),
        str(carried("overrides")),
    ]
