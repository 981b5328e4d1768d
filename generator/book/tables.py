"""Tables of bodies: upright where they fit, on a page turned on its side, or row by row.

In comes a table of the tree; out comes its source in the first of three forms in which every column
keeps room for a few words.
"""

from collections.abc import Callable

from generator.book.edition import Edition
from generator.book.tree import Element
from generator.book.typst_text import array, call, joined, literal

NARROWEST_COLUMN = 4.6
"""Least width of a column, in ems of running text."""

LONGEST_UNCUT_CELL = 1000
"""Characters in a cell from which its row may be cut, lest it be taller than the page."""

Flow = Callable[[Element], str]


def table_source(table: Element, flow: Flow, edition: Edition, may_turn: bool) -> str:
    """The source of a table; `may_turn` says whether it may have a page of its own."""
    rows = [list(row.elements("th", "td")) for row in table.elements("tr")]
    head, body = rows[0], rows[1:]
    narrowest = NARROWEST_COLUMN * len(head)
    if narrowest <= edition.text_width:
        return _table(head, body, flow)
    if may_turn and narrowest <= edition.landscape_width:
        return call("on-its-side", _table(head, body, flow))
    return _row_by_row(head, body, flow)


def _table(head: list[Element], body: list[list[Element]], flow: Flow) -> str:
    cells = [_cell(cell, flow) for row in body for cell in row]
    return call("ruled-table", f"(1fr,) * {len(head)}", array(flow(cell) for cell in head), *cells)


def _cell(cell: Element, flow: Flow) -> str:
    return call("long-cell", flow(cell)) if len(cell.text) > LONGEST_UNCUT_CELL else flow(cell)


def _row_by_row(head: list[Element], body: list[list[Element]], flow: Flow) -> str:
    """Each row as a list of `heading: cell`."""
    return joined(
        call(
            "note-box",
            call(
                "list",
                *(
                    joined((call("strong", flow(name)), literal(": "), flow(cell)))
                    for name, cell in zip(head, row, strict=False)
                ),
            ),
        )
        for row in body
    )
