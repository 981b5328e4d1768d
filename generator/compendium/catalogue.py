"""The compendium with everything that is derived from it, each computed once and when first asked.

In comes the compendium; the site and the book take from here what they show.
"""

from collections.abc import Mapping
from functools import cached_property

from generator import vocabulary
from generator.compendium.facets import Group, all_groups
from generator.compendium.lineage import Lineage, lineage
from generator.compendium.matrix import NeedsMap, needs_map
from generator.compendium.records import Compendium, IndicatorEntry, PageEntry, PracticeEntry, title_order
from generator.compendium.related import Relatedness
from generator.schema.reference import Reference


class Catalogue:
    """All records in the orders in which readers meet them, and what follows from them together."""

    def __init__(self, compendium: Compendium) -> None:
        self.compendium = compendium

    def prepare(self) -> None:
        """Computes everything now: worth while before the work with it is shared out among processes."""
        for name, value in vars(Catalogue).items():
            if isinstance(value, cached_property):
                getattr(self, name)

    @property
    def references(self) -> Mapping[str, Reference]:
        """References by key."""
        return self.compendium.references

    @property
    def pages(self) -> Mapping[str, PageEntry]:
        """Pages of prose by id."""
        return self.compendium.pages

    @cached_property
    def practices(self) -> dict[str, PracticeEntry]:
        """Practices by id, in the order of their titles."""
        return {entry.id: entry for entry in sorted(self.compendium.practices.values(), key=title_order)}

    @cached_property
    def indicators(self) -> dict[str, IndicatorEntry]:
        """Indicators by number, 1 to 8."""
        by_number = self.compendium.indicators
        return {
            number: by_number[number] for number in vocabulary.INDICATOR_NUMBER.values if number in by_number
        }

    @cached_property
    def criteria(self) -> dict[str, str]:
        """The criteria of both wordings by their ids, such as H4.1 and I4.2."""
        return {
            criterion.id: criterion.text
            for indicator in self.indicators.values()
            for criterion in (*indicator.fields.criteria, *indicator.fields.ipc_criteria)
        }

    @cached_property
    def groups(self) -> dict[str, dict[str, Group]]:
        """For each facet the values that occur, with their practices by title."""
        return all_groups(self.practices)

    @cached_property
    def lineage(self) -> Lineage:
        """Who adapted what from whom."""
        return lineage(self.practices)

    @cached_property
    def relatedness(self) -> Relatedness:
        """What is close to what."""
        return Relatedness(self.practices)

    @cached_property
    def needs_map(self) -> NeedsMap:
        """Tiers of need by work streams."""
        return needs_map(self.practices)

    @cached_property
    def by_mark(self) -> dict[str, dict[str, tuple[PracticeEntry, ...]]]:
        """For each indicator's number and each mark the practices that have it, by title."""
        marks: dict[str, dict[str, list[PracticeEntry]]] = {
            number: {mark: [] for mark in vocabulary.MARK.values} for number in self.indicators
        }
        for entry in self.practices.values():
            for number, by_value in marks.items():
                by_value[entry.mark(number).mark].append(entry)
        return {
            number: {mark: tuple(entries) for mark, entries in by_value.items()}
            for number, by_value in marks.items()
        }

    @cached_property
    def citing(self) -> dict[str, tuple[PracticeEntry, ...]]:
        """The practices that cite each reference, by its key."""
        citing: dict[str, list[PracticeEntry]] = {key: [] for key in self.references}
        for entry in self.practices.values():
            for ref in entry.references:
                citing[ref].append(entry)
        return {key: tuple(entries) for key, entries in citing.items()}

    @cached_property
    def newest_reviewed(self) -> tuple[PracticeEntry, ...]:
        """Practices by the day of their last review, newest first, equal days by title."""
        return tuple(sorted(self.practices.values(), key=lambda entry: -entry.fields.reviewed_on.toordinal()))
