"""One practice as a chapter of the book, or as a handout of its own: the sections of its text in order."""

from collections.abc import Iterator

from generator.book.blocks import blocks_source, panel_source
from generator.book.notes import Notes
from generator.book.prose import body_source
from generator.book.references import sources_source
from generator.book.scope import Scope, foot, practice_label
from generator.book.typst_text import NONE, call, joined, literal, words
from generator.compendium.records import PracticeEntry
from generator.presentation.blocks import Body, Section, Sources
from generator.presentation.practice import PracticeText


def practice_source(entry: PracticeEntry, scope: Scope) -> str:
    """The pages of one practice."""
    text = scope.words.practice(entry)
    notes = Notes(entry.id, entry.fields.sources, text.quotations)
    opening = call("opening", joined(_opening(text, scope)))
    sections = (piece for section in text.sections for piece in _section(section, entry, scope, notes))
    inside = joined((opening, *sections))
    return call("sheet", *_running_head(text, scope), foot(scope), inside)


def refusal_source(entry: PracticeEntry, scope: Scope, reason: str) -> str:
    """The page in the place of a practice that could not be set, with the reason."""
    text = scope.words.practice(entry)
    said = scope.texts("book.not-set", reason=reason, file=entry.path)
    inside = joined((_title(text, scope), call("banner", words(said))))
    return call("sheet", *_running_head(text, scope), foot(scope), inside)


def _running_head(text: PracticeText, scope: Scope) -> tuple[str, str]:
    """The two sides of the running head; a neutral title keeps the practice's own out of it."""
    status = call("strong", literal(text.status.label)) if text.is_past else NONE
    return words(scope.edition.neutral_title or text.title), status


def _opening(text: PracticeText, scope: Scope) -> Iterator[str]:
    yield _title(text, scope)
    if text.is_past:
        status = call("strong", literal(f"{text.status.label}. "))
        yield call("banner", joined((status, words(text.status_note))))
    yield panel_source(text.glance, text.silent)
    if text.missing:
        yield call("note-box", words(text.missing))


def _title(text: PracticeText, scope: Scope) -> str:
    return call(
        "practice-title",
        str(scope.practice_level),
        words(text.title),
        literal(practice_label(text.id)),
        words(text.kicker),
        words(text.also) if text.also else NONE,
        words(text.summary),
    )


def _section(section: Section, entry: PracticeEntry, scope: Scope, notes: Notes) -> Iterator[str]:
    """A section below its heading; the body brings headings of its own."""
    level = scope.practice_level + 1
    if section.heading:
        yield call("section", str(level), literal(section.heading))
    match section.blocks:
        case (Body(),):
            yield body_source(entry.body.html, entry.path, scope, notes, level)
        case (Sources(),):
            yield from sources_source(scope, notes)
        case blocks:
            yield from blocks_source(blocks, scope, notes)
