"""An entry taken apart into claims: texts and figures, each with the places in documents it rests on.

A text in the front matter rests on the source of its group. In the body a citation carries what goes
before it in its paragraph, or the list that it ends. What has no citation of its own rests on all the
places that the entry cites.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.problems import KeyPath
from generator.reading.blocks import Block, blocks
from generator.schema.practice import FullPractice
from generator.schema.shapes import walk

_CITATION = re.compile(r"\[@([^\]\[<>]*)\]")
_ONE_CITATION = re.compile(r"\s*@?([a-z0-9-]+),\s*(\S.*)", re.DOTALL)
_NOT_SHOWN = re.compile(r"\]\([^)\s]*\)|^\[//\]:.*$", re.MULTILINE)
_TRACED_KINDS = ("text", "quantity", "number")
_NOT_CLAIMS = frozenset(
    ["title", "alt_titles", "criteria", "locator", "editor_notes", "exceptions", "contact", "review_months"]
)
"""Fields that name or administer and state nothing that a source would have."""
_UNITS = {"session_minutes": "minutes", "weeks": "weeks", "total_hours": "hours"}


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document, as an entry cites it: key of the reference and locator."""

    ref: str
    locator: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that an entry says are in a place of a document, with the path of the source in its fields."""

    path: KeyPath
    place: Place
    words: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A text that states something, and the places it rests on; none where it has no source of its own.

    `path` leads to a field; in a body it is empty and `start` is the position there.
    """

    text: str
    places: tuple[Place, ...]
    path: KeyPath = ()
    start: int = 0


def quotes_in(fields: Mapping[str, Any]) -> Iterator[Quote]:
    """Every quote in the fields of an entry."""
    for path, source in _sources(fields, ()):
        if isinstance(source.get("quote"), str):
            yield Quote(path, Place(source["ref"], source["locator"]), source["quote"])


def places_in(fields: Mapping[str, Any]) -> Iterator[tuple[KeyPath, Place]]:
    """Every place that the fields of an entry cite, with the path of its source."""
    for path, source in _sources(fields, ()):
        yield path, Place(source["ref"], source["locator"])


def claims_in(fields: Mapping[str, Any]) -> Iterator[Claim]:
    """Every text and figure in the fields of an entry that states something."""
    yield from _claims(fields, (), (), ())


def cited_places(body: str) -> Iterator[tuple[int, Place]]:
    """Every place that a body cites, with the position of the citation."""
    for found in _CITATION.finditer(body):
        yield from ((found.start(), place) for place in _places(found[1]))


def claims_in_body(body: str) -> Iterator[Claim]:
    """The running text of a body piece by piece, each with the places that it rests on."""
    pieces = [piece for block in blocks(body) if block.kind != "heading" for piece in _pieces(body, block)]
    for number, piece in enumerate(pieces):
        places = piece.places or _of_the_list(body, pieces, number)
        yield Claim(_shown(body[piece.start : piece.end]), places, start=piece.start)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a block that ends with a citation or with the block."""

    start: int
    end: int
    places: tuple[Place, ...]
    block: Block


def _pieces(body: str, block: Block) -> Iterator[_Piece]:
    start = block.start
    pending: _Piece | None = None
    for found in _CITATION.finditer(body, block.start, block.end):
        places = _places(found[1])
        if pending and not re.search(r"\w", body[start : found.start()]):
            pending = _Piece(pending.start, pending.end, (*pending.places, *places), block)
        else:
            if pending:
                yield pending
            pending = _Piece(start, found.start(), places, block)
        start = found.end()
    if pending:
        yield pending
    if re.search(r"\w", body[start : block.end]):
        yield _Piece(start, block.end, (), block)


def _of_the_list(body: str, pieces: list[_Piece], number: int) -> tuple[Place, ...]:
    """The places of a piece without a citation: those that end its list, or those of the words before it."""
    piece = pieces[number]
    ahead = pieces[number + 1 :]
    group = piece.block.group
    if not group and ahead and body[: piece.end].rstrip().endswith(":"):
        group = ahead[0].block.group
    if not group:
        return ()
    places = next((other.places for other in ahead if other.places and other.block.group == group), ())
    if places or not piece.block.group:
        return places
    before = [other for other in pieces[:number] if other.block.group != group]
    return before[-1].places if before else ()


def _places(citation: str) -> tuple[Place, ...]:
    matches = (_ONE_CITATION.fullmatch(part) for part in citation.split("; @"))
    return tuple(Place(found[1], " ".join(found[2].split())) for found in matches if found)


def _shown(text: str) -> str:
    """A piece of Markdown as readers see it, with every sign where it was."""
    without = _NOT_SHOWN.sub(lambda found: " " * len(found[0]), text)
    return re.sub(r"[*_`\[\]\\]", " ", without)


def _sources(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    """Every group in or below `value` that cites a document."""
    if isinstance(value, dict):
        if isinstance(value.get("ref"), str) and isinstance(value.get("locator"), str):
            yield path, value
        for key, item in value.items():
            yield from _sources(item, (*path, key))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _sources(item, (*path, position))


def _claims(value: Any, path: KeyPath, names: tuple[str, ...], places: tuple[Place, ...]) -> Iterator[Claim]:
    """The claims in or below a value; `names` is its path without positions and numbers of indicators."""
    if isinstance(value, dict):
        own = tuple(place for at, place in places_in(value) if at == ("source",))
        for key, item in value.items():
            named = names if key.isdigit() else (*names, key)
            if key not in _NOT_CLAIMS and key not in ("source", "sources"):
                yield from _claims(item, (*path, key), named, own or places)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _claims(item, (*path, position), names, places)
    elif isinstance(value, str) and names in _traced_fields():
        unit = _UNITS.get(names[-1], "")
        yield Claim(f"{value} {unit}".strip(), places, path)


@cache
def _traced_fields() -> frozenset[tuple[str, ...]]:
    """The paths of the fields whose values state something: texts, numbers and quantities."""
    return frozenset(
        path
        for path, field in walk(FullPractice)
        if field.shape.innermost.kind in _TRACED_KINDS and not _NOT_CLAIMS & set(path)
    )
