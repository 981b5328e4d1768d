"""Days in words, the same on pages and in print, whatever the machine's locale."""

import datetime
from functools import lru_cache

from babel.dates import format_date

_TERRITORY = {"en": "en_GB"}
"""Where a language alone does not say how its days are written."""


@lru_cache(maxsize=4096)
def day_in_words(day: datetime.date, language: str = "en") -> str:
    """`21 November 2026`."""
    return format_date(day, "long", locale=_TERRITORY.get(language, language))


@lru_cache(maxsize=4096)
def partial_day_in_words(date: str, language: str = "en") -> str:
    """An EDTF year, month or day in words: `2007`, `August 2000`, `1 August 2007`."""
    year, *rest = (int(part) for part in date.split("-"))
    if not rest:
        return str(year)
    if len(rest) == 1:
        first = datetime.date(year, rest[0], 1)
        return format_date(first, "LLLL y", locale=_TERRITORY.get(language, language))
    return day_in_words(datetime.date(year, *rest), language)
