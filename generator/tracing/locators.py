"""Locators, as `section 7.1, The Freedom Programme` or `note 18`, and the passages of a document they name.

A locator names sections, notes, paragraphs or pages by their numbers, a heading within the last of these,
or a heading alone. A passage under a heading ends where the next heading begins that any locator of the
compendium names, since no text says by itself which of its short lines are headings.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.problems import did_you_mean
from generator.tracing.outline import Line, Outline, plain
from generator.tracing.source_text import SourceText, Span, straightened

_KINDS = {
    "section": "section",
    "sections": "section",
    "note": "note",
    "notes": "note",
    "paragraph": "paragraph",
    "paragraphs": "paragraph",
    "page": "page",
    "pages": "page",
    "p.": "page",
    "pp.": "page",
}
_PLACE = re.compile(
    rf"(?P<kind>{'|'.join(re.escape(kind) for kind in sorted(_KINDS, key=len, reverse=True))})\s+"
    r"(?P<from>\d+(?:\.\d+)*)(?:\s*[-–]\s*(?P<to>\d+(?:\.\d+)*))?(?![\w.]*\w)"
)
_BETWEEN = re.compile(r"(?P<range>\s+to\s+)|,?\s+and\s+|,\s*")
_LAST = re.compile(r",?\s+and\s+(?P<place>(?:section|note|paragraph|page)\s+\d+(?:\.\d+)*)$")
_OPENING = re.compile(r"opening (?:lines?|paragraphs?)")


class NoSuchPlaceError(Exception):
    """A locator that names no place; its text says what the document has instead."""


@dataclass(frozen=True, slots=True)
class NumberedPlace:
    """`section 4.1.7`; `last` where a range is meant."""

    kind: str
    number: str
    last: str


@dataclass(frozen=True, slots=True)
class Locator:
    """A locator taken apart: numbered places, and the heading within the last of them before `beside`."""

    places: tuple[NumberedPlace, ...]
    heading: str
    beside: tuple[NumberedPlace, ...] = ()


def read_locator(text: str) -> Locator:
    """The parts of a locator."""
    text = straightened(" ".join(text.split()))
    beside = _LAST.search(text)
    places: list[NumberedPlace] = []
    position = 0
    in_range = False
    while (found := _PLACE.match(text, position)) is not None:
        place = NumberedPlace(_KINDS[found["kind"]], found["from"], found["to"] or found["from"])
        if in_range:
            place = NumberedPlace(place.kind, places.pop().number, place.last)
        places.append(place)
        between = _BETWEEN.match(text, found.end())
        position = between.end() if between else found.end()
        in_range = bool(between and between["range"])
    heading = text[position:]
    if beside and heading:
        heading = text[position : beside.start()]
        return Locator(tuple(places), heading.strip(" ,"), read_locator(beside["place"]).places)
    return Locator(tuple(places), heading.strip(" ,"))


class Places:
    """The places of one document, as locators name them. `locators` are all that the compendium has for it."""

    def __init__(self, source: SourceText, locators: Iterable[str] = ()) -> None:
        self._source = source
        self._outline = Outline(source)
        self._locators = tuple(dict.fromkeys(locators))
        self._spans: dict[str, list[Span]] = {}

    def spans(self, locator: str) -> list[Span]:
        """The passages that a locator names; raises NoSuchPlaceError."""
        if locator not in self._spans:
            self._spans[locator] = list(self._found(read_locator(locator)))
        return self._spans[locator]

    def name_of(self, position: int) -> str:
        """The innermost numbered section, or the nearest named heading above a position."""
        around = [number for number, span in self._outline.sections.items() if span[0] <= position < span[1]]
        if around:
            return f"section {'.'.join(map(str, around[-1]))}"
        above = bisect_right(self._headings, position, key=lambda line: line.start)
        if not above:
            return "its beginning"
        line = self._headings[above - 1]
        return self._source.text[line.start : line.end].strip(" #*")

    def numbering(self) -> Iterator[Span]:
        """Where the numbers of sections and notes are, which count nothing."""
        yield from self._outline.numbering()

    def _found(self, locator: Locator) -> Iterator[Span]:
        numbered = [self._numbered(place) for place in locator.places]
        if not locator.heading:
            yield from numbered
        else:
            yield from numbered[:-1]
            yield self._under(locator.heading, numbered[-1] if numbered else None)
        for place in locator.beside:
            yield self._numbered(place)

    def _numbered(self, place: NumberedPlace) -> Span:
        spans = [self._one(place.kind, number) for number in dict.fromkeys((place.number, place.last))]
        return spans[0][0], max(span[1] for span in spans)

    def _one(self, kind: str, number: str) -> Span:
        if kind == "section":
            sections = self._outline.sections
            wanted = tuple(int(part) for part in number.split("."))
            if wanted not in sections:
                names = [".".join(map(str, each)) for each in sections]
                has = f"Its sections are {', '.join(names)}." if names else "It has no numbered sections."
                raise NoSuchPlaceError(f"{did_you_mean(number, names)} {has}".strip())
            return sections[wanted]
        if kind == "note":
            notes = self._outline.notes.get(_whole(number))
            if not notes:
                numbers = sorted(self._outline.notes)
                has = f"notes {numbers[0]} to {numbers[-1]}" if numbers else "no notes"
                raise NoSuchPlaceError(f"It has {has}.")
            return notes[-1]
        counted = self._outline.pages if kind == "page" else self._outline.lines
        if not 1 <= _whole(number) <= len(counted):
            raise NoSuchPlaceError(f"It has {len(counted) or 'no'} {kind}s.")
        place = counted[_whole(number) - 1]
        return place if isinstance(place, tuple) else (place.start, place.end)

    def _under(self, heading: str, within: Span | None) -> Span:
        """The passage under a heading, up to the next heading that is named or is as high."""
        whole = within or (0, len(self._source.text))
        if _OPENING.fullmatch(heading):
            first = next((line.start for line in self._headings if line.start > whole[0]), whole[1])
            return whole[0], min(first, whole[1])
        line = next(iter(self._outline.headings(heading, whole)), None)
        if line is None:
            lines = self._outline.short_lines(whole)
            where = "that section" if within else "it"
            advice = did_you_mean(heading, lines) or f"No line of {where} begins with {heading!r}."
            raise NoSuchPlaceError(advice)
        return line.start, min(self._end_of(line), whole[1])

    def _end_of(self, heading: Line) -> int:
        below = bisect_right(self._headings, heading.start, key=lambda line: line.start)
        higher = (
            line.start
            for line in self._headings[below:]
            if not heading.level or not line.level or line.level <= heading.level
        )
        return next(higher, len(self._source.text))

    @cached_property
    def _headings(self) -> list[Line]:
        """The lines that some locator names, and those that Markdown marks as headings."""
        found = {line.start: line for line in self._outline.lines if line.level}
        for text in self._locators:
            locator = read_locator(text)
            if not locator.heading or _OPENING.fullmatch(locator.heading):
                continue
            try:
                within = self._numbered(locator.places[-1]) if locator.places else (0, len(self._source.text))
            except NoSuchPlaceError:
                continue
            line = next(iter(self._outline.headings(plain(locator.heading), within)), None)
            if line is not None:
                found[line.start] = line
        return [found[start] for start in sorted(found)]


def _whole(number: str) -> int:
    return int(number) if number.isdigit() else 0
