"""The page "Find by case": the questions as fields of a form, and as links for those who run no script."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.compendium.facets import FACETS
from generator.presentation.cases.questions import COUNTRY, Answer, Question, questions_for
from generator.presentation.cases.wording import beside_button
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.links import Link, term_links
from generator.presentation.texts import Texts
from generator.site.case_scripts import FOLDER

_INDEXED = {facet.name: facet for facet in FACETS if facet.indexed}


class Choice(NamedTuple):
    """An answer: its number, its text, and the index pages that show practices of the same kind."""

    number: int
    text: str
    links: tuple[Link, ...]


class CaseQuestion(NamedTuple):
    """A question as it is asked; `many` answers are chosen from a list that opens."""

    id: str
    text: str
    hint: str
    unanswered: str
    many: bool
    choices: tuple[Choice, ...]


class CaseFinderView(NamedTuple):
    """What the template `find.html` shows; no questions where there are no practices to ask for."""

    questions: tuple[CaseQuestion, ...]
    scripts: str


def case_finder_view(words: CompendiumText) -> CaseFinderView:
    """The questions with everything that the page needs."""
    compendium = words.catalogue.compendium
    if not compendium.practices:
        return CaseFinderView((), FOLDER)
    present = {
        (facet.name, value)
        for entry in compendium.practices.values()
        for facet in FACETS
        for value in facet.values_of(entry.fields)
    }
    asked = (_asked(question, present, words.texts) for question in questions_for(compendium))
    return CaseFinderView(tuple(asked), FOLDER)


def _asked(question: Question, present: set[tuple[str, str]], texts: Texts) -> CaseQuestion:
    return CaseQuestion(
        question.id,
        texts(f"case.{question.id}"),
        texts(f"case.{question.id}.hint"),
        texts(f"case.{question.id}.open"),
        question.id == COUNTRY,
        tuple(
            Choice(answer.number, beside_button(question, answer, texts), tuple(_links(answer, present, texts)))
            for answer in question.answers
        ),
    )


def _links(answer: Answer, present: set[tuple[str, str]], texts: Texts) -> Iterator[Link]:
    for name, values in (answer.instead or answer.fits).items():
        if name in _INDEXED:
            existing = [value for value in values if (name, value) in present]
            yield from term_links(_INDEXED[name].vocabulary, existing, texts)
