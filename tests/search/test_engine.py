"""What the search answers, asked in Node.js: which words find what, in which order, and what is said of it."""

import re

import pytest

from generator.presentation.compendium_text import CompendiumText
from generator.search.documents import documents
from generator.search.spelling import listed
from generator.words import stem, words_in
from tests.search.asking import Asked

MARKED = re.compile(r"<mark>(.*?)</mark>")


def ids(answer: dict[str, object]) -> list[str]:
    """The practices among the first results."""
    return [each["url"].rpartition("/")[2].removesuffix(".html") for each in answer["shown"]]  # type: ignore[attr-defined]


def test_words_are_cut_and_stemmed_as_when_the_index_was_made(asked: Asked, words: CompendiumText) -> None:
    texts = [passage.text for document in documents(words) for passage in document.passages]
    texts += ["O’Brien's café", "nine-year-old's", "Straße 24/7", "ﬁne organisations’ behaviours", *listed()]
    assert asked.stems(texts) == [[stem(word) for word in words_in(text)] for text in texts]


# -- no word is shortened to what is not its stem, none is taken for another ------------------------


@pytest.mark.parametrize(
    ("word", "most"), [("toddler", 25), ("interpreter", 20), ("asylum", 20), ("stepfather", 25)]
)
def test_unknown_word_does_not_become_a_beginning_of_it(asked: Asked, word: str, most: int) -> None:
    """Once these found 49, 51, 46 and 11 practices by `to`, `inter`, `as` and `step`."""
    answer = asked.answer(word)
    assert 0 < answer["total"] <= most
    marked = {mark.lower() for each in answer["shown"] for mark in MARKED.findall(each["excerpt"])}
    assert not marked & {"to", "inter", "as", "step"}
    assert all(each["through"].startswith(f"{word} → ") for each in answer["shown"])


@pytest.mark.parametrize(
    "query",
    ["black women", "babies", "foster", "violent father", "children scared", "dads", "hat"],
)
def test_common_english_word_is_taken_for_no_other(asked: Asked, query: str) -> None:
    """Once these were taken for back, bodies, posters, other, shared and adds."""
    answer = asked.answer(query)
    assert (answer["mended"], answer["offered"]) == ([], [])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("alchohol", "alcohol"),
        ("Meithal", "meitheal"),
        ("perpertrator", "perpetrator"),
        ("domesitc", "domestic"),
        ("assesment", "assessment"),
    ],
)
def test_misspelt_word_finds_what_was_meant_and_says_so(asked: Asked, typed: str, meant: str) -> None:
    answer = asked.answer(typed)
    assert answer["mended"] == [[typed, meant]]
    assert answer["total"] > 0


def test_guess_that_is_not_sure_is_only_offered(asked: Asked) -> None:
    answer = asked.answer("rfuuge")
    assert answer["mended"] == []
    assert answer["offered"] == [["rfuuge", "refuge"]]
    assert answer["total"] == 0


def test_word_that_is_being_typed_finds_how_it_may_end(asked: Asked) -> None:
    assert asked.answer("supervis")["total"] > 0
    assert asked.answer("counc")["shown"][0]["through"] == "counc → council"


# -- most words --------------------------------------------------------------------------------------


def test_practices_with_all_words_come_first_then_those_with_most(asked: Asked) -> None:
    answer = asked.answer("leaves children write zebra tree")
    assert ids(answer)[0] == "feeling-safe-group"
    assert answer["shown"][0]["found"] == "4 of 5 words; not found: zebra"
    all_words = asked.answer("leaves children write feelings tree")
    assert all_words["withAllWords"] == 1
    assert all_words["shown"][0]["found"] == "All 5 words"


@pytest.mark.parametrize("query", ["training police alcohol", "court drugs", "safety plan drink"])
def test_no_practice_with_all_words_comes_after_one_without(asked: Asked, query: str) -> None:
    answer = asked.answer(query)
    have_all = [each["found"].startswith("All") for each in answer["shown"]]
    assert have_all == sorted(have_all, reverse=True)
    assert sum(have_all) == min(answer["withAllWords"], len(have_all))


def test_rare_word_weighs_more_than_common_ones(asked: Asked) -> None:
    assert ids(asked.answer("violence Graz"))[0] == "social-space-orientation-graz"
    for query in (
        "template agreement between two organisations",
        "sample partnership agreement for three teams",
    ):
        assert "stella-partnership-agreement" in ids(asked.answer(query))[:3]


def test_small_words_count_for_nothing_and_are_not_marked(asked: Asked) -> None:
    with_them = asked.answer("who is there for a woman with drugs in the refuge")
    without = asked.answer("woman drugs refuge")
    assert with_them["parts"] == without["parts"] == ["woman", "drugs", "refuge"]
    assert with_them["shown"] == without["shown"]
    marked = {mark.lower() for each in with_them["shown"] for mark in MARKED.findall(each["excerpt"])}
    assert not marked & {"who", "is", "there", "for", "a", "with", "in", "the"}


# -- equivalents and ages ------------------------------------------------------------------------------


def test_other_words_for_the_same_are_found_and_named(asked: Asked) -> None:
    said = [each["through"] for each in asked.answer("mum")["shown"]]
    assert "mum → mother" in said


def test_what_is_only_near_is_named_and_counts_as_no_match(asked: Asked) -> None:
    answer = asked.answer("interpreter")
    assert answer["withAllWords"] == 0
    assert "imani-project" in ids(answer)


def test_forms_of_one_word_are_the_same_word(asked: Asked) -> None:
    first, second = asked.answers(["woman", "women"])
    assert first["shown"] == second["shown"]
    assert all(each["through"] == "" for each in first["shown"])


@pytest.mark.parametrize(
    "query", ["nine year old", "9 yr old", "9yo", "aged 9", "nine-year-olds", "9 years of age", "aged 8 to 10"]
)
def test_ages_are_understood_however_they_are_written(asked: Asked, query: str) -> None:
    answer = asked.answer(query)
    assert len(answer["parts"]) == 1
    assert {"feeling-safe-group", "impact-project"} <= set(ids(answer))
    assert all(" → ages " in each["through"] for each in answer["shown"])
    assert answer["case"]["answers"] == ["a child", "age 5 to 10"]


@pytest.mark.parametrize("query", ["12 sessions", "10 years of abuse", "24/7", "ten questions"])
def test_other_numbers_are_no_ages(asked: Asked, query: str) -> None:
    assert not any("age" in answer for answer in asked.answer(query)["case"]["answers"])


# -- passages --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["tree", "strangling", "volunteer", "neglect", "Sozialraumorientierung"])
def test_excerpt_shows_the_passage_that_matched(asked: Asked, query: str) -> None:
    for each in asked.answer(query)["shown"]:
        assert "<mark>" in each["excerpt"] or query.lower() in each["url"], each
        assert each["excerpt"][-1] in ".…!?)”" or len(each["excerpt"]) < 400, each


def test_long_passage_is_cut_with_dots(asked: Asked) -> None:
    assert any(each["excerpt"].endswith(" …") for each in asked.answer("resilience")["shown"])


def test_theme_finds_its_practices(asked: Asked) -> None:
    assert asked.answer("neglect")["total"] >= 6


def test_text_in_quotation_marks_is_found_word_for_word(asked: Asked) -> None:
    exact = asked.answer('"safety planning"')
    assert 0 < exact["total"] < asked.answer("safety planning")["total"]
    assert asked.answer('"drug safety"')["total"] == 0


# -- where to go on --------------------------------------------------------------------------------------


def test_answers_recognised_in_the_words_are_numbers_in_the_address(asked: Asked) -> None:
    case = asked.answer("mum drinks, nine year old, violent father, Ireland")["case"]
    assert case["answers"] == ["a child", "age 5 to 10", "domestic violence", "alcohol", "Ireland"]
    assert re.fullmatch(r"find\.html#\d+\.\d+(-\d+)+", case["address"])


def test_words_that_no_practice_has_lead_to_the_page_without_answers(asked: Asked) -> None:
    answer = asked.answer("zzqx")
    assert answer["total"] == 0
    assert answer["case"] == {"address": "find.html", "answers": []}
