"""A mistake in a template of one's own is named with its file and line, and nothing is published."""

from pathlib import Path

import pytest

from tests.seeding import seed_compendium
from tests.site.conftest import run

EXTENDS = '{% extends "base.html" %}\n{% block content %}\n'


@pytest.mark.parametrize(
    ("template", "line", "mistake"),
    [
        (EXTENDS + "{{ nowhere }}\n{% endblock %}", 3, "'nowhere' is undefined"),
        (EXTENDS + "{% if %}{% endblock %}", 3, "Expected an expression, got 'end of statement block'"),
    ],
    ids=["a name that is not there", "not Jinja"],
)
def test_mistake_in_a_template_is_named(tmp_path: Path, template: str, line: int, mistake: str) -> None:
    root = seed_compendium(tmp_path, 1)
    page = root / "overrides/practice.html"
    page.write_text(template, encoding="utf-8")
    said = run("compendium", "build", cwd=root)
    assert said.returncode == 1
    assert said.stderr.splitlines()[-1] == (
        f"Error: {page}:{line}: this template cannot be used: {mistake}. Nothing was published."
    )
    assert not (root / "site").exists()
