"""What records say about each other: ids, references, criteria, links in bodies, lineage."""

import pytest

from generator.problems import render
from tests.small_compendium import BRIEF, FULL, SmallCompendium

SAFETY = "indicators/4-safety.md"
HOME = "pages/index.md"
Change = tuple[str, str, str]
"""A file, what stands in it, and what is put there instead."""


def problems(compendium: SmallCompendium, *changes: Change) -> str:
    for change in changes:
        compendium.change(*change)
    return render(compendium.problems(), "text")


def test_small_compendium_is_in_order(compendium: SmallCompendium) -> None:
    assert problems(compendium) == ""


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            (FULL, "related: [brief]", "related: [breif, full, nothing-like-it]"),
            "practices/full.md:52:11: unknown-practice: There is no practice 'breif'. Did you mean 'brief'?\n"
            "practices/full.md:52:18: names-itself: The practice names itself in 'related'. Remove it.\n"
            "practices/full.md:52:24: unknown-practice: There is no practice 'nothing-like-it'. "
            "Use the name of a file in practices/, without '.md'.",
            id="related",
        ),
        pytest.param(
            (FULL, "[A model from Ontario]", "[brief, full, a-model-from-ontario, A model]"),
            "practices/full.md:51:23: names-itself: The practice names itself in 'adapted_from'. Remove it.\n"
            "practices/full.md:51:29: unknown-practice: There is no practice 'a-model-from-ontario'. "
            "Use the name of a file in practices/, without '.md'.",
            id="adapted from a practice here, itself, no practice, a model in words",
        ),
        pytest.param(
            (FULL, "trained workers for each group.\n    source: {ref: chalvi", "x\n    source: {ref: chavli"),
            "practices/full.md:49:19: unknown-reference: There is no reference 'chavli-2007'. "
            "Did you mean 'chalvi-2007'?",
            id="reference deep in the fields",
        ),
        pytest.param(
            (FULL, "  - {ref: chalvi-2007, locator: What", "  - {ref: ipc-wales, locator: What"),
            "practices/full.md:49:19: unlisted-source: The reference 'chalvi-2007' is cited "
            "but is not in 'sources'. Add it to 'sources', with its locator.\n"
            "practices/full.md:103:38: unlisted-source: The reference 'chalvi-2007' is cited "
            "but is not in 'sources'. Add it to 'sources', with its locator.",
            id="reference that is not among the sources",
        ),
        pytest.param(
            (FULL, "[H4.1, I4.2]", "[H4.4, I5.1, H4.1]"),
            "practices/full.md:67:16: unknown-criterion: Indicator 4 has no criterion 'H4.4'. "
            "Its criteria are H4.1, H4.2, H4.3, I4.1, I4.2.\n"
            "practices/full.md:67:22: unknown-criterion: Indicator 4 has no criterion 'I5.1'. "
            "Its criteria are H4.1, H4.2, H4.3, I4.1, I4.2.",
            id="criterion of another indicator and of none",
        ),
    ],
)
def test_field_that_points_at_nothing_is_refused(
    compendium: SmallCompendium, change: Change, expected: str
) -> None:
    assert problems(compendium, change) == expected


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("breif.md", "The link 'breif.md' leads to nothing. Did you mean 'brief.md'?"),
        ("brief.html", "The link 'brief.html' leads to nothing. Did you mean 'brief.md'?"),
        ("../indicators/safety.md", "The link '../indicators/safety.md' leads to nothing. "
         "Did you mean '../indicators/4-safety.md'?"),
        ("indicators/4-safety.md", "The link 'indicators/4-safety.md' leads to nothing. "
         "Did you mean '../indicators/4-safety.md'?"),
        ("../../secret", "The link '../../secret' leads to nothing. "
         "Link to a content file, such as meitheal.md."),
        ("brief.md?print", "The link 'brief.md?print' leads to nothing. Did you mean 'brief.md'?"),
        ("#aim", "'practices/full.md' has no heading with the id 'aim'. Did you mean 'aims'?"),
        ("#aims:more", "'practices/full.md' has no heading with the id 'aims:more'. Did you mean 'aims'?"),
        ("brief.md#x", "'practices/brief.md' has no heading with the id 'x'. Its headings are: how-it-works."),
        ("../indicators/4-safety.md#x", "'indicators/4-safety.md' has no heading with the id 'x'. "
         "Its headings are: what-it-means."),
        ("../index.md#x", "'index.md' has no heading with the id 'x'. Link to the page itself."),
    ],
)  # fmt: skip
def test_link_that_leads_to_nothing_is_refused_wherever_it_stands(
    compendium: SmallCompendium, link: str, problem: str
) -> None:
    assert problems(
        compendium, (FULL, "Groups meet", f"See [here]({link}) and *[there]({link})*. Groups meet")
    ) == (
        f"practices/full.md:91:5: broken-link: {problem}\n"
        f"practices/full.md:91:{19 + len(link)}: broken-link: {problem}"
    )


@pytest.mark.parametrize(
    "link",
    [
        "brief.md",
        "./brief.md#how-it-works",
        "#limits",
        "full.md#limits",
        "../indicators/4-safety.md#what-it-means",
        "../index.md",
        "index.md",
        "index.md#anything",
        "../indexes/country/FI.md",
        "https://example.org/nothing.md#x",
        "mailto:office@example.org",
    ],
)
def test_link_to_a_file_a_heading_a_page_that_is_made_or_elsewhere_is_kept(
    compendium: SmallCompendium, link: str
) -> None:
    compendium.change(FULL, "Groups meet", f"See [here]({link}). Groups meet")
    assert compendium.problems(generated=("practices/index.md", "indexes/country/FI.md")) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            (HOME, "indicators/4-safety.md#what-it-means", "indicators/4-saftey.md"),
            "pages/index.md:6:12: broken-link: The link 'indicators/4-saftey.md' leads to nothing. "
            "Did you mean 'indicators/4-safety.md'?",
            id="page to an indicator",
        ),
        pytest.param(
            (HOME, "indicators/4-safety.md#what-it-means", "practices/brief.md#what"),
            "pages/index.md:6:12: broken-link: 'practices/brief.md' has no heading with the id 'what'. "
            "Its headings are: how-it-works.",
            id="page to a heading of a practice",
        ),
        pytest.param(
            (SAFETY, "What a service does.", "[a](5-training.md#x) [b](../practices/fulll.md)"),
            "indicators/4-safety.md:17:1: broken-link: 'indicators/5-training.md' has no heading with "
            "the id 'x'. Its headings are: what-it-means.\n"
            "indicators/4-safety.md:17:22: broken-link: The link '../practices/fulll.md' leads to nothing. "
            "Did you mean '../practices/full.md'?",
            id="indicator to an indicator and to a practice",
        ),
        pytest.param(
            (SAFETY, "[@ipc-wales, section 7.8]", "[@chalvi-2007, p. 1] [@ipc, p. 1]"),
            "indicators/4-safety.md:17:44: unknown-reference: There is no reference 'ipc'. "
            "Add it to practices/references.yaml.",
            id="citation in an indicator, which lists no sources",
        ),
        pytest.param(
            (BRIEF, "at school.", "at school. [@ipc-wales, p. 2] [@ipc-wale, p. 1]"),
            "practices/brief.md:20:34: unlisted-source: The reference 'ipc-wales' is cited "
            "but is not in 'sources'. Add it to 'sources', with its locator.\n"
            "practices/brief.md:20:53: unknown-reference: There is no reference 'ipc-wale'. "
            "Did you mean 'ipc-wales'?",
            id="citations in a practice, of which one begins like another",
        ),
    ],
)
def test_body_that_points_at_nothing_is_refused(
    compendium: SmallCompendium, change: Change, expected: str
) -> None:
    assert problems(compendium, change) == expected


def test_practice_that_comes_from_itself_is_refused_with_the_way_round(compendium: SmallCompendium) -> None:
    compendium.add_brief("a", adapted_from="[b]")
    compendium.add_brief("b", adapted_from="[full, c]")
    compendium.add_brief("c", adapted_from="[a]")
    compendium.add_brief("offspring", adapted_from="[a]")
    assert problems(compendium) == (
        "practices/a.md:14:15: lineage-cycle: The practice comes from itself: a ← b ← c ← a. "
        "Remove one of these steps.\n"
        "practices/b.md:14:15: lineage-cycle: The practice comes from itself: b ← c ← a ← b. "
        "Remove one of these steps.\n"
        "practices/c.md:14:15: lineage-cycle: The practice comes from itself: c ← a ← b ← c. "
        "Remove one of these steps."
    )


def test_two_ways_to_one_origin_are_no_circle(compendium: SmallCompendium) -> None:
    compendium.add_brief("root")
    compendium.add_brief("left", adapted_from="[root]")
    compendium.add_brief("right", adapted_from="[root]")
    compendium.add_brief("both", adapted_from="[left, right]")
    assert problems(compendium) == ""


def test_links_are_checked_in_the_same_run_as_fields(compendium: SmallCompendium) -> None:
    changes = (
        (FULL, "kind: activity", "kind: play"),
        (FULL, "related: [brief]", "related: [breif]"),
        (FULL, "Groups meet", "[x](no.md#y) Groups meet"),
        (HOME, "indicators/4-safety.md#what-it-means", "practices/full.md#no"),
    )
    assert problems(compendium, *changes) == (
        "pages/index.md:6:12: broken-link: 'practices/full.md' has no heading with the id 'no'. "
        "Its headings are: adopting-it-elsewhere, aims, how-it-works, keeping-people-safe, limits, "
        "what-is-known-about-results.\n"
        "practices/full.md:10:7: unknown-value: 'play' is not allowed for 'kind'. "
        "Allowed: guideline, case-study, material, activity.\n"
        "practices/full.md:52:11: unknown-practice: There is no practice 'breif'. Did you mean 'brief'?\n"
        "practices/full.md:91:1: broken-link: The link 'no.md#y' leads to nothing. "
        "Link to a content file, such as meitheal.md."
    )


def test_file_that_cannot_be_read_breaks_no_links_of_others(compendium: SmallCompendium) -> None:
    compendium.write(BRIEF, "no front matter")
    compendium.write(SAFETY, "no front matter")
    assert [(problem.path, problem.rule) for problem in compendium.problems()] == [
        (SAFETY, "no-front-matter"),
        (BRIEF, "no-front-matter"),
    ]


def test_list_of_references_that_cannot_be_read_is_reported_once(compendium: SmallCompendium) -> None:
    compendium.write("practices/references.yaml", "references: [\n")
    assert problems(compendium) == (
        "practices/references.yaml:2:1: not-yaml: The fields cannot be read here: "
        "a sign is too many, or brackets are not closed. Check brackets and commas."
    )
