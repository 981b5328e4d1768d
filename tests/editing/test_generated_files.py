"""What is made from the schema is made from the schema of today."""

from pathlib import Path

import pytest

from generator.editing.generated_files import CONTRIBUTING, SUBMIT_PAGE, contributing, made_files
from generator.site.views.field_reference import JSON_SCHEMA

MADE = made_files(Path(SUBMIT_PAGE).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MADE)
def test_made_file_is_up_to_date(path: str) -> None:
    assert Path(path).read_text(encoding="utf-8") == MADE[path], "renew it: compendium schema --write"


def test_schema_is_published_where_the_field_reference_links_to_it() -> None:
    assert f"pages/{JSON_SCHEMA}" in MADE


def test_contributing_is_the_page_with_a_heading_and_links_from_the_root() -> None:
    page = (
        "---\ntitle: Suggest\nsummary: How.\n---\n\nSee [evidence](evidence.md#a), "
        "[a practice](../practices/x.md), [web](https://example.org), [below](#end) and ![A "
        "form](assets/form.png).\n"
    )
    assert contributing(page) == (
        "<!-- Made from pages/submit.md; edit that page, then run: compendium schema --write -->\n\n"
        "# Suggest\n\n"
        "See [evidence](pages/evidence.md#a), [a practice](practices/x.md), [web](https://example.org), "
        "[below](#end) and ![A form](pages/assets/form.png).\n"
    )


def test_contributing_is_the_same_text_as_the_page() -> None:
    page = Path(SUBMIT_PAGE).read_text(encoding="utf-8").split("---\n", 2)[2]
    text = Path(CONTRIBUTING).read_text(encoding="utf-8").split("\n", 3)[3]
    assert text.replace("](pages/", "](").split() == page.split()


@pytest.mark.parametrize("picture", sorted(Path("pages/assets").glob("submit-*")), ids=lambda path: path.name)
def test_pictures_of_the_steps_are_small_and_shown(picture: Path) -> None:
    assert f"](assets/{picture.name})" in Path(SUBMIT_PAGE).read_text(encoding="utf-8")
    assert picture.stat().st_size < 60_000
