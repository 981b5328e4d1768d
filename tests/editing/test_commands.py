"""The commands for editors and reviewers, run as people run them."""

import datetime
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.editing.new_file import new_file
from tests.editing.test_issue_form import issue_body
from tests.editing.test_new_file import ANSWERS
from tests.small_compendium import BRIEF, SmallCompendium

OPTIONS = [
    "--title", "Kids' group: first steps", "--summary", ANSWERS["summary"][0], "--status", "current",
    "--category", "Children", "--field", "treatment, prevention", "--kind", "activity",
    "--countries", "Ireland", "--countries", "NO", "--themes", "domestic-violence", "--level", "Described",
    "--ref", "ipc-wales", "--locator", "section 7.1, The Freedom Programme", "--today", "2026-11-22",
]  # fmt: skip
NEW = "practices/kids-group-first-steps.md"


def compendium_command(
    where: SmallCompendium, *arguments: str, typed: str = ""
) -> subprocess.CompletedProcess[str]:
    code = "from generator.cli.main import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=where.root, input=typed, check=False, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(Path.cwd()), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


@pytest.mark.parametrize("entry", ["brief", "full"])
def test_new_with_all_answers_runs_without_asking(compendium: SmallCompendium, entry: str) -> None:
    done = compendium_command(compendium, "new", f"--{entry}", *OPTIONS)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, f"Made {NEW}.")
    assert compendium.text(NEW) == new_file(ANSWERS, entry, datetime.date(2026, 11, 22))


def test_new_says_what_is_missing(compendium: SmallCompendium) -> None:
    without_its_source = OPTIONS[: OPTIONS.index("--level")] + OPTIONS[OPTIONS.index("--today") :]
    done = compendium_command(compendium, "new", "--full", *without_its_source)
    places = [line.rpartition(": empty-value")[0] for line in done.stdout.splitlines()[2:-1]]
    assert done.stdout.splitlines()[1] == "Still missing:"
    assert done.stdout.splitlines()[-1] == (
        f"Open the file in an editor, fill these in, then run: compendium check {NEW}"
    )
    assert [place.partition(":")[0] for place in places] == [NEW] * 3


def test_new_never_overwrites(compendium: SmallCompendium) -> None:
    compendium.write(NEW, "mine")
    done = compendium_command(compendium, "new", *OPTIONS)
    assert (done.returncode, compendium.text(NEW)) == (1, "mine")
    assert done.stderr == f"Error: {NEW} exists and was left as it is. Choose another title.\n"


def test_new_without_a_title_makes_nothing(compendium: SmallCompendium) -> None:
    before = sorted(compendium.path("practices").iterdir())
    assert compendium_command(compendium, "new").returncode == 2
    assert sorted(compendium.path("practices").iterdir()) == before


def test_schema_is_printed_as_it_is_committed(compendium: SmallCompendium) -> None:
    done = compendium_command(compendium, "schema")
    assert done.stdout == Path("pages/assets/practice.schema.json").read_text(encoding="utf-8")


def test_status_names_what_needs_care(compendium: SmallCompendium) -> None:
    done = compendium_command(compendium, "status", "--today", "2028-04-03")
    assert done.stdout.splitlines()[:4] == [
        "2 entries.",
        "",
        "Due for review: 2",
        f"  {BRIEF}: since 2028-04-03",
    ]


def test_review_reads_changes_from_git(compendium: SmallCompendium) -> None:
    done = compendium_command(compendium, "review", "--changes", "-", typed=f"M\t{BRIEF}\n")
    assert done.stdout.splitlines()[2] == "### Brief practice (changed)"


def test_notes_stop_nothing(compendium: SmallCompendium) -> None:
    compendium.change(BRIEF, "Young people", "The SARC helps. Young people")
    done = compendium_command(compendium, "notes", BRIEF)
    assert (done.returncode, done.stdout.partition(" is not")[0]) == (
        0,
        f"{BRIEF}:20:5: warning: unexplained-acronym: The acronym 'SARC'",
    )


def test_form_makes_a_file_and_the_words_of_its_pull_request(compendium: SmallCompendium) -> None:
    event = compendium.path("event.json")
    event.write_text(json.dumps({"issue": {"number": 12, "body": issue_body()}}), encoding="utf-8")
    done = compendium_command(compendium, "form", "--event", "event.json", "--pull-request", "out")
    assert (done.returncode, done.stdout) == (0, "Made practices/safe-space-evenings.md.\n")
    assert compendium.text("out/path.txt") == "practices/safe-space-evenings.md"
    assert compendium.text("out/title.txt") == "Practice: Safe Space evenings"
    assert "**The check finds nothing missing.**" in compendium.text("out/text.md")


def test_form_of_an_issue_without_text_says_what_is_missing(compendium: SmallCompendium) -> None:
    event = compendium.path("event.json")
    event.write_text(json.dumps({"issue": {"number": 12, "body": None}}), encoding="utf-8")
    assert (
        compendium_command(compendium, "form", "--event", "event.json", "--pull-request", "out").returncode == 0
    )
    assert "**What is still missing:**" in compendium.text("out/text.md")
