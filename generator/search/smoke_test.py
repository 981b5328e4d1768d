"""Does the search of a built site answer? Asked before the site is published, without a browser.

In comes the compendium; out comes a check of the folder of a site. It reads the search data as the pages'
scripts do, from the overview to the texts of results: every pack has to be there and whole, every filter has to
give the practices that have its values, and for a few practices a word of their title is looked up and has to
lead to their page.
"""

import json
import re
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from generator.compendium.records import Compendium, PracticeEntry, title_order
from generator.presentation import addresses
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.filters import filters_of
from generator.search.bundle import FOLDER, TEXTS_IN_A_PACK
from generator.search.packing import is_whole, unpacked
from generator.search.small_words import SMALL_WORDS
from generator.words import stem

ASKED = 3
"""So many practices are looked up by a word of their title: the first, one from the middle, the last."""

_SCRIPTS = ("interface.js", "interface.css", "table.js", "texts.js")
_WORD = re.compile(r"[a-z]{4,}")
_UNREADABLE = (ValueError, KeyError, IndexError, TypeError, AttributeError, EOFError, OSError, zlib.error)


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
        self._opened: dict[str, Any] = {}

    def script(self, name: str) -> str:
        """The text of a file; a letter that was cut off is replaced, and no pack is whole then."""
        try:
            return (self._folder / name).read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            raise _NotAsItShouldBe(f"{FOLDER}/{name}: missing") from None

    def value(self, name: str) -> Any:
        """What a pack holds."""
        if name not in self._opened:
            try:
                self._opened[name] = unpacked(name, self.script(f"{name}.js"))
            except _UNREADABLE as failure:
                raise _NotAsItShouldBe(f"{FOLDER}/{name}.js: cannot be read ({failure!r})") from failure
        return self._opened[name]

    def pages(self, word: str) -> set[int]:
        """The numbers of the pages that have a word."""
        core = self.value("core")
        term = core["forms"].get(stem(word), stem(word))
        part = bisect_right(core["firsts"], term) - 1
        entry = self.value(f"index-{part}").get(term) if part >= 0 else None
        return set(accumulate(entry[0])) if entry else set()


def _faults(bundle: _Bundle, words: CompendiumText) -> Iterator[str]:
    compendium = words.catalogue.compendium
    core = bundle.value("core")
    broken = list(_faults_of_files(bundle, core["pages"], len(core["firsts"])))
    if broken:
        yield from broken
        return
    if core["pages"] != len(compendium.practices):
        yield f"{FOLDER}: {core['pages']} entries can be found, and there are {len(compendium.practices)}"
        return
    numbers = _numbers(bundle, compendium)
    yield from _faults_of_filters(bundle, words, numbers)
    yield from _faults_of_answers(bundle, compendium, numbers)


def _faults_of_files(bundle: _Bundle, pages: int, parts: int) -> Iterator[str]:
    """Files of the bundle that are missing, empty or cut off."""
    for name in _SCRIPTS:
        if not bundle.script(name).strip():
            yield f"{FOLDER}/{name}: empty"
    texts = [f"text-{number}" for number in range(-(-pages // TEXTS_IN_A_PACK))]
    index = [f"{kind}-{number}" for number in range(parts) for kind in ("index", "places")]
    for name in ("filters", "spelling", "case", *texts, *index):
        if not is_whole(name, bundle.script(f"{name}.js")):
            yield f"{FOLDER}/{name}.js: not whole"


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


def _faults_of_filters(bundle: _Bundle, words: CompendiumText, numbers: Mapping[str, int]) -> Iterator[str]:
    filters = bundle.value("filters")
    for each in filters_of(words):
        due: dict[str, set[int]] = {}
        for entry in words.catalogue.practices.values():
            for label in each.labels_of(entry):
                due.setdefault(label, set()).add(numbers[entry.id])
        found = {label: set(accumulate(pages)) for label, pages in filters.get(each.label, {}).items()}
        wrong = sorted(label for label in due.keys() | found.keys() if due.get(label) != found.get(label))
        if wrong:
            values = ", ".join(map(repr, wrong[:3]))
            yield f"{FOLDER}: the filter {each.label!r} gives other entries for {values}"


def _faults_of_answers(bundle: _Bundle, compendium: Compendium, numbers: Mapping[str, int]) -> Iterator[str]:
    """Practices that are not found by any plain word of their title, or found as another page."""
    for entry in asked(compendium):
        address, number = addresses.practice(entry.id), numbers[entry.id]
        text = bundle.value(f"text-{number // TEXTS_IN_A_PACK}")[number % TEXTS_IN_A_PACK]
        words = _words(entry)
        if text["url"] != address or text["title"] != entry.title:
            yield f"{FOLDER}: the result for {entry.title!r} is another page ({text['url']!r})"
        elif words and not any(number in bundle.pages(word) for word in words):
            yield f"{FOLDER}: asked for {' '.join(words[:3])!r}, it does not find {address}"


def asked(compendium: Compendium) -> Sequence[PracticeEntry]:
    """The practices that are looked up: those with a plain word in their title, by id, far apart."""
    entries = [entry for _, entry in sorted(compendium.practices.items()) if _words(entry)]
    steps = min(ASKED, len(entries))
    return [entries[step * (len(entries) - 1) // max(1, steps - 1)] for step in range(steps)]


def _words(entry: PracticeEntry) -> list[str]:
    """Plain words of the title, the longest first; of the summary too where the title has but few."""
    words = _WORD.findall(entry.title.lower())
    if len(words) < ASKED:
        words += _WORD.findall(entry.fields.summary.lower())
    meant = (word for word in dict.fromkeys(words) if word not in SMALL_WORDS)
    return sorted(meant, key=lambda word: (-len(word), word))
