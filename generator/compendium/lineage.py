"""Who adapted what from whom.

In come practices; out come, for each, what it was adapted from (a practice here or a model in words)
and what was adapted from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.compendium.records import PracticeEntry


@dataclass(frozen=True)
class Origin:
    """What a practice was adapted from: a practice here, or a model known by its name alone."""

    name: str
    practice: PracticeEntry | None


@dataclass(frozen=True)
class Lineage:
    """The origins of each practice and the practices that grew from each, by id."""

    origins: dict[str, tuple[Origin, ...]]
    offspring: dict[str, tuple[PracticeEntry, ...]]
    practices: Mapping[str, PracticeEntry]

    @property
    def roots(self) -> dict[str, tuple[PracticeEntry, ...]]:
        """Names of origins that come from nothing here, in order, with what was adapted from each."""
        by_name: dict[str, list[str]] = {}
        for id_, origins in self.origins.items():
            for origin in origins:
                if origin.practice is None:
                    by_name.setdefault(origin.name, []).append(id_)
        return {name: tuple(self.practices[id_] for id_ in by_name[name]) for name in sorted(by_name)}


def lineage(practices: Mapping[str, PracticeEntry]) -> Lineage:
    """The lineage of all practices."""
    origins = {
        id_: tuple(
            Origin(practices[name].title if name in practices else name, practices.get(name))
            for name in entry.fields.adapted_from
        )
        for id_, entry in practices.items()
        if entry.fields.adapted_from
    }
    offspring: dict[str, list[PracticeEntry]] = {}
    for id_, adapted_from in origins.items():
        for origin in adapted_from:
            if origin.practice is not None:
                offspring.setdefault(origin.practice.id, []).append(practices[id_])
    return Lineage(origins, {id_: tuple(entries) for id_, entries in offspring.items()}, practices)
