"""The two maps of the whole: practices by indicators, and tiers of need by work streams.

In come practices; out come rows and cells, in the orders that matter. An empty cell is a finding.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator import vocabulary
from generator.compendium.records import PracticeEntry, title_order
from generator.vocabulary import Term


@dataclass(frozen=True)
class MatrixOrder:
    """One order in which the matrix is offered."""

    name: str
    key: Callable[[PracticeEntry], tuple[object, ...]]


def _shown(entry: PracticeEntry) -> tuple[object, ...]:
    counts = [
        sum(mark.mark == value for mark in entry.fields.indicators.values()) for value in ("shown", "partly")
    ]
    return tuple(-count for count in counts)


MATRIX_ORDERS = (
    MatrixOrder("title", lambda _: ()),
    MatrixOrder("marks", _shown),
    MatrixOrder("evidence", lambda e: (-vocabulary.EVIDENCE_LEVEL.rank(e.fields.evidence.level),)),
    MatrixOrder("category", lambda e: (vocabulary.CATEGORY.rank(e.fields.category),)),
    MatrixOrder("country", lambda e: (e.fields.countries[0],)),
)


def matrix(practices: Iterable[PracticeEntry], order: MatrixOrder) -> list[PracticeEntry]:
    """The practices in the given order, those equal in it by title."""
    return sorted(practices, key=lambda entry: (*order.key(entry), *title_order(entry)))


Practices = tuple[PracticeEntry, ...]


@dataclass(frozen=True)
class MapCell:
    """The practices for one tier of need in one work stream, and those that may belong there too.

    `without_tier` are of this work stream, `without_stream` of this tier: their sources do not say the other.
    """

    tier: Term
    work_stream: Term
    practices: Practices
    without_tier: Practices
    without_stream: Practices

    @property
    def is_gap(self) -> bool:
        """Whether no practice is known here, and none that may belong here."""
        return not (self.practices or self.without_tier or self.without_stream)


@dataclass(frozen=True)
class NeedsMap:
    """Tiers of need by work streams, with the practices whose sources place them by one or by neither.

    `without_tier` has the practices of each work stream without a tier, `without_stream` those of each tier
    without a work stream, both by value; `unplaced` are those that have neither.
    """

    rows: tuple[tuple[MapCell, ...], ...]
    without_tier: Mapping[str, Practices]
    without_stream: Mapping[str, Practices]
    unplaced: Practices

    @property
    def gaps(self) -> tuple[MapCell, ...]:
        """The cells for which no practice is known."""
        return tuple(cell for row in self.rows for cell in row if cell.is_gap)


def needs_map(practices: Mapping[str, PracticeEntry]) -> NeedsMap:
    """The map of all practices, tier 4 at the top as in ipc-wales, section 3."""
    cells: dict[tuple[str, str], list[PracticeEntry]] = {}
    for entry in practices.values():
        for tier in entry.fields.tiers or [""]:
            for stream in entry.fields.work_streams or [""]:
                cells.setdefault((tier, stream), []).append(entry)
    found = {place: tuple(entries) for place, entries in cells.items()}
    without_tier = {stream.value: found.get(("", stream.value), ()) for stream in vocabulary.WORK_STREAM}
    without_stream = {tier.value: found.get((tier.value, ""), ()) for tier in vocabulary.TIER}
    rows = tuple(
        tuple(
            MapCell(
                tier,
                stream,
                found.get((tier.value, stream.value), ()),
                without_tier[stream.value],
                without_stream[tier.value],
            )
            for stream in vocabulary.WORK_STREAM
        )
        for tier in reversed(vocabulary.TIER.terms)
    )
    return NeedsMap(rows, without_tier, without_stream, found.get(("", ""), ()))
