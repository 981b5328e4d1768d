"""What search is made of, without a browser: documents, filters, synonyms, words, packs, Pagefind's scripts."""

import gzip
import re
from fnmatch import fnmatch
from pathlib import Path

import pagefind_bin  # type: ignore[import-untyped]  # it ships a program, and no types
import pytest

from generator import vocabulary
from generator.compendium.facets import FACETS
from generator.compendium.records import Compendium
from generator.presentation import addresses
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.filters import filters_of
from generator.search import cbor, pagefind_scripts
from generator.search.bundle import search_files
from generator.search.deterministic_index import steady
from generator.search.documents import documents
from generator.search.packing import in_seven_bits, pack_of
from generator.search.pagefind_scripts import PagefindChangedError, classic_engine, classic_interface
from generator.search.pagefind_service import SearchFailedError, index_files
from generator.search.sort_orders import orders
from generator.search.spelling import known_words
from generator.search.synonyms import Synonyms, is_acronym_of
from tests.site.conftest import site  # noqa: F401 - a fixture

PAGEFIND = Path(pagefind_bin.get_executable())


@pytest.fixture(scope="module")
def bundle(words: CompendiumText) -> dict[str, bytes]:
    """What Pagefind makes of the compendium."""
    return index_files(dict(documents(words)), PAGEFIND)


def test_same_practices_give_the_same_files_byte_for_byte(words: CompendiumText) -> None:
    assert search_files(words, PAGEFIND) == search_files(words, PAGEFIND)


def test_pages_are_numbered_in_the_order_of_their_addresses(
    whole: Compendium, bundle: dict[str, bytes]
) -> None:
    """And not in the order in which some disk lists files: the same content gives the same bytes anywhere."""
    assert list(steady(_data(bundle)).addresses) == sorted(map(addresses.practice, whole.practices))


ANSWERS = 'printf \'%%s,\' "$(printf \'{"message_id":0,"payload":{%s}}\' | base64)"'


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exit 0", "Pagefind has ended before it had indexed the practices."),
        ("printf 'not json,'", "Pagefind's answer cannot be read: b'not json'"),
        (ANSWERS % '"type":"Error","message":"No."', "Pagefind could not index the practices: No."),
        (
            ANSWERS % '"type":"NewIndex","index_id":1',
            "Pagefind has numbered its index in an unknown way.",
        ),
    ],
)
def test_program_that_does_not_answer_as_pagefind_does_is_told(
    words: CompendiumText, tmp_path: Path, script: str, said: str
) -> None:
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    with pytest.raises(SearchFailedError) as failure:
        index_files(dict(documents(words)), program)
    assert str(failure.value) == said


def test_all_that_a_page_runs_is_a_classic_script(words: CompendiumText) -> None:
    files = search_files(words, PAGEFIND)
    assert {name.rpartition(".")[2] for name in files} == {"js", "css"}
    for name, content in files.items():
        text = content.decode("utf-8")
        if name in ("engine.js", "interface.js"):
            assert not re.search(
                r"\bimport\s*\(|import\.meta|\bexport\s*\{|new Worker|\beval\(|new Function", text
            )


def test_only_practices_are_indexed_and_each_once(whole: Compendium, words: CompendiumText) -> None:
    assert [address for address, _ in documents(words)] == sorted(map(addresses.practice, whole.practices))


def test_title_weighs_more_than_alternative_titles_elements_and_prose(
    whole: Compendium, words: CompendiumText
) -> None:
    marac = dict(documents(words))["practices/marac.html"]
    weights = {text: weight for weight, text in re.findall(r'data-pagefind-weight="(\d+)">([^<]*)<', marac)}
    element = whole.practices["marac"].fields.necessary_elements[0]
    assert weights["MARAC"] == "10"
    assert weights["Multi-Agency Risk Assessment Conference"] == "8"
    assert weights[f"{element.element}. {element.why}".replace("'", "&#x27;")] == "4"


def test_sections_are_linked_by_ids_that_the_page_has(words: CompendiumText, site: Path) -> None:
    for address, document in documents(words):
        page = (site / address).read_text("utf-8")
        ids = set(re.findall(r'<h2 id="([^"]+)"', document))
        missing = {each for each in ids if f'id="{each}"' not in page}
        assert not missing, f"{address}: {missing}"


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
        ("CAF", "Common Assessment Framework"),
        ("CRIP", "Unit for the Collection of Information of Concern"),
        ("DASL", "Drug Alcohol Services London"),
        ("FAS", "Family Alcohol Service"),
        ("IDVA", "Independent Domestic Violence Advisor"),
        ("MARAC", "Multi-Agency Risk Assessment Conference"),
        ("PMI", "Maternal and Child Protection Service"),
        ("TOP", "Treatment Outcomes Profile"),
    ],
)
def test_acronym_and_long_form_stand_for_each_other(whole: Compendium, acronym: str, long_form: str) -> None:
    synonyms = Synonyms.of(whole.practices.values())
    assert long_form in synonyms.missing_from(f"<p>A word on {acronym}s here</p>")
    assert acronym in synonyms.missing_from(f"<p>A word on the {long_form.lower()}</p>").split(" · ")


def test_small_letters_are_no_acronym(whole: Compendium) -> None:
    assert Synonyms.of(whole.practices.values()).missing_from("<p>on top of it</p>") == ""


def test_known_words_are_those_that_help_to_mend_a_misspelt_one() -> None:
    one = '<h1 data-pagefind-weight="10">Imani</h1><p data-pagefind-weight="1">a rare refuge</p>'
    two = '<p data-pagefind-weight="1">refuge once more</p>'
    assert known_words([one, two]) == [("imani", 1), ("refuge", 2)]


def test_orders_are_whole_and_without_ties(whole: Compendium, words: CompendiumText) -> None:
    pages = [address for address, _ in documents(words)]
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
    ("name", "pack"),
    [
        ("pagefind-entry.json", "core.js"),
        ("wasm.en.pagefind", "core.js"),
        ("pagefind.ab12.pf_meta", "core.js"),
        ("filter/ab12.pf_filter", "filters.js"),
        ("index/en_ab12.pf_index", "index-en_ab12.js"),
        ("fragment/00000.pf_fragment", "text-0.js"),
        ("fragment/00011.pf_fragment", "text-2.js"),
    ],
)
def test_pack_of_a_file_follows_from_its_name(name: str, pack: str) -> None:
    assert pack_of(name) == pack


def test_items_of_an_array_are_moved_whole() -> None:
    items = [
        cbor.text("b" * 300),
        cbor.array([cbor.text("a")] * 30),
        b"\x18\xff",
        b"\xfb" + b"\x01" * 8,
        b"\x20",
    ]
    assert cbor.items(cbor.array(items)) == items


@pytest.mark.parametrize("item", [b"\x9f\xff", b"\x81\xc0\x01", b"\x01"])
def test_unknown_cbor_is_refused(item: bytes) -> None:
    with pytest.raises(cbor.UnexpectedError):
        cbor.items(item)


@pytest.mark.parametrize(
    "change",
    [
        ("await fetch(queued.input)", "await fetch(queued.address)"),
        ("import.meta.url", "import.meta.href"),
        ("export{createInstance,", "export{create,"),
        ("var hasWorkerSupport=", "var workerSupport="),
        ("var Pagefind=class{", "var Pagefinder=class{"),
        ("var gz_default=gunzipSync;", "var gunzip=gunzipSync;"),
        ("var Pagefind=class{", "localStorage;var Pagefind=class{"),
        ("var Pagefind=class{", "eval('');var Pagefind=class{"),
        ("var Pagefind=class{", "fetch('x');var Pagefind=class{"),
    ],
)
def test_changed_engine_fails_the_build(bundle: dict[str, bytes], change: tuple[str, str]) -> None:
    script = bundle["pagefind.js"].decode()
    assert change[0] in script
    with pytest.raises(
        PagefindChangedError, match=r"^This Pagefind is not the one that search was fitted to: "
    ):
        classic_engine(script.replace(*change))


@pytest.mark.parametrize(
    "change",
    [
        ("import(`${this.options.bundlePath}pagefind.js`)", "import(this.options.bundlePath)"),
        ("translations/mi.json", "translations/mi.yaml"),
        ('"use strict";', '"use strict";sessionStorage.clear();'),
        ('"use strict";', '"use strict";history.pushState(null,"","");'),
    ],
)
def test_changed_interface_fails_the_build(bundle: dict[str, bytes], change: tuple[str, str]) -> None:
    script = bundle["pagefind-component-ui.js"].decode()
    assert change[0] in script
    with pytest.raises(PagefindChangedError):
        classic_interface(script.replace(*change), ("en",))


def test_missing_language_fails_the_build(bundle: dict[str, bytes]) -> None:
    with pytest.raises(PagefindChangedError, match=r"there is no translation into \['la'\]"):
        classic_interface(bundle["pagefind-component-ui.js"].decode(), ("en", "la"))


def test_every_exchange_says_why() -> None:
    for exchange in (*pagefind_scripts.ENGINE_EXCHANGES, *pagefind_scripts.INTERFACE_EXCHANGES):
        assert exchange.reason


def _data(bundle: dict[str, bytes]) -> dict[str, bytes]:
    wanted = ("pagefind-entry.json", "*.pf_meta", "filter/*", "fragment/*", "index/*")
    return {name: content for name, content in bundle.items() if any(fnmatch(name, each) for each in wanted)}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("*.pf_meta", gzip.compress(b"another signature", mtime=0)),
        ("*.pf_meta", gzip.compress(b"pagefind_dcd" + cbor.array([cbor.text("1")] * 5), mtime=0)),
        ("*.pf_meta", gzip.compress(b"pagefind_dcd\x9f\xff", mtime=0)),
        ("filter/*", gzip.compress(b"pagefind_dcd" + cbor.array([cbor.text("1")] * 3), mtime=0)),
        ("pagefind-entry.json", b'{"languages": {}}'),
    ],
)
def test_changed_index_fails_the_build(bundle: dict[str, bytes], name: str, content: bytes) -> None:
    files = _data(bundle)
    changed = {each: content for each in files if fnmatch(each, name)}
    with pytest.raises(PagefindChangedError):
        steady({**files, **changed})
