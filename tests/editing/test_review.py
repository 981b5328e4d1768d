"""The reviewer's report names what a person should look at, and quotes nobody unguarded."""

from generator.compendium.catalogue import Catalogue
from generator.editing.markdown_text import LONGEST, harmless, shortened
from generator.editing.review import changes_in, review_report
from generator.loading.compendium import load
from generator.problems import Problem
from tests.small_compendium import BRIEF, FULL, SmallCompendium

FOOT = (
    "The check sees only the form of an entry. A person must read whether it says what its sources say. "
    "This report comes from the content of the pull request. It is not an approval.\n"
)


def report(compendium: SmallCompendium, name_status: str) -> str:
    loaded, problems = load(compendium.root)
    return review_report(Catalogue(loaded), problems, changes_in(name_status))


def test_changes_are_read_from_git() -> None:
    name_status = (
        "A\tpractices/new.md\nM\tpractices/old.md\nD\tpractices/gone.md\nR087\tpractices/a.md\tpractices/b.md\n"
        "M\tpractices/references.yaml\nA\tpages/x.md\nA\tpractices/../evil.md\n"
    )
    assert changes_in(name_status) == {
        "practices/new.md": "new",
        "practices/old.md": "changed",
        "practices/gone.md": "removed",
        "practices/b.md": "changed",
    }


def test_report_without_changes_says_so(compendium: SmallCompendium) -> None:
    assert report(compendium, "") == f"## What to look at\n\nNo practice was added or changed.\n\n{FOOT}"


def test_report_names_all_that_a_reviewer_should_look_at(compendium: SmallCompendium) -> None:
    compendium.add_brief("brief-practise", title="Brief practise", theory="not-described")
    text = compendium.text("practices/brief-practise.md")
    compendium.write("practices/brief-practise.md", text.replace("\n\nSo.\n", "\n\n## Limits\n\nSome.\n"))
    compendium.change(BRIEF, "ref: chalvi-2007", "ref: new-2020")
    mark = "{mark: shown, note: A policy., source: {ref: ipc-wales, locator: p. 3, quote: a written policy}}"
    compendium.change(BRIEF, "reviewed_on", f"indicators:\n  3: {mark}\nreviewed_on")
    lines = report(compendium, f"A\tpractices/brief-practise.md\nM\t{BRIEF}\n").splitlines()
    brief = lines.index("### Brief practice (changed)")
    added = lines.index("### Brief practise (new)")
    assert [line for line in lines[brief:] if line.startswith("- ") and "line" not in line] == [
        "- Brief entry, described as running.",
        "- Sources not yet in practices/references.yaml: new-2020.",
        "- Fields not described: indicators 1, 2, 4, 5, 6, 7, 8.",
        "- Fields of a full entry that are left out: how it began; work streams; tiers of need; providers; "
        "participants; delivery; organisations; years; necessary elements; context; preconditions; "
        "not suitable when.",
        "- Marks without criteria: indicator 3 (shown).",
        "- Similar entries, to compare or to name under 'related': "
        "Brief practise (practices/brief-practise.md).",
    ]
    assert lines[added + 2 : added + 8] == [
        "- Brief entry, described as running.",
        "- Fields not described: theory.",
        "- Fields of a full entry that are left out: how it began; work streams; tiers of need; providers; "
        "participants; delivery; organisations; years; necessary elements; context; preconditions; "
        "not suitable when; good-practice indicators.",
        "- Headings with nothing below them: How it works.",
        "- Similar entries, to compare or to name under 'related': Brief practice (practices/brief.md).",
        "",
    ]


def test_exceptions_are_shown_with_their_reasons(compendium: SmallCompendium) -> None:
    compendium.change(BRIEF, "at school.", "at school. Ring 0800 1111.")
    exceptions = "exceptions:\n  - {text: 0800 1111, reason: A public helpline.}\nreviewed_on"
    compendium.change(BRIEF, "reviewed_on", exceptions)
    lines = report(compendium, f"A\t{BRIEF}\n").splitlines()
    assert "- Exceptions from the check for personal data: “0800 1111”: A public helpline." in lines


def test_entry_that_cannot_be_read_is_reported_by_its_problems(compendium: SmallCompendium) -> None:
    compendium.change(BRIEF, "countries: [FI]", "countries: ['@all <img>']")
    loaded, problems = load(compendium.root)
    lines = review_report(Catalogue(loaded), problems, {BRIEF: "new"}).splitlines()
    assert lines[2:6] == ["### `practices/brief.md` (new)", "", "**1 to mend before it can be published:**", ""]
    assert lines[6].startswith("- line 9: '&#64;all &lt;img>' is not a two-letter country code.")
    assert lines[8] == "The entry cannot be shown before that."


def test_removed_entry_and_problems_elsewhere_are_named(compendium: SmallCompendium) -> None:
    problem = Problem(FULL, 3, 1, "rule", "Wrong.", "Mend it.")
    loaded = compendium.load()
    text = review_report(Catalogue(loaded), [problem], {"practices/gone.md": "removed"})
    assert text.splitlines()[2:9] == [
        "### `practices/gone.md` (removed)",
        "",
        "- The entry is removed: do other entries, or pages elsewhere, lead to it?",
        "",
        "### Problems in other files",
        "",
        "- `practices/full.md`, line 3: Wrong. Mend it.",
    ]


def test_nobody_is_mentioned_and_nothing_hidden() -> None:
    assert harmless("@x <!-- &lt; -->") == "&#64;x &lt;!-- &amp;lt; -->"


def test_long_report_is_cut_at_a_line() -> None:
    cut = shortened("12345678\n" * 10_000)
    assert len(cut) < LONGEST + 100
    assert cut.endswith("12345678\n\nThe rest was cut off: the report is too long for a comment.\n")
