"""The numbers in a text, in figures or in words: 42%, twelve weeks, 90-minute, the 1990s, a third.

A claim's number is found in a source when the source has the same value with the same unit, or without
any. `one`, `first` and `second` are not looked for in claims: English uses them for much besides counting.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
]  # fmt: skip
_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_VALUES = {
    **{word: value for value, word in enumerate(_SMALL)},
    **{word: 10 * (value + 2) for value, word in enumerate(_TENS)},
}
_RANKS = {word: rank + 1 for rank, word in enumerate(_ORDINALS)}
_SHARES = {"half": "50", "halves": "50", "quarter": "25", "quarters": "25"}
_DOZEN = {"dozen": "12"}
_UNITS = {
    "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day", "week": "week",
    "month": "month", "year": "year", "%": "percent", "percent": "percent", "per cent": "percent",
}  # fmt: skip
_NOT_COUNTED = frozenset(["one", "first", "second", "zero"])

_NOT_BEFORE = r"(?<![\w.,])(?<![\w.,!?]['\")])"
"""A number directly behind a word or a closing sign is that of a note."""

_FIGURE = (
    rf"{_NOT_BEFORE}(?P<date>\d{{1,2}}/\d{{1,2}}/(?P<of_year>\d{{2}}|\d{{4}}))(?!\w)"
    rf"|{_NOT_BEFORE}(?P<span>(?P<from_year>(?:18|19|20)\d\d)\s*[/–-]\s*(?P<to_year>\d\d))(?![\w.])"
    rf"|{_NOT_BEFORE}[£€$]?(?P<figure>\d{{1,3}}(?:[,   ]\d{{3}})+(?!\d)|\d+(?:\.\d+)*)"
    r"(?P<ending>'?s|st|nd|rd|th)?(?![A-Za-z0-9])"
    r"|(?<!\w)(?P<one>an?)(?=\s+(?:hour|day|week|month|year)\s+and\s+a\s+half)"
)
_PLURALS = {f"{word}s": word for word in (*_RANKS, *_LARGE, *_DOZEN) if word not in ("first", "second")}
_WORDS = "|".join(sorted([*_VALUES, *_RANKS, *_LARGE, *_SHARES, *_DOZEN, *_PLURALS], key=len, reverse=True))
_WORD = rf"(?<![\w'])(?P<word>{_WORDS})(?![\w'])"
_NUMBER = re.compile(f"{_FIGURE}|{_WORD}", re.IGNORECASE)
_UNIT = re.compile(
    r"[\s-]*(%|per cent|percent|minute|min|hour|hr|day|week|month|year)s?\b|[\s-]*(%)", re.IGNORECASE
)
_BETWEEN_WORDS = re.compile(r"(?:\s*-\s*|\s+)(?:and\s+)?")
_BOTH = re.compile(r"\bboth\b", re.IGNORECASE)
_AND_A = re.compile(r"\band an?\s+$", re.IGNORECASE)
_HALF_MORE = re.compile(r"[\s-]*(?:hours?\s+)?and\s+a\s+half", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number where it is written: its value as digits, its unit if it has one, how it was written."""

    start: int
    value: str
    unit: str
    written: str

    @property
    def is_year(self) -> bool:
        """Whether it looks like a year of our time."""
        return re.fullmatch(r"(?:18|19|20)\d\d", self.value) is not None and not self.unit


def figures(text: str) -> list[Figure]:
    """Every number in a text, in reading order, each with the unit that follows it."""
    return [figure for found in _joined(text) for figure in found]


def is_number_word(word: str) -> bool:
    """Whether a word in small letters is a number, or part of one."""
    return word in _VALUES or word in _RANKS or word in _LARGE or word in _SHARES


def claimed_figures(text: str) -> list[Figure]:
    """The numbers that a source must have: all but the words that often count nothing."""
    return [figure for figure in figures(text) if figure.written.lower() not in _NOT_COUNTED]


class KnownFigures:
    """The numbers that a passage of a source has."""

    def __init__(self, text: str) -> None:
        self._units: dict[str, set[str]] = {"2": {""}} if _BOTH.search(text) else {}
        for figure in figures(text):
            self._add(figure.value, figure.unit)
            if figure.unit == "hour":
                self._add(_times_60(figure.value), "minute")
            elif figure.unit == "minute" and int(float(figure.value)) % 60 == 0:
                self._add(str(int(float(figure.value)) // 60), "hour")

    def has(self, figure: Figure) -> bool:
        """Whether the passage has a number of this value, with this unit or with none."""
        units = self._units.get(figure.value, set())
        return bool(units) and (not figure.unit or figure.unit in units or "" in units)

    def _add(self, value: str, unit: str) -> None:
        self._units.setdefault(value, set()).add(unit)


def _joined(text: str) -> Iterator[list[Figure]]:
    """The numbers in figures and those in words; words that make one number together are joined."""
    run: list[re.Match[str]] = []
    for found in _NUMBER.finditer(text):
        if found["word"] and (not run or _BETWEEN_WORDS.fullmatch(text, run[-1].end(), found.start())):
            run.append(found)
            continue
        yield list(_in_words(text, run))
        run = [found] if found["word"] else []
        if not found["word"]:
            yield list(_in_figures(text, found))
    yield list(_in_words(text, run))


def _in_figures(text: str, found: re.Match[str]) -> Iterator[Figure]:
    if found["date"]:
        year = found["of_year"]
        yield Figure(found.start(), f"20{year}" if len(year) == 2 else year, "", found["date"])
    elif found["span"]:
        first = found["from_year"]
        yield Figure(found.start(), first, "", found["span"])
        yield Figure(found.start(), first[:2] + found["to_year"], "", found["span"])
    elif found["one"]:
        yield from _with_half(text, found, Figure(found.start(), "1", "", found["one"]))
    elif found["figure"].count(".") < 2:
        value = re.sub(r"[,   ]", "", found["figure"])
        value = (value.rstrip("0").rstrip(".") if "." in value else value).lstrip("0") or "0"
        yield from _with_half(text, found, Figure(found.start("figure"), value, "", found["figure"]))


def _with_half(text: str, found: re.Match[str], figure: Figure) -> Iterator[Figure]:
    """The number with its unit; one and a half hours as 1.5."""
    half = _HALF_MORE.match(text, found.end())
    unit = _unit_behind(text, found.end()) or (half and _unit_behind(text, half.end())) or ""
    value = f"{figure.value}.5" if half and "." not in figure.value else figure.value
    yield Figure(figure.start, value, unit, figure.written)


def _in_words(text: str, run: list[re.Match[str]]) -> Iterator[Figure]:
    """The numbers that a run of number words holds: `four two hour` are two, `one hundred and five` is one."""
    groups: list[list[re.Match[str]]] = []
    for word in run:
        if groups and _continues(_singular(groups[-1][-1]["word"]), _singular(word["word"])):
            groups[-1].append(word)
        else:
            groups.append([word])
    for group in groups:
        words = [_singular(each["word"]) for each in group]
        start, end = group[0].start(), group[-1].end()
        if words[0] not in _SHARES:
            yield from _with_half(text, group[-1], Figure(start, _value_of(words), "", text[start:end]))
        elif not _AND_A.search(text, 0, start):
            yield Figure(start, _SHARES[words[0]], "percent", text[start:end])


def _continues(last: str, word: str) -> bool:
    """Whether a word makes one number with the word before it."""
    if word in _LARGE:
        return last in _VALUES or last in _LARGE
    if last in _TENS:
        return word in _SMALL[1:10] or word in _ORDINALS[:9]
    return last in _LARGE and (word in _VALUES or word in _RANKS)


def _singular(word: str) -> str:
    return _PLURALS.get(word.lower(), word.lower())


def _value_of(words: list[str]) -> str:
    if words[0] in _DOZEN:
        return _DOZEN[words[0]]
    whole = part = 0
    for word in words:
        if word in _LARGE:
            part = max(part, 1) * _LARGE[word]
            if _LARGE[word] > 100:
                whole, part = whole + part, 0
        else:
            part += _VALUES.get(word, 0) or _RANKS.get(word, 0)
    return str(whole + part)


def _unit_behind(text: str, position: int) -> str:
    found = _UNIT.match(text, position)
    return _UNITS[(found[1] or found[2]).lower()] if found else ""


def _times_60(value: str) -> str:
    minutes = float(value) * 60
    return str(int(minutes)) if minutes.is_integer() else str(minutes)
