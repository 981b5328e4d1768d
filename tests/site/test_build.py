"""The build as a whole: valid, self-contained, the same every time, and never half there."""

import hashlib
import re
import shutil
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

from generator.publishing.site_check import broken_site
from tests.site.conftest import BIN, PROJECT, pages_of, run

SHARING = """
import os, sys
from generator import processes
processors = int(sys.argv.pop())
os.cpu_count = lambda: processors
processes.WORTH_SHARING = 2
from generator.__main__ import run
run()
"""
"""The console script on a machine with so many processors as its last argument says, all of them used."""

CONTENT = ("practices", "indicators", "pages", "overrides", "mkdocs.yml")


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The content in another place, to be changed by a test."""
    for name in CONTENT:
        source = PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    return tmp_path


def test_no_link_or_anchor_is_broken(site: Path) -> None:
    assert broken_site(site) == []


def test_pages_are_valid_html(site: Path) -> None:
    folder = PROJECT / "tests/html"
    checked = subprocess.run(
        [
            str(BIN / "node"),
            "node_modules/html-validate/bin/html-validate.mjs",
            "--config",
            ".htmlvalidate.json",
            str(site),
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout[-8000:] + checked.stderr


def test_nothing_is_asked_of_another_host(site: Path) -> None:
    asking = re.compile(r"""(?:\bsrc=|<link\b[^>]*\bhref=|url\(|@import |fetch\()["'( ]*(?:https?:)?//""")
    for path in sorted(site.rglob("*")):
        if path.suffix in {".html", ".css", ".js"}:
            found = asking.search(path.read_text(encoding="utf-8"))
            assert found is None, f"{path}: {found}"


def test_links_are_relative(site: Path) -> None:
    for page in pages_of(site):
        absolute = re.findall(r'(?:href|src)="(/[^"]*)"', page.read_text(encoding="utf-8"))
        assert absolute == [], page


def test_theme_brings_no_script_and_no_search_index(site: Path) -> None:
    names = [path.relative_to(site).as_posix() for path in site.rglob("*.js")]
    assert [name for name in names if "bundle" in name or "workers" in name or "lunr" in name] == []
    assert not (site / "search/search_index.json").exists()


def test_same_content_gives_the_same_bytes(site: Path, copy: Path) -> None:
    elsewhere = copy / "somewhere else/ünd"
    built = run(
        "compendium",
        "build",
        "--site-dir",
        str(elsewhere),
        cwd=copy,
        env={"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "0"},
    )
    assert built.returncode == 0, built.stdout + built.stderr
    assert digests(elsewhere) == digests(site)


@pytest.mark.parametrize("processors", ["2", "5"])
def test_number_of_processors_changes_no_byte(site: Path, tmp_path: Path, processors: str) -> None:
    built = run("python", "-c", SHARING, "build", "--site-dir", str(tmp_path / "site"), processors)
    assert built.returncode == 0, built.stdout + built.stderr
    assert digests(tmp_path / "site") == digests(site)


def test_problems_stop_the_build_and_leave_the_old_site_whole(copy: Path) -> None:
    assert run("compendium", "build", cwd=copy).returncode == 0
    before = digests(copy / "site")
    (copy / "practices/new.md").write_text("A practice without front matter.\n", encoding="utf-8")
    built = run("compendium", "build", cwd=copy)
    assert built.returncode == 1
    said = (
        "practices/new.md:1:1: no-front-matter: The file has no front matter. "
        "Begin the file with a line '---', then the fields, then another line '---'."
    )
    assert said in built.stdout + built.stderr
    assert "Traceback" not in built.stdout + built.stderr
    assert digests(copy / "site") == before
    assert sorted(path.name for path in copy.iterdir() if path.name.startswith(".site")) == []


def test_plain_mkdocs_builds_the_same_site(site: Path, copy: Path) -> None:
    built = run("mkdocs", "build", "--strict", cwd=copy)
    assert built.returncode == 0, built.stdout + built.stderr
    assert digests(copy / "site") == digests(site)


def test_preview_shows_an_edited_practice(copy: Path) -> None:
    server = subprocess.Popen(
        [str(BIN / "compendium"), "serve", "--address", "127.0.0.1:8765"],
        cwd=copy,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = "http://127.0.0.1:8765/practices/meitheal.html"
        assert "Meitheal" in fetched(address, "Meitheal")
        practice = copy / "practices/meitheal.md"
        practice.write_text(
            practice.read_text(encoding="utf-8").replace("title: Meitheal", "title: Meitheal renamed"),
            encoding="utf-8",
        )
        assert "Meitheal renamed" in fetched(address, "Meitheal renamed")
    finally:
        server.terminate()
        server.wait(timeout=20)


def fetched(address: str, wanted: str) -> str:
    """The page at an address as soon as it holds `wanted`, or after a minute whatever it holds."""
    text = ""
    for _ in range(120):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
                text = answer.read().decode()
        except OSError:
            text = ""
        if wanted in text:
            break
        time.sleep(0.5)
    return text
