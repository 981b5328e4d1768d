"""The words by which a reader's own words answer the questions of the page "Find by case".

A search tells what it has recognised and leads there with these answers set, so that nobody has to begin anew.
Ages are recognised as such, and countries by their names.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator import vocabulary
from generator.presentation import addresses
from generator.presentation.cases.addresses import ORDER, VERSION
from generator.presentation.cases.questions import AGE, COUNTRY, STAGE, SUBSTANCES, VIOLENCE, WHO, questions_for
from generator.presentation.cases.wording import in_a_sentence
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.filters import AGE_BANDS
from generator.search.equivalents import key

ANSWERS = {
    (WHO, "child"): (
        "child", "kid", "boy", "girl", "son", "daughter", "baby", "infant", "toddler", "teenager", "teen",
        "youth", "young person", "pupil", "student", "siblings", "brother", "sister", "adolescent",
    ),
    (WHO, "parent"): ("mother", "mum", "mam", "mom", "woman", "parent", "carer", "survivor", "victim", "wife"),
    (WHO, "family"): ("family", "whole family", "families"),
    (WHO, "abuser"): (
        "perpetrator", "abuser", "perp", "violent man", "violent father", "abusive man", "abusive father",
        "violent dad", "abusive dad", "violent partner", "abusive partner", "anger management",
    ),
    (WHO, "professional"): ("staff", "professionals", "team", "workforce", "practitioners"),
    (VIOLENCE, "domestic"): (
        "domestic violence", "domestic abuse", "DV", "DA", "IPV", "violent father", "violent dad",
        "violent man", "hits her", "hits me", "hits mum", "coercive control",
    ),
    (VIOLENCE, "abuse"): ("neglect", "child abuse", "abused child", "neglected", "child protection"),
    (VIOLENCE, "peers"): ("bullying", "peer violence", "bully", "gang", "violence between children"),
    (SUBSTANCES, "alcohol"): (
        "alcohol", "drink", "drunk", "drinks", "drinking", "alcoholic", "booze", "wine", "vodka",
    ),
    (SUBSTANCES, "drugs"): (
        "drug", "heroin", "cocaine", "crack", "cannabis", "weed", "methadone", "using", "opiates", "spice",
    ),
    (SUBSTANCES, "either"): ("substance misuse", "substance", "substances", "addict", "addiction"),
    (STAGE, "now"): ("still living with", "still at home", "still lives with", "lives with him", "in danger"),
    (STAGE, "left"): ("has left", "left him", "fled", "fleeing", "in refuge", "separated", "split up"),
    (STAGE, "recovering"): ("recovery", "afterwards", "years later", "trauma", "safe now"),
}  # fmt: skip
"""What readers say, by the question and answer that it gives."""

COUNTRY_WORDS = {
    "GB": ("UK", "England", "English", "Scotland", "Wales", "Welsh", "Britain", "British", "Northern Ireland"),
    "IE": ("Irish", "Eire"),
    "FR": ("French",),
    "IT": ("Italian",),
    "AT": ("Austrian",),
}
"""Words for countries beside their names."""


def case_words(words: CompendiumText, forms: Mapping[str, str]) -> dict[str, Any]:
    """What the browser is told: the page, the number of its questions, the answers that words and ages give.

    `told` are the answers as they are named in a sentence, by question and number.
    """
    questions = {question.id: question for question in questions_for(words.catalogue.compendium)}
    numbers = {(name, answer.name): answer.number for name in ORDER for answer in questions[name].answers}
    said = {**ANSWERS, **dict(_of_countries(answer.name for answer in questions[COUNTRY].answers))}
    found: dict[str, dict[tuple[int, int], None]] = {}
    for (question, answer), expressions in said.items():
        for text in expressions if (question, answer) in numbers else ():
            term = found.setdefault(key(text, forms), {})
            term[ORDER.index(question), numbers[question, answer]] = None
    bands = {str(youngest): (youngest, oldest) for youngest, oldest in AGE_BANDS}
    return {
        "page": addresses.FIND,
        "version": VERSION,
        "questions": len(ORDER),
        "words": {term: list(answers) for term, answers in sorted(found.items())},
        "child": [ORDER.index(WHO), numbers[WHO, "child"]],
        "age": ORDER.index(AGE),
        "bands": [[*bands[answer.name], answer.number] for answer in questions[AGE].answers],
        "either": [ORDER.index(SUBSTANCES), numbers[SUBSTANCES, "either"]],
        "told": [
            {answer.number: in_a_sentence(question, answer, words.texts) for answer in question.answers}
            for question in map(questions.__getitem__, ORDER)
        ],
    }


def _of_countries(codes: Iterable[str]) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    """The words for each country."""
    for code in codes:
        yield (COUNTRY, code), (vocabulary.countries()[code].label, *COUNTRY_WORDS.get(code, ()))
