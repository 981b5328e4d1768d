"""What search is made of, without a browser: documents, filters, acronyms, packs, Pagefind's interface."""

import re
from pathlib import Path

import pagefind_bin  # type: ignore[import-untyped]  # it ships a program, and no types
import pytest

from generator import vocabulary
from generator.compendium.facets import FACETS
from generator.compendium.records import Compendium
from generator.presentation import addresses
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.filters import filters_of
from generator.search import documents as weights
from generator.search import interface
from generator.search.acronyms import acronyms, is_acronym_of
from generator.search.bundle import search_files
from generator.search.documents import Document, Passage, documents
from generator.search.interface import PagefindChangedError, classic_interface
from generator.search.packing import in_seven_bits
from generator.search.pagefind_program import SearchFailedError, shipped_files
from generator.search.sort_orders import orders
from generator.search.spelling import english_words, known_words
from tests.site.conftest import site  # noqa: F401 - a fixture

PAGEFIND = Path(pagefind_bin.get_executable())


@pytest.fixture(scope="module")
def shipped() -> dict[str, bytes]:
    """What Pagefind brings along."""
    return shipped_files(PAGEFIND)


def test_same_practices_give_the_same_files_byte_for_byte(words: CompendiumText) -> None:
    assert search_files(words, PAGEFIND) == search_files(words, PAGEFIND)


def test_pages_are_numbered_in_the_order_of_their_addresses(whole: Compendium, words: CompendiumText) -> None:
    found = [document.address for document in documents(words)]
    assert found == sorted(map(addresses.practice, whole.practices))


ANSWERS = 'printf \'%%s,\' "$(printf \'{"message_id":0,"payload":{%s}}\' | base64)"'


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exit 0", "Pagefind has ended before it had given its files."),
        ("printf 'not json,'", "Pagefind's answer cannot be read: b'not json'"),
        (ANSWERS % '"type":"Error","message":"No."', "Pagefind could not give its files: No."),
        (
            ANSWERS % '"type":"NewIndex","index_id":1',
            "Pagefind has numbered its index in an unknown way.",
        ),
    ],
)
def test_program_that_does_not_answer_as_pagefind_does_is_told(tmp_path: Path, script: str, said: str) -> None:
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    with pytest.raises(SearchFailedError) as failure:
        shipped_files(program)
    assert str(failure.value) == said


def test_all_that_a_page_runs_is_a_classic_script(words: CompendiumText) -> None:
    files = search_files(words, PAGEFIND)
    assert {name.rpartition(".")[2] for name in files} == {"js", "css"}
    for name, content in files.items():
        text = content.decode("utf-8")
        if name == "interface.js":
            assert not re.search(
                r"\bimport\s*\(|import\.meta|\bexport\s*\{|new Worker|\beval\(|new Function", text
            )


def test_title_weighs_more_than_alternative_titles_elements_and_prose(
    whole: Compendium, words: CompendiumText
) -> None:
    marac = next(each for each in documents(words) if each.address == "practices/marac.html")
    weight_of = {passage.text: passage.weight for passage in marac.passages}
    element = whole.practices["marac"].fields.necessary_elements[0]
    texts = [marac.passages[0].text, f"{element.element}. {element.why}"]
    assert [weight_of[text] for text in texts] == [weights.SUMMARY, weights.ELEMENT]
    once = [each.once for each in (weights.TITLE, weights.ALTERNATIVE_TITLE, weights.SUMMARY, weights.ELEMENT)]
    assert once == sorted(once, reverse=True)
    assert once[-1] > weights.PROSE.once


def test_sections_are_linked_by_ids_that_the_page_has(words: CompendiumText, site: Path) -> None:
    for document in documents(words):
        page = (site / document.address).read_text("utf-8")
        ids = {passage.id for passage in document.passages if passage.id}
        missing = {each for each in ids if f'id="{each}"' not in page}
        assert not missing, f"{document.address}: {missing}"


def test_labels_and_definitions_of_facets_and_indicators_are_found(words: CompendiumText) -> None:
    marac = next(each for each in documents(words) if each.address == "practices/marac.html")
    texts = {(passage.heading, passage.text) for passage in marac.passages}
    theme = vocabulary.THEME["risk-assessment"]
    assert ("Theme", theme.label) in texts
    assert (f"Theme: {theme.label}", theme.definition) in texts
    criterion = words.catalogue.indicators["7"].fields.criteria[0]
    assert any(heading.startswith("7. ") and text == criterion.text for heading, text in texts)


def test_every_facet_is_a_filter_and_ages_besides(words: CompendiumText) -> None:
    assert {each.name for each in filters_of(words)} == {facet.name for facet in FACETS} | {"age"}


def test_filters_and_their_values_stand_in_the_order_of_the_vocabulary(words: CompendiumText) -> None:
    filters = {each.name: each for each in filters_of(words)}
    assert [each.label for each in filters.values()][:4] == [
        "Who it serves",
        "Field",
        "Kind of practice",
        "Theme",
    ]
    labels = [term.label for term in vocabulary.EVIDENCE_LEVEL]
    assert list(filters["evidence-level"].values) == [
        v for v in labels if v in filters["evidence-level"].values
    ]
    assert filters["indicator"].all_chosen
    assert not filters["theme"].all_chosen


def test_ages_fall_into_every_band_that_they_touch(whole: Compendium, words: CompendiumText) -> None:
    impact = whole.practices["impact-project"]
    ages = next(each for each in filters_of(words) if each.name == "age")
    assert ages.labels_of(impact) == ("5 to 10", "11 to 15", "16 and 17", "18 and over")
    assert ages.labels_of(whole.practices["marac"]) == ("Not described",)


@pytest.mark.parametrize(
    ("acronym", "words", "fits"),
    [
        ("MARAC", "Multi-Agency Risk Assessment Conference", True),
        ("DAAT", "Drug and Alcohol Action Team", True),
        ("PMI", "Maternal and Child Protection Service", False),
    ],
)
def test_acronym_is_made_of_the_initials_of_its_words(acronym: str, words: str, fits: bool) -> None:
    assert is_acronym_of(acronym, words) is fits


@pytest.mark.parametrize(
    ("acronym", "long_form"),
    [
        ("DASL", "Drug Alcohol Services London"),
        ("FAS", "Family Alcohol Service"),
        ("IDVA", "Independent Domestic Violence Advisor"),
        ("MARAC", "Multi-Agency Risk Assessment Conference"),
        ("PMI", "Maternal and Child Protection Service"),
        ("TOP", "Treatment Outcomes Profile"),
    ],
)
def test_acronym_is_known_with_its_long_form(whole: Compendium, acronym: str, long_form: str) -> None:
    assert long_form in acronyms(whole.practices.values())[acronym]


def _document(title: str, *prose: str) -> Document:
    return Document("a", title, tuple(Passage(text, weights.PROSE) for text in prose), {}, ())


def test_known_words_are_those_that_help_to_mend_a_misspelt_one() -> None:
    found = [_document("Imani", "A rare refuge"), _document("None", "The refuge once more")]
    assert known_words(found, ["toddler", "of an age"]) == "imani none:1 refuge:2 toddler".replace(
        "none:1", "none"
    )


def test_common_english_words_are_told_by_what_they_share_with_the_one_before() -> None:
    before, listed = "", set()
    for shared, rest in re.findall("([0-9])([a-z]*)", english_words()):
        before = before[: int(shared)] + rest
        listed.add(before)
    assert {"foster", "baby", "toddler", "stepfather", "black", "share"} <= listed
    assert len(listed) > 20_000


def test_orders_are_whole_and_without_ties(whole: Compendium, words: CompendiumText) -> None:
    pages = [document.address for document in documents(words)]
    for places in orders(whole, pages).values():
        assert sorted(places) == list(range(len(pages)))


def test_strongest_evidence_comes_first_and_equals_by_title(whole: Compendium) -> None:
    ids = list(whole.practices)
    places = orders(whole, [addresses.practice(id_) for id_ in ids])["evidence"]
    in_order = [whole.practices[ids[places.index(number)]] for number in range(len(ids))]
    keys = [(-vocabulary.EVIDENCE_LEVEL.rank(e.fields.evidence.level), e.title.casefold()) for e in in_order]
    assert keys == sorted(keys)


@pytest.mark.parametrize("content", [b"", b"\x00", bytes(range(256)), b"\x00\x0a\x0d\x22\x5c" * 9])
def test_seven_bits_give_the_bytes_back_and_stand_in_any_script(content: bytes) -> None:
    told = in_seven_bits(content)
    assert not set(told) & set('\x00\n\r"\\')
    bits = "".join(f"{ord(letter) & 127:07b}" for letter in told)
    assert bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8)) == content


@pytest.mark.parametrize(
    "change",
    [
        ("import(`${this.options.bundlePath}pagefind.js`)", "import(this.options.bundlePath)"),
        ("translations/mi.json", "translations/mi.yaml"),
        ('"use strict";', '"use strict";sessionStorage.clear();'),
        ('"use strict";', '"use strict";history.pushState(null,"","");'),
    ],
)
def test_changed_interface_fails_the_build(shipped: dict[str, bytes], change: tuple[str, str]) -> None:
    script = shipped["pagefind-component-ui.js"].decode()
    assert change[0] in script
    with pytest.raises(PagefindChangedError):
        classic_interface(script.replace(*change), ("en",))


def test_missing_language_fails_the_build(shipped: dict[str, bytes]) -> None:
    with pytest.raises(PagefindChangedError, match=r"there is no translation into \['la'\]"):
        classic_interface(shipped["pagefind-component-ui.js"].decode(), ("en", "la"))


def test_every_exchange_says_why() -> None:
    for exchange in interface.EXCHANGES:
        assert exchange.reason
