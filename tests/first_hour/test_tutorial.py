"""The tutorial, followed to the letter: its own blocks are run, from the clone to the published site.

Nothing leaves the machine: the addresses of GitHub and GitLab stand for repositories in a folder, and
the steps of their workflows are run here, as they stand in the files.
"""

import os
from pathlib import Path

import pytest
import yaml

from tests.browser.starting import started
from tests.first_hour.machine import PROJECT, cloned, done, newcomers_python
from tests.first_hour.told import Block, blocks

TUTORIAL = PROJECT / "docs/tutorial.md"
INSERT_BELOW = """\
insert_below() {
  python3 - "$@" <<'PYTHON'
import sys
from pathlib import Path
path, line, text = sys.argv[1:]
lines = Path(path).read_text("utf-8").splitlines(keepends=True)
at = [number for number, each in enumerate(lines) if each.strip().startswith(line)]
assert len(at) == 1, at
Path(path).write_text("".join([*lines[: at[0] + 1], text, *lines[at[0] + 1 :]]), "utf-8")
PYTHON
}
"""


class Newcomer:
    """Somebody at a terminal in an empty folder, with git, make and Python."""

    def __init__(self, folder: Path) -> None:
        self.desk = folder / "desk"
        self.desk.mkdir()
        self._env = {
            "PATH": f"{newcomers_python(folder / 'programs')}:/usr/local/bin:/usr/bin:/bin",
            "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "HOME": str(folder),
        }
        upstream = cloned(folder / "upstream")
        remotes = {
            "https://github.com/OWNER/good-practice-compendium.git": upstream,
            "https://github.com/OWNER/our-compendium.git": self._bare(folder / "github.git"),
            "https://gitlab.com/OWNER/our-compendium.git": self._bare(folder / "gitlab.git"),
        }
        (folder / "gitconfig").write_text(
            "[user]\nname = Editor\nemail = editor@example.org\n"
            + "".join(f'[url "{path.as_uri()}"]\ninsteadOf = {url}\n' for url, path in remotes.items()),
            encoding="utf-8",
        )

    def types(self, script: str, folder: Path | None = None) -> str:
        """Runs commands, which must all succeed; what they printed."""
        env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP"))}
        command = ("env", "-i", *(f"{k}={v}" for k, v in {**env, **self._env}.items()), "bash", "-eu", "-c")
        return done(*command, INSERT_BELOW + script, cwd=folder or self.desk)

    def _bare(self, folder: Path) -> Path:
        done("git", "init", "--quiet", "--bare", "--initial-branch=main", folder, cwd=folder.parent)
        return folder


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> Newcomer:
    """Somebody who has followed the tutorial to its end."""
    newcomer = Newcomer(tmp_path_factory.mktemp("newcomer"))
    newcomer.types("".join(block.script for block in blocks(TUTORIAL.read_text(encoding="utf-8"))))
    return newcomer


def test_compendium_has_its_own_title_colours_practices_and_theme(newcomer: Newcomer) -> None:
    site = newcomer.desk / "our-compendium/site"
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "<h1>Evening groups in our county</h1>" in home
    assert 'href="assets/stylesheets/own.css"' in home
    assert (site / "practices/evening-group.html").is_file()
    assert "Safe at home" in (site / "indexes/theme/housing.html").read_text(encoding="utf-8")


def test_copies_for_a_server_and_a_stick_are_what_was_built(newcomer: Newcomer) -> None:
    built = (newcomer.desk / "our-compendium/site/SHA256SUMS").read_bytes()
    assert (newcomer.desk / "web-server/library/SHA256SUMS").read_bytes() == built
    assert (newcomer.desk / "usb-stick/compendium/SHA256SUMS").read_bytes() == built
    assert (newcomer.desk / "usb-stick/compendium.pdf").read_bytes().startswith(b"%PDF-")


def test_steps_of_the_workflow_build_what_was_pushed_to_github(newcomer: Newcomer, tmp_path: Path) -> None:
    newcomer.types("git clone --quiet https://github.com/OWNER/our-compendium.git pushed", tmp_path)
    workflow = yaml.safe_load((tmp_path / "pushed/.github/workflows/pages.yml").read_text(encoding="utf-8"))
    steps = [step["run"] for step in workflow["jobs"]["build"]["steps"] if "run" in step]
    newcomer.types("\n".join(steps), tmp_path / "pushed")
    assert (tmp_path / "pushed/site/practices/evening-group.html").is_file()
    assert [
        step["with"]["path"] for step in workflow["jobs"]["build"]["steps"] if "upload" in step.get("uses", "")
    ] == ["site"]


def test_script_for_gitlab_builds_what_was_pushed_there(newcomer: Newcomer, tmp_path: Path) -> None:
    newcomer.types("git clone --quiet https://gitlab.com/OWNER/our-compendium.git pushed", tmp_path)
    jobs = yaml.safe_load((tmp_path / "pushed/.gitlab-ci.yml").read_text(encoding="utf-8"))
    newcomer.types("\n".join(jobs["pages"]["script"]), tmp_path / "pushed")
    assert (tmp_path / "pushed/public/practices/evening-group.html").is_file()


def test_search_of_the_new_compendium_finds_a_practice_and_its_colours_are_seen(newcomer: Newcomer) -> None:
    with started("chromium") as browser:
        browser.open(f"{(newcomer.desk / 'usb-stick/compendium/index.html').as_uri()}")
        band = "getComputedStyle(document.querySelector('.site-header__band')).backgroundColor"
        assert browser.evaluate(band) == "rgb(59, 42, 92)"
        browser.click(".search-button")
        browser.wait_for("document.activeElement?.matches('input')")
        browser.type("evening")
        browser.wait_for("document.body.textContent.includes('A weekly group for children')")


@pytest.mark.parametrize(
    ("block", "script"),
    [
        (Block("sh", "", "make site\n"), "make site\n"),
        (Block("text", "", "shown\n"), ""),
        (Block("css", " file=a.css", "b {}\n"), "printf %s 'b {}\n' > a.css\n"),
        (Block("yaml", " append=a.yaml", "- b\n"), "printf %s '- b\n' >> a.yaml\n"),
        (Block("text", ' file=a.py below=("b",', "c\n"), "insert_below a.py '(\"b\",' 'c\n'\n"),
    ],
)
def test_block_is_understood(block: Block, script: str) -> None:
    assert block.script == script
