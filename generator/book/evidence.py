"""What is known about a practice's results, and its marks under the good-practice indicators.

In come a practice and its numbered sources; out come the sources of both sections.
"""

from generator import vocabulary
from generator.book.notes import Notes
from generator.book.pagination import leading_to
from generator.book.panel import NOT_DESCRIBED
from generator.book.scope import Scope, indicator_label
from generator.book.typst_text import array, call, joined, literal, words
from generator.compendium.records import PracticeEntry
from generator.schema.parts import Evaluation, IndicatorMark


def evidence_source(entry: PracticeEntry, notes: Notes) -> list[str]:
    """The rung on the evidence ladder and the evaluations behind it."""
    level = vocabulary.EVIDENCE_LEVEL[entry.fields.evidence.level]
    rung = vocabulary.EVIDENCE_LEVEL.rank(level.value) + 1
    rungs = f" Rung {rung} of {len(vocabulary.EVIDENCE_LEVEL.terms)}."
    stated = joined((call("strong", literal(f"{level.label}. ")), words(level.definition), literal(rungs)))
    source = [call("prose", call("par", stated))]
    if entry.fields.evidence.no_effect_found:
        source.append(call("banner", literal("A rigorous study found no effect.")))
    if not entry.fields.evidence.evaluations:
        source.append(call("prose", call("par", literal("No source held here reports an evaluation."))))
    return source + [_evaluation(evaluation, notes) for evaluation in entry.fields.evidence.evaluations]


def _evaluation(evaluation: Evaluation, notes: Notes) -> str:
    details = (
        f"Design: {evaluation.design}",
        f"Evaluated by: {vocabulary.EVALUATOR[evaluation.by].label.lower()}",
        f"Year: {evaluation.year or NOT_DESCRIBED.lower()}",
    )
    finding = call("par", notes.after(evaluation.finding, evaluation.source))
    return call("note-box", joined((finding, call("par", call("muted", words(". ".join(details) + "."))))))


def marks_source(entry: PracticeEntry, scope: Scope, notes: Notes) -> list[str]:
    """The table of marks; nothing for a brief entry that gives none."""
    if not entry.fields.indicators:
        return []
    narrow = scope.edition.is_narrow or scope.edition.columns > 1
    cells: list[str] = []
    silent: list[str] = []
    for number, indicator in scope.all.indicators.items():
        mark = entry.mark(number)
        title = call("unhyphenated", words(f"{number}. {indicator.fields.title}"))
        if not scope.is_handout:
            title = leading_to(indicator_label(number), title)
        if mark.note is None:
            silent.append(title)
            continue
        term = vocabulary.MARK[mark.mark]
        set_mark = call("mark", literal(term.value), literal(term.label))
        named = [joined((title, "linebreak()", set_mark))] if narrow else [title, set_mark]
        cells += [*named, _what_it_rests_on(mark, notes)]
    heads = ("Indicator and mark",) if narrow else ("Indicator", "Mark")
    columns = "(1fr, 1.4fr)" if narrow else "(1.2fr, auto, 1.6fr)"
    table = call("ruled-table", columns, array(map(literal, (*heads, "What the source says"))), *cells)
    return [*([table] if cells else []), *([_silent(silent)] if silent else [])]


def _silent(titles: list[str]) -> str:
    """The indicators about which no source says anything, in one paragraph."""
    named = [piece for title in titles for piece in (literal("; "), title)][1:]
    label = call("strong", literal(f"{NOT_DESCRIBED}: "))
    return call("aside", joined((label, *named, literal("."))))


def _what_it_rests_on(mark: IndicatorMark, notes: Notes) -> str:
    if mark.note is None:
        return literal("")
    criteria = f" Criteria: {', '.join(mark.criteria)}." if mark.criteria else ""
    return joined((notes.after(mark.note, mark.source), call("muted", literal(criteria))))
