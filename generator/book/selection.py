"""Which practices a book holds.

Values of one kind widen the choice, kinds together narrow it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator import vocabulary
from generator.compendium.facets import MARKS_THAT_COUNT
from generator.compendium.records import Compendium, PracticeEntry
from generator.presentation.texts import Texts
from generator.problems import did_you_mean, one_of
from generator.vocabulary import Vocabulary


@dataclass(frozen=True)
class Selection:
    """What was asked for; empty means everything."""

    only: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()

    def in_words(self, texts: Texts) -> str:
        """What was asked for, for the cover; the practices of `only` are not repeated there."""
        kinds = (
            (vocabulary.countries(), self.countries),
            (vocabulary.CATEGORY, self.categories),
            (vocabulary.TIER, self.tiers),
            (vocabulary.INDICATOR_NUMBER, self.indicators),
        )
        asked = [texts("book.chosen")] if self.only else []
        for vocabulary_, values in kinds:
            terms = texts.terms(vocabulary_)
            asked += [texts("book.or").join(terms[value].label for value in values)] if values else []
        return "; ".join(asked)


EVERYTHING = Selection()


def chosen(compendium: Compendium, selection: Selection) -> tuple[PracticeEntry, ...]:
    """The practices asked for, in the order of their ids."""
    return tuple(entry for entry in compendium.practices.values() if _is_chosen(entry, selection))


_IDS = "Practices are named as their files in practices/, without '.md'."


def mistakes_in(selection: Selection, compendium: Compendium) -> list[str]:
    """What is wrong with the request, each in a sentence or two; empty when it can be printed."""
    found = [
        *_unknown("practice", selection.only, compendium.practices, _IDS),
        *_no_countries(selection.countries),
        *_not_in(vocabulary.CATEGORY, selection.categories),
        *_not_in(vocabulary.INDICATOR_NUMBER, selection.indicators),
        *_not_in(vocabulary.TIER, selection.tiers),
    ]
    if not found and not chosen(compendium, selection):
        found.append("No practice fits the whole request. Leave one of the options out, or name other values.")
    return found


def _is_chosen(entry: PracticeEntry, selection: Selection) -> bool:
    fields = entry.fields
    tests: tuple[tuple[tuple[str, ...], Callable[[str], bool]], ...] = (
        (selection.only, lambda value: value == entry.id),
        (selection.countries, lambda value: value in fields.countries),
        (selection.categories, lambda value: value == fields.category),
        (selection.indicators, lambda value: entry.mark(value).mark in MARKS_THAT_COUNT),
        (selection.tiers, lambda value: value in (fields.tiers or ())),
    )
    return all(any(map(fits, values)) for values, fits in tests if values)


def _not_in(terms: Vocabulary, values: Iterable[str]) -> list[str]:
    return _unknown(terms.name, values, terms.values, one_of(terms.values))


def _no_countries(values: Iterable[str]) -> list[str]:
    codes = vocabulary.countries()
    wrong = [(value, vocabulary.country_meant(value)) for value in values if value not in codes]
    return [
        f"There is no country {value!r}. "
        + (f"Did you mean {meant!r}?" if meant else "Use a code of ISO 3166-1, such as 'IE', or 'EU'.")
        for value, meant in wrong
    ]


def _unknown(what: str, values: Iterable[str], known: Iterable[str], fix: str) -> list[str]:
    names = list(known)
    return [
        " ".join(filter(None, (f"There is no {what} {value!r}.", did_you_mean(value, names), fix)))
        for value in values
        if value not in names
    ]
