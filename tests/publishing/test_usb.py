"""The copy for a USB stick: what is in it, that it is the same every time, that names fit every stick."""

import hashlib
import re
import subprocess
import zipfile
from html import escape
from pathlib import Path

import pytest

from generator.presentation.texts import read_texts
from generator.privacy.exit_page import DEFAULT_SITE
from generator.privacy.page_safety import Exposure
from generator.publishing.usb import FOLDER, CopyRefusedError, unfit_names, usb_copy, verify, write_copy
from generator.publishing.usb_texts import readme
from tests.browser.starting import BROWSERS, started
from tests.site.conftest import PROJECT, site  # noqa: F401 - a fixture

PAGE_TITLE = read_texts()("measures.title")


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """A site of two files."""
    site = tmp_path / "site"
    (site / "practices").mkdir(parents=True)
    (site / "index.html").write_text("<h1>Home</h1>", "utf-8")
    (site / "practices/marac.html").write_text("<h1>MARAC</h1>", "utf-8")
    return site


def test_copy_holds_site_edition_and_what_tells_a_person_where_to_start(
    small_site: Path, tmp_path: Path
) -> None:
    folder, _ = write_copy(usb_copy(small_site, "Compendium", read_texts(), b"%PDF-"), tmp_path / "dist")
    assert sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()) == [
        "README.txt",
        "SHA256SUMS",
        "START-HERE.html",
        "compendium.pdf",
        "compendium/index.html",
        "compendium/practices/marac.html",
    ]
    assert (folder / "compendium/index.html").read_text("utf-8") == "<h1>Home</h1>"


def test_start_page_is_left_like_the_pages_of_the_site(small_site: Path) -> None:
    (small_site / "measures.html").write_text('<script data-site="https://www.bbc.co.uk/weather">', "utf-8")
    start = usb_copy(small_site, "Compendium", read_texts())["START-HERE.html"]
    assert isinstance(start, bytes)
    text = start.decode()
    links = re.findall(r'<a class="([^"]*)" href="([^"]*)"|<a href="([^"]*)"', text)
    assert links[0] == ("leave__button", "https://www.bbc.co.uk/weather", "")
    files = re.findall(r'(?:src|href)="(compendium/assets/[^"]*)"', text)
    assert [(PROJECT / "overrides" / name.removeprefix("compendium/")).is_file() for name in files] == [
        True,
        True,
    ]
    assert list(Exposure().faults("START-HERE.html", text)) == []


def test_exit_of_the_start_page_is_that_of_all_pages(small_site: Path) -> None:
    """The words and classes are those of the partial, which the site's script looks for."""
    partial = (PROJECT / "overrides/partials/leave.html").read_text("utf-8")
    address = "https://www.bbc.co.uk/weather"
    (small_site / "measures.html").write_text(f'<script data-site="{address}">', "utf-8")
    start = usb_copy(small_site, "Compendium", read_texts())["START-HERE.html"]
    assert isinstance(start, bytes)
    texts = read_texts()
    worded = re.sub(r'\{\{ t\("([^"]+)"\) \}\}', lambda found: escape(texts(found[1])), partial)
    lines = [line.strip() for line in worded.replace("{{ neutral_page.site }}", address).splitlines()]
    assert "\n".join(lines) in "\n".join(line.strip() for line in start.decode().splitlines())


def test_start_page_of_a_site_without_a_neutral_page_has_no_exit(small_site: Path) -> None:
    start = usb_copy(small_site, "Compendium", read_texts())["START-HERE.html"]
    assert isinstance(start, bytes)
    assert b"leave" not in start
    assert list(Exposure().faults("START-HERE.html", start.decode())) == []


@pytest.mark.parametrize("name", BROWSERS)
def test_start_page_of_the_stick_can_be_left_without_a_network(name: str, site: Path, tmp_path: Path) -> None:
    folder, _ = write_copy(usb_copy(site, "Compendium", read_texts()), tmp_path / "E # é")
    start = folder / "START-HERE.html"
    start.write_text(start.read_text("utf-8").replace(DEFAULT_SITE, "http://localhost:9/"), "utf-8")
    neutral = folder / "compendium/measures.html"
    neutral.write_text(
        neutral.read_text("utf-8").replace("https://www.wikipedia.org", "http://localhost:9"), "utf-8"
    )
    with started(name) as browser:
        browser.open(start.as_uri())
        browser.press("Tab")
        assert browser.evaluate("document.activeElement.textContent") == "Leave this page"
        assert browser.complaints == []
        browser.press("Shift")
        browser.press("Shift")
        assert browser.text(".leave__status") == ["Press Shift once more to leave this page."]
        browser.press("Shift")
        browser.wait_for(f"document.title === {PAGE_TITLE!r} && document.body?.innerText.includes('inch')")
        browser.set_off("(() => { setTimeout(() => history.back()); })()")
        browser.wait_for("location.pathname.endsWith('measures.html') || location.href === 'about:blank'")


def test_copy_without_edition_does_not_speak_of_one(small_site: Path, tmp_path: Path) -> None:
    folder, _ = write_copy(usb_copy(small_site, "Compendium", read_texts()), tmp_path / "dist")
    assert not (folder / "compendium.pdf").exists()
    assert "compendium.pdf" not in (folder / "README.txt").read_text("utf-8")
    assert "compendium.pdf" not in (folder / "START-HERE.html").read_text("utf-8")


def test_zip_is_the_same_every_time_and_unpacks_into_one_folder(small_site: Path, tmp_path: Path) -> None:
    plan = usb_copy(small_site, "Compendium", read_texts(), b"%PDF-")
    archives = [write_copy(plan, tmp_path / name)[1] for name in ("one", "two")]
    assert archives[0].read_bytes() == archives[1].read_bytes()
    with zipfile.ZipFile(archives[0]) as opened:
        assert opened.testzip() is None
        for entry in opened.infolist():
            assert entry.filename.startswith(f"{FOLDER}/")
            assert ".." not in entry.filename.split("/")
            assert entry.external_attr >> 16 == 0o100644  # a plain file, no link
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)


def test_earlier_copy_is_replaced_whole(small_site: Path, tmp_path: Path) -> None:
    write_copy(usb_copy(small_site, "Compendium", read_texts(), b"%PDF-"), tmp_path / "dist")
    (small_site / "practices/marac.html").unlink()
    folder, _ = write_copy(usb_copy(small_site, "Compendium", read_texts()), tmp_path / "dist")
    assert verify(folder) == []
    assert not (folder / "compendium/practices").exists()
    assert sorted(p.name for p in (tmp_path / "dist").iterdir()) == [FOLDER, f"{FOLDER}.zip"]


def test_verification_names_what_was_changed_added_or_lost(small_site: Path, tmp_path: Path) -> None:
    folder, _ = write_copy(usb_copy(small_site, "Compendium", read_texts()), tmp_path / "dist")
    assert verify(folder) == []
    (folder / "compendium/index.html").write_text("changed", "utf-8")
    (folder / "README.txt").unlink()
    (folder / "compendium/more.html").write_text("more", "utf-8")
    assert verify(folder) == [
        "README.txt: missing",
        "compendium/index.html: changed",
        "compendium/more.html: not in SHA256SUMS",
    ]


def test_what_systems_leave_on_a_stick_is_no_fault(small_site: Path, tmp_path: Path) -> None:
    folder, _ = write_copy(usb_copy(small_site, "Compendium", read_texts()), tmp_path / "dist")
    for name in (
        "System Volume Information/WPSettings.dat",
        ".Spotlight-V100/x",
        "compendium/._index.html",
        ".DS_Store",
    ):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    assert verify(folder) == []


def test_sums_can_be_checked_by_hand(small_site: Path, tmp_path: Path) -> None:
    folder, _ = write_copy(usb_copy(small_site, "Compendium", read_texts()), tmp_path / "dist")
    for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines():
        told, name = line.split("  ", 1)
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == told
    command = next(
        line.strip() for line in readme("C", False, read_texts()).splitlines() if "sha256sum" in line
    )
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("Done.\n", "")


def test_readme_is_readable_on_windows(small_site: Path) -> None:
    text = usb_copy(small_site, "Compendium", read_texts())["README.txt"]
    assert isinstance(text, bytes)
    assert text.startswith(b"\xef\xbb\xbf")
    assert text.count(b"\n") == text.count(b"\r\n")


def test_lines_of_the_readme_fit_a_narrow_window() -> None:
    assert max(map(len, readme("Compendium", True, read_texts()).splitlines())) <= 76


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("compendium/con.html", "Windows keeps the name 'con.html' for itself"),
        ("aux/x.html", "Windows keeps the name 'aux' for itself"),
        ("a:b.html", "'a:b.html' is no name on Windows"),
        ("a?.html", "'a?.html' is no name on Windows"),
        ("ends.", "'ends.' is no name on Windows"),
        (" begins", "' begins' is no name on Windows"),
        ("../x", "'..' is no name on Windows"),
        ("é.html", "'é.html' is written differently on different systems; use a-z"),
        (f"{'a/' * 92}b", "the path has 200 characters; 199 are safe"),
    ],
)
def test_name_that_does_not_fit_every_stick_is_named(name: str, fault: str) -> None:
    assert unfit_names({name: 1}) == [f"{name}: {fault}"]


def test_names_that_windows_takes_for_one_are_named() -> None:
    assert unfit_names({"A.html": 1, "a.html": 1}) == ["A.html and a.html: the same name on Windows"]
    assert unfit_names({"A/x": 1, "a/y": 1}) == ["A and a: the same name on Windows"]


def test_file_that_fat32_does_not_know_is_named() -> None:
    assert unfit_names({"big": 4 * 1024**3}) == ["big: FAT32 knows no file of 4 GB or more"]


def test_crowded_folder_is_named() -> None:
    names = {f"compendium/{number:014d}": 1 for number in range(21_845)}
    assert unfit_names(names) == ["compendium: too many files for one folder of FAT32"]


def test_links_and_unfit_names_make_no_copy(small_site: Path) -> None:
    (small_site / "nul.html").write_text("", "utf-8")
    (small_site / "linked").symlink_to(small_site / "index.html")
    with pytest.raises(CopyRefusedError) as refusal:
        usb_copy(small_site, "Compendium", read_texts())
    assert str(refusal.value).splitlines() == [
        "No copy for a USB stick was made. These names or files do not fit one:",
        "  compendium/linked: a link, and sticks have none",
        "  compendium/nul.html: Windows keeps the name 'nul.html' for itself",
        "Rename what they are made from, build the site again, then try again.",
    ]
