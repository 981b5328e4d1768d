"""The report that a reviewer reads beside a pull request: what to look at in each entry that it touches.

In come the catalogue, the problems and which files were added or changed; out comes Markdown. Whatever
the report quotes was written by a contributor and is made harmless first.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Literal

from generator import vocabulary
from generator.compendium.catalogue import Catalogue
from generator.compendium.records import PracticeEntry
from generator.editing.markdown_text import harmless, listed, shortened
from generator.problems import Problem, errors
from generator.schema.practice import FULL_FIELDS, FullPractice

Change = Literal["new", "changed", "removed"]
_LETTERS: dict[str, Change] = {
    "A": "new",
    "C": "new",
    "M": "changed",
    "R": "changed",
    "T": "changed",
    "D": "removed",
}
_PRACTICE = re.compile(r"practices/([a-z0-9-]+)\.md")
_EMPTY_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>\s*(?=<h2|\Z)")
NEAR_TITLES = 0.75
"""From which likeness, of 1, two titles are named beside each other."""


def changes_in(name_status: str) -> dict[str, Change]:
    """The practices that a change touches, by path, from the output of `git diff --name-status`."""
    changes: dict[str, Change] = {}
    for line in name_status.splitlines():
        letter, *paths = line.split("\t")
        if paths and letter[:1] in _LETTERS and _PRACTICE.fullmatch(paths[-1]):
            changes[paths[-1]] = _LETTERS[letter[:1]]
    return changes


def review_report(catalogue: Catalogue, problems: Sequence[Problem], changes: Mapping[str, Change]) -> str:
    """What a reviewer should look at, entry by entry."""
    lines = ["## What to look at", ""]
    if not changes:
        lines += ["No practice was added or changed.", ""]
    by_path = {entry.path: entry for entry in catalogue.practices.values()}
    for path, change in sorted(changes.items()):
        lines += _entry(catalogue, path, change, by_path.get(path), [p for p in problems if p.path == path])
    elsewhere = [problem for problem in errors(problems) if problem.path not in changes]
    if elsewhere:
        lines += ["### Problems in other files", "", *_with_paths(elsewhere), ""]
    lines += [_FOOT, ""]
    return shortened("\n".join(lines))


_FOOT = (
    "The check sees only the form of an entry. A person must read whether it says what its sources say. "
    "This report comes from the content of the pull request. It is not an approval."
)


def _entry(
    catalogue: Catalogue, path: str, change: Change, entry: PracticeEntry | None, problems: Sequence[Problem]
) -> Iterator[str]:
    title = harmless(entry.title) if entry else f"`{path}`"
    yield from (f"### {title} ({change})", "")
    if change == "removed":
        yield from ("- The entry is removed: do other entries, or pages elsewhere, lead to it?", "")
        return
    wrong = errors(problems)
    if wrong:
        yield from (f"**{len(wrong)} to mend before it can be published:**", "", *listed(wrong), "")
    if entry is None:
        yield from ("The entry cannot be shown before that.", "")
        return
    yield from (f"- {point}" for point in _points(catalogue, entry, problems))
    yield ""


def _points(catalogue: Catalogue, entry: PracticeEntry, problems: Sequence[Problem]) -> Iterator[str]:
    """What to look at in an entry that is in order."""
    status = vocabulary.STATUS[entry.fields.status]
    yield f"{vocabulary.ENTRY[entry.fields.entry].label}, {status.label.lower()}."
    yield from _named("Sources not yet in practices/references.yaml", _unlisted(catalogue, entry))
    yield from _named("Fields not described", _not_described(entry))
    yield from _named("Fields of a full entry that are left out", _titles(entry.missing_fields))
    yield from _named("Headings with nothing below them", _EMPTY_HEADING.findall(entry.body.html))
    yield from _named("Marks without criteria", _marks_without_criteria(entry))
    yield from _named("Similar entries, to compare or to name under 'related'", _similar(catalogue, entry))
    yield from _named("Exceptions from the check for personal data", _exceptions(entry))
    notes = [problem for problem in problems if problem.severity == "warning"]
    if notes:
        yield f"Notes on spelling and plain English: {len(notes)}, shown at their lines."


def _named(what: str, names: Iterable[str]) -> Iterator[str]:
    found = list(names)
    if found:
        yield f"{what}: {harmless('; '.join(found)).removesuffix('.')}."


def _unlisted(catalogue: Catalogue, entry: PracticeEntry) -> Iterator[str]:
    return (ref for ref in entry.references if ref not in catalogue.references)


def _not_described(entry: PracticeEntry) -> Iterator[str]:
    given = entry.fields.model_fields_set
    names = (name for name in (*FULL_FIELDS, "theory") if name in given)
    empty = (None, vocabulary.NOT_DESCRIBED)
    yield from _titles(name for name in names if getattr(entry.fields, name) in empty)
    silent = [number for number in vocabulary.INDICATOR_NUMBER.values if entry.mark(number).mark == empty[1]]
    if "indicators" in given and silent:
        yield f"indicators {', '.join(silent)}"


def _titles(names: Iterable[str]) -> Iterator[str]:
    return (str(FullPractice.model_fields[name].title).lower() for name in names)


def _marks_without_criteria(entry: PracticeEntry) -> Iterator[str]:
    for number, mark in sorted(entry.fields.indicators.items()):
        if mark.mark != vocabulary.NOT_DESCRIBED and not mark.criteria:
            yield f"indicator {number} ({vocabulary.MARK[mark.mark].label.lower()})"


def _similar(catalogue: Catalogue, entry: PracticeEntry) -> Iterator[str]:
    named = {entry.id, *entry.fields.related, *entry.fields.adapted_from}
    near = [other for other in catalogue.practices.values() if other.id not in named and _near(entry, other)]
    close = [related.practice for related in catalogue.relatedness.of(entry) if not related.named]
    unique = {other.id: other for other in (*near, *close)}
    return (f"{other.title} ({other.path})" for other in unique.values())


def _near(entry: PracticeEntry, other: PracticeEntry) -> bool:
    """Whether some name of the one is much like some name of the other."""
    matcher = SequenceMatcher(autojunk=False)
    for one in (entry.title, *entry.fields.alt_titles):
        matcher.set_seq2(one.casefold())
        for two in (other.title, *other.fields.alt_titles):
            matcher.set_seq1(two.casefold())
            if matcher.quick_ratio() >= NEAR_TITLES and matcher.ratio() >= NEAR_TITLES:
                return True
    return False


def _exceptions(entry: PracticeEntry) -> Iterator[str]:
    return (f"“{exception.text}”: {exception.reason}" for exception in entry.fields.exceptions)


def _with_paths(problems: Iterable[Problem]) -> list[str]:
    return [f"- `{problem.path}`, line {problem.line}: {harmless(problem.text)}" for problem in problems]
