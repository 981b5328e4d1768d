"""What a practice's text is made of: sections of blocks, whose words every edition prints as they are.

An edition decides how a block looks and how sources are numbered, never what it says. A kind of block has a
name, by which templates and the book find the piece that draws it.
"""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from generator.presentation.links import Link
from generator.presentation.references import ReferenceText
from generator.reading.prose import Prose
from generator.schema.fields import Citation
from generator.vocabulary import Term


class Claim(NamedTuple):
    """A text with its source, where it has one."""

    text: str
    source: Citation | None = None


class Fact(NamedTuple):
    """A label with its values. No values means that no source says it.

    `about_entry` marks what is said of the entry and not of the practice, such as the day of its review.
    """

    label: str
    values: tuple[Link, ...]
    source: Citation | None = None
    about_entry: bool = False


@dataclass(frozen=True)
class Facts:
    """Facts that answer a question; `unnamed` are the labels of what no source says, `silent` says so."""

    kind: ClassVar[str] = "facts"
    name: str
    heading: str
    answer: Fact
    facts: tuple[Fact, ...]
    unnamed: tuple[str, ...] = ()
    silent: str = ""
    warning: str = ""


@dataclass(frozen=True)
class Details:
    """Labelled texts that belong together, such as one evaluation; the first is the one that matters most."""

    kind: ClassVar[str] = "details"
    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Claims:
    """Statements below a heading: a list, or a paragraph where there can be only one; `url` leads further."""

    kind: ClassVar[str] = "claims"
    heading: str
    claims: tuple[Claim, ...]
    id: str = ""
    single: bool = False
    url: str = ""
    warning: bool = False
    silent: str = ""


class Cell(NamedTuple):
    """A cell of a table: a text with its source, an address, or explanations that may be folded away.

    `value` is set where the text is the label of a vocabulary's value, such as that of a mark.
    """

    text: str
    source: Citation | None = None
    address: str = ""
    value: str = ""
    explained: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Table:
    """Rows below heads; `name` tells which table it is, `silent` what to say where there are no rows."""

    kind: ClassVar[str] = "table"
    name: str
    introduction: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    silent: str = ""
    explained_as: str = ""
    heading: str = ""


@dataclass(frozen=True)
class Body:
    """The text that editors wrote below the front matter."""

    kind: ClassVar[str] = "body"
    prose: Prose


@dataclass(frozen=True)
class Ladder:
    """The rung of the evidence ladder that a practice has reached."""

    kind: ClassVar[str] = "ladder"
    level: Term
    rung: int
    position: str


@dataclass(frozen=True)
class Notice:
    """A sentence by itself; a warning is one that no reader may miss."""

    kind: ClassVar[str] = "notice"
    text: str
    warning: bool = False


class Source(NamedTuple):
    """A document that an entry is written from, with the places that it names there."""

    reference: ReferenceText
    places: tuple[Citation, ...]


@dataclass(frozen=True)
class Sources:
    """The documents in the order in which they are numbered."""

    kind: ClassVar[str] = "sources"
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Links:
    """Names below a heading that lead to other practices, each with a note on why."""

    kind: ClassVar[str] = "links"
    name: str
    heading: str
    links: tuple[Link, ...]


Block = Facts | Details | Claims | Table | Body | Ladder | Notice | Sources | Links


@dataclass(frozen=True)
class Section:
    """Blocks below a heading, under the id by which the section is linked to."""

    id: str
    heading: str
    blocks: tuple[Block, ...]
