"""A site that is built with its printed edition offers it; another does not speak of it."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.presentation.quantities import pdf_in_words
from generator.presentation.texts import read_texts
from tests.seeding import seed_compendium

COMPENDIUM = Path(sys.executable).with_name("compendium")
OFFER = re.compile(r'<p class="printed"><a href="([^"]+)">([^<]+)</a> \(([^)]+)\)</p>')


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seed_compendium(tmp_path_factory.mktemp("printed"), 3)


def built(root: Path, *options: str) -> Path:
    """The site of a compendium, built with these options."""
    site = root / f"site{len(options)}"
    command = [COMPENDIUM, "build", "--site-dir", str(site), *options]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return site


def offers(page: Path) -> list[tuple[Path, str, str]]:
    """The PDFs that a page offers: where they lie, how the link is called and what it says of them."""
    found = OFFER.findall(page.read_text(encoding="utf-8"))
    return [((page.parent / address).resolve(), name, said) for address, name, said in found]


def test_printed_edition_is_offered_with_its_true_pages_and_size(root: Path) -> None:
    site = built(root, "--printed")
    practices = sorted(path for path in (site / "practices").glob("*.html") if path.name != "index.html")
    pages = dict.fromkeys(practices, "Download this practice to print")
    pages |= {
        site / "index.html": "Download everything as a book",
        site / "practices/index.html": "Download everything as a book",
    }
    assert len(practices) == 3
    for page, name in pages.items():
        [(file, called, said)] = offers(page)
        content = file.read_bytes()
        assert (called, said) == (
            name,
            pdf_in_words(len(PdfReader(io.BytesIO(content)).pages), len(content), read_texts()),
        )
    assert sorted(path.name for path in (site / "print/practices").iterdir()) == [
        f"{practice.stem}.pdf" for practice in practices
    ]


def test_site_without_printed_edition_does_not_speak_of_it(root: Path) -> None:
    site = built(root)
    assert not (site / "print").exists()
    assert [page for page in site.rglob("*.html") if offers(page)] == []


@pytest.mark.parametrize(
    ("pages", "size", "words"),
    [
        (1, 1, "PDF, 1 page, 1 kB"),
        (2, 59_374, "PDF, 2 pages, 59 kB"),
        (185, 3_477_777, "PDF, 185 pages, 3.5 MB"),
    ],
)
def test_pdf_is_named_with_kind_pages_and_size(pages: int, size: int, words: str) -> None:
    assert pdf_in_words(pages, size, read_texts()) == words
