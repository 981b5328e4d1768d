"""Does the search of a built site answer? Asked before the site is published, without a browser.

In comes the compendium; out comes a check of the folder of a site. It reads the search bundle as the pages'
scripts do, from the overview to the texts of results: every part that the overview names has to be there and
whole, every filter has to give the practices that have its values, and for a few practices a word of their
title is looked up and has to lead to their page. Words are looked up as Pagefind shortens them, by the
beginning that the index has.
"""

import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from generator.compendium.records import Compendium, PracticeEntry, title_order
from generator.presentation import addresses
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.filters import filters_of
from generator.search import cbor
from generator.search.bundle import FOLDER
from generator.search.deterministic_index import ENTRY, SIGNATURE, text_name
from generator.search.packing import is_whole, pack_of, unpacked

ASKED = 3
"""So many practices are looked up by a word of their title: the first, one from the middle, the last."""

_SCRIPTS = ("engine.js", "interface.js", "interface.css", "table.js", "words.js")
_WORD = re.compile(r"[a-z]{4,}")
_SHORTEST_STEM = 3
_WORDS_ITEM = cbor.array([b""] * 3)
_UNREADABLE = (ValueError, KeyError, IndexError, TypeError, EOFError, OSError, zlib.error, cbor.UnexpectedError)


def search_answers(words: CompendiumText) -> Callable[[Path], list[str]]:
    """A check of the site in a folder: one line for each thing that its search does not answer as it should."""

    def check(site: Path) -> list[str]:
        try:
            return list(_faults(_Bundle(site / FOLDER), words))
        except _NotAsItShouldBe as fault:
            return [str(fault)]
        except _UNREADABLE as failure:
            return [f"{FOLDER}: the index is not in the form that was expected ({failure!r})"]

    return check


class _NotAsItShouldBe(Exception):
    """A part of the bundle is missing or cannot be read; says which."""


class _Bundle:
    """The files of the search; each pack is opened once, when something in it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: dict[str, dict[str, bytes]] = {}

    def script(self, name: str) -> str:
        """The text of a file."""
        try:
            return (self._folder / name).read_text(encoding="utf-8")
        except FileNotFoundError:
            raise _NotAsItShouldBe(f"{FOLDER}/{name}: missing") from None
        except UnicodeDecodeError as failure:
            raise _NotAsItShouldBe(f"{FOLDER}/{name}: not whole ({failure!r})") from failure

    def part(self, name: str) -> bytes:
        """One of Pagefind's data files."""
        pack = pack_of(name)
        try:
            if pack not in self._opened:
                self._opened[pack] = unpacked(self.script(pack))
            return self._opened[pack][name]
        except _UNREADABLE as failure:
            raise _NotAsItShouldBe(f"{FOLDER}/{pack}: {name} cannot be read from it ({failure!r})") from failure

    def value(self, name: str) -> Any:
        """What one of Pagefind's data files says."""
        content = self.part(name)
        try:
            if not content.startswith(SIGNATURE):
                raise ValueError("no signature")
            content = content[len(SIGNATURE) :]
            return json.loads(content) if name.startswith("fragment/") else cbor.value(content)
        except _UNREADABLE as failure:
            raise _NotAsItShouldBe(
                f"{FOLDER}/{pack_of(name)}: {name} cannot be read ({failure!r})"
            ) from failure

    def pages(self, chunk: str, word: str) -> set[int]:
        """The numbers of the pages that have a word, from the part of the index in which it would stand.

        Words stand there as arrays of three that begin with the word; the others are passed over unread.
        """
        content = self.part(f"index/{chunk}.pf_index")
        at = content.find(_WORDS_ITEM + cbor.text(word))
        if at < 0:
            return set()
        _, pages, _ = cbor.value_at(content, at)
        return set(accumulate(step for step, *_ in pages))


def _faults(bundle: _Bundle, words: CompendiumText) -> Iterator[str]:
    compendium = words.catalogue.compendium
    told = json.loads(bundle.part(ENTRY))["languages"].popitem()[1]
    _, pages, chunks, filters, *_ = bundle.value(f"pagefind.{told['hash']}.pf_meta")
    bundle.part(f"wasm.{told['wasm']}.pagefind")
    broken = list(_faults_of_files(bundle, len(pages), [name for _, _, name in chunks]))
    if broken:
        yield from broken
        return
    if not told["page_count"] == len(pages) == len(compendium.practices):
        yield f"{FOLDER}: {len(pages)} entries can be found, and there are {len(compendium.practices)}"
        return
    numbers = _numbers(bundle, compendium)
    yield from _faults_of_filters(bundle, words, dict(filters), numbers)
    yield from _faults_of_answers(bundle, compendium, chunks, numbers)


def _faults_of_files(bundle: _Bundle, pages: int, chunks: Sequence[str]) -> Iterator[str]:
    """Files of the bundle that are missing, empty or cut off."""
    texts = {pack_of(f"fragment/{text_name(number)}.pf_fragment") for number in range(pages)}
    for name in _SCRIPTS:
        if not bundle.script(name).strip():
            yield f"{FOLDER}/{name}: empty"
    for pack in sorted(texts) + [pack_of(f"index/{chunk}.pf_index") for chunk in chunks]:
        if not is_whole(bundle.script(pack)):
            yield f"{FOLDER}/{pack}: not whole"


def _numbers(bundle: _Bundle, compendium: Compendium) -> dict[str, int]:
    """The number by which the bundle knows each practice, from the order by title."""
    try:
        places = json.loads(bundle.script("order.js").partition("=")[2].rstrip().rstrip(";"))["title"]
        number_at = {place: number for number, place in enumerate(places)}
        return {
            entry.id: number_at[place]
            for place, entry in enumerate(sorted(compendium.practices.values(), key=title_order))
        }
    except _UNREADABLE as failure:
        raise _NotAsItShouldBe(f"{FOLDER}/order.js: not the order of these entries ({failure!r})") from failure


def _faults_of_filters(
    bundle: _Bundle, words: CompendiumText, names: Mapping[str, str], numbers: Mapping[str, int]
) -> Iterator[str]:
    for each in filters_of(words):
        due: dict[str, set[int]] = {}
        for entry in words.catalogue.practices.values():
            for label in each.labels_of(entry):
                due.setdefault(label, set()).add(numbers[entry.id])
        found = _filter(bundle, names[each.label]) if each.label in names else {}
        wrong = sorted(label for label in due.keys() | found.keys() if due.get(label) != found.get(label))
        if wrong:
            values = ", ".join(map(repr, wrong[:3]))
            yield f"{FOLDER}: the filter {each.label!r} gives other entries for {values}"


def _filter(bundle: _Bundle, name: str) -> dict[str, set[int]]:
    _, values = bundle.value(f"filter/{name}.pf_filter")
    return {label: set(pages) for label, pages in values}


def _faults_of_answers(
    bundle: _Bundle,
    compendium: Compendium,
    chunks: Sequence[tuple[str, str, str]],
    numbers: Mapping[str, int],
) -> Iterator[str]:
    """Practices that are not found by any plain word of their title, or found as another page."""
    for entry in asked(compendium):
        address, number = addresses.practice(entry.id), numbers[entry.id]
        text = bundle.value(f"fragment/{text_name(number)}.pf_fragment")
        words = _words(entry)
        if text.get("url") != f"/{address}" or text.get("meta", {}).get("title") != entry.title:
            yield f"{FOLDER}: the result for {entry.title!r} is another page ({text.get('url')!r})"
        elif words and not any(number in _pages(bundle, chunks, word) for word in words):
            yield f"{FOLDER}: asked for {' '.join(words[:3])!r}, it does not find {address}"


def asked(compendium: Compendium) -> list[PracticeEntry]:
    """The practices that are looked up: those with a plain word in their title, by id, far apart."""
    entries = [entry for _, entry in sorted(compendium.practices.items()) if _words(entry)]
    steps = min(ASKED, len(entries))
    return [entries[step * (len(entries) - 1) // max(1, steps - 1)] for step in range(steps)]


def _words(entry: PracticeEntry) -> list[str]:
    """Plain words of the title, the longest first; of the summary too where the title has but few."""
    words = _WORD.findall(entry.title.lower())
    if len(words) < ASKED:
        words += _WORD.findall(entry.fields.summary.lower())
    return sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))


def _pages(bundle: _Bundle, chunks: Sequence[tuple[str, str, str]], word: str) -> set[int]:
    """The numbers of the pages that have a word, under the longest beginning of it that the index knows."""
    stems = [word[:length] for length in range(len(word), _SHORTEST_STEM - 1, -1)]
    if word.endswith("y"):
        stems.insert(1, f"{word[:-1]}i")
    for stem in stems:
        for first, last, name in chunks:
            pages = bundle.pages(name, stem) if first <= stem <= last else set()
            if pages:
                return pages
    return set()
