"""What the command line says when it cannot go on: what happened, where, and what to do."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from generator.cli.progress import Told
from generator.cli.refusals import refused
from tests.first_hour.machine import PROJECT
from tests.seeding import seed_compendium

BEGIN = "or begin one: compendium init FOLDER --title 'ITS NAME'"
NOT_HERE = (
    "There is no compendium in this folder ({here}): it has no folder practices/. Go to the folder of one, "
)
WITHOUT_A_COMPENDIUM = [
    ["check"],
    ["build"],
    ["serve"],
    ["pdf"],
    ["usb"],
    ["new", "--title", "A"],
    ["schema", "--write"],
    ["status"],
    ["notes"],
    ["review", "--changes", os.devnull],
    ["form", "--event", os.devnull, "--pull-request", "x"],
]
SETTINGS = [
    ("site_name: [", "mkdocs.yml:1:13: the settings cannot be read from here on"),
    ("site_nam: A", "'site_nam': There is no setting 'site_nam'. Correct its spelling, or take it away."),
    ("plugins: [compendium]", "'site_name': It is missing. Add it."),
    (
        "site_name: A\ndocs_dir: pages\nplugins: [compendum]",
        "There is no plugin 'compendum' here. The compendium's is called: compendium",
    ),
    ("site_name: A\ntheme: {name: materail}", "There is no theme 'materail' here. Write: name: material"),
    ("site_name: A\ntheme: {name: material, custom_dir: away}", "away. Make it, or take custom_dir away."),
    (
        "site_name: A\ndocs_dir: pages",
        "does not name the plugin that makes a compendium, and nothing was changed.",
    ),
    (
        "site_name: A\ndocs_dir: pages\nplugins: [{compendium: {leave_to: 'http://a.example'}}]",
        "it must be a plain web address such as https://www.wikipedia.org/",
    ),
    (
        "site_name: A\ndocs_dir: pages\nsite_dir: .",
        "The site would lie over the texts that it is made from. Name another folder.",
    ),
]


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A compendium without practices, in which the commands run."""
    folder = tmp_path / "ours"
    assert CliRunner().invoke(main, ["init", str(folder), "--title", "Ours"]).exit_code == 0
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port of this computer that somebody uses."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def said(*arguments: str) -> Result:
    """What a command says; an exception that it did not turn into words fails the test."""
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def last(result: Result) -> str:
    """The last line on standard error of a command that failed."""
    assert result.exit_code in (1, 2)
    return result.stderr.splitlines()[-1]


@pytest.mark.parametrize("arguments", WITHOUT_A_COMPENDIUM, ids=lambda arguments: arguments[0])
def test_folder_without_a_compendium_is_named_with_where_to_go(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert last(said(*arguments)) == f"Error: {NOT_HERE.format(here=tmp_path)}{BEGIN}"
    assert list(tmp_path.iterdir()) == []


def test_folder_inside_a_compendium_leads_to_its_first_one(
    begun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(begun / "practices")
    assert last(said("check")) == f"Error: You are inside a compendium. Go to its first folder: cd {begun}"


@pytest.mark.parametrize(("settings", "expected"), SETTINGS, ids=[expected[:40] for _, expected in SETTINGS])
def test_settings_that_are_not_in_order_are_told_in_words(begun: Path, settings: str, expected: str) -> None:
    (begun / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (begun / "site").mkdir()
    (begun / "site/mine.txt").touch()
    result = said("build")
    assert (result.exit_code, expected in result.stderr) == (1, True), result.stderr
    assert (begun / "site/mine.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["pdf"], "There are no practices to print yet. Make the first one: compendium new"),
        (["pdf", "--only", ","], "--only names no practice. Name files of practices/ without '.md'."),
        (["pdf", "--output", "pages"], "Invalid value for '--output': File 'pages' is a directory."),
        (["usb"], "There is no site in site to copy. Make it first: compendium build"),
        (
            ["verify", "pages"],
            "pages is no published site and no copy of one: there is no SHA256SUMS in it. "
            "Name the folder that holds it, such as site or dist/compendium-usb.",
        ),
        (["verify", "nowhere"], "Invalid value for 'FOLDER': Directory 'nowhere' does not exist."),
        (["new"], "A new practice needs a title: compendium new --title 'ITS NAME'"),
        (["notes", "pages"], "Invalid value for '[FILES]...': File 'pages' is a directory."),
        (
            ["form", "--event", "mkdocs.yml", "--pull-request", "x"],
            "mkdocs.yml is not the event of an issue. On GitHub its path is in GITHUB_EVENT_PATH.",
        ),
        (
            ["build", "--config", "other.yml"],
            "There is no file other.yml, which holds the settings. Go to the folder of a compendium, name the "
            f"file with --config, {BEGIN}",
        ),
        (
            ["build", "--config", "pages"],
            "pages is a folder. Name the file with the settings: --config mkdocs.yml",
        ),
        (
            ["check", "away.md"],
            "There is no such file in this compendium: away.md. Name files such as practices/meitheal.md, "
            "from the folder that holds practices/.",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.usefixtures("begun")
def test_what_cannot_be_done_is_said_with_what_to_do(arguments: list[str], expected: str) -> None:
    assert last(said(*arguments)) == f"Error: {expected}"


def test_page_to_make_contributing_from_is_asked_for(begun: Path) -> None:
    (begun / "pages/submit.md").unlink()
    assert last(said("schema", "--write")) == (
        "Error: There is no file pages/submit.md, from which CONTRIBUTING.md is made. "
        "Write it: how to send in a practice."
    )


def test_problems_are_shown_when_nothing_can_be_previewed_or_printed(begun: Path) -> None:
    (begun / "practices/plain.md").write_text("It helps.\n", encoding="utf-8")
    assert "plain.md:1:1: no-front-matter" in said("pdf").stderr
    assert last(said("pdf")) == "Error: Nothing was made: the content has the problems above. Mend these first."


@pytest.mark.usefixtures("begun")
def test_address_in_use_is_named_with_another(taken_port: int) -> None:
    assert last(said("serve", "--address", f"127.0.0.1:{taken_port}")) == (
        f"Error: The preview cannot use the address 127.0.0.1:{taken_port}: address already in use. Perhaps "
        "another preview is running: end it, or choose another address, such as --address 127.0.0.1:8001"
    )


def test_site_that_was_changed_is_not_copied(begun: Path) -> None:
    assert said("build").exit_code == 0
    (begun / "site/index.html").write_text("changed", encoding="utf-8")
    assert last(said("usb")) == (
        "Error: The site in site is not as it was built (index.html: changed). Build it again: compendium build"
    )
    result = said("verify", "site")
    assert (result.stdout, last(result)) == (
        "index.html: changed\n",
        "Error: 1 file is not as published in site. Do not pass it on. "
        "Make it anew: compendium build, then compendium usb",
    )


@pytest.mark.usefixtures("begun")
def test_copy_without_the_printed_edition_says_how_to_have_it() -> None:
    assert said("build").exit_code == 0
    result = said("usb")
    assert (result.stdout, result.stderr) == (
        "Written: dist/compendium-usb and dist/compendium-usb.zip\n",
        "The printed edition is not in it: there is no dist/compendium.pdf. Make it and copy again: "
        "compendium pdf, then compendium usb\n",
    )


def test_built_site_is_named_where_it_stands(begun: Path) -> None:
    assert said("build").stdout == "The site is ready. Open it in a browser: site/index.html\n"
    assert said("build", "--site-dir", str(begun.parent / "there")).stdout == (
        f"The site is ready. Open it in a browser: {begun.parent / 'there/index.html'}\n"
    )


def test_stopping_from_the_keyboard_is_answered_in_words(monkeypatch: pytest.MonkeyPatch, begun: Path) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(main.commands, "stop", click.Command("stop", callback=stop))
    result = said("stop")
    assert (begun.is_dir(), result.exit_code, result.stderr) == (
        True, 130, "\nStopped. What was not finished was taken away.\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (
            PermissionError(13, "Permission denied", "dist"),
            "dist: permission denied. Change the rights of the file or folder, or name another.",
        ),
        (
            OSError(28, "No space left on device"),
            "no space left on device. Make room on the disk, then try again.",
        ),
        (OSError(5, "Input/output error", "a"), "a: input/output error. Mend this, then try again."),
    ],
)
def test_what_the_machine_refuses_is_said_in_words(failure: OSError, words: str) -> None:
    assert refused(failure) == words


def test_every_command_says_in_the_list_what_it_does_and_ends_its_sentence() -> None:
    listed = said("--help").stdout.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == [
        *("init", "new", "check", "build", "serve", "pdf", "usb", "verify", "trace"),
        *("status", "notes", "review", "schema", "form"),
    ]
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []


def test_progress_tells_each_stage_once_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    told = Told()
    for done in (1, 2, 3):
        told("practices", done, 3)
    told("search", 0, 1)
    told("site", 0, 1)
    told("site", 1, 1)
    printed = capsys.readouterr()
    lines = "Reading the practices (3) …\nMaking the search …\nChecking the site …\n"
    assert (printed.out, printed.err) == ("", lines)


@pytest.mark.usefixtures("begun")
def test_build_tells_of_its_stages_on_standard_error() -> None:
    told = [line.partition(" (")[0] for line in said("build").stderr.splitlines()]
    assert told == ["Making the pages", "Checking the site …"]


@pytest.mark.parametrize(
    ("command", "stage"), [("check", "Reading the practices (1200) …\n"), ("build", "Making the pages")]
)
def test_work_on_many_that_is_stopped_ends_at_once_and_in_words(
    command: str, stage: str, tmp_path: Path
) -> None:
    seed_compendium(tmp_path, 1200)
    before = sorted(path.name for path in tmp_path.iterdir())
    running = subprocess.Popen(
        [sys.executable, "-c", "from generator.cli.main import main; main()", command],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(PROJECT)}, stderr=subprocess.PIPE, text=True,
        encoding="utf-8", start_new_session=True,
    )  # fmt: skip
    assert running.stderr is not None
    assert next(line for line in running.stderr if line.startswith(stage))
    os.killpg(running.pid, signal.SIGINT)
    assert running.stderr.read() == "\nStopped. What was not finished was taken away.\n"
    assert running.wait(20) == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_short_work_is_not_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    Told(least=10)("practices", 1, 9)
    assert capsys.readouterr().err == ""


def test_progress_on_a_terminal_is_a_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    told = Told()
    for done in range(1, 5):
        told("practices", done, 4)
    told.end()
    printed = capsys.readouterr()
    assert (printed.out, "Reading the practices" in printed.err, "100%" in printed.err) == ("", True, True)


@pytest.mark.usefixtures("begun")
def test_nothing_but_the_list_is_printed_for_programs() -> None:
    result = said("check", "--format", "json")
    assert (result.stdout, result.stderr) == ("[]\n", "No problems found.\n")
