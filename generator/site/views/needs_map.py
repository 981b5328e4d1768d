"""The map of tiers of need by work streams: where practices are placed, and where sources leave it open."""

from dataclasses import dataclass
from typing import NamedTuple

from generator import vocabulary
from generator.compendium.matrix import MapCell, Practices
from generator.presentation import addresses
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.links import Link, practice_link
from generator.presentation.texts import Texts

MOST_IN_CELL = 12


class MapCellView(NamedTuple):
    """One cell of the map: its practices, of which the first are named, and what may belong here too.

    `more` leads to the practices that are not named; `elsewhere` to those without a tier or a work stream.
    """

    id: str
    number: int
    named: tuple[Link, ...]
    more: Link | None
    elsewhere: tuple[Link, ...] = ()


class MapRow(NamedTuple):
    """One tier with its cells, the last for practices without a work stream; `tier` may be none."""

    label: str
    cells: tuple[MapCellView, ...]


@dataclass(frozen=True)
class MapView:
    """What the template `map.html` shows."""

    columns: tuple[str, ...]
    rows: tuple[MapRow, ...]
    gaps: tuple[str, ...]
    unplaced: tuple[Link, ...]


def map_view(words: CompendiumText) -> MapView:
    """Tiers of need by work streams, with a row and a column for what the sources do not say."""
    needs, texts = words.catalogue.needs_map, words.texts
    tiers, streams = texts.terms(vocabulary.TIER), texts.terms(vocabulary.WORK_STREAM)
    rows = [
        MapRow(
            tiers[row[0].tier.value].label,
            (
                *(_cell_view(cell, texts) for cell in row),
                _other_cell("tier", row[0].tier.value, row[0].without_stream, texts),
            ),
        )
        for row in needs.rows
    ]
    untiered = (_other_cell("work-stream", s, entries, texts) for s, entries in needs.without_tier.items())
    rows.append(MapRow(texts("map.no-tier"), (*untiered, MapCellView("", 0, (), None))))
    return MapView(
        (*(stream.label for stream in streams), texts("map.no-stream")),
        tuple(rows),
        tuple(
            texts(
                "map.gap-of",
                tier=tiers[gap.tier.value].label,
                stream=streams[gap.work_stream.value].label.lower(),
            )
            for gap in needs.gaps
        ),
        tuple(practice_link(entry) for entry in needs.unplaced),
    )


def _cell_view(cell: MapCell, texts: Texts) -> MapCellView:
    others = (
        ("map.without-tier", cell.without_tier, f"#no-tier-{cell.work_stream.value}"),
        ("map.without-stream", cell.without_stream, f"#no-work-stream-{cell.tier.value}"),
    )
    elsewhere = tuple(Link(texts(key, n=len(found)), anchor) for key, found, anchor in others if found)
    return _named("", cell.practices, addresses.index_of("tier", cell.tier.value), texts)._replace(
        elsewhere=() if cell.practices else elsewhere
    )


def _other_cell(facet: str, value: str, found: Practices, texts: Texts) -> MapCellView:
    """The practices that have this value, and none of the other kind."""
    other = "work-stream" if facet == "tier" else "tier"
    return _named(f"no-{other}-{value}", found, addresses.index_of(facet, value), texts)


def _named(id_: str, found: Practices, all_of_them: str, texts: Texts) -> MapCellView:
    named = tuple(map(practice_link, found[:MOST_IN_CELL]))
    more = len(found) - len(named)
    return MapCellView(
        id_, len(found), named, Link(texts("map.more", n=more), all_of_them) if more > 0 else None
    )
