"""What of a practice answers the questions about a case: facets of the compendium, and three of our own.

Ages come in the bands of the search. Substances and audiences are read from the words of an entry where
its fields do not tell them apart.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator import vocabulary
from generator.compendium.facets import FACETS, Facet
from generator.compendium.records import PracticeEntry
from generator.presentation.cases.audience import AUDIENCES, audience_of
from generator.presentation.filters import AGE_BANDS, age_band_in_words, age_bands_of
from generator.presentation.texts import Texts

ALCOHOL, DRUGS, UNNAMED = "alcohol", "drugs", "unnamed"
PARENTAL_THEMES = {"parental-alcohol-misuse": ALCOHOL, "parental-drug-misuse": DRUGS}
ADULT_SUBSTANCE_MISUSE = "adult-substance-misuse"
"""The theme that does not say which substance, nor whether a parent uses it."""

_NAMED = {
    ALCOHOL: re.compile(r"\b(?:alcohol\w*|drinks?|drinking)\b", re.IGNORECASE),
    DRUGS: re.compile(r"\b(?:drugs?|heroin|methadone|opiates?|cannabis|cocaine|crack)\b", re.IGNORECASE),
}


@dataclass(frozen=True)
class CaseFacet:
    """One kind of value by which a practice answers a question; `label` words a value inside a sentence."""

    name: str
    values: tuple[str, ...]
    values_of: Callable[[PracticeEntry], Iterable[str]]
    label: Callable[[str, Texts], str]


def substances_of(entry: PracticeEntry) -> frozenset[str]:
    """The substances that an entry is about; `unnamed` where it is about an adult's use and names none."""
    fields = entry.fields
    parental = {PARENTAL_THEMES[theme] for theme in fields.themes if theme in PARENTAL_THEMES}
    if ADULT_SUBSTANCE_MISUSE not in fields.themes:
        return frozenset(parental)
    words = " ".join((fields.title, *fields.alt_titles, fields.summary))
    named = {substance for substance, pattern in _NAMED.items() if pattern.search(words)}
    return frozenset(parental | (named or {UNNAMED}))


def is_of_adults_only(entry: PracticeEntry) -> bool:
    """Whether the substances are an adult's, and nothing says that the adult is a parent."""
    themes = {*entry.fields.themes}
    return ADULT_SUBSTANCE_MISUSE in themes and not PARENTAL_THEMES.keys() & themes


def _of(facet: Facet) -> CaseFacet:
    is_name = facet.vocabulary is vocabulary.countries()

    def label(value: str, texts: Texts) -> str:
        found = texts.terms(facet.vocabulary)[value].label
        return found if is_name else _lowered(found)

    return CaseFacet(facet.name, facet.vocabulary.values, lambda entry: facet.values_of(entry.fields), label)


def _lowered(label: str) -> str:
    return label[:1].lower() + label[1:]


_OWN = (
    CaseFacet("audience", AUDIENCES, audience_of, lambda value, texts: texts(f"case.audience.{value}")),
    CaseFacet(
        "age",
        tuple(str(youngest) for youngest, _ in AGE_BANDS),
        lambda entry: map(str, age_bands_of(entry)),
        lambda value, texts: _lowered(age_band_in_words(int(value), texts)),
    ),
    CaseFacet(
        "substance",
        (ALCOHOL, DRUGS, UNNAMED),
        substances_of,
        lambda value, texts: texts(f"case.substance.{value}"),
    ),
)
CASE_FACETS: Mapping[str, CaseFacet] = {facet.name: facet for facet in (*map(_of, FACETS), *_OWN)}
"""Every facet that an answer may name, by its name."""
