"""What stands before the practices: the cover, how to use the book, the openers of its parts."""

from collections.abc import Iterator

from generator import vocabulary
from generator.book.scope import Scope, foot, head, listed, practice_label
from generator.book.typst_text import array, call, joined, literal, paragraphs, words
from generator.compendium.records import PracticeEntry
from generator.presentation.cards import Card
from generator.presentation.dates import day_in_words
from generator.vocabulary import Term, Vocabulary

_MOST_IN_ORNAMENT = 56

_SECTIONS = (
    ("book.finding", 3),
    ("book.limits", 3),
    ("book.care", 1),
)
"""The sections of the chapter on how to use the book, each with the number of its paragraphs."""

_LEGENDS = (
    ("book.legend-evidence", vocabulary.EVIDENCE_LEVEL),
    ("book.legend-marks", vocabulary.MARK),
    ("book.legend-status", vocabulary.STATUS),
    ("book.legend-tiers", vocabulary.TIER),
)


def cover_source(scope: Scope) -> str:
    """The cover: title, what the book holds, and the day of the newest review in it."""
    texts = scope.texts
    lines = [
        words(texts("book.edition", day=day_in_words(scope.day, texts.language))),
        words(texts.count("list.practices", len(scope.practices))),
    ]
    if scope.edition.licence:
        lines.append(words(scope.edition.licence))
    if scope.asked:
        lines.insert(1, words(texts("book.part-of", asked=scope.asked)))
    edition = scope.edition
    titles = words(edition.shown_title), words(edition.shown_subtitle)
    return call("cover", *titles, array(lines), array(_ornament(scope)))


def _ornament(scope: Scope) -> Iterator[str]:
    """The marks of some practices, evenly chosen, for the pattern on the cover: `s` shown, `p` partly."""
    entries = list(scope.here.practices.values())
    step = max(1, len(entries) // _MOST_IN_ORNAMENT)
    for entry in entries[::step][:_MOST_IN_ORNAMENT]:
        marks = (entry.mark(number).mark for number in vocabulary.INDICATOR_NUMBER.values)
        yield literal("".join({"shown": "s", "partly": "p"}.get(mark, "-") for mark in marks))


def how_to_use_source(scope: Scope) -> str:
    """How to find, read and keep the book, and what its words mean."""
    texts = scope.texts
    chapter = texts("book.how-to-use")
    inside = [call("chapter-title", literal(chapter), literal("how-to-use"))]
    for key, number in _SECTIONS:
        inside.append(call("section", "2", literal(texts(key))))
        paragraphs_ = (words(texts(f"{key}-{place}")) for place in range(1, number + 1))
        inside.append(call("prose", paragraphs(paragraphs_)))
    for key, terms in _LEGENDS:
        inside.append(call("section", "2", literal(texts(key))))
        inside.append(_legend(texts.terms(terms), texts("book.meaning")))
    return call("sheet", head(scope), literal(chapter), foot(scope), joined(inside))


def part_opener_source(category: Term, practices: list[PracticeEntry], scope: Scope) -> str:
    """The page that opens the part of one category and lists its practices."""
    entries = (
        call(
            "entry-line",
            listed(practice_label(entry.id), words(entry.title)),
            words(_note(scope.words.cards.of(entry))),
        )
        for entry in practices
    )
    count = scope.texts.count("book.practices-in-part", len(practices))
    category = scope.texts.terms(vocabulary.CATEGORY)[category.value]
    opener = call(
        "part-opener",
        literal(category.label),
        literal(f"part:{category.value}"),
        words(category.definition),
        literal(count),
        joined(entries),
    )
    return call("sheet", head(scope), literal(category.label), foot(scope), opener)


def _note(card: Card) -> str:
    """What tells a practice apart in the list of its part."""
    parts = [card.places, card.level.label]
    if card.status.value != "current":
        parts.append(card.status.label)
    return " · ".join(parts)


def _legend(terms: Vocabulary, meaning: str) -> str:
    cells = (cell for term in terms for cell in (call("strong", literal(term.label)), words(term.definition)))
    heads = array(map(literal, (terms.label, meaning)))
    return call("ruled-table", "(1fr, 2.6fr)", heads, *cells)
