"""The index: for each word the practices that have it, and how much it counts in each.

In come documents and the table of equivalents; out come entries by term, in alphabetical order. How much a
word counts in a practice (its impact) is reckoned here and not by readers' browsers: it grows ever more slowly
with the times that the word is used, is less in a long text, and more where a title or a summary has it
(after BM25, Robertson and Zaragoza 2009). How rare a word is, which browsers see, is left to them.

Terms are stems; `=4` is the fourth group of equivalents, whose practices each come with the word that they
have of it; `#9` are the practices for children of nine, with the ages that they tell.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from generator.schema.parts import AgeRange
from generator.search.documents import HEADING, TITLE, Document, Weight
from generator.search.equivalents import Equivalents, key
from generator.search.small_words import SMALL_WORDS
from generator.words import folded, stem, words_in

ADULT = 18
"""The age that stands for itself and all above."""

SATURATION = 1.6
LENGTH_COUNTS = 0.4
"""BM25's k1 and b."""

STEPS = 20
"""An impact of 1 as a whole number; impacts are rounded to a twentieth."""

BETWEEN_PASSAGES = 20
"""So many places lie between two passages that no phrase goes from one into the next."""

_COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)+")


@dataclass
class Term:
    """The practices of one term by their numbers, in order: with its impact, and what `names` each has."""

    pages: list[int] = field(default_factory=list)
    impacts: list[int] = field(default_factory=list)
    places: list[list[int]] = field(default_factory=list)
    named: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


@dataclass
class _Uses:
    """How one practice uses its terms: how often, by the weight of the place, and where in its text."""

    often: dict[Weight, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    places: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    @property
    def length(self) -> float:
        """How long the practice's text is, words that count less being shorter."""
        return sum(weight.often * counts.total() for weight, counts in self.often.items()) or 1

    def impacts(self, norm: float) -> dict[str, int]:
        """How much each term counts; `norm` is how slowly that grows."""
        often: dict[str, float] = {}
        once: dict[str, float] = {}
        for weight, counts in sorted(self.often.items(), key=lambda item: item[0].once):
            for term, count in counts.items():
                often[term] = often.get(term, 0) + weight.often * count
                once[term] = weight.once
        return {
            term: max(1, round(STEPS * (used / (used + norm) + once[term]))) for term, used in often.items()
        }


def index(documents: Sequence[Document], equivalents: Equivalents) -> dict[str, Term]:
    """All terms of the documents, which are numbered in their order; terms are in the order of JavaScript."""
    reader = _Reader(equivalents)
    used = [reader.uses(document) for document in documents]
    average = sum(uses.length for uses in used) / max(1, len(used))
    terms: dict[str, Term] = defaultdict(Term)
    for number, (uses, document) in enumerate(zip(used, documents, strict=True)):
        impacts = uses.impacts(SATURATION * (1 - LENGTH_COUNTS + LENGTH_COUNTS * uses.length / average))
        for name, impact in impacts.items():
            _add(terms[name], number, impact, uses.places.get(name, []))
        for group, (word, impact) in reader.groups_in(impacts):
            _add_named(terms[f"={group}"], number, impact, word)
        for age, (told, impact) in _ages_of(document.ages):
            _add_named(terms[f"#{age}"], number, impact, told)
    return dict(sorted(terms.items(), key=lambda item: item[0].encode("utf-16-be")))


def _add(term: Term, number: int, impact: int, places: list[int]) -> None:
    term.pages.append(number)
    term.impacts.append(impact)
    term.places.append(places)


def _add_named(term: Term, number: int, impact: int, name: str) -> None:
    if name not in term.names:
        term.names.append(name)
    term.pages.append(number)
    term.impacts.append(impact)
    term.named.append(term.names.index(name))


class _Terms(NamedTuple):
    """The terms of a text: one after the other, `""` for small words, and those beside them."""

    in_order: tuple[str, ...]
    beside: tuple[str, ...]


class _Reader:
    """Reads documents with one table of equivalents."""

    def __init__(self, equivalents: Equivalents) -> None:
        self._forms = equivalents.forms
        self._groups = [
            {key(words, self._forms): words for words in reversed(group.entries)}
            for group in equivalents.groups
        ]
        self._expressions: dict[str, list[list[str]]] = {}
        for each in equivalents.expressions:
            parts = each.split()
            self._expressions.setdefault(parts[0], []).append(parts)
        self._term_of: dict[str, str] = {}
        self._facts: dict[str, _Terms] = {}

    def uses(self, document: Document) -> _Uses:
        """Every term of a document with the way it is used."""
        uses = _Uses()
        at = self._add(uses, self._terms(document.title), TITLE, 0)
        for heading, id_ in dict.fromkeys((each.heading, each.id) for each in document.passages):
            if id_:
                at = self._add(uses, self._terms(heading), HEADING, at)
        for passage in document.passages:
            if passage.is_fact:  # the same in many practices, and on no page word for word
                self._count(uses, self._terms_of_fact(passage.text), passage.weight)
            else:
                at = self._add(uses, self._terms(passage.text), passage.weight, at)
        return uses

    def _add(self, uses: _Uses, terms: _Terms, weight: Weight, at: int) -> int:
        """Adds the terms of a passage that begins at a place; gives back where the next one may begin."""
        self._count(uses, terms, weight)
        places = uses.places
        for place, term in enumerate(terms.in_order, at):
            if term:
                places[term].append(place)
        return at + len(terms.in_order) + BETWEEN_PASSAGES

    def _count(self, uses: _Uses, terms: _Terms, weight: Weight) -> None:
        counts = uses.often[weight]
        counts.update(terms.in_order)
        counts.update(terms.beside)
        counts.pop("", None)

    def _terms_of_fact(self, text: str) -> _Terms:
        if text not in self._facts:
            self._facts[text] = self._terms(text)
        return self._facts[text]

    def _terms(self, text: str) -> _Terms:
        written = words_in(text)
        try:
            found = [self._term_of[word] for word in written]
        except KeyError:
            self._term_of |= {word: self._forms.get(stem(word), stem(word)) for word in written}
            found = [self._term_of[word] for word in written]
        beside = [] if self._expressions.keys().isdisjoint(found) else list(self._expressions_in(found))
        if "-" in text:
            beside += [stem(compound.replace("-", "")) for compound in _COMPOUND.findall(folded(text))]
        meant = ("" if word in SMALL_WORDS else term for word, term in zip(written, found, strict=True))
        return _Terms(tuple(meant), tuple(beside))

    def _expressions_in(self, found: list[str]) -> Iterator[str]:
        """The expressions of several words that stand in a row of terms."""
        for place, term in enumerate(found):
            for parts in self._expressions.get(term, ()):
                if found[place : place + len(parts)] == parts:
                    yield " ".join(parts)

    def groups_in(self, impacts: Mapping[str, int]) -> Iterator[tuple[int, tuple[str, int]]]:
        """The groups of equivalents that a document has words of, each with the word that counts most."""
        for number, members in enumerate(self._groups):
            found = [(impacts[term], name) for term, name in members.items() if term in impacts]
            if found:
                impact, name = max(found, key=lambda pair: pair[0])
                yield number, (name, impact)


def _ages_of(ranges: Iterable[AgeRange]) -> Iterator[tuple[int, tuple[str, int]]]:
    """The ages of childhood, and of being grown up, that ranges meet, each with the narrowest of them."""
    best: dict[int, tuple[int, str]] = {}
    for ages in ranges:
        first, last = ages.from_ or 0, ADULT if ages.to is None else ages.to
        told = f"{first} to {last}" if ages.to is not None else f"{first} and over"
        for age in range(min(first, ADULT), min(last, ADULT) + 1):
            best[age] = min(best.get(age, (last - first, told)), (last - first, told))
    for age, (width, told) in sorted(best.items()):
        yield age, (f"ages {told}", round(STEPS * 1.5 / (1 + width / 10)))


def steps(numbers: Sequence[int]) -> list[int]:
    """Rising numbers as the steps between them, which are smaller."""
    return [later - earlier for earlier, later in pairwise([0, *numbers])] if numbers else []
