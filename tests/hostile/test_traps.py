"""What the stock toolchain stumbles over cannot be reached from content."""

import base64
import gzip
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.problems import Problem
from generator.reading.assets import MAX_BYTES, asset_problems
from generator.reading.prose import MAX_RENDERED, read_prose
from tests.site.conftest import PROJECT, run
from tests.small_compendium import SmallCompendium

CANARY = "canary-7f3a"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project's content in another place, to be changed by a test."""
    root = tmp_path / "project"
    root.mkdir()
    for name in ("practices", "indicators", "pages", "overrides"):
        shutil.copytree(PROJECT / name, root / name)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    return root


def rules(compendium: SmallCompendium, path: str) -> list[str]:
    """The rules that one file breaks, each once."""
    return sorted({problem.rule for problem in compendium.problems() if problem.path == path})


def test_a_page_may_begin_with_key_and_value_and_declarations_do_not_kill_the_build(
    project: Path, tmp_path: Path
) -> None:
    page = project / "pages/evidence.md"
    front_matter, body = page.read_text("utf-8").rsplit("\n---\n", 1)
    page.write_text(f"{front_matter}\n---\nTitle: swallowed\nTemplate: 404.html\n\n`<![`\n{body}", "utf-8")
    built = run("compendium", "build", "--site-dir", str(tmp_path / "site"), cwd=project)
    assert built.returncode == 0, built.stderr
    text = (tmp_path / "site/evidence.html").read_text("utf-8")
    assert "Title: swallowed\nTemplate: 404.html" in text
    assert "<code>&lt;![</code>" in text
    assert "<title>swallowed" not in text


def test_a_declaration_in_a_body_is_refused_with_its_line(compendium: SmallCompendium) -> None:
    text = compendium.text("practices/brief.md")
    compendium.write("practices/brief.md", f"{text}\n<![CDATA[x]]>\n")
    [problem] = compendium.problems()
    assert (problem.path, problem.line, problem.rule) == (
        "practices/brief.md",
        text.count("\n") + 2,
        "raw-html",
    )


@pytest.mark.parametrize("key", ["template", "hide", "search", "icon", "status", "social", "tags"])
def test_keys_that_steer_the_theme_are_refused(compendium: SmallCompendium, key: str) -> None:
    compendium.change("pages/index.md", "---\ntitle:", f"---\n{key}: home.html\ntitle:")
    assert rules(compendium, "pages/index.md") == ["unknown-field"]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("region: &a x", "yaml-anchor"),
        ("region: *a", "yaml-alias"),
        ("region: !!python/object/apply:os.system [id]", "yaml-tag"),
        ("region: !include /etc/passwd", "yaml-tag"),
        ("<<: {title: x}", "unknown-field"),
        ("region: [[[[[[[[[[a]]]]]]]]]]", "too-deep"),
    ],
)
def test_what_yaml_can_do_beyond_text_is_refused(compendium: SmallCompendium, line: str, rule: str) -> None:
    text = compendium.text("practices/brief.md")
    compendium.write("practices/brief.md", text.replace("---\n", f"---\n{line}\n", 1))
    assert rule in rules(compendium, "practices/brief.md")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("[^a]: b\n\n" + "[^a]" * 60_000, id="one note, sixty thousand marks"),
        pytest.param("#\n" * 120_000, id="empty headings"),
    ],
)
def test_a_body_that_grows_when_it_is_read_is_refused(body: str) -> None:
    prose, problems = read_prose(body, "pages/a.md", first_line=5)
    assert prose is None
    assert [(p.path, p.line, p.rule) for p in problems] == [("pages/a.md", 5, "body-too-long")]
    assert f"{MAX_RENDERED // 1024} KiB are allowed" in problems[0].message


def test_an_asset_is_a_small_picture_under_a_plain_name(tmp_path: Path) -> None:
    folder = tmp_path / "pages/assets"
    (folder / "stylesheets").mkdir(parents=True)
    (folder / "stylesheets/main.css").write_text("body{}", "utf-8")
    (folder / "good.png").write_bytes(PNG)
    (folder / "large.png").write_bytes(PNG + bytes(MAX_BYTES))
    (folder / "page.html").write_text("<script>x()</script>", "utf-8")
    (folder / "picture.svg").write_text("<svg onload='x()'/>", "utf-8")
    (folder / "renamed.png").write_text("<script>x()</script>", "utf-8")
    (folder / "script.js").write_text("x()", "utf-8")
    (folder / "Odd Name.png").write_bytes(PNG)
    (folder / "stolen.png").symlink_to("/etc/passwd")
    found = [(Path(problem.path).name, problem.rule) for problem in asset_problems(folder, tmp_path)]
    assert sorted(found) == [
        ("Odd Name.png", "file-name"),
        ("large.png", "file-too-large"),
        ("page.html", "asset-kind"),
        ("picture.svg", "asset-kind"),
        ("renamed.png", "asset-kind"),
        ("script.js", "asset-kind"),
        ("stolen.png", "not-a-file"),
        ("stylesheets", "not-a-file"),
    ]


def test_a_linked_folder_of_assets_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/assets").symlink_to("/etc")
    fix = "Only these belong here: .json, .png, .jpg, .webp."
    assert asset_problems(tmp_path / "pages/assets", tmp_path) == [
        Problem("pages/assets", 1, 1, "not-a-file", "This is a link.", fix)
    ]


@pytest.mark.parametrize("folder", ["practices", "indicators", "pages"])
def test_links_out_of_the_repository_are_refused(compendium: SmallCompendium, folder: str) -> None:
    (compendium.path(folder) / "9-linked.md").symlink_to("/etc/passwd")
    problems = [problem for problem in compendium.problems() if problem.path == f"{folder}/9-linked.md"]
    assert [(problem.rule, problem.message) for problem in problems] == [("not-a-file", "This is a link.")]


def test_a_file_that_a_browser_would_run_stops_the_build(project: Path, tmp_path: Path) -> None:
    (project / "pages/assets").mkdir(exist_ok=True)
    (project / "pages/assets/evil.html").write_text(f"<script>{CANARY}</script>", "utf-8")
    built = run("compendium", "build", "--site-dir", str(tmp_path / "site"), cwd=project)
    assert built.returncode == 1
    assert "pages/assets/evil.html:1:1: asset-kind:" in built.stderr + built.stdout
    assert not (tmp_path / "site").exists()


def test_no_word_of_comments_drafts_or_unused_definitions_reaches_the_output(
    project: Path, tmp_path: Path
) -> None:
    for folder in ("practices", "indicators", "pages"):
        (project / folder / ".draft.md").write_text(f"---\ntitle: {CANARY}\n---\n", "utf-8")
    (project / "pages/.hidden.html").write_text(CANARY, "utf-8")
    references = project / "practices/references.yaml"
    references.write_text(f"# {CANARY}\n{references.read_text('utf-8')}", "utf-8")
    configuration = project / "mkdocs.yml"
    configuration.write_text(f"# {CANARY}\n{configuration.read_text('utf-8')}", "utf-8")
    for path in ("practices/marac.md", "pages/evidence.md"):
        text = (project / path).read_text("utf-8").replace("---\n", f"---\n# {CANARY}\n", 1)
        unused = f"\n[//]: # ({CANARY})\n\n[{CANARY}]: https://example.org/{CANARY}\n\n[^{CANARY}]: {CANARY}\n"
        (project / path).write_text(text + unused, "utf-8")
    built = run("compendium", "build", "--site-dir", str(tmp_path / "site"), cwd=project)
    assert built.returncode == 0, built.stderr
    found = [file for file in (tmp_path / "site").rglob("*") if file.is_file() and _holds_canary(file)]
    assert found == []


def _holds_canary(file: Path) -> bool:
    return any(CANARY.encode() in content for content in _unpacked(file.read_bytes()))


def _unpacked(content: bytes) -> Iterator[bytes]:
    """The content itself, and everything that stands in it in base64, unzipped where it is zipped."""
    yield content
    for piece in re.findall(rb"[A-Za-z0-9+/]{40,}={0,2}", content):
        packed = base64.b64decode(piece + b"=" * (-len(piece) % 4))
        yield gzip.decompress(packed) if packed.startswith(b"\x1f\x8b") else packed
