"""The validated records that everything else shows. Nothing here is checked again.

A record is made once, by `load`, from a file that had no problem in it.
"""

import calendar
import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from generator import vocabulary
from generator.problems import Problem
from generator.reading.prose import Prose
from generator.schema.indicator import Indicator
from generator.schema.page import Page
from generator.schema.parts import IndicatorMark
from generator.schema.practice import FULL_FIELDS, Practice
from generator.schema.reference import Reference
from generator.schema.search_words import SearchWords

NOT_DESCRIBED_MARK = IndicatorMark(mark=vocabulary.NOT_DESCRIBED)


@dataclass(frozen=True, eq=False)
class PracticeEntry:
    """One practice: its id (the file's name), its fields and its body."""

    id: str
    path: str
    fields: Practice
    body: Prose

    @property
    def title(self) -> str:
        """The name that the practice is known by."""
        return self.fields.title

    @cached_property
    def references(self) -> tuple[str, ...]:
        """Keys of the documents it cites, each once, in the order of its `sources`."""
        return tuple(dict.fromkeys(citation.ref for citation in self.fields.sources))

    @property
    def review_due(self) -> datetime.date:
        """The day on which the entry is to be checked again."""
        return months_after(self.fields.reviewed_on, self.fields.review_months)

    @cached_property
    def missing_fields(self) -> tuple[str, ...]:
        """Names of the fields that a full entry has and this one does not give at all."""
        return tuple(name for name in FULL_FIELDS if name not in self.fields.model_fields_set)

    @cached_property
    def missing_headings(self) -> tuple[str, ...]:
        """Headings of a full entry's body that this one lacks."""
        present = {heading.text for heading in self.body.headings if heading.level == 2}
        return tuple(heading for heading in vocabulary.BODY_HEADINGS if heading not in present)

    @cached_property
    def marks(self) -> tuple[IndicatorMark, ...]:
        """The marks under indicators 1 to 8."""
        return tuple(self.mark(number) for number in vocabulary.INDICATOR_NUMBER.values)

    def mark(self, number: str) -> IndicatorMark:
        """The mark under an indicator; `not-described` where the entry gives none."""
        return self.fields.indicators.get(number, NOT_DESCRIBED_MARK)


def title_order(entry: PracticeEntry) -> tuple[str, str]:
    """The key by which practices are sorted by title; equal titles go by id."""
    return entry.title.casefold(), entry.id


@dataclass(frozen=True, eq=False)
class IndicatorEntry:
    """One good-practice indicator: its id (the file's name), its fields and its body."""

    id: str
    path: str
    fields: Indicator
    body: Prose

    @property
    def number(self) -> str:
        """`1` to `8`, as practices write it."""
        return str(self.fields.number)


@dataclass(frozen=True, eq=False)
class PageEntry:
    """One page of the site's prose."""

    id: str
    path: str
    fields: Page
    body: Prose


EntryType = TypeVar("EntryType", PracticeEntry, IndicatorEntry, PageEntry)


@dataclass(frozen=True)
class Read(Generic[EntryType]):
    """What came of one file: its path, its entry unless the file is not in order, and its problems.

    An entry that only points at what does not exist is in order by itself: it comes with its problems.
    Without an entry there may still be its body, and its `fields` as they are written.
    """

    path: str
    entry: EntryType | None
    problems: list[Problem]
    body: Prose | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Compendium:
    """Everything: practices by id, indicators by number, references by key, pages by id, all in order.

    `search_words` are the words that readers use, beside those of the entries.
    """

    practices: dict[str, PracticeEntry]
    indicators: dict[str, IndicatorEntry]
    references: dict[str, Reference]
    pages: dict[str, PageEntry]
    search_words: SearchWords = field(default_factory=SearchWords)


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day `months` later, or the month's last day where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))
