"""The page of one indicator: both wordings, and every practice by its mark."""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator import vocabulary
from generator.compendium.records import IndicatorEntry, PracticeEntry
from generator.presentation.cards import Card
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.links import Link
from generator.schema.indicator import Indicator
from generator.schema.parts import IndicatorMark
from generator.site.prose import body_on_page
from generator.site.views.references import NumberedReference, numbered
from generator.vocabulary import Term


class MarkedPractice(NamedTuple):
    """A practice with its mark under the indicator, and the numbers of its references."""

    card: Card
    mark: IndicatorMark


class MarkGroup(NamedTuple):
    """The practices that have one mark."""

    term: Term
    practices: tuple[MarkedPractice, ...]


@dataclass(frozen=True)
class IndicatorView:
    """What the template `indicator.html` shows."""

    fields: Indicator
    body: Markup
    groups: tuple[MarkGroup, ...]
    silent: tuple[Card, ...]
    sources: tuple[NumberedReference, ...]
    numbers: dict[str, int]
    sections: tuple[Link, ...]


def indicator_view(words: CompendiumText, indicator: IndicatorEntry) -> IndicatorView:
    """Everything that the page of an indicator shows."""
    texts, cards = words.texts, words.cards
    by_mark = words.catalogue.by_mark[indicator.number]
    marked = {mark: by_mark[mark] for mark in vocabulary.MARK.values if mark != vocabulary.NOT_DESCRIBED}
    cited = _cited(indicator, [entry for entries in marked.values() for entry in entries])
    sources = numbered(words, cited)
    numbers = {source.reference.id: source.number for source in sources}
    return IndicatorView(
        fields=indicator.fields,
        body=body_on_page(indicator.body, numbers),
        groups=tuple(
            MarkGroup(
                texts.terms(vocabulary.MARK)[mark],
                tuple(MarkedPractice(cards.of(entry), entry.mark(indicator.number)) for entry in entries),
            )
            for mark, entries in marked.items()
        ),
        silent=tuple(cards.of(entry) for entry in by_mark[vocabulary.NOT_DESCRIBED]),
        sources=sources,
        numbers=numbers,
        sections=(
            Link(texts("indicator.wordings"), "#wordings_"),
            *(Link(h.text, f"#{h.id}") for h in indicator.body.headings if h.level == 2),
            Link(texts("indicator.practices"), "#practices_"),
            Link(texts("practice.sources"), "#sources_"),
        ),
    )


def _cited(indicator: IndicatorEntry, entries: list[PracticeEntry]) -> list[str]:
    """Keys of the references cited on the page, each once, in order of appearance."""
    marks = (entry.mark(indicator.number) for entry in entries)
    return [
        *(citation.ref for citation in indicator.body.citations),
        *(mark.source.ref for mark in marks if mark.source),
    ]
