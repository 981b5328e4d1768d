"""Answers in the address of the page, behind its `#`: a version and one number for each question.

Numbers tell nothing to who reads over a shoulder or through a list of visited pages, and what stands behind the
`#` is sent to no server (docs/decisions). `case-grading.js` reads and writes the same.
"""

from collections.abc import Mapping

from generator.presentation.addresses import FIND
from generator.presentation.cases.questions import COUNTRY, QUESTIONS

VERSION = 1
"""Goes up when numbers no longer mean what they meant; older addresses then open without answers."""

ORDER = (*(question.id for question in QUESTIONS), COUNTRY)
"""The questions by id, in the order of their numbers; a new question comes last, in the page too."""


def fragment(answers: Mapping[str, int]) -> str:
    """What stands behind the `#` for these answers' numbers by the questions' ids, as `1.1-2-0-0-0-0-587`.

    Raises KeyError for a question that does not exist.
    """
    unknown = sorted(answers.keys() - {*ORDER})
    if unknown:
        raise KeyError(f"There is no question {', '.join(unknown)}.")
    return f"{VERSION}.{'-'.join(str(answers.get(id_, 0)) for id_ in ORDER)}"


def case_address(answers: Mapping[str, int]) -> str:
    """The address of the page with these answers, from the site's root."""
    return f"{FIND}#{fragment(answers)}"
