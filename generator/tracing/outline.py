"""The places of a document: its numbered sections, headings, notes, paragraphs and pages.

Sections are told from numbered lists and from tables of contents by their order: of all lines that begin
with a number, that run counts in which the most numbers follow one another.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.tracing.source_text import SourceText, Span

Number = tuple[int, ...]
"""The number of a section: 4.1.7 as (4, 1, 7)."""

_LINE = re.compile(r"[^\n]+")
_SIGNS = " \t\f\u00a0#*>•-–"
_NUMBERED = re.compile(r"[\s#*]*(\d{1,2}(?:\.\d{1,2}){0,4})(?:\.?[ \t]+(?=\S)|[.]?\s*$)")
_CONTENTS = re.compile(r"(?:\t|\.{3,}|…)\s*\d+\s*$|^\S*\t")
_NOTE_NUMBER = re.compile(r"\s*(\d{1,3})\s*$")
_HASHES = re.compile(r"\s*(#{1,6})\s")
_NUMBER_BEFORE_TITLE = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+")
_BEHIND_HEADING = re.compile(r"[\s\d:.*?!⁰¹²³⁴⁵⁶⁷⁸⁹]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line with text: where it is, its words without signs of markup, the level of a Markdown heading."""

    start: int
    end: int
    words: str
    level: int


class Outline:
    """Where the places of one document are."""

    def __init__(self, source: SourceText) -> None:
        self._source = source

    @cached_property
    def lines(self) -> list[Line]:
        """The lines that hold text."""
        return [
            Line(found.start(), found.end(), *_words_and_level(found[0]))
            for found in _LINE.finditer(self._source.text)
            if not found[0].isspace()
        ]

    @cached_property
    def sections(self) -> dict[Number, Span]:
        """Each numbered section with all that is below it."""
        headings = _best_run(self._numbered_lines())
        spans: dict[Number, Span] = {}
        for position, (number, start) in enumerate(headings):
            after = (begin for other, begin in headings[position + 1 :] if other[: len(number)] != number)
            spans[number] = start, next(after, len(self._source.text))
        return spans

    @cached_property
    def notes(self) -> dict[int, list[Span]]:
        """Each note by its number: a line with the number alone, and the lines below it up to a gap."""
        found: dict[int, list[Span]] = {}
        lines = self.lines
        for position, line in enumerate(lines[:-1]):
            number = _NOTE_NUMBER.fullmatch(self._source.text, line.start, line.end)
            if number is None:
                continue
            last = position + 1
            while last + 1 < len(lines) and self._follows(lines[last], lines[last + 1]):
                last += 1
            found.setdefault(int(number[1]), []).append((line.start, lines[last].end))
        return found

    @cached_property
    def pages(self) -> list[Span]:
        """The pages, where the text has a form feed between them; else none."""
        breaks = [found.start() for found in re.finditer("\f", self._source.text)]
        return list(zip([0, *breaks], [*breaks, len(self._source.text)], strict=True)) if breaks else []

    def numbering(self) -> Iterator[Span]:
        """Where the numbers of sections and notes are."""
        for start, end in self.sections.values():
            number = _NUMBERED.match(self._source.text, start, end)
            yield number.span(1) if number else (start, start)
        for notes in self.notes.values():
            for start, _ in notes:
                number = _LINE.match(self._source.text, start)
                yield number.span() if number else (start, start)

    def headings(self, words: str, within: Span) -> Iterator[Line]:
        """The lines in a passage that begin with the words of a heading, those first that hold no more."""
        wanted = plain(words)
        found = [line for line in self._between(within) if self._begins_with(line, wanted)]
        yield from sorted(found, key=lambda line: not _BEHIND_HEADING.fullmatch(line.words[len(wanted) :]))

    def short_lines(self, within: Span) -> list[str]:
        """The lines in a passage that may be headings, for advice."""
        text = self._source.text
        return [
            text[line.start : line.end].strip(_SIGNS)
            for line in self._between(within)
            if len(line.words) <= 90 and not line.words.endswith((".", ",", ";"))
        ]

    def _between(self, within: Span) -> Iterable[Line]:
        first = bisect_right(self.lines, within[0] - 1, key=lambda line: line.start)
        last = bisect_right(self.lines, within[1] - 1, key=lambda line: line.start)
        return self.lines[first:last]

    def _begins_with(self, line: Line, wanted: str) -> bool:
        """Whether a line, or it and the one below, begin with the words and go on with no letter."""
        words = line.words
        if len(words) < len(wanted):
            below = self._between((line.end, line.end + 200))
            words = " ".join([words, *(other.words for other in list(below)[:1])])
        if words.startswith("the ") and not wanted.startswith("the "):
            words = words.removeprefix("the ")
        return words.startswith(wanted) and not words[len(wanted) : len(wanted) + 1].isalpha()

    def _numbered_lines(self) -> Iterator[tuple[Number, int, bool]]:
        """The number and the place of each line that begins with one, and whether it seems to be in a list."""
        numbers = [self._number_of(line) for line in self.lines]
        for line, number, beside in zip(
            self.lines, numbers, zip([None, *numbers], [*numbers[1:], None], strict=False), strict=True
        ):
            if number is not None:
                siblings = ((*number[:-1], number[-1] - 1), (*number[:-1], number[-1] + 1))
                yield number, line.start, any(each in siblings for each in beside)

    def _number_of(self, line: Line) -> Number | None:
        whole = self._source.text[line.start : line.end]
        found = _NUMBERED.match(whole)
        if not found or _CONTENTS.search(whole) or ("." not in found[1] and found.end() == len(whole)):
            return None
        return tuple(int(part) for part in found[1].split("."))

    def _follows(self, line: Line, following: Line) -> bool:
        """Whether a line continues a note: no gap before it, no indent of a new page, no number alone."""
        text = self._source.text
        return (
            text.count("\n", line.end, following.start) == 1
            and not text[following.start].isspace()
            and not _NOTE_NUMBER.fullmatch(text, following.start, following.end)
        )


def plain(words: str) -> str:
    """The words of a heading in small letters, on one line, without marks of emphasis."""
    return " ".join(words.replace("*", "").casefold().split())


def _words_and_level(line: str) -> tuple[str, int]:
    hashes = _HASHES.match(line)
    words = _NUMBER_BEFORE_TITLE.sub("", line.lstrip(_SIGNS), count=1)
    return plain(words), len(hashes[1]) if hashes else 0


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of headings that ends with `heading`: what it counts, and the run that goes before."""

    heading: tuple[Number, int]
    weight: int
    before: "_Run | None"


def _best_run(numbered: Iterable[tuple[Number, int, bool]]) -> list[tuple[Number, int]]:
    """The run of headings that counts most in which each number may follow the one before.

    A number follows its elder sibling or anything below that, or as the first the section that it is in. A
    line next to the one with the number before or after it is rather the item of a list, and counts half.
    """
    ending_at: dict[Number, _Run] = {}
    ending_below: dict[Number, _Run] = {}
    best: _Run | None = None
    for number, start, in_list in numbered:
        parent, elder = number[:-1], (*number[:-1], number[-1] - 1)
        before = ending_at.get(parent) if number[-1] == 1 else ending_below.get(elder)
        if before is None and number != (1,):
            continue
        run = _Run((number, start), (before.weight if before else 0) + (1 if in_list else 2), before)
        best = run if best is None or run.weight > best.weight else best
        around = ((ending_below, number[:size]) for size in range(1, len(number) + 1))
        for runs, at in ((ending_at, number), *around):
            if at not in runs or runs[at].weight <= run.weight:
                runs[at] = run
    headings = []
    while best is not None:
        headings.append(best.heading)
        best = best.before
    return headings[::-1]
