"""Answers in the address of the page, behind its `#`: a version and one number for each question.

Numbers tell nothing to those who read over a shoulder or through a list of visited pages, and what is behind
the `#` is sent to no server (docs/decisions/0206-answers-in-the-address.md). `case-grading.js` reads and
writes them too.
"""

from collections.abc import Mapping

from generator.presentation.addresses import FIND
from generator.presentation.cases.questions import COUNTRY, QUESTIONS, country_number

VERSION = 1
"""Goes up when numbers no longer mean what they meant; older addresses then open without answers."""

ORDER = (*(question.id for question in QUESTIONS), COUNTRY)
"""The questions by id, in the order of their numbers; a new question comes last."""

_NUMBERS = {(question.id, answer.name): answer.number for question in QUESTIONS for answer in question.answers}


def number_of(question: str, answer: str) -> int:
    """The number of an answer by its name, and of a country by its code; KeyError for what does not exist."""
    return country_number(answer) if question == COUNTRY else _NUMBERS[question, answer]


def fragment(answers: Mapping[str, str]) -> str:
    """What is behind the `#` for answers by their questions: `1.1-2-0-0-0-0-587` for a child of 5 to 10 in GB.

    Raises KeyError for a question or an answer that does not exist.
    """
    numbers = {question: number_of(question, answer) for question, answer in answers.items()}
    return f"{VERSION}.{'-'.join(str(numbers.get(question, 0)) for question in ORDER)}"


def case_address(answers: Mapping[str, str]) -> str:
    """The address of the page with these answers, from the site's root."""
    return f"{FIND}#{fragment(answers)}"
