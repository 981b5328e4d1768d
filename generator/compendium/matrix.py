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


@dataclass(frozen=True)
class MapCell:
    """The practices for one tier of need in one work stream; none is a gap."""

    tier: Term
    work_stream: Term
    practices: tuple[PracticeEntry, ...]


@dataclass(frozen=True)
class NeedsMap:
    """Tiers of need by work streams, and the practices whose sources do not place them."""

    rows: tuple[tuple[MapCell, ...], ...]
    unplaced: tuple[PracticeEntry, ...]

    @property
    def gaps(self) -> tuple[MapCell, ...]:
        """The cells without any practice."""
        return tuple(cell for row in self.rows for cell in row if not cell.practices)


def needs_map(practices: Mapping[str, PracticeEntry]) -> NeedsMap:
    """The map of all practices, tier 4 at the top as in ipc-wales, section 3."""
    cells: dict[tuple[str, str], list[PracticeEntry]] = {}
    unplaced = []
    for entry in practices.values():
        places = [(t, w) for t in entry.fields.tiers or () for w in entry.fields.work_streams or ()]
        if not places:
            unplaced.append(entry)
        for place in places:
            cells.setdefault(place, []).append(entry)
    rows = tuple(
        tuple(
            MapCell(tier, stream, tuple(cells.get((tier.value, stream.value), ())))
            for stream in vocabulary.WORK_STREAM
        )
        for tier in reversed(vocabulary.TIER.terms)
    )
    return NeedsMap(rows, tuple(unplaced))
