"""The whole way in: a folder to records and problems, the same whichever way it is read."""

from pathlib import Path

import pytest

from generator import processes
from generator.loading import compendium as loading
from generator.loading.compendium import check, load
from generator.problems import render
from tests.small_compendium import BRIEF, FULL, SmallCompendium


def test_records_come_in_the_order_of_their_names(compendium: SmallCompendium) -> None:
    found = compendium.load()
    assert list(found.practices) == ["brief", "full"]
    assert list(found.indicators) == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert list(found.references) == ["chalvi-2007", "ipc-wales"]
    assert list(found.pages) == ["index"]


def test_entry_is_known_by_the_name_of_its_file(compendium: SmallCompendium) -> None:
    found = compendium.load()
    assert (found.practices["full"].id, found.practices["full"].path) == ("full", FULL)
    assert (found.indicators["4"].id, found.indicators["4"].path) == ("4-safety", "indicators/4-safety.md")
    assert found.references["ipc-wales"].issued == "2011-03"


def test_what_is_in_order_is_loaded_beside_what_is_not(compendium: SmallCompendium) -> None:
    compendium.change(BRIEF, "kind: material", "kind: leaflet")
    found, problems = load(compendium.root)
    assert list(found.practices) == ["full"]
    assert [problem.rule for problem in problems] == ["unknown-value"]


def test_entry_that_points_at_nothing_is_loaded_with_its_problem(compendium: SmallCompendium) -> None:
    compendium.change(FULL, "related: [brief]", "related: [breif]")
    found, problems = load(compendium.root)
    assert list(found.practices) == ["brief", "full"]
    assert [problem.rule for problem in problems] == ["unknown-practice"]


def test_page_that_is_made_keeps_its_address(compendium: SmallCompendium) -> None:
    compendium.add_brief("index")
    assert render(compendium.problems(generated=("practices/index.md", "map.md")), "text") == (
        "practices/index.md:1:1: file-name: A page with this address is made by the generator. "
        "Give the file another name."
    )


def test_problems_of_all_files_come_in_one_run_sorted(compendium: SmallCompendium) -> None:
    compendium.change("indicators/1-definitions.md", "number: 1", "number: one")
    compendium.change("pages/index.md", "summary:", "sumary:")
    compendium.write("practices/Bad Name.md", "")
    compendium.change(BRIEF, "countries: [FI]", "countries: [Finland]")
    compendium.change(FULL, "tiers: [2, 3]", "tiers: [2, 2]")
    assert render(compendium.problems(), "text").splitlines() == [
        "indicators/1-definitions.md:2:9: not-a-number: 'number' must be a whole number, not 'one'. "
        "Write digits only, such as 12.",
        "pages/index.md:2:1: missing-field: 'summary' is missing. Add it: what the page is about.",
        "pages/index.md:3:1: unknown-field: There is no field 'sumary'. Did you mean 'summary'?",
        "practices/Bad Name.md:1:1: file-name: The file name 'Bad Name.md' is not allowed. "
        "Rename it to 'bad-name.md': small letters a-z, digits, hyphens, and '.md'.",
        "practices/brief.md:9:13: unknown-country: 'Finland' is not a two-letter country code. "
        "Did you mean 'FI'?",
        "practices/full.md:16:8: repeated-value: '2' is in 'tiers' twice. Remove one of the two.",
    ]


@pytest.mark.parametrize("folder", ["practices", "indicators", "pages"])
def test_missing_folder_is_a_problem(compendium: SmallCompendium, folder: str) -> None:
    compendium.path(folder).rename(compendium.path("elsewhere"))
    assert f"{folder}:1:1: no-folder: There is no folder '{folder}'. Create it." in render(
        compendium.problems(), "text"
    )


def test_several_processes_find_the_same(compendium: SmallCompendium, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(6):
        compendium.add_brief(
            f"practice-{number}", adapted_from=f"[practice-{(number + 1) % 6}]", kind="activity"
        )
    compendium.add_brief("wrong", kind="leaflet", related="[nowhere]")
    alone, problems = load(compendium.root)
    monkeypatch.setattr(processes, "WORTH_SHARING", 1)
    monkeypatch.setattr(loading, "_AT_ONCE", 2)
    together, found = load(compendium.root, jobs=2)
    assert found == problems == check(compendium.root, jobs=2)
    assert len(problems) == 8
    assert list(together.practices) == list(alone.practices)
    assert together.practices["full"].fields == alone.practices["full"].fields


def test_progress_tells_what_is_read_and_how_far(compendium: SmallCompendium) -> None:
    told: list[tuple[str, int, int]] = []
    load(compendium.root, progress=lambda *step: told.append(step))
    assert told == [("practices", 1, 2), ("practices", 2, 2)]


def test_paths_are_relative_to_the_compendium_wherever_it_is(
    compendium: SmallCompendium, monkeypatch: pytest.MonkeyPatch
) -> None:
    compendium.change(BRIEF, "kind: material", "kind: leaflet")
    there = load(compendium.root)[1]
    monkeypatch.chdir(compendium.root)
    assert load(Path())[1] == there
