"""What a result says of a practice beside its grades: what it is, when it does not suit, what it needs."""

from collections.abc import Iterator
from typing import NamedTuple

from generator import vocabulary
from generator.compendium.records import PracticeEntry
from generator.presentation import addresses
from generator.presentation.quantities import figures_in_words
from generator.presentation.texts import Texts
from generator.vocabulary import Term


class Point(NamedTuple):
    """A label with its texts; `warning` where no reader may miss it."""

    label: str
    texts: tuple[str, ...]
    warning: bool = False


class Result(NamedTuple):
    """A practice as it stands among the results; `tag` is its status where that is not the usual one."""

    title: str
    address: str
    summary: str
    facts: str
    tag: Term | None
    points: tuple[Point, ...]


def result_of(entry: PracticeEntry, texts: Texts) -> Result:
    """A practice as a result."""
    fields = entry.fields
    level = texts.terms(vocabulary.EVIDENCE_LEVEL)[fields.evidence.level].label
    countries = texts.terms(vocabulary.countries())
    places = ", ".join(countries[code].label for code in fields.countries)
    return Result(
        entry.title,
        addresses.practice(entry.id),
        fields.summary,
        texts("case.result.facts", level=level.lower(), places=places),
        None if fields.status == "current" else texts.terms(vocabulary.STATUS)[fields.status],
        tuple(_points(entry, texts)),
    )


def _points(entry: PracticeEntry, texts: Texts) -> Iterator[Point]:
    fields = entry.fields
    limits = tuple(statement.text for statement in fields.not_suitable_when or ())
    yield Point(
        texts("case.result.unsafe"), limits or (texts("case.result.unsafe-unknown"),), warning=bool(limits)
    )
    needs = tuple(statement.text for statement in fields.preconditions or ())
    if needs:
        yield Point(texts("case.result.needs"), needs)
    delivery = ". ".join(_delivery(entry, texts))
    if delivery:
        yield Point(texts("case.result.delivery"), (f"{delivery}.",))
    if not needs and not delivery:
        yield Point(texts("case.result.needs"), (texts("case.result.needs-unknown"),))


def _delivery(entry: PracticeEntry, texts: Texts) -> Iterator[str]:
    """Ways of delivery, figures, staff and setting, each as a sentence without its full stop."""
    delivery = entry.fields.delivery
    if delivery is None:
        return
    modes = texts.terms(vocabulary.MODE)
    named = (*(modes[mode].label for mode in delivery.mode), *figures_in_words(delivery, texts))
    if named:
        yield ", ".join((named[0], *(each[:1].lower() + each[1:] for each in named[1:])))
    for text in (delivery.staff, delivery.setting):
        if text:
            yield text.rstrip(".")
