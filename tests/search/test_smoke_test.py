"""A search that is missing, emptied, cut off or another compendium's is found before it is published."""

import random
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pagefind_bin  # type: ignore[import-untyped]  # it ships a program, and no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compendium.catalogue import Catalogue
from generator.compendium.records import Compendium
from generator.presentation import addresses
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.texts import read_texts
from generator.search import smoke_test
from generator.search.bundle import search_files
from generator.search.packing import is_whole, packed, unpacked
from generator.search.smoke_test import asked, search_answers
from tests.site.conftest import PROJECT
from tests.small_compendium import SmallCompendium

PAGEFIND = Path(pagefind_bin.get_executable())


@pytest.fixture(scope="module")
def built(whole: Compendium, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with nothing in it but its search."""
    return with_search(whole, tmp_path_factory.mktemp("built"))


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of it to be spoilt."""
    shutil.copytree(built, tmp_path / "site")
    return tmp_path / "site"


def text_of(compendium: Compendium) -> CompendiumText:
    return CompendiumText(Catalogue(compendium), read_texts())


def with_search(compendium: Compendium, folder: Path) -> Path:
    site = folder / "site"
    (site / "search").mkdir(parents=True)
    for name, content in search_files(text_of(compendium), PAGEFIND).items():
        (site / "search" / name).write_bytes(content)
    return site


def change(site: Path, pattern: str, changed: Callable[[Any], Any]) -> None:
    """Packs what is in all packs that the pattern fits anew, with their values changed."""
    for pack in sorted((site / "search").glob(pattern)):
        value = changed(unpacked(pack.stem, pack.read_text("utf-8")))
        pack.write_text(packed(pack.stem, value), "utf-8")


def test_search_of_a_built_site_answers(words: CompendiumText, built: Path) -> None:
    assert search_answers(words)(built) == []


def test_every_practice_is_found_by_a_word_of_its_title(
    words: CompendiumText, whole: Compendium, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len({entry.id for entry in asked(whole)}) == 3
    monkeypatch.setattr(smoke_test, "ASKED", len(whole.practices))
    assert [entry.id for entry in asked(whole)] == sorted(whole.practices)
    assert search_answers(words)(built) == []


def test_search_of_a_compendium_of_one_or_two_entries_answers(
    compendium: SmallCompendium, tmp_path_factory: pytest.TempPathFactory
) -> None:
    two = compendium.load()
    one = replace(two, practices=dict(list(two.practices.items())[:1]))
    for small in (one, two):
        assert search_answers(text_of(small))(with_search(small, tmp_path_factory.mktemp("small"))) == []


SPOILT = """
import sys
import zlib
from generator import plugin
made = plugin.search_files
def spoilt(*arguments):
    files = made(*arguments).items()
    return {name: content[:-400] if name.startswith("index-") else content for name, content in files}
plugin.search_files = spoilt
from generator.cli.main import main
main()
"""


def test_site_whose_search_does_not_answer_is_not_published(tmp_path: Path) -> None:
    target = tmp_path / "site"
    command = [sys.executable, "-c", SPOILT, "build", "--site-dir", str(target)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    said = done.stderr.strip().splitlines()
    first = next(number for number, line in enumerate(said) if "The site was not published" in line)
    assert said[first].endswith(f"The site was not published in {target}; there is nothing there.")
    assert all(re.fullmatch(r"  search/index-\w+\.js: not whole", line) for line in said[first + 1 :])
    assert len(said[first + 1 :]) > 1
    assert not target.exists()


def test_site_without_search_is_found(words: CompendiumText, tmp_path: Path) -> None:
    assert search_answers(words)(tmp_path) == ["search/core.js: missing"]


def test_every_file_is_needed(words: CompendiumText, built: Path, site: Path) -> None:
    for name in sorted(file.name for file in (built / "search").iterdir()):
        (site / "search" / name).unlink()
        assert search_answers(words)(site) == [f"search/{name}: missing"]
        shutil.copy(built / "search" / name, site / "search" / name)
    assert search_answers(words)(site) == []


def test_no_file_may_be_empty(words: CompendiumText, built: Path, site: Path) -> None:
    for name in sorted(file.name for file in (built / "search").iterdir()):
        (site / "search" / name).write_bytes(b"")
        found = search_answers(words)(site)
        assert found, name
        assert all(name in fault for fault in found), found
        shutil.copy(built / "search" / name, site / "search" / name)


@pytest.mark.parametrize("kind", ["core", "filters", "index-*", "text-*"])
def test_pack_that_was_cut_off_is_found(words: CompendiumText, built: Path, site: Path, kind: str) -> None:
    chance = random.Random(5)
    for file in sorted((built / "search").glob(f"{kind}.js")):
        content = file.read_bytes()
        for end in (0, 1, len(content) - 1, len(content) - 4, chance.randrange(len(content))):
            (site / "search" / file.name).write_bytes(content[:end])
            found = search_answers(words)(site)
            assert found, (file.name, end)
            assert all(file.name in fault for fault in found), found
        shutil.copy(file, site / "search" / file.name)


def test_pack_that_was_cut_off_and_closed_again_is_found(
    words: CompendiumText, built: Path, site: Path
) -> None:
    for file in sorted((built / "search").glob("text-*.js")):
        text = file.read_text("utf-8")
        (site / "search" / file.name).write_text(f'{text[: len(text) // 2]}");\n', "utf-8")
        assert search_answers(words)(site) == [f"search/{file.name}: not whole"]
        shutil.copy(file, site / "search" / file.name)


def test_index_without_words_is_found(words: CompendiumText, whole: Compendium, site: Path) -> None:
    change(site, "index-*.js", lambda _: {})
    found = search_answers(words)(site)
    due = [addresses.practice(entry.id) for entry in asked(whole)]
    assert [fault.rpartition(" ")[2] for fault in found] == due
    assert all(re.fullmatch(r"search: asked for '[a-z ]+', it does not find practices/\S+", f) for f in found)


def test_result_that_is_another_page_is_found(words: CompendiumText, whole: Compendium, site: Path) -> None:
    change(site, "text-*.js", lambda texts: [{**text, "url": "practice.html"} for text in texts])
    assert search_answers(words)(site) == [
        f"search: the result for {entry.title!r} is another page ('practice.html')" for entry in asked(whole)
    ]


def test_search_of_a_compendium_with_another_number_of_entries_is_found(
    whole: Compendium, compendium: SmallCompendium, built: Path
) -> None:
    number = len(whole.practices)
    assert search_answers(text_of(compendium.load()))(built) == [
        f"search: {number} entries can be found, and there are 2"
    ]


def test_search_of_another_compendium_of_the_same_size_is_found(whole: Compendium, built: Path) -> None:
    first, second = asked(whole)[:2]
    exchanged = {
        **whole.practices,
        first.id: replace(second, id=first.id),
        second.id: replace(first, id=second.id),
    }
    assert search_answers(text_of(replace(whole, practices=exchanged)))(built) != []


def test_filter_that_gives_other_entries_is_found(words: CompendiumText, site: Path) -> None:
    change(site, "filters.js", lambda filters: {**filters, "Field": {**filters["Field"], "Treatment": [1]}})
    assert search_answers(words)(site) == ["search: the filter 'Field' gives other entries for 'Treatment'"]


def test_order_of_other_entries_is_found(words: CompendiumText, site: Path) -> None:
    (site / "search/order.js").write_text('compendiumSearch.orders={"title":[0]};\n', "utf-8")
    assert search_answers(words)(site) == [
        "search/order.js: not the order of these entries (KeyError(1))"
    ]  # fmt: skip


# -- packs, there and back ------------------------------------------------------------------------

VALUES = st.recursive(st.integers() | st.text(), lambda of: st.lists(of) | st.dictionaries(st.text(), of))


@given(VALUES)
def test_packed_value_comes_out_as_it_went_in(value: object) -> None:
    pack = packed("name", value)
    assert unpacked("name", pack) == value
    assert is_whole("name", pack)
    assert not is_whole("another", pack)


@given(VALUES, st.data())
def test_no_pack_is_whole_without_its_end(value: object, data: st.DataObject) -> None:
    start, _, content = packed("name", value).partition(',"')
    cut = content[: data.draw(st.integers(0, len(content) - 6))]
    with pytest.raises((ValueError, EOFError, OSError, zlib.error)):
        unpacked("name", f'{start},"{cut}");\n')
