"""What the page "Find by case" reads: classic scripts, since a page opened from a folder may read nothing else.

`find/cases.js` holds what is needed to grade all practices: for each question the different ways to answer it,
and for each practice which of these is its own. What a result shows lies in further scripts, some practices to
each, that are read when one of their practices is shown.
"""

import json
from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from generator import vocabulary
from generator.compendium.records import PracticeEntry, title_order
from generator.presentation import addresses
from generator.presentation.cases.addresses import VERSION
from generator.presentation.cases.grades import Basis, grade
from generator.presentation.cases.questions import Question, questions_for
from generator.presentation.cases.results import Result, result_of
from generator.presentation.cases.wording import in_a_sentence
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.texts import Texts

FOLDER = "find"
"""Where in the site the scripts lie."""

RESULTS_IN_A_SCRIPT = 16
_TEXTS = "script.case."
_FIRST_NOTE = ord("0")
"""The letter of a note is this one for none, the next one for the first, and so on."""


def case_scripts(words: CompendiumText) -> Iterator[tuple[str, bytes]]:
    """The scripts of the page by their addresses; none where there are no practices."""
    texts = words.texts
    entries = sorted(words.catalogue.practices.values(), key=_in_order)
    if not entries:
        return
    questions = questions_for(words.catalogue.compendium)
    bases = [Basis.of(entry, texts) for entry in entries]
    cases = {
        "version": VERSION,
        "folder": FOLDER,
        "inOneScript": RESULTS_IN_A_SCRIPT,
        "every": addresses.PRACTICES,
        "questions": [_told(question, bases, texts) for question in questions],
        "texts": texts.below(_TEXTS),
        "plurals": texts.plurals_below(_TEXTS),
    }
    yield f"{FOLDER}/cases.js", _script(f"window.compendiumCases={_json(cases)};")
    for first in range(0, len(entries), RESULTS_IN_A_SCRIPT):
        results = [_shown(result_of(entry, texts)) for entry in entries[first : first + RESULTS_IN_A_SCRIPT]]
        number = first // RESULTS_IN_A_SCRIPT
        told = f"window.compendiumCases.keep({number},{_json(results)});"
        yield f"{FOLDER}/results-{number}.js", _script(told)


def _in_order(entry: PracticeEntry) -> tuple[object, ...]:
    """The order of results that fit alike: what is withdrawn last, what is better founded first, by title."""
    fields = entry.fields
    withdrawn = fields.status == "withdrawn"
    return withdrawn, -vocabulary.EVIDENCE_LEVEL.rank(fields.evidence.level), *title_order(entry)


def _told(question: Question, bases: Sequence[Basis], texts: Texts) -> dict[str, Any]:
    """A question with its answers, the different ways in which practices answer, and which is whose."""
    known: dict[Hashable, tuple[str, ...]] = {}
    ways: dict[tuple[str, ...], int] = {}
    of_practices = []
    for basis in bases:
        key = basis.key(question)
        way = known.get(key) or known.setdefault(key, _way(basis, question, texts))
        of_practices.append(ways.setdefault(way, len(ways)))
    return {
        "id": question.id,
        "answers": [[answer.number, in_a_sentence(question, answer, texts)] for answer in question.answers],
        "ways": list(ways),
        "practices": of_practices,
    }


def _way(basis: Basis, question: Question, texts: Texts) -> tuple[str, ...]:
    """How a practice stands to each answer: a letter for each state, a letter for each note, and the notes."""
    grades = [grade(basis, question, answer, texts) for answer in question.answers]
    notes = ["", *dict.fromkeys(each.note for each in grades if each.note)]
    states = "".join(str(int(each.state)) for each in grades)
    return (states, "".join(chr(_FIRST_NOTE + notes.index(each.note)) for each in grades), *notes[1:])


def _shown(result: Result) -> list[object]:
    """A result as the script takes it apart."""
    tag = [result.tag.value, result.tag.label] if result.tag else []
    points = [[point.label, int(point.warning), *point.texts] for point in result.points]
    return [result.title, result.address, result.summary, result.facts, tag, points]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _script(text: str) -> bytes:
    """U+2028 and U+2029 may stand in the texts of today's scripts; the encoding is said in the page."""
    return f"{text}\n".encode()
