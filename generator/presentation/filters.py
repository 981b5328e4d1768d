"""The facets as filters: every facet of the compendium, the ages, the indicators by name, as readers see them.

Their labels are the names and values of the search's filters too.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.compendium.facets import FACETS, Facet
from generator.compendium.records import PracticeEntry
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.texts import Texts
from generator.schema.parts import AgeRange

AGE_BANDS = ((0, 4), (5, 10), (11, 15), (16, 17), (18, 130))
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


def filters_of(words: CompendiumText) -> tuple[Filter, ...]:
    """Every filter, in the order in which readers meet them."""
    texts = words.texts
    by_name = {facet.name: facet for facet in FACETS}
    named = [*_ORDER, *(name for name in by_name if name not in _ORDER)]
    filters = [
        _of_indicators(words) if name == "indicator" else _of_facet(by_name[name], texts)
        for name in named
        if name in by_name
    ]
    after = next((i for i, each in enumerate(filters) if each.name == "safety-phase"), len(filters) - 1)
    ordered = (*filters[: after + 1], _of_ages(texts), *filters[after + 1 :])
    return tuple(_with_values_in_use(each, words) for each in ordered)


def _with_values_in_use(each: Filter, words: CompendiumText) -> Filter:
    used = {label for entry in words.catalogue.practices.values() for label in each.labels_of(entry)}
    return replace(each, values=tuple(label for label in each.values if label in used))


def _of_facet(facet: Facet, texts: Texts) -> Filter:
    terms = texts.terms(facet.vocabulary)
    return Filter(
        facet.name,
        terms.label,
        tuple(term.label for term in terms),
        lambda entry: [terms[value].label for value in facet.values_of(entry.fields)],
    )


def _of_indicators(words: CompendiumText) -> Filter:
    facet = next(facet for facet in FACETS if facet.name == "indicator")
    labels = {
        number: words.texts("indicator.numbered", number=number, title=indicator.fields.title)
        for number, indicator in words.catalogue.indicators.items()
    }
    return Filter(
        facet.name,
        words.texts("filter.indicator"),
        tuple(labels.values()),
        lambda entry: [labels[number] for number in facet.values_of(entry.fields) if number in labels],
        all_chosen=True,
    )


def _of_ages(texts: Texts) -> Filter:
    unknown = texts("filter.age-not-described")
    labels = tuple(age_band_in_words(youngest, texts) for youngest, _ in AGE_BANDS)

    def labels_of(entry: PracticeEntry) -> tuple[str, ...]:
        """The age bands that the practice's participants fall into, or that no source describes them."""
        return tuple(age_band_in_words(youngest, texts) for youngest in age_bands_of(entry)) or (unknown,)

    return Filter("age", texts("filter.age"), (*labels, unknown), labels_of)


def age_band_in_words(youngest: int, texts: Texts) -> str:
    """The band that begins with this age."""
    return texts(f"filter.age-from-{youngest}")


def age_bands_of(entry: PracticeEntry) -> tuple[int, ...]:
    """The age bands that the practice's participants fall into, each by its first age."""
    ranges = [group.ages for group in entry.fields.participants or () if group.ages]
    return tuple(
        youngest for youngest, oldest in AGE_BANDS if any(_meets(each, youngest, oldest) for each in ranges)
    )


def _meets(ages: AgeRange, youngest: int, oldest: int) -> bool:
    return (ages.from_ or 0) <= oldest and (oldest if ages.to is None else ages.to) >= youngest
