"""Acronyms and their long forms, so that each finds what is written with the other.

In come practices; out comes a table of forms that mean the same, and for a text the forms it lacks.
Pairs are read from titles, from alternative titles and from the texts themselves, where an acronym
stands in brackets after the words whose initials it is; a small table adds what no entry spells out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from generator.compendium.records import PracticeEntry

KNOWN: tuple[tuple[str, ...], ...] = (
    ("CAF", "Common Assessment Framework"),
    ("CRIP", "Cellule de recueil des informations préoccupantes"),
    ("DAAT", "Drug and Alcohol Action Team"),
    ("IDVA", "Independent Domestic Violence Advisor", "Independent Domestic Violence Adviser"),
    ("IFSS", "Integrated Family Support Service"),
    ("LSCB", "Local Safeguarding Children Board"),
    ("MAPPA", "Multi-Agency Public Protection Arrangements"),
    ("MARAC", "Multi-Agency Risk Assessment Conference"),
    ("NSPCC", "National Society for the Prevention of Cruelty to Children"),
    ("PMI", "Protection maternelle et infantile"),
    ("TOP", "Treatment Outcomes Profile"),
)
"""Acronyms of the field whose long form is not in every entry that uses them."""

_ACRONYM = re.compile(r"[A-Z]{2,6}")
_IN_BRACKETS = re.compile(r"\(([A-Z]{3,6})s?\)")
_WORDS_BEFORE = re.compile(r"(?:[\w'’-]+ ){2,9}$")
_FARTHEST = 300
"""Characters before an acronym in brackets among which its words are looked for."""

_BRACKETS = re.compile(r"\s*\([^)]*\)")
_TAG = re.compile(r"<[^>]*>")
_SMALL_WORDS = frozenset({"and", "for", "from", "in", "of", "on", "the", "to", "with"})


@dataclass(frozen=True)
class Synonyms:
    """Groups of forms that mean the same; the first of each group is the acronym."""

    groups: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, practices: Iterable[PracticeEntry]) -> "Synonyms":
        """The forms that the practices use and the known ones, sorted by acronym."""
        forms: dict[str, dict[str, None]] = {acronym: dict.fromkeys(longer) for acronym, *longer in KNOWN}
        for entry in practices:
            for acronym, long_form in _pairs(entry):
                if long_form.casefold() not in {form.casefold() for form in forms.get(acronym, ())}:
                    forms.setdefault(acronym, {})[long_form] = None
        return cls(tuple((acronym, *sorted(forms[acronym])) for acronym in sorted(forms)))

    def missing_from(self, html: str) -> str:
        """The other forms of everything that the text calls by one of its forms."""
        text = unescape(_TAG.sub(" ", html))
        folded = text.casefold()
        found: list[str] = []
        for group in self.groups:
            used = [form for form in group if _uses(form, text, folded)]
            if used:
                found.extend(form for form in group if form not in used)
        return " · ".join(found)


def _uses(form: str, text: str, folded: str) -> bool:
    if _ACRONYM.fullmatch(form):
        return form in text and re.search(rf"\b{form}s?\b", text) is not None
    return form.casefold() in folded


def _pairs(entry: PracticeEntry) -> Iterator[tuple[str, str]]:
    """Acronyms with their long forms, from an entry's names and from its text."""
    names = [entry.title, *entry.fields.alt_titles]
    acronyms = [name for name in names if _ACRONYM.fullmatch(name)]
    for acronym in acronyms:
        for name in names:
            plain = _BRACKETS.sub("", name).split(",")[0].strip()
            if not _ACRONYM.fullmatch(plain) and (name == entry.title or is_acronym_of(acronym, plain)):
                yield acronym, plain
    texts = [*names, entry.fields.summary, unescape(_TAG.sub(" ", entry.body.html))]
    for text in texts:
        for found in _IN_BRACKETS.finditer(text) if "(" in text else ():
            words = _WORDS_BEFORE.search(text, max(0, found.start() - _FARTHEST), found.start())
            long_form = _spelled_out(found[1], words[0].split()) if words else None
            if long_form:
                yield found[1], long_form


def is_acronym_of(acronym: str, words: str) -> bool:
    """Whether the letters are the words' initials, small words aside."""
    parts = [part for part in re.split(r"[\s-]+", words) if part.casefold() not in _SMALL_WORDS]
    return acronym.casefold() == "".join(part[0] for part in parts).casefold()


def _spelled_out(acronym: str, words: list[str]) -> str | None:
    """The last of the words whose initials the acronym is."""
    for start in range(len(words) - 1, -1, -1):
        candidate = " ".join(words[start:])
        if words[start].casefold() not in _SMALL_WORDS and is_acronym_of(acronym, candidate):
            return candidate
    return None
