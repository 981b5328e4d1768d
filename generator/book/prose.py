"""Bodies set for print: the tree that the site shows, as Typst source.

In come the sanitised HTML of one body, its citations' numbers and the scope of the book; out comes
the source of its blocks. Nothing is read twice: what the site shows is what is printed.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from generator.book.notes import Notes
from generator.book.scope import Scope
from generator.book.tables import table_source
from generator.book.tree import Element, tree_of
from generator.book.typst_text import call, joined, literal, words

_SPACE = re.compile(r"\s+")
_BLOCKS = frozenset(
    {"blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "section", "table", "ul"}
)
_WRAPPED = {"em": "emph", "strong": "strong", "del": "strike", "sup": "super"}
_RIGHT_TO_LEFT = {"R": "he", "AL": "ar"}


def body_source(html: str, path: str, scope: Scope, notes: Notes, level: int) -> str:
    """The blocks of a body; headings of the body's second level get `level`."""
    root = tree_of(html)
    return joined(_Body(root, path, scope, notes, level).top_level(root))


class _Body:
    """One body while it is set."""

    def __init__(self, root: Element, path: str, scope: Scope, notes: Notes, level: int) -> None:
        self._path, self._scope, self._notes = path, scope, notes
        self._offset = level - 2
        self._lowest = self._level = level - 1
        self._footnotes = {
            item.attributes["id"]: item
            for section in root.elements("section")
            for item in section.elements("li")
            if "id" in item.attributes
        }
        self._noted: set[str] = set()
        self._inline: dict[str, Callable[[Element], str]] = {
            "a": self._link,
            "br": lambda _: "linebreak()",
            "cite": lambda cite: notes.cited(cite.attributes["data-ref"], cite.attributes["data-locator"]),
            "code": lambda code: call("code-text", words(code.text)),
            "img": lambda image: literal(
                scope.texts("book.picture", text=image.attributes.get("alt") or scope.texts("not-described"))
            ),
            "sup": self._raised,
        }

    def top_level(self, root: Element) -> Iterator[str]:
        """Every block of the body, tables wide and the rest in the measure of prose."""
        for child in _elements(root):
            if child.tag == "table":
                yield table_source(child, self._flow, self._scope.edition, may_turn=not self._scope.is_handout)
            elif child.tag[0] == "h" and child.tag != "hr":
                yield self._heading(child)
            elif child.tag != "section":
                yield call("prose", self._block(child))

    def _heading(self, heading: Element) -> str:
        wanted = max(int(heading.tag[1]), 2) + self._offset
        self._level = min(wanted, self._level + 1, 6)
        name = "section" if self._level == self._lowest + 1 else "subsection"
        return call(name, str(self._level), self._flow(heading))

    def _block(self, element: Element) -> str:
        inside: dict[str, Callable[[], str]] = {
            "p": lambda: call("par", self._flow(element)),
            "ul": lambda: call("list", *self._items(element)),
            "ol": lambda: call("enum", *self._items(element), start=element.attributes.get("start") or "1"),
            "blockquote": lambda: call("quotation", self._mixed(element)),
            "pre": lambda: call("code-text", joined(_lines(element.text))),
            "table": lambda: table_source(element, self._flow, self._scope.edition, may_turn=False),
            "hr": lambda: "line(length: 30%, stroke: hair)",
        }
        source = inside.get(element.tag, lambda: call("par", self._flow(element)))()
        language = right_to_left(element.text)
        return call("right-to-left", literal(language), source) if language else source

    def _items(self, listing: Element) -> list[str]:
        return [self._mixed(item) for item in _elements(listing) if item.tag == "li"]

    def _mixed(self, element: Element) -> str:
        """Content in which running text and blocks may stand side by side."""
        parts: list[str] = []
        running: list[Element | str] = []
        for child in (*element.children, None):
            if child is not None and (isinstance(child, str) or child.tag not in _BLOCKS):
                running.append(child)
                continue
            if any(not isinstance(piece, str) or piece.strip() for piece in running):
                parts.append(self._run(running))
            running = []
            if child is not None:
                only_text = child.tag == "p" and not parts
                parts.append(self._flow(child) if only_text else self._block(child))
        return joined(parts)

    def _flow(self, element: Element) -> str:
        return self._run(element.children)

    def _run(self, children: Iterable[Element | str]) -> str:
        return joined(self._piece(child) for child in children)

    def _piece(self, child: Element | str) -> str:
        if isinstance(child, str):
            return words(_SPACE.sub(" ", child))
        if child.tag in self._inline:
            return self._inline[child.tag](child)
        inside = self._flow(child)
        return call(_WRAPPED[child.tag], inside) if child.tag in _WRAPPED else inside

    def _link(self, link: Element) -> str:
        if "footnote-backref" in link.attributes.get("class", ""):
            return literal("")
        href = link.attributes.get("href", "")
        return self._scope.link(href, self._flow(link), link.text, self._path)

    def _raised(self, raised: Element) -> str:
        for link in raised.elements("a"):
            id_ = link.attributes.get("href", "").removeprefix("#")
            footnote, label = self._footnotes.get(id_), literal(f"footnote:{self._path}:{id_}")
            if footnote is not None and id_ in self._noted:
                return call("noted-again", label)
            if footnote is not None:
                self._noted.add(id_)
                return call("noted", label, self._mixed(footnote))
        return call("super", self._flow(raised))


def right_to_left(text: str) -> str:
    """The language to set a text in whose first letter is Hebrew or Arabic; nothing for all others."""
    directions = (unicodedata.bidirectional(character) for character in text)
    first = next((direction for direction in directions if direction in ("L", "R", "AL")), "L")
    return _RIGHT_TO_LEFT.get(first, "")


def _elements(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def _lines(text: str) -> Iterator[str]:
    """The lines of preformatted text, their leading spaces kept."""
    for line in text.rstrip("\n").split("\n"):
        stripped = line.lstrip(" ")
        yield words("\u00a0" * (len(line) - len(stripped)) + stripped)
        yield "linebreak()"
