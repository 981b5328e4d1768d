"""Faults put into copies of entries: altered quotes, wrong figures, years and places, quotes from elsewhere.

Each copy is an entry in order with one thing changed that its place in the source does not have. What that
place happens to have as well, such as another figure of its own, no comparison can tell from the right one:
it is not drawn, and counted.
"""

import copy
import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.loading.tracing import Opened, Tracing, open_sources, places_of, trace_compendium
from generator.problems import KeyPath
from generator.reading.frontmatter import Document
from generator.tracing.claims import Claim, Place, Quote, claims_in, claims_in_body, quotes_in
from generator.tracing.figures import Figure, claimed_figures, figures
from generator.tracing.library import Passage, SourceDocument
from generator.tracing.names import names
from generator.tracing.source_text import straightened

TOWNS = (
    "Croydon",
    "Plymouth",
    "Swansea",
    "Dundee",
    "Ipswich",
    "Malmö",
    "Utrecht",
    "Bergen",
    "Aberdeen",
    "Lille",
)
QUOTE_RULES = frozenset(["not-in-source", "quote-from-elsewhere"])
STOPPED_BY = {
    "altered quote": QUOTE_RULES,
    "quote from elsewhere": QUOTE_RULES,
    "true quote, other section": QUOTE_RULES,
    "wrong figure": frozenset(["figure-not-in-source", "year-not-in-source"]),
    "wrong year": frozenset(["year-not-in-source", "figure-not-in-source"]),
    "wrong place": frozenset(["name-not-in-source"]),
}
"""The kinds of fault, and the rules that stop each."""


_Change = tuple[int, str, str]
"""Where in a claim, what was there, and what is there now."""


@dataclass(frozen=True)
class Fault:
    """A copy of an entry with one fault: what was changed, in words, and the whole file."""

    kind: str
    change: str
    text: str


@dataclass
class Faults:
    """Draws faults from the entries of a compendium that is in order."""

    opened: Opened
    chance: random.Random
    same_in_section: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._practices = [each for each in self.opened.documents if each.path.startswith("practices/")]
        self._drawers: dict[str, Callable[[Document], Iterator[Fault]]] = {
            "altered quote": self._altered,
            "quote from elsewhere": self._elsewhere,
            "true quote, other section": self._other_section,
            "wrong figure": lambda document: self._wrong_figure(document, of_years=False),
            "wrong year": lambda document: self._wrong_figure(document, of_years=True),
            "wrong place": self._wrong_place,
        }

    def drawn(self, number: int) -> Iterator[Fault]:
        """`number` faults, of each kind as many."""
        for position in range(number):
            kind = list(self._drawers)[position % len(self._drawers)]
            yield next(fault for _ in range(10_000) for fault in self._drawers[kind](self._entry()))

    def _entry(self) -> Document:
        return self.chance.choice(self._practices)

    def _quote(self, document: Document) -> Quote | None:
        quotes = list(quotes_in(document.fields))
        return self.chance.choice(quotes) if quotes else None

    def _source(self, place: Place) -> SourceDocument:
        return self.opened.library.documents[place.ref]

    def _holds(self, place: Place, words: str) -> bool:
        passage = self.opened.library.passage(place)
        assert passage is not None
        return any(True for span in passage.spans for _ in passage.document.source.places_of(words, span))

    def _altered(self, document: Document) -> Iterator[Fault]:
        quote = self._quote(document)
        if quote is None:
            return
        words = quote.words.split()
        at = self.chance.randrange(1, len(words) - 1)
        letter = self.chance.randrange(len(words[at]))
        other = self.chance.choice(self._source(quote.place).source.text.split())
        altered = self.chance.choice([
            [*words[:at], *words[at + 1 :]],
            [*words[: at - 1], words[at], words[at - 1], *words[at + 1 :]],
            [*words[:at], other, *words[at + 1 :]],
            [*words[:at], "not", *words[at:]],
            [*words[:at], words[at][:letter] + "x" + words[at][letter + 1 :], *words[at + 1 :]],
        ])  # fmt: skip
        new = " ".join(altered)
        if len(altered) >= 3 and not self._holds(quote.place, new):
            yield self._with_field(document, "altered quote", (*quote.path, "quote"), quote.words, new)

    def _elsewhere(self, document: Document) -> Iterator[Fault]:
        quote = self._quote(document)
        if quote is None:
            return
        other = self.chance.choice(list(self.opened.library.documents.values()))
        words = other.source.text.split()
        start = self.chance.randrange(len(words) - 12)
        new = " ".join(words[start : start + self.chance.randint(4, 12)])
        if new.isprintable() and not self._holds(quote.place, new):
            yield self._with_field(document, "quote from elsewhere", (*quote.path, "quote"), quote.words, new)

    def _other_section(self, document: Document) -> Iterator[Fault]:
        quote = self._quote(document)
        if quote is None:
            return
        named = {place for each in self.opened.documents for place in places_of(each)}
        place = self.chance.choice(sorted((p for p in named if p.ref == quote.place.ref), key=str))
        if not self._holds(place, quote.words):
            path = (*quote.path, "locator")
            kind = "true quote, other section"
            yield self._with_field(document, kind, path, quote.place.locator, place.locator)

    def _wrong_figure(self, document: Document, of_years: bool) -> Iterator[Fault]:
        claim, passages = self._claim(document)
        found = (
            [f for f in claimed_figures(straightened(claim.text)) if f.is_year == of_years] if passages else []
        )
        if not found:
            return
        right = self.chance.choice(found)
        wrong = self._mistaken(right)
        changed = claim.text[: right.start] + wrong + claim.text[right.start + len(right.written) :]
        new = next((f for f in figures(straightened(changed)) if f.start == right.start), None)
        if new is None or new.value == right.value or (claim.path and not self._fits(claim, wrong)):
            return
        kind = "wrong year" if of_years else "wrong figure"
        if any(k.has(new) for p in passages for k in (*p.figures, p.document.dating)):
            self.same_in_section[kind] += 1
            return
        yield self._with_claim(document, kind, claim, (right.start, right.written, wrong))

    def _mistaken(self, right: Figure) -> str:
        """Another number, as a slip of a finger, of the eye or of the memory makes it."""
        if right.is_year:
            return str(int(right.value) + self.chance.choice((-10, -3, -2, -1, 1, 2, 3, 10)))
        digits = re.sub(r"\D.*", "", right.value) or "1"
        swapped = digits[:-2] + digits[-1] + digits[-2] if len(digits) > 1 else f"{digits}{digits}"
        near = str(max(3, int(digits) + self.chance.choice((-5, -3, -2, 2, 3, 4, 5, 10))))
        return self.chance.choice((swapped, near, near, f"{digits}0"))

    def _fits(self, claim: Claim, wrong: str) -> bool:
        """Whether a field would still take the value: ages up to 120, quantities of four digits."""
        return not claim.text.split()[0].isdigit() or int(wrong) <= 120 or len(claim.text) == 4

    def _wrong_place(self, document: Document) -> Iterator[Fault]:
        claim, passages = self._claim(document)
        found = names(straightened(claim.text), self.opened.lexicon.small) if passages else []
        if found:
            right, wrong = self.chance.choice(found), self.chance.choice(TOWNS)
            yield self._with_claim(document, "wrong place", claim, (right.start, right.word, wrong))

    def _claim(self, document: Document) -> tuple[Claim, list[Passage]]:
        """Any claim of an entry, and what its own places have; nothing where it has no place of its own."""
        claim = self.chance.choice([*claims_in(document.fields), *claims_in_body(document.body)])
        passages = [found for place in claim.places if (found := self.opened.library.passage(place))]
        return claim, passages

    def _with_claim(self, document: Document, kind: str, claim: Claim, change: _Change) -> Fault:
        start, right, wrong = change
        if claim.path:
            value = _at(document.fields, claim.path)
            changed = value[:start] + wrong + value[start + len(right) :]
            return self._with_field(document, kind, claim.path, value, changed)
        place = claim.start + start
        body = document.body[:place] + wrong + document.body[place + len(right) :]
        return Fault(kind, f"{document.path}, body: {right!r} → {wrong!r}", _file(document.fields, body))

    def _with_field(self, document: Document, kind: str, path: KeyPath, right: str, wrong: str) -> Fault:
        fields = copy.deepcopy(document.fields)
        group = _at(fields, path[:-1])
        group[path[-1]] = wrong
        return Fault(kind, f"{document.path}, {path}: {right!r} → {wrong!r}", _file(fields, document.body))


def _at(value: Any, path: KeyPath) -> Any:
    for key in path:
        value = value[key]
    return value


def _file(fields: dict[str, Any], body: str) -> str:
    """An entry as a file: its fields as YAML of the plainest kind, then its body."""
    written = yaml.dump(fields, allow_unicode=True, sort_keys=False, default_style='"', width=10_000)
    return f"---\n{written}---\n{body}"


def copied(document: Document) -> str:
    """The entry as a file, with nothing changed."""
    return _file(document.fields, document.body)


def traced_copies(root: Path, sources: Path, copies: dict[str, str], folder: Path) -> Tracing:
    """What is said of copies of entries, by file name, that lie beside the entries themselves."""
    for name in ("practices", "indicators", "pages"):
        shutil.copytree(root / name, folder / name)
    for name, text in copies.items():
        (folder / "practices" / name).write_text(text, encoding="utf-8", newline="\n")
    return trace_compendium(folder, sources)


def not_stopped(faults: dict[str, Fault], found: Tracing) -> list[str]:
    """The faults of which nothing is said, or not what should be."""
    said: dict[str, set[str]] = {}
    for problem in found.problems:
        said.setdefault(problem.path.rpartition("/")[2], set()).add(problem.rule)
    return [
        f"{fault.kind}: {fault.change} ({', '.join(sorted(said.get(name, ()))) or 'nothing said'})"
        for name, fault in faults.items()
        if not said.get(name, set()) & STOPPED_BY[fault.kind]
    ]


def seeded(root: Path, sources: Path, number: int, seed: int) -> tuple[dict[str, Fault], Counter[str]]:
    """Faults by the names of the files that hold them, and how many could not be faults, by kind."""
    drawn = Faults(open_sources(root, sources), random.Random(seed))
    faults = {f"fault-{position:05d}.md": fault for position, fault in enumerate(drawn.drawn(number))}
    return faults, drawn.same_in_section
