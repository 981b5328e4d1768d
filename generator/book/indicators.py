"""The chapters of the eight indicators, and the matrix of practices by indicators."""

from collections.abc import Iterator

from generator import vocabulary
from generator.book.notes import Notes
from generator.book.pagination import leading_to, page_of
from generator.book.prose import body_source
from generator.book.references import sources_source
from generator.book.scope import Scope, foot, head, indicator_label, listed, practice_label
from generator.book.typst_text import array, call, joined, literal, words
from generator.compendium.facets import MARKS_THAT_COUNT
from generator.compendium.matrix import MATRIX_ORDERS, matrix
from generator.compendium.records import IndicatorEntry
from generator.schema.indicator import Criterion

SIGNS = {"shown": "S", "partly": "P", "not-shown": "N", vocabulary.NOT_DESCRIBED: "–"}
_WORDINGS = ("indicator.wording-humphreys", "indicator.wording-ipc")


def indicators_source(scope: Scope) -> list[str]:
    """The chapters of the indicators: an introduction, then one for each."""
    chapter = scope.texts("book.indicators")
    introduction = call("prose", words(scope.texts("book.two-wordings")))
    title = joined((call("chapter-title", literal(chapter), literal("indicators")), introduction))
    opener = call("sheet", head(scope), literal(chapter), foot(scope), title)
    return [opener, *(_chapter(indicator, scope) for indicator in scope.all.indicators.values())]


def matrix_source(scope: Scope) -> str:
    """The matrix, one row a practice in the order of titles, with the page of each."""
    numbers = list(scope.all.indicators)
    cells: list[str] = []
    for entry in matrix(scope.practices.values(), MATRIX_ORDERS[0]):
        label = practice_label(entry.id)
        cells.append(leading_to(label, words(entry.title)))
        cells.append(page_of(label))
        marks = (entry.mark(number).mark for number in numbers)
        cells.extend(_sign(mark) for mark in marks)
    texts = scope.texts
    chapter = texts("book.matrix")
    legend = "; ".join(f"{SIGNS[term.value]}: {term.label.lower()}" for term in texts.terms(vocabulary.MARK))
    heads = array(map(literal, (texts("matrix.practice"), texts("book.foot-page"), *numbers)))
    columns = f"(1fr, auto, ..({len(numbers)} * (2.1em,)))"
    inside = (
        call("chapter-title", literal(chapter), literal("matrix")),
        call("par", words(texts("book.matrix-key", marks=legend))),
        call("ruled-table", columns, heads, *cells, centred_from="2"),
    )
    return call("sheet", head(scope), literal(chapter), foot(scope), joined(inside))


def _sign(mark: str) -> str:
    """The cell of one mark; those about which nothing is said are left plain, for they are many."""
    if mark == vocabulary.NOT_DESCRIBED:
        return literal(SIGNS[mark])
    return call("mark-cell", literal(mark), literal(SIGNS[mark]))


def _chapter(indicator: IndicatorEntry, scope: Scope) -> str:
    name = scope.texts("book.indicator", number=indicator.number)
    notes = Notes(f"indicator-{indicator.number}")
    fields = indicator.fields
    body = body_source(indicator.body.html, indicator.path, scope, notes, 3)
    inside = joined(
        (
            call(
                "indicator-title",
                literal(name),
                words(fields.title),
                literal(indicator_label(indicator.number)),
                words(fields.question),
            ),
            _wordings(indicator, scope),
            body,
            *_practices(indicator, scope),
            call("section", "3", literal(scope.texts("practice.sources"))),
            *sources_source(scope, notes),
        )
    )
    return call("sheet", head(scope), literal(name), foot(scope), inside)


def _wordings(indicator: IndicatorEntry, scope: Scope) -> str:
    """Both wordings side by side, under their own titles."""
    fields = indicator.fields
    sides = ((fields.title, fields.criteria), (fields.ipc_title, fields.ipc_criteria))
    cells = [joined((call("strong", words(title)), *map(_criterion, criteria))) for title, criteria in sides]
    return call(
        "ruled-table",
        "(1fr, 1fr)",
        array(literal(scope.texts(key)) for key in _WORDINGS),
        *(call("long-cell", cell) for cell in cells),
    )


def _criterion(criterion: Criterion) -> str:
    return call("criterion", literal(criterion.id), words(criterion.text))


def _practices(indicator: IndicatorEntry, scope: Scope) -> Iterator[str]:
    yield call("section", "3", literal(scope.texts("indicator.practices")))
    by_mark = scope.here.by_mark[indicator.number]
    for mark in ("shown", "partly", "not-shown"):
        if by_mark[mark]:
            yield call("subsection", "4", literal(scope.texts.terms(vocabulary.MARK)[mark].label))
            yield joined(
                call("index-line", listed(practice_label(entry.id), words(entry.title)))
                for entry in by_mark[mark]
            )
    if not any(by_mark[mark] for mark in MARKS_THAT_COUNT):
        yield call("prose", literal(scope.texts("book.no-mark")))
