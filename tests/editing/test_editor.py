"""What stands in .vscode fits the project: the schema, the check's output, the place where fields end."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.problems import Problem, render
from generator.reading.frontmatter import Document, read

VSCODE = Path(".vscode")
NODE = Path(sys.executable).parent / "node"
FIELDS = "process.stdout.write(require(process.argv[1]).fieldsOnly(require('fs').readFileSync(0, 'utf8')))"


def commented(name: str) -> Any:
    """A file of settings, which may have lines of comment."""
    text = (VSCODE / name).read_text(encoding="utf-8")
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))


def fields_only(text: str) -> str:
    module = (VSCODE / "extensions/compendium-fields/fields.js").resolve()
    return subprocess.run(
        [NODE, "-e", FIELDS, module], input=text, check=True, capture_output=True, text=True
    ).stdout


@pytest.mark.parametrize("file", sorted(Path("practices").glob("*.md"))[:5], ids=lambda file: file.stem)
def test_editor_sees_the_fields_that_the_checker_sees_in_the_same_lines(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    document = read(text, file.as_posix())
    assert isinstance(document, Document)
    end = document.body_line - 1
    lines = text.split("\n")
    assert fields_only(text).split("\n") == ["", *lines[1:end], *[""] * (len(lines) - end)]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("", ""),
        ("# No fields\n", "\n"),
        ("---\na: 1\n", "\na: 1\n"),
        ("---\r\na: 1\r\n---\r\nb\r\n", "\na: 1\n\n\n"),
    ],
)
def test_file_that_is_being_written_is_no_trouble(text: str, fields: str) -> None:
    assert fields_only(text) == fields


def test_settings_lead_to_the_committed_schema_and_to_practices_alone() -> None:
    assert commented("settings.json")["yaml.schemas"] == {
        "./pages/assets/practice.schema.json": ["practices/*.md.yaml"]
    }
    assert Path("pages/assets/practice.schema.json").is_file()


def test_recommended_extensions_are_the_yaml_extension_and_the_one_beside_it() -> None:
    manifest = json.loads((VSCODE / "extensions/compendium-fields/package.json").read_text(encoding="utf-8"))
    ours = f"{manifest['publisher']}.{manifest['name']}"
    assert commented("extensions.json")["recommendations"] == [*manifest["extensionDependencies"], ours]


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_editor_reads_what_the_check_prints(severity: Any) -> None:
    pattern = commented("tasks.json")["tasks"][0]["problemMatcher"]["pattern"]
    printed = render(
        [Problem("practices/a-b.md", 3, 14, "unknown-value", "'x: y' is wrong.", "Mend.", severity)], "text"
    )
    found = re.fullmatch(pattern["regexp"], printed)
    assert found is not None
    said = {name: found[group] for name, group in pattern.items() if name != "regexp"}
    assert said == {
        "file": "practices/a-b.md",
        "line": "3",
        "column": "14",
        "severity": "warning" if severity == "warning" else None,
        "code": "unknown-value",
        "message": "'x: y' is wrong. Mend.",
    }
