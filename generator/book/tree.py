"""The sanitised HTML of a body as a small tree.

In comes `Prose.html`, which holds nothing but the elements that `generator.reading.prose` lets
through and our own `<cite>`; out comes the tree that the book is set from.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.reading.prose import ELEMENTS

VOID = frozenset({"br", "hr", "img"})
KNOWN = ELEMENTS | {"cite"}
MAX_DEPTH = 100
"""Deepest nesting of elements that is read; the typesetter itself gives up earlier."""


@dataclass
class Element:
    """An element with its attributes and what stands in it; the root has the tag `body`."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    def elements(self, *tags: str) -> Iterator["Element"]:
        """The elements of these tags inside, in reading order."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                yield from child.elements(*tags)

    @property
    def text(self) -> str:
        """All text inside."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


class UnprintableError(Exception):
    """A body that cannot be set for print; the text says why, as a sentence."""


def tree_of(html: str) -> Element:
    """The tree of sanitised HTML; raises `UnprintableError` for what nobody expects in a body."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("body")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in KNOWN:
            raise UnprintableError(f"Its text has an element that the book does not know: {tag!r}.")
        if len(self._open) > MAX_DEPTH:
            raise UnprintableError(f"Lists and quotations are nested more than {MAX_DEPTH} deep in it.")
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
