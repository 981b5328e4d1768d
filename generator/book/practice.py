"""One practice as a chapter of the book, or as a handout of its own.

In comes a practice with the scope of its book; out comes the source of its pages, in the order of
the site's page: facts, body, necessary elements, adoption, evidence, indicators, relatives, sources.
"""

from collections.abc import Callable, Iterator

from generator import vocabulary
from generator.book.adoption import adoption_source, elements_source
from generator.book.evidence import evidence_source, marks_source
from generator.book.notes import Notes
from generator.book.panel import panel_source
from generator.book.prose import body_source
from generator.book.references import sources_source
from generator.book.relatives import relatives_source
from generator.book.scope import Scope, foot, practice_label
from generator.book.typst_text import NONE, call, joined, literal, words
from generator.compendium.records import PracticeEntry
from generator.schema.practice import FullPractice


def practice_source(entry: PracticeEntry, scope: Scope) -> str:
    """The pages of one practice."""
    notes = Notes(entry.id, entry.fields.sources)
    opening = call("opening", joined(_opening(entry, scope)))
    inside = joined((opening, *_sections(entry, scope, notes)))
    return call("sheet", *_running_head(entry, scope), foot(scope), inside)


def refusal_source(entry: PracticeEntry, scope: Scope, reason: str) -> str:
    """The page that stands where a practice could not be set, with the reason."""
    said = f"This entry could not be set for print. {reason} Its file is {entry.path}."
    inside = joined((_title(entry, scope), call("banner", words(said))))
    return call("sheet", *_running_head(entry, scope), foot(scope), inside)


def _running_head(entry: PracticeEntry, scope: Scope) -> tuple[str, str]:
    """The two sides of the running head; a neutral title keeps the practice's own out of it."""
    title = scope.edition.neutral_title or entry.title
    past = entry.fields.status != "current"
    status = call("strong", literal(vocabulary.STATUS[entry.fields.status].label)) if past else NONE
    return words(title), status


def _opening(entry: PracticeEntry, scope: Scope) -> Iterator[str]:
    fields = entry.fields
    yield _title(entry, scope)
    if fields.status != "current":
        status = call("strong", literal(f"{vocabulary.STATUS[fields.status].label}. "))
        yield call("banner", joined((status, words(fields.status_note or ""))))
    yield panel_source(entry)
    if fields.entry == "brief":
        missing = f"This is a brief entry. It does not yet have: {', '.join(_missing(entry))}."
        yield call("note-box", words(missing))


def _title(entry: PracticeEntry, scope: Scope) -> str:
    fields = entry.fields
    kicker = f"{vocabulary.CATEGORY[fields.category].label} · {vocabulary.KIND[fields.kind].label}"
    also = words(f"Also known as: {'; '.join(fields.alt_titles)}") if fields.alt_titles else NONE
    return call(
        "practice-title",
        str(scope.practice_level),
        words(entry.title),
        literal(practice_label(entry.id)),
        words(kicker),
        also,
        words(fields.summary),
    )


def _missing(entry: PracticeEntry) -> list[str]:
    """What a brief entry still lacks, in words."""
    names = (FullPractice.model_fields[name].title or name.replace("_", " ") for name in entry.missing_fields)
    return [name.lower() for name in names] + [f"the text “{heading}”" for heading in entry.missing_headings]


def _sections(entry: PracticeEntry, scope: Scope, notes: Notes) -> Iterator[str]:
    """The body, then everything that stands under a heading of its own."""
    level = scope.practice_level + 1
    yield body_source(entry.body.html, entry.path, scope, notes, level)
    parts: tuple[tuple[str, Callable[[], list[str]]], ...] = (
        ("Necessary elements", lambda: elements_source(entry, notes)),
        ("Before you adopt it", lambda: adoption_source(entry, notes)),
        ("Evidence", lambda: evidence_source(entry, notes)),
        ("Good-practice indicators", lambda: marks_source(entry, scope, notes)),
        ("Related practices", lambda: relatives_source(entry, scope)),
        ("Sources", lambda: sources_source(scope, notes)),
    )
    for title, source in parts:
        inside = source()
        if inside:
            yield call("section", str(level), literal(title))
            yield from inside
