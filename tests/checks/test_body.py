"""The form of a practice's body: which headings, in which order, how long, no pictures."""

import pytest

from generator.checks.body import MAX_WORDS
from generator.problems import render
from tests.small_compendium import BRIEF, FULL, SmallCompendium

ALLOWED = (
    "Allowed: Aims, How it works, Keeping people safe, What is known about results, Adopting it elsewhere, "
    "Limits. Put others below them with '###'."
)
ORDER = (
    "The order is: Aims, How it works, Keeping people safe, What is known about results, "
    "Adopting it elsewhere, Limits."
)


def problems(compendium: SmallCompendium, path: str, old: str, new: str) -> str:
    compendium.change(path, old, new)
    return render(compendium.problems(), "text")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "## Limits\n\nOne small evaluation.\n",
            "",
            "practices/full.md:83:1: missing-heading: The body has no heading '## Limits'. "
            "Add it, with what the sources say.",
            id="one is missing",
        ),
        pytest.param(
            "## Limits",
            "### Limits",
            "practices/full.md:83:1: missing-heading: The body has no heading '## Limits'. "
            "Add it, with what the sources say.",
            id="one stands too deep",
        ),
        pytest.param(
            "## Limits",
            "### Limit\n\n## Limit",
            "practices/full.md:83:1: missing-heading: The body has no heading '## Limits'. "
            "Add it, with what the sources say.\n"
            "practices/full.md:107:1: heading: The heading 'Limit' has no place here. "
            f"Did you mean 'Limits'? {ALLOWED}",
            id="one is nearly right, and stands deeper before",
        ),
        pytest.param(
            "## Limits",
            "## *Background*\n\n## Limits",
            f"practices/full.md:105:1: heading: The heading 'Background' has no place here. {ALLOWED}",
            id="one is not of the schema, and emphasised",
        ),
        pytest.param(
            "## Limits",
            "Costs\n-----\n\n## Limits",
            f"practices/full.md:105:1: heading: The heading 'Costs' has no place here. {ALLOWED}",
            id="one is not of the schema, and underlined",
        ),
        pytest.param(
            "## Limits",
            "# Title\n\n## Limits",
            "practices/full.md:105:1: heading: '# Title' is a title. "
            "Begin it with '##' or '###'. The title is in the front matter.",
            id="one is a title",
        ),
        pytest.param(
            "## Limits",
            "## Aims\n\n## Limits\n\n## Aims",
            "practices/full.md:105:1: heading-order: The heading 'Aims' is there twice. Keep one of the two.\n"
            "practices/full.md:109:1: heading-order: The heading 'Aims' is there twice. Keep one of the two.",
            id="one stands three times",
        ),
        pytest.param(
            "## Aims",
            "## Limits\n\nFirst.\n\n## Aims",
            "practices/full.md:85:1: heading-order: The heading 'Limits' is out of order. "
            f"{ORDER}\n"
            "practices/full.md:109:1: heading-order: The heading 'Limits' is there twice. Keep one of the two.",
            id="the last stands first too",
        ),
        pytest.param(
            "## How it works",
            "## Keeping people safe",
            "practices/full.md:83:1: missing-heading: The body has no heading '## How it works'. "
            "Add it, with what the sources say.\n"
            "practices/full.md:93:1: heading-order: The heading 'Keeping people safe' is there twice. "
            "Keep one of the two.",
            id="one stands in another's place",
        ),
        pytest.param(
            "One small evaluation.",
            "![Chart](../assets/chart.png) and ![Chart](../assets/chart.png)",
            "practices/full.md:107:1: image: Practices show no images: '../assets/chart.png'. "
            "Describe in words what it shows.\n"
            "practices/full.md:107:35: image: Practices show no images: '../assets/chart.png'. "
            "Describe in words what it shows.",
            id="pictures",
        ),
    ],
)
def test_body_of_a_full_entry_in_another_form_is_refused(
    compendium: SmallCompendium, old: str, new: str, expected: str
) -> None:
    assert problems(compendium, FULL, old, new) == expected


def test_headings_below_those_of_the_schema_are_free(compendium: SmallCompendium) -> None:
    assert problems(compendium, FULL, "## Limits", "### Costs\n\n#### Rooms\n\n## Limits") == ""


def test_brief_entry_needs_one_heading(compendium: SmallCompendium) -> None:
    assert problems(compendium, BRIEF, "## How it works\n\n", "") == (
        "practices/brief.md:16:1: missing-heading: The body has no heading '## How it works'. "
        "Add it, with what the sources say."
    )


def test_heading_without_a_space_is_told_as_what_it_is(compendium: SmallCompendium) -> None:
    assert problems(compendium, BRIEF, "## How it works", "##How it works") == (
        "practices/brief.md:18:1: missing-heading: There is no space between '##' and 'How it works', "
        "and so this is no heading. Write '## How it works'."
    )


def test_brief_entry_may_have_other_headings_of_the_schema_in_their_order(compendium: SmallCompendium) -> None:
    assert problems(compendium, BRIEF, "## How it works", "## Aims\n\nOne.\n\n## How it works") == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (MAX_WORDS, ""),
        (
            MAX_WORDS + 1,
            "practices/brief.md:16:1: body-too-long: The body has 901 words; 900 are allowed. "
            "Shorten it: readers have ten minutes.",
        ),
    ],
)
def test_body_has_at_most_nine_hundred_words_without_citations(
    compendium: SmallCompendium, words: int, expected: str
) -> None:
    text = compendium.text(BRIEF).partition("## How it works")[0]
    citation = "[@chalvi-2007, Good Practices in Treatment and Prevention]"
    compendium.write(BRIEF, f"{text}## How it works\n\n{'*word* ' * (words - 3)}{citation}\n")
    assert render(compendium.problems(), "text") == expected


def test_form_is_checked_in_the_same_run_as_fields(compendium: SmallCompendium) -> None:
    compendium.change(BRIEF, "kind: material", "kind: leaflet")
    assert problems(compendium, BRIEF, "## How it works", "## How it goes\n\n<b>") == (
        "practices/brief.md:8:7: unknown-value: 'leaflet' is not allowed for 'kind'. "
        "Allowed: guideline, case-study, material, activity.\n"
        "practices/brief.md:16:1: missing-heading: The body has no heading '## How it works'. "
        "Add it, with what the sources say.\n"
        f"practices/brief.md:18:1: heading: The heading 'How it goes' has no place here. "
        f"Did you mean 'How it works'? {ALLOWED}\n"
        "practices/brief.md:20:1: raw-html: HTML is not allowed: '<b>'. "
        "Remove it and use Markdown; a bare '<' is written as '\\<'."
    )


def test_body_that_cannot_be_read_is_reported_once(compendium: SmallCompendium) -> None:
    assert problems(compendium, BRIEF, "## How it works", ">>>>>>>>> ## How it works") == (
        "practices/brief.md:18:1: too-deep: Quotations are nested more than 8 deep here. "
        "Begin the line with fewer signs '>'."
    )
