"""The questions and their answers in words: beside their buttons, and in the middle of a sentence."""

from generator import vocabulary
from generator.presentation.cases.facets import CASE_FACETS
from generator.presentation.cases.questions import AGE, COUNTRY, Answer, Question
from generator.presentation.filters import age_band_in_words
from generator.presentation.texts import Texts


def beside_button(question: Question, answer: Answer, texts: Texts) -> str:
    """An answer as it is chosen from among the others, as `A child or young person`."""
    match question.id:
        case question_id if question_id == AGE:
            return age_band_in_words(int(answer.name), texts)
        case question_id if question_id == COUNTRY:
            return texts.terms(vocabulary.countries())[answer.name].label
        case question_id:
            return texts(f"case.{question_id}.{answer.name}")


def in_a_sentence(question: Question, answer: Answer, texts: Texts) -> str:
    """An answer where it is named without its question, as `age 5 to 10`."""
    match question.id:
        case question_id if question_id == AGE:
            return texts("case.age.band", band=CASE_FACETS[AGE].label(answer.name, texts))
        case question_id if question_id == COUNTRY:
            return beside_button(question, answer, texts)
        case question_id:
            return texts(f"case.said.{question_id}.{answer.name}")
