"""What is said of an entry that claims what its sources do not have: each message with its place and advice.

The cases are in `fixtures/told.txt`: a change of the small compendium, and all that is said of it.
"""

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from generator.cli.main import main
from generator.loading.tracing import trace_compendium
from generator.problems import render
from tests.small_compendium import BRIEF, FIXTURES, FULL, SmallCompendium

CASES = Path(__file__).parent / "fixtures/told.txt"
SOURCES = FIXTURES / "sources"
REFERENCES = "practices/references.yaml"


def traced(compendium: SmallCompendium, *changes: tuple[str, str, str], sources: Path = SOURCES) -> str:
    """What is said after changes of files: what was in each, and what is put there instead."""
    for change in changes:
        compendium.change(*change)
    return render(trace_compendium(compendium.root, sources).problems, "text")


def test_small_compendium_is_true_to_its_sources(compendium: SmallCompendium) -> None:
    found = trace_compendium(compendium.root, SOURCES)
    assert (found.problems, found.entries, found.quotes) == ([], 11, 6)
    assert {key: round(share, 3) for key, share in found.quoted.items()} == {
        "chalvi-2007": 0.0,
        "ipc-wales": 0.095,
    }


class Case(NamedTuple):
    """What is changed in which file, and what is said then."""

    change: tuple[str, str, str]
    said: str


def cases() -> dict[str, Case]:
    """The cases of the fixture file by their names: file, old text, new text, what is said."""
    found = {}
    for case in re.split(r"^===== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, path, rest = case.split("\n", 2)
        old, _, rest = rest.partition("\n----- becomes\n")
        new, _, said = rest.partition("\n----- said\n")
        found[name] = Case((path, old, new), said.strip("\n"))
    return found


@pytest.mark.parametrize("case", cases().values(), ids=cases())
def test_claim_that_its_source_does_not_have_is_told(compendium: SmallCompendium, case: Case) -> None:
    assert traced(compendium, case.change) == case.said


def test_text_that_has_changed_is_told(compendium: SmallCompendium, tmp_path: Path) -> None:
    for file in SOURCES.iterdir():
        (tmp_path / file.name).write_text(
            file.read_text(encoding="utf-8").replace("Men were not seen", "Men were seen"), encoding="utf-8"
        )
    said = traced(compendium, sources=tmp_path)
    place = "practices/references.yaml:18:46: text-changed"
    assert said.startswith(f"{place}: 'paper.txt' has changed since 2026-04-03: its sha256 is now ")
    assert said.endswith("Read again what is cited from it; then write this sha256 and today's date.")


def test_text_in_other_lines_is_the_same_text(compendium: SmallCompendium, tmp_path: Path) -> None:
    for file in SOURCES.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert traced(compendium, sources=tmp_path) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "There is no text 'paper.txt' in the folder of sources. Put it there, or name another folder "
               "with --sources."),
        (b"\xff\xfe", "The text 'paper.txt' is not UTF-8. Save it with the encoding UTF-8."),
    ],
)  # fmt: skip
def test_text_that_cannot_be_read_is_told(
    compendium: SmallCompendium, tmp_path: Path, text: bytes | None, said: str
) -> None:
    (tmp_path / "good-practices.txt").write_bytes((SOURCES / "good-practices.txt").read_bytes())
    if text is not None:
        (tmp_path / "paper.txt").write_bytes(text)
    assert traced(compendium, sources=tmp_path) == f"practices/references.yaml:18:27: no-text: {said}"


def test_document_without_a_text_is_told_where_it_is_quoted(compendium: SmallCompendium) -> None:
    line = next(line for line in compendium.text(REFERENCES).splitlines() if "paper.txt" in line)
    assert traced(compendium, (REFERENCES, f"{line}\n", "")) == (
        "practices/references.yaml:10:9: no-text: 'ipc-wales' is quoted, and no text of it is named. Add "
        "`verified-text: {file: …, sha256: …, on: …}` to it."
    )


def test_more_than_a_tenth_quoted_is_told(compendium: SmallCompendium) -> None:
    change = (
        FULL,
        "quote: interviews before and after",
        "quote: interviews before and after found that children",
    )
    assert traced(compendium, change) == (
        "practices/references.yaml:18:27: too-much-quoted: Quotes hold 10.5% of ipc-wales; 10% is allowed. "
        "Shorten quotes, or quote one passage for several claims."
    )


def test_passage_that_is_quoted_twice_counts_once(compendium: SmallCompendium) -> None:
    before = trace_compendium(compendium.root, SOURCES).quoted
    compendium.change(FULL, "quote: both groups are essential", "quote: interviews before and after")
    assert trace_compendium(compendium.root, SOURCES).quoted["ipc-wales"] < before["ipc-wales"]


def test_entry_with_other_mistakes_is_traced_all_the_same(compendium: SmallCompendium) -> None:
    compendium.change(FULL, "category: children-and-parents", "category: nobody")
    assert traced(compendium, (FULL, "sessions: 12", "sessions: 14")).startswith("practices/full.md:27:13:")


# -- the command ------------------------------------------------------------------------------------


def command(
    compendium: SmallCompendium, monkeypatch: pytest.MonkeyPatch, *arguments: str
) -> tuple[int, str, str]:
    monkeypatch.chdir(compendium.root)
    done = CliRunner().invoke(main, ["trace", "--sources", str(SOURCES), *arguments])
    return done.exit_code, done.stdout, done.stderr


def test_command_says_what_was_compared(compendium: SmallCompendium, monkeypatch: pytest.MonkeyPatch) -> None:
    assert command(compendium, monkeypatch) == (0, "", "6 quotes and 42 claims compared. No problems found.\n")


def test_command_reports_as_check_does(compendium: SmallCompendium, monkeypatch: pytest.MonkeyPatch) -> None:
    compendium.change(FULL, "sessions: 12", "sessions: 14")
    compendium.change(BRIEF, "at school. [@", "at school in 2008. [@")
    status, said, summary = command(compendium, monkeypatch, "--format", "json")
    assert (status, summary) == (1, "6 quotes and 42 claims compared. 2 problems found.\n")
    assert [(each["path"], each["rule"]) for each in json.loads(said)] == [
        ("practices/brief.md", "year-not-in-source"),
        ("practices/full.md", "figure-not-in-source"),
    ]
    status, said, summary = command(compendium, monkeypatch, "--format", "github", "practices/full.md")
    assert said == (
        "::error file=practices/full.md,line=27,col=13,title=figure-not-in-source::The figure '14' is not in "
        "ipc-wales, section 7.1. Correct it, or leave it out.\n"
    )
    assert summary == "6 quotes and 42 claims compared. 1 problem found.\n"


def test_command_needs_a_folder_that_is_there(
    compendium: SmallCompendium, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(compendium.root)
    done = CliRunner().invoke(main, ["trace", "--sources", "nowhere"])
    assert (done.exit_code, "Directory 'nowhere' does not exist" in done.stderr) == (2, True)
