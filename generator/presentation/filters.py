"""The facets as filters of the search: every facet of the compendium, the ages, the indicators by name.

In comes the compendium; out come filters, each with its label, its values in their own order and what
a practice has of it. Their labels are Pagefind's filter names and values, as readers see them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator import vocabulary
from generator.compendium.facets import FACETS, Facet
from generator.compendium.records import Compendium, PracticeEntry
from generator.schema.parts import AgeRange

AGES = "Age"
AGES_NOT_DESCRIBED = "Not described"
INDICATOR = "Indicator shown"

AGE_BANDS = (
    ("Under 5", 0, 4),
    ("5 to 10", 5, 10),
    ("11 to 15", 11, 15),
    ("16 and 17", 16, 17),
    ("18 and over", 18, 130),
)
"""Bands by which readers look for ages: early years, primary school, secondary school, leaving, adults."""

_ORDER = (
    "category",
    "field",
    "kind",
    "theme",
    "country",
    "tier",
    "work-stream",
    "provider",
    "safety-phase",
    "mode",
    "evidence-level",
    "indicator",
    "entry",
    "status",
)
"""Facets in the order in which a reader narrows down; ages follow the safety phase."""


@dataclass(frozen=True)
class Filter:
    """One filter: `all_chosen` asks for every chosen value where others ask for any of them."""

    name: str
    label: str
    values: tuple[str, ...]
    labels_of: Callable[[PracticeEntry], Iterable[str]]
    all_chosen: bool = False


def filters_of(compendium: Compendium) -> tuple[Filter, ...]:
    """Every filter, in the order in which readers meet them."""
    by_name = {facet.name: facet for facet in FACETS}
    named = [*_ORDER, *(name for name in by_name if name not in _ORDER)]
    filters = [
        _of_indicators(compendium) if name == "indicator" else _of_facet(by_name[name])
        for name in named
        if name in by_name
    ]
    after = next((i for i, each in enumerate(filters) if each.name == "safety-phase"), len(filters) - 1)
    ordered = (*filters[: after + 1], _of_ages(), *filters[after + 1 :])
    return tuple(_with_values_in_use(each, compendium) for each in ordered)


def _with_values_in_use(each: Filter, compendium: Compendium) -> Filter:
    used = {label for entry in compendium.practices.values() for label in each.labels_of(entry)}
    return replace(each, values=tuple(label for label in each.values if label in used))


def _of_facet(facet: Facet) -> Filter:
    terms = facet.vocabulary
    return Filter(
        facet.name,
        facet.label,
        tuple(term.label for term in terms),
        lambda entry: [terms[value].label for value in facet.values_of(entry.fields)],
    )


def _of_indicators(compendium: Compendium) -> Filter:
    facet = next(facet for facet in FACETS if facet.name == "indicator")
    labels = {
        number: f"{number}. {compendium.indicators[number].fields.title}"
        for number in vocabulary.INDICATOR_NUMBER.values
        if number in compendium.indicators
    }
    return Filter(
        facet.name,
        INDICATOR,
        tuple(labels.values()),
        lambda entry: [labels[number] for number in facet.values_of(entry.fields) if number in labels],
        all_chosen=True,
    )


def _of_ages() -> Filter:
    values = (*(label for label, _, _ in AGE_BANDS), AGES_NOT_DESCRIBED)
    return Filter("age", AGES, values, ages_of)


def ages_of(entry: PracticeEntry) -> tuple[str, ...]:
    """The age bands that the practice's participants fall into, or that no source describes them."""
    ranges = [group.ages for group in entry.fields.participants or () if group.ages]
    bands = tuple(
        label for label, youngest, oldest in AGE_BANDS if any(_meets(r, youngest, oldest) for r in ranges)
    )
    return bands or (AGES_NOT_DESCRIBED,)


def _meets(ages: AgeRange, youngest: int, oldest: int) -> bool:
    return (ages.from_ or 0) <= oldest and (oldest if ages.to is None else ages.to) >= youngest
