"""What is known about a practice's results, and its marks under the good-practice indicators."""

from collections.abc import Iterator

from generator import vocabulary
from generator.compendium.catalogue import Catalogue
from generator.compendium.records import PracticeEntry
from generator.presentation import addresses
from generator.presentation.blocks import Block, Cell, Details, Fact, Ladder, Notice, Table
from generator.presentation.links import Link
from generator.presentation.texts import Texts
from generator.schema.parts import Evaluation


def evidence(entry: PracticeEntry, texts: Texts) -> Iterator[Block]:
    """The rung on the evidence ladder and the evaluations behind it."""
    known = entry.fields.evidence
    levels = texts.terms(vocabulary.EVIDENCE_LEVEL)
    rung = levels.rank(known.level) + 1
    yield Ladder(levels[known.level], rung, texts("evidence.rung", rung=rung, highest=len(levels.terms)))
    if known.no_effect_found:
        yield Notice(texts("evidence.no-effect"), warning=True)
    if not known.evaluations:
        yield Notice(texts("evidence.none"))
    yield from (_evaluation(evaluation, texts) for evaluation in known.evaluations)


def _evaluation(evaluation: Evaluation, texts: Texts) -> Details:
    year = str(evaluation.year) if evaluation.year else texts("not-described")
    by, form = texts.terms(vocabulary.EVALUATOR), texts.terms(vocabulary.EVALUATION_FORM)
    return Details(
        "",
        (
            Fact(texts("evaluation.finding"), (Link(evaluation.finding),), evaluation.source),
            Fact(form.label, (Link(form[evaluation.form].label),)),
            Fact(texts("evaluation.design"), (Link(evaluation.design),)),
            Fact(by.label, (Link(by[evaluation.by].label),)),
            Fact(texts("evaluation.year"), (Link(year),)),
        ),
    )


def marks(entry: PracticeEntry, catalogue: Catalogue, texts: Texts) -> Table:
    """The marks under all indicators, each with what it rests on."""
    terms = texts.terms(vocabulary.MARK)
    rows = []
    for number, indicator in catalogue.indicators.items():
        mark = entry.mark(number)
        title = texts("indicator.numbered", number=number, title=indicator.fields.title)
        criteria = tuple((id_, catalogue.criteria[id_]) for id_ in mark.criteria)
        rows.append(
            (
                Cell(title, address=addresses.indicator(indicator.id)),
                Cell(terms[mark.mark].label, value=mark.mark),
                Cell(mark.note or "", mark.source, explained=criteria),
            )
        )
    heads = (texts("marks.indicator"), terms.label, texts("marks.note"))
    return Table("marks", "", heads, tuple(rows), explained_as=texts("marks.criteria"))
