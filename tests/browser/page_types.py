"""A page or more of every template, and a site that has them all: the compendium with what is rare in it."""

import shutil
from pathlib import Path

from tests.site.conftest import PROJECT, run

WITHDRAWN = "relate-screening-pilot"
PAGE_TYPES: dict[str, tuple[str, ...]] = {
    "404": ("404.html",),
    "fields": ("fields.html",),
    "find": ("find.html",),
    "group": ("indexes/theme/domestic-violence.html",),
    "home": ("index.html",),
    "index": ("indexes/theme/index.html",),
    "indexes": ("indexes/index.html",),
    "indicator": ("indicators/4-safety.html",),
    "indicators": ("indicators/index.html",),
    "lineage": ("lineage.html",),
    "map": ("map.html",),
    "matrix": ("indicators/matrix.html",),
    "measures": ("measures.html",),
    "page": ("accessibility.html", "evidence.html", "submit.html"),
    "practice": ("practices/marac.html", "practices/meitheal.html", f"practices/{WITHDRAWN}.html"),
    "practices": ("practices/index.html",),
    "references": ("references.html",),
}
"""Pages by the template that they are made with."""

PAGES = tuple(page for pages in PAGE_TYPES.values() for page in pages)
_CONTENT = ("practices", "indicators", "pages", "overrides", "mkdocs.yml")
_TITLE = "title: Relate screening pilot\n"
_RARE_TITLE = "title: برنامج تجريبي للفحص\n"


def build_rare_site(folder: Path) -> Path:
    """The built compendium, with a withdrawn entry that reads from right to left and with a page not found."""
    for name in _CONTENT:
        source = PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    _change(folder / f"practices/{WITHDRAWN}.md", _TITLE, _RARE_TITLE)
    _change(folder / f"practices/{WITHDRAWN}.md", "status: historical\n", "status: withdrawn\n")
    _change(folder / "mkdocs.yml", "docs_dir:", "site_url: https://compendium.example/\ndocs_dir:")
    return _built(folder)


def build_steady_site(folder: Path) -> Path:
    """The small compendium of the tests, built: its entries do not change when somebody edits a practice."""
    shutil.copytree(PROJECT / "tests/fixtures/small", folder, dirs_exist_ok=True)
    shutil.copytree(PROJECT / "overrides", folder / "overrides")
    shutil.copytree(PROJECT / "pages/assets", folder / "pages/assets")
    for name in ("about-indicators", "evidence"):
        (folder / f"pages/{name}.md").write_text(f"---\ntitle: {name}\nsummary: So.\n---\n\nSo.\n", "utf-8")
    for number, mark in ((6, "shown"), (7, "not-shown")):
        source = "{ref: ipc-wales, locator: section 7.1, quote: each child made a safety plan}"
        known = f"mark: {mark}, note: So it is., source: {source}"
        _change(folder / "practices/full.md", f"{number}: {{mark: not-described}}", f"{number}: {{{known}}}")
    config = (PROJECT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[0]
    (folder / "mkdocs.yml").write_text(f"{config}\nnav:\n  - Practices: practices/index.md\n", "utf-8")
    return _built(folder)


def _built(folder: Path) -> Path:
    built = run("compendium", "build", cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "site"


def _change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} does not stand once in {file}"
    file.write_text(text.replace(old, new), "utf-8")
