"""The command `compendium check`: what it prints where, and how it ends."""

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from tests.small_compendium import BRIEF, FULL, SmallCompendium

PROBLEM = (
    "practices/brief.md:9:13: unknown-country: 'FIN' is not a two-letter country code. Did you mean 'FI'?\n"
)


@pytest.fixture
def here(compendium: SmallCompendium, monkeypatch: pytest.MonkeyPatch) -> SmallCompendium:
    """The small compendium as the folder in which commands run."""
    monkeypatch.chdir(compendium.root)
    return compendium


def checked(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("form", "printed"), [("text", ""), ("github", ""), ("json", "[]\n")])
def test_content_in_order_prints_nothing_but_an_empty_list_and_succeeds(form: str, printed: str) -> None:
    said = checked("--format", form)
    assert (said.stdout, said.stderr, said.exit_code) == (printed, "No problems found.\n", 0)


def test_problems_are_printed_and_counted_and_the_command_fails(here: SmallCompendium) -> None:
    here.change(BRIEF, "[FI]", "[FIN]")
    said = checked()
    assert (said.stdout, said.stderr, said.exit_code) == (PROBLEM, "1 problem found.\n", 1)


@pytest.mark.parametrize("named", [BRIEF, f"./{BRIEF}"])
def test_problems_of_the_files_named_are_printed_alone(here: SmallCompendium, named: str) -> None:
    here.change(BRIEF, "[FI]", "[FIN]")
    here.change(FULL, "kind: activity", "kind: play")
    said = checked(named)
    assert (said.stdout, said.stderr, said.exit_code) == (PROBLEM, "1 problem found.\n", 1)


def test_file_in_order_passes_beside_one_that_is_not(here: SmallCompendium) -> None:
    here.change(FULL, "kind: activity", "kind: play")
    said = checked(BRIEF)
    assert (said.stdout, said.stderr, said.exit_code) == ("", "No problems found.\n", 0)
