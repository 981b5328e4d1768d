"""The whole of search for a site: every file of its `search/` folder.

In come the compendium and Pagefind's program, which brings the interface; out come files by name. The caller
writes them into the site. Pages need nothing else but the hand-written scripts in `assets/`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from generator.presentation.compendium_text import CompendiumText
from generator.presentation.filters import Filter, filters_of
from generator.presentation.texts import Texts
from generator.schema.search_words import SearchWords
from generator.search.acronyms import acronyms
from generator.search.case_words import case_words
from generator.search.documents import LANGUAGE, Document, documents
from generator.search.equivalents import Equivalents
from generator.search.index import Term, index, steps
from generator.search.interface import PagefindChangedError, classic_interface
from generator.search.packing import packed
from generator.search.pagefind_program import shipped_files
from generator.search.small_words import SMALL_WORDS
from generator.search.sort_orders import orders
from generator.search.spelling import english_words, known_words
from generator.words import FIRST, SECOND, THIRD, words_in

FOLDER = "search"
"""Where in the site the files go."""

TEXTS_IN_A_PACK = 4
"""Fewer files for sticks with large clusters, and still little to read for one result."""

PART_SIZE = 6000
"""So many practices, counted once for each of its words, make a part of the index: some 20 kB."""

_SAID = "script.search."
_INTERFACE = ("pagefind-component-ui.js", "pagefind-component-ui.css")


def search_files(words: CompendiumText, pagefind: Path) -> dict[str, bytes]:
    """Every file of the site's `search/` folder by its name; `pagefind` is the program.

    Raises `SearchFailedError` when Pagefind fails and `PagefindChangedError` when it is not as expected.
    """
    known = list(documents(words))
    addresses = [document.address for document in known]
    scripts = {
        **_interface(pagefind),
        "order.js": _assigned("orders", orders(words.catalogue.compendium, addresses)),
        "table.js": _assigned("filters", _told(filters_of(words))),
        "texts.js": _assigned("texts", _texts(words.texts)),
        **{f"{name}.js": packed(name, value) for name, value in data(words, known)},
    }
    return {name: text.encode("utf-8") for name, text in sorted(scripts.items())}


def data(words: CompendiumText, known: Sequence[Document]) -> Iterator[tuple[str, Any]]:
    """What the search reads, by the names of its packs."""
    compendium = words.catalogue.compendium
    equivalents = Equivalents.of(compendium.search_words, acronyms(compendium.practices.values()))
    parts = list(_parts(index(known, equivalents)))
    yield "core", _core(len(known), equivalents, [next(iter(part)) for part in parts])
    yield "case", case_words(words, equivalents.forms)
    for number, part in enumerate(parts):
        yield f"index-{number}", {name: _entry(term) for name, term in part.items()}
        yield f"places-{number}", {name: list(map(steps, term.places)) for name, term in part.items()}
    for number in range(0, len(known), TEXTS_IN_A_PACK):
        together = known[number : number + TEXTS_IN_A_PACK]
        yield f"text-{number // TEXTS_IN_A_PACK}", [_text(document) for document in together]
    yield "filters", _filters(words)
    told = known_words(known, _listed(compendium.search_words))
    yield "spelling", {"known": told, "english": english_words()}


def _interface(pagefind: Path) -> dict[str, str]:
    bundle = shipped_files(pagefind)
    for needed in _INTERFACE:
        if needed not in bundle:
            raise PagefindChangedError(f"Pagefind brings no {needed}.")
    script, style = (bundle[name].decode("utf-8") for name in _INTERFACE)
    return {"interface.js": classic_interface(script, (LANGUAGE,)), "interface.css": style}


def _listed(search_words: SearchWords) -> Iterator[str]:
    """The words of the editors' list that find something by themselves."""
    listed = chain(
        chain.from_iterable(group.readers for group in (*search_words.same, *search_words.near)),
        chain.from_iterable(ages.words for ages in search_words.ages),
    )
    return (text for text in listed if len(words_in(text)) == 1)


def _core(pages: int, equivalents: Equivalents, firsts: list[str]) -> dict[str, Any]:
    """What every search reads: how words are cut and stemmed, which find which, and where terms are."""
    return {
        "pages": pages,
        "firsts": firsts,
        "small": sorted(SMALL_WORDS),
        "endings": [FIRST, SECOND, list(THIRD)],
        "forms": dict(sorted(equivalents.forms.items())),
        "near": [number for number, group in enumerate(equivalents.groups) if group.near],
        "groups": equivalents.groups_of,
        "expressions": list(equivalents.expressions),
        "ages": dict(sorted(equivalents.ages.items())),
    }


def _parts(terms: Mapping[str, Term]) -> Iterator[dict[str, Term]]:
    """The terms in parts of about the same size, in their order."""
    part: dict[str, Term] = {}
    size = 0
    for name, term in terms.items():
        if part and size + len(term.pages) > PART_SIZE:
            yield part
            part, size = {}, 0
        part[name] = term
        size += len(term.pages) + 1
    if part:
        yield part


def _entry(term: Term) -> list[Any]:
    """A term as it is told: its pages, their impacts and, where it has names, which each has."""
    told: list[Any] = [steps(term.pages), term.impacts]
    return [*told, term.named, term.names] if term.names else told


def _texts(texts: Texts) -> dict[str, Any]:
    """What the search says: texts by key, those of numbers in all their forms."""
    return {**texts.below(_SAID), **texts.plurals_below(_SAID)}


def _text(document: Document) -> dict[str, Any]:
    passages = [[each.text, each.heading, each.id] for each in document.passages]
    return {"url": document.address, "title": document.title, "shown": document.shown, "passages": passages}


def _filters(words: CompendiumText) -> dict[str, dict[str, list[int]]]:
    """For each value of each filter the practices that have it, by their numbers."""
    entries = [entry for _, entry in sorted(words.catalogue.compendium.practices.items())]
    told = {}
    for each in filters_of(words):
        pages: dict[str, list[int]] = {value: [] for value in each.values}
        for number, entry in enumerate(entries):
            for label in each.labels_of(entry):
                pages[label].append(number)
        told[each.label] = {label: steps(numbers) for label, numbers in pages.items()}
    return told


def _assigned(name: str, value: object) -> str:
    """A classic script that tells the pages' own script a value."""
    return f"compendiumSearch.{name}={json.dumps(value, ensure_ascii=True, separators=(',', ':'))};\n"


def _told(filters: Iterable[Filter]) -> list[dict[str, object]]:
    """The filters as the pages' script needs them: in order, with their values in order."""
    return [
        {"label": each.label, "values": list(each.values), **({"all": True} if each.all_chosen else {})}
        for each in filters
    ]
