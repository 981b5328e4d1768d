"""The mistakes that people make, what they are told, and that doing what they are told mends them.

Each case breaks a good entry, states the whole of what the check says, and then does what the message
says and nothing else: the entry passes.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from generator.problems import render
from tests.small_compendium import BRIEF, FULL, SmallCompendium

HARD = "\u00a0"
SOURCES = "sources:\n  - {ref: chalvi-2007, locator: Good Practices in Treatment and Prevention}\n"
HARD_SPACE = (
    "hard-space: There is a hard space here: it looks like a space and does not work as one. Delete it and "
    "type a "
    "space. Word processors put them in; paste as plain text."
)
TAB = "tab: There is a tab here. Use spaces."


@dataclass(frozen=True)
class Mistake:
    """A piece of a good file as somebody wrote it, what the check says, and the mend that the message names."""

    right: str
    wrong: str
    said: str
    file: str = BRIEF
    mended: str | None = None


MISTAKES = {
    "three letters of a country": Mistake(
        "countries: [FI]",
        "countries: [FIN]",
        "practices/brief.md:9:13: unknown-country: 'FIN' is not a two-letter country code. Did you mean 'FI'?",
    ),
    "the country's everyday code": Mistake(
        "countries: [FI]",
        "countries: [UK]",
        "practices/brief.md:9:13: unknown-country: 'UK' is not a two-letter country code. Did you mean 'GB'?",
        mended="countries: [GB]",
    ),
    "the country's name": Mistake(
        "countries: [FI]",
        "countries: [Finland]",
        "practices/brief.md:9:13: unknown-country: 'Finland' is not a two-letter country code. Did you mean "
        "'FI'?",
    ),
    "a source that is not in the list": Mistake(
        "  - {ref: chalvi-2007",
        "  - {ref: chalvi",
        "practices/brief.md:14:11: unknown-reference: There is no reference 'chalvi'. Did you mean "
        "'chalvi-2007'?\n"
        "practices/brief.md:20:34: unlisted-source: The reference 'chalvi-2007' is cited but is not in "
        "'sources'. Add it to 'sources', with its locator.",
    ),
    "a mark without a source": Mistake(
        "reviewed_on",
        "indicators:\n  3: {mark: shown, note: There is a policy.}\nreviewed_on",
        "practices/brief.md:16:3: missing-source: 'indicators → 3' has no source for the mark 'shown'. Add "
        "`source: {ref: …, locator: …, quote: …}` there.",
        mended="indicators:\n  3: {mark: shown, note: There is a policy., source: {ref: chalvi-2007, locator: "
        "p. 1, quote: a policy has been written}}\nreviewed_on",
    ),
    "indicator 9": Mistake(
        "reviewed_on",
        "indicators:\n  9: {mark: not-described}\nreviewed_on",
        "practices/brief.md:16:3: unknown-value: '9' is not allowed for 'indicators'. Allowed: 1, 2, 3, 4, 5, "
        "6, 7, 8.",
        mended="indicators:\n  8: {mark: not-described}\nreviewed_on",
    ),
    "curly quotes around a text": Mistake(
        "title: Brief practice",
        "title: “Brief: practice”",
        "practices/brief.md:2:14: not-yaml: The fields cannot be read here: curly quotes hold no text "
        "together. Put "
        "plain quotes, ' or \", around the whole text.",
        mended="title: '“Brief: practice”'",
    ),
    "curly quotes around a value": Mistake(
        "category: children",
        "category: “children”",
        "practices/brief.md:6:11: unknown-value: '“children”' is not allowed for 'category'. Did you mean "
        "'children'? Allowed: children, children-and-parents, professionals.",
    ),
    "a hard space after the colon": Mistake(
        "title: Brief", f"title:{HARD}Brief", f"practices/brief.md:2:7: {HARD_SPACE}"
    ),
    "a hard space at the end of a value": Mistake(
        "category: children", f"category: children{HARD}", f"practices/brief.md:6:19: {HARD_SPACE}"
    ),
    "hard spaces as indentation": Mistake(
        "  level: described", f"{HARD} level: described", f"practices/brief.md:12:1: {HARD_SPACE}"
    ),
    "a hard space in a heading": Mistake(
        "## How it", f"##{HARD}How it", f"practices/brief.md:18:3: {HARD_SPACE}"
    ),
    "a tab as indentation": Mistake(
        "  level: described", "\tlevel: described", f"practices/brief.md:12:1: {TAB}"
    ),
    "a tab in the text": Mistake("Young people", "Young\tpeople", f"practices/brief.md:20:6: {TAB}"),
    "a list with dashes from a word processor": Mistake(
        "  - {ref",
        "  – {ref",
        "practices/brief.md:14:31: not-yaml: The fields cannot be read here: this sign begins no list. Begin "
        "each "
        "item with a plain hyphen and a space: '- '.",
    ),
    "a heading too many": Mistake(
        "## How it works",
        "## Background\n\nLong ago.\n\n## How it works",
        "practices/brief.md:18:1: heading: The heading 'Background' has no place here. Allowed: Aims, How it "
        "works, "
        "Keeping people safe, What is known about results, Adopting it elsewhere, Limits. Put others "
        "below them with '###'.",
        mended="## Aims\n\n### Background\n\nLong ago.\n\n## How it works",
    ),
    "a heading in capitals": Mistake(
        "## How it works",
        "## How It Works",
        "practices/brief.md:16:1: missing-heading: The body has no heading '## How it works'. Add it, with "
        "what the "
        "sources say.\n"
        "practices/brief.md:18:1: heading: The heading 'How It Works' has no place here. Did you mean 'How it "
        "works'? "
        "Allowed: Aims, How it works, Keeping people safe, What is known about results, Adopting it elsewhere, "
        "Limits. Put others below them with '###'.",
    ),
    "a date as 3/4/25": Mistake(
        "2026-04-03",
        "3/4/25",
        "practices/brief.md:15:14: not-a-date: 'reviewed_on' must be a date, not '3/4/25'. Write "
        "year-month-day, "
        "such as 2026-04-03.",
        mended="2025-04-03",
    ),
    "a date in words": Mistake(
        "2026-04-03",
        "3 April 2026",
        "practices/brief.md:15:14: not-a-date: 'reviewed_on' must be a date, not '3 April 2026'. Write "
        "year-month-day, such as 2026-04-03.",
    ),
    "a colon in the title": Mistake(
        "title: Brief practice",
        "title: Brief: practice",
        "practices/brief.md:2:13: not-yaml: The fields cannot be read here: there is a ': ' too many. Put the "
        "whole "
        "text in quotes; a field begins its own line.",
        mended="title: 'Brief: practice'",
    ),
    "one value where a list belongs": Mistake(
        "field: [prevention]",
        "field: prevention",
        "practices/brief.md:7:8: not-a-list: 'field' must be a list, not 'prevention'. Write it as [a, b] or "
        "as lines "
        "that begin with '- '.",
    ),
    "a label where its value belongs": Mistake(
        "category: children",
        "category: Children",
        "practices/brief.md:6:11: unknown-value: 'Children' is not allowed for 'category'. Did you mean "
        "'children'? "
        "Allowed: children, children-and-parents, professionals.",
    ),
    "seven indicators in a full entry": Mistake(
        "  8: {mark: not-described}\n",
        "",
        "practices/full.md:62:3: missing-indicators: A full entry marks all eight indicators; missing: 8. Add "
        "each as "
        "`{mark: not-described}` if no source says anything.",
        file=FULL,
    ),
    "HTML from a word processor": Mistake(
        "Young people",
        "<b>Young</b> people",
        "practices/brief.md:20:1: raw-html: HTML is not allowed: '<b>'. Remove it and use Markdown; a bare '<' "
        "is "
        "written as '\\<'.\n"
        "practices/brief.md:20:9: raw-html: HTML is not allowed: '</b>'. Remove it and use Markdown; a bare "
        "'<' is "
        "written as '\\<'.",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_message_says_what_is_wrong_and_its_advice_mends_it(
    compendium: SmallCompendium, mistake: Mistake
) -> None:
    good = compendium.text(mistake.file)
    compendium.change(mistake.file, mistake.right, mistake.wrong)
    assert render(compendium.problems(), "text") == mistake.said
    compendium.write(mistake.file, good)
    compendium.change(mistake.file, mistake.right, mistake.right if mistake.mended is None else mistake.mended)
    assert compendium.problems() == []


def test_missing_sources_are_asked_for(compendium: SmallCompendium) -> None:
    compendium.change(BRIEF, SOURCES, "")
    assert render(compendium.problems(), "text").splitlines()[0] == (
        "practices/brief.md:2:1: missing-field: 'sources' is missing. Add it: the documents that the entry is "
        "based on."
    )


def test_two_practices_with_one_title_are_told_apart(compendium: SmallCompendium) -> None:
    compendium.add_brief("other", title="Brief practice")
    assert render(compendium.problems(), "text") == (
        "practices/other.md:2:8: duplicate-title: The title 'Brief practice' is that of practices/brief.md "
        "too. Tell "
        "the two apart, or merge them."
    )
    compendium.change("practices/other.md", "title: Brief practice", "title: Other practice")
    assert compendium.problems() == []


FILES: dict[str, tuple[str, Callable[[str], bytes], str]] = {
    "a name with spaces and capitals": (
        "practices/My Practice.md",
        str.encode,
        "practices/My Practice.md:1:1: file-name: The file name 'My Practice.md' is not allowed. Rename it to "
        "'my-practice.md': small letters a-z, digits, hyphens, and '.md'.",
    ),
    "a document of a word processor": (
        "practices/practice.docx",
        lambda text: b"PK" + text.encode(),
        "practices/practice.docx:1:1: file-name: 'practice.docx' is a document of a word processor. Make a "
        "text file "
        "with the ending .md, and copy the text into it; then take this file away.",
    ),
    "an old encoding": (
        "practices/old.md",
        lambda text: text.replace("A leaflet", "A “leaflet”").encode("cp1252"),
        "practices/old.md:3:12: not-utf-8: Byte 0x93 is not UTF-8. Save the file with the encoding UTF-8.",
    ),
    "no fields at all": (
        "practices/plain.md",
        lambda _: b"# My practice\n\nIt helps.\n",
        "practices/plain.md:1:1: no-front-matter: The file has no front matter. Begin the file with a line "
        "'---', then the fields, then another line '---'. Or let 'compendium new' make the file of a practice, "
        "and copy the text into it.",
    ),
}


@pytest.mark.parametrize(("path", "content", "said"), FILES.values(), ids=FILES.keys())
def test_wrong_file_is_named_with_what_to_do(
    compendium: SmallCompendium, path: str, content: Callable[[str], bytes], said: str
) -> None:
    compendium.path(path).write_bytes(content(compendium.text(BRIEF)))
    assert render(compendium.problems(), "text") == said
