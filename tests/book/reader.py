"""Reads a PDF back: its text by page, its places on the page, its outline, its tags, its links."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

import pikepdf
import pypdf

_SOFT = re.compile("[\u00ad\u200b\u2060]")


def letters(text: str) -> str:
    """The letters and digits of a text, which no line break or hyphen changes."""
    return "".join(filter(str.isalnum, text))


class Piece(NamedTuple):
    """A run of text with its place, in points from the page's lower left corner, and its font."""

    x: float
    y: float
    text: str
    font: str


class ReadBack:
    """A PDF as its readers meet it."""

    def __init__(self, pdf: bytes) -> None:
        self._reader = pypdf.PdfReader(io.BytesIO(pdf))
        self.file = pikepdf.open(io.BytesIO(pdf))

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page, its white space made even."""
        return [" ".join(_SOFT.sub("", page.extract_text()).split()) for page in self._reader.pages]

    @property
    def text(self) -> str:
        """All text."""
        return " ".join(self.pages)

    def pieces(self, number: int) -> list[Piece]:
        """The runs of text on a page, counted from 1."""
        found: list[Piece] = []

        def visit(text: str, cm: list[float], tm: list[float], font: Any, _: float) -> None:
            if text.strip():
                x, y = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
                found.append(Piece(x, y, text.strip(), (font or {}).get("/BaseFont", "")))

        self._reader.pages[number - 1].extract_text(visitor_text=visit)
        return found

    @cached_property
    def outline(self) -> dict[str, int]:
        """Titles of the outline with the pages that they lead to."""
        return dict(self._outline_items(self._reader.outline))

    def _outline_items(self, items: Any) -> Iterator[tuple[str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from self._outline_items(item)
            else:
                yield str(item.title), (self._reader.get_destination_page_number(item) or 0) + 1

    @cached_property
    def tags(self) -> Counter[str]:
        """How often each structure element occurs."""
        found: Counter[str] = Counter()
        waiting = [self.file.Root.StructTreeRoot.K]
        while waiting:
            element = waiting.pop()
            if isinstance(element, pikepdf.Array):
                waiting.extend(element)
            elif isinstance(element, pikepdf.Dictionary):
                found[str(element.get("/S", ""))] += 1
                if "/K" in element:
                    waiting.append(element.K)
        return found

    @property
    def title(self) -> str:
        """The file's own title."""
        return str(self.file.docinfo["/Title"])

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the first page, in points."""
        box = self.file.pages[0].MediaBox
        return round(float(box[2])), round(float(box[3]))

    def letter_sizes(self) -> set[float]:
        """The sizes of all letters, in points."""
        sizes: set[float] = set()

        def visit(text: str, cm: list[float], tm: list[float], _: Any, size: float) -> None:
            if text.strip():
                sizes.add(round(abs(size * tm[0] * cm[0]), 1))

        for page in self._reader.pages:
            page.extract_text(visitor_text=visit)
        return sizes

    @property
    def links(self) -> Iterator[Any]:
        """All link annotations."""
        for page in self.file.pages:
            yield from (note for note in page.get("/Annots", []) if note.Subtype == "/Link")

    @property
    def fonts(self) -> dict[str, bool]:
        """Names of the fonts, with whether their program is embedded."""
        return {
            str(font.BaseFont).partition("+")[2]: any(
                key in font.DescendantFonts[0].FontDescriptor for key in ("/FontFile2", "/FontFile3")
            )
            for page in self.file.pages
            for font in page.Resources.get("/Font", {}).values()
        }
