"""What stands before the practices: the cover, how to use the book, the openers of its parts.

In comes the scope of the book; out come the sources of these pages.
"""

from collections.abc import Iterator

from generator import vocabulary
from generator.book.scope import Scope, foot, head, listed, practice_label
from generator.book.typst_text import array, call, joined, literal, paragraphs, words
from generator.compendium.records import PracticeEntry
from generator.presentation.dates import day_in_words
from generator.vocabulary import Term, Vocabulary

HOW_TO_USE = "How to use this book"
_MOST_IN_ORNAMENT = 56

_FINDING = (
    "The contents list the practices by whom they serve. The indexes at the end lead to them by country, "
    "theme, tier of need, indicator and organisation. The matrix shows at one glance which practice shows "
    "which of the eight good-practice indicators.",
    "Each practice begins on a page of its own. First comes a panel with the facts, then the text, then what "
    "must not be left out, what to weigh before adopting it, what is known about results, the marks under the "
    "indicators, and the sources. A number in brackets, as [2], leads to the list of sources at the end of the "
    "entry, which names the document and the place in it.",
    "“Not described” means that no source held here says it. That is a gap in what is known, and says nothing "
    "against the practice.",
)
_LIMITS = (
    "Being listed is no recommendation. The evidence level says how much is known, which is often little.",
    "Much is old. A historical entry says so at the head of every page: the service may have closed, and laws "
    "and duties may have changed.",
    "A practice cannot be moved like an object. It grew in one place, among certain people, and adopting it "
    "means learning and change in your own organisation.",
)
_CARE = (
    "This book speaks of violence and of drinking and drug use at home. Found in the wrong hands, a page of it "
    "may put somebody in danger. Keep it where only staff can reach it, leave no page lying about, and give "
    "none to take home without asking whether that is safe. It can also be printed with a neutral title on its "
    "cover and in its running heads.",
)
_LEGENDS = (
    ("How much is known about results", vocabulary.EVIDENCE_LEVEL),
    ("What the marks under an indicator mean", vocabulary.MARK),
    ("Whether a practice still runs", vocabulary.STATUS),
    ("Tiers of need", vocabulary.TIER),
)


def cover_source(scope: Scope) -> str:
    """The cover: title, what the book holds, and the day of the newest review in it."""
    count = len(scope.practices)
    lines = [
        words(f"Edition of {day_in_words(scope.day)}"),
        words(f"{count} practice{'s' * (count != 1)}"),
    ]
    if scope.edition.licence:
        lines.append(words(scope.edition.licence))
    if scope.asked:
        lines.insert(1, words(f"A part of the compendium: {scope.asked}"))
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
    inside = [call("chapter-title", literal(HOW_TO_USE), literal("how-to-use"))]
    for title, texts in (
        ("Finding and reading", _FINDING),
        ("Three limits", _LIMITS),
        ("Keep it safe", _CARE),
    ):
        inside.append(call("section", "2", literal(title)))
        inside.append(call("prose", paragraphs(map(words, texts))))
    for title, terms in _LEGENDS:
        inside.append(call("section", "2", literal(title)))
        inside.append(_legend(terms))
    return call("sheet", head(scope), literal(HOW_TO_USE), foot(scope), joined(inside))


def part_opener_source(category: Term, practices: list[PracticeEntry], scope: Scope) -> str:
    """The page that opens the part of one category and lists its practices."""
    entries = (
        call("entry-line", listed(practice_label(entry.id), words(entry.title)), words(_note(entry)))
        for entry in practices
    )
    count = f"{len(practices)} practice{'s' * (len(practices) != 1)} in this part"
    opener = call(
        "part-opener",
        literal(category.label),
        literal(f"part:{category.value}"),
        words(category.definition),
        literal(count),
        joined(entries),
    )
    return call("sheet", head(scope), literal(category.label), foot(scope), opener)


def _note(entry: PracticeEntry) -> str:
    fields = entry.fields
    countries = vocabulary.countries()
    parts = [", ".join(countries[code].label for code in fields.countries)]
    parts.append(vocabulary.EVIDENCE_LEVEL[fields.evidence.level].label)
    if fields.status != "current":
        parts.append(vocabulary.STATUS[fields.status].label)
    return " · ".join(parts)


def _legend(terms: Vocabulary) -> str:
    cells = (cell for term in terms for cell in (call("strong", literal(term.label)), words(term.definition)))
    heads = array(map(literal, (terms.label, "Meaning")))
    return call("ruled-table", "(1fr, 2.6fr)", heads, *cells)
