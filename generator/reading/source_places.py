"""Where in a Markdown body something stands that the rendered HTML has shown to be wrong.

Asked only when there is something to report: the body is rendered once more with the engine's source
positions, with nothing left out and raw HTML as text, and that rendering is never shown to anybody.
"""

import html
import re
from collections.abc import Collection
from functools import cache
from itertools import islice

import comrak

from generator.problems import Problem

_PLACED_ADDRESS = re.compile(r'<(?:a|img) data-sourcepos="(\d+):(\d+)-[^"]*" (?:href|src)="([^"]*)"')
_PLACED_CODE = re.compile(r'<(?:code|pre) data-sourcepos="(\d+):(\d+)-(\d+):(\d+)"')
_RAW_HTML = re.compile(r"<(?:[A-Za-z/!?])")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")


@cache
def engine_extensions() -> comrak.ExtensionOptions:
    """What the engine knows beyond CommonMark."""
    extensions = comrak.ExtensionOptions()
    extensions.table = extensions.footnotes = extensions.strikethrough = True
    return extensions


class SourcePlaces:
    """Finds lines and columns in `markdown`, the body that begins on `first_line` of `path`."""

    def __init__(self, markdown: str, path: str, first_line: int) -> None:
        self._markdown = markdown
        self._path = path
        self._first_line = first_line

    def problem(self, rule: str, position: int, message: str, fix: str) -> Problem:
        """A problem at a character position of the body."""
        line = self._markdown.count("\n", 0, position)
        column = position - (self._markdown.rfind("\n", 0, position) + 1)
        return Problem(self._path, self._first_line + line, column + 1, rule, message, fix)

    def of_link(self, address: str) -> int:
        """The character position of the first link or image to `address`; 0 when it is not found."""
        return next((position for position, found in self._addresses() if found == address), 0)

    def of_text(self, text: str) -> int:
        """The character position of the first `text`; 0 when it is not found as written."""
        words = r"\s+".join(re.escape(word) for word in text.split())
        found = re.search(words, self._markdown)
        return found.start() if found else 0

    def raw_html(self, count: int) -> list[Problem]:
        """A problem for each of the `count` pieces of raw HTML in the body."""
        code = [(start, end) for start, end in self._code()]
        outside = (
            found.start()
            for found in _RAW_HTML.finditer(self._markdown)
            if not any(start <= found.start() < end for start, end in code)
        )
        positions = list(islice(outside, count)) or [0]
        return [self._raw_html_at(position) for position in positions]

    def unsafe_links(self, safe_schemes: Collection[str]) -> list[Problem]:
        """A problem for each link or image whose address is empty or of a kind not allowed."""
        problems = []
        for position, address in self._addresses():
            scheme = _SCHEME.match(address)
            if scheme and scheme.group(1).lower() not in safe_schemes:
                message = f"Links may not begin with '{scheme.group(1)}:'."
            elif not address.strip():
                message = "This link has no address."
            elif address.startswith(("//", "\\", "/")):
                message = f"The address {address!r} begins with '{address[0]}'."
            else:
                continue
            fix = "Use a web address (https://…), a mailto: address or a file here, such as meitheal.md."
            problems.append(self.problem("unsafe-link", position, message, fix))
        return problems

    def malformed_citation(self, text: str) -> Problem:
        """The problem of a citation that is not in the form `[@ref, locator]`."""
        return self.problem(
            "malformed-citation",
            self.of_text(text),
            f"The citation {text!r} cannot be read.",
            "Write [@key, place], such as [@ipc-wales, section 7.1]; two as [@a, p. 1; @b, p. 2].",
        )

    def _raw_html_at(self, position: int) -> Problem:
        end_of_line = self._markdown.find("\n", position)
        piece = self._markdown[position : end_of_line if end_of_line >= 0 else None][:40]
        fix = "Remove it and use Markdown; a bare '<' is written as '\\<'."
        return self.problem("raw-html", position, f"HTML is not allowed: {piece!r}.", fix)

    def _placed(self) -> str:
        options = comrak.RenderOptions()
        options.unsafe_ = options.escape = options.sourcepos = True
        return comrak.render_markdown(
            self._markdown, extension_options=engine_extensions(), render_options=options
        )

    def _addresses(self) -> list[tuple[int, str]]:
        return [
            (self._position(int(line), int(byte)), html.unescape(address))
            for line, byte, address in _PLACED_ADDRESS.findall(self._placed())
        ]

    def _code(self) -> list[tuple[int, int]]:
        return [
            (self._position(int(line), int(byte)), self._position(int(end_line), int(end_byte)) + 1)
            for line, byte, end_line, end_byte in _PLACED_CODE.findall(self._placed())
        ]

    def _position(self, line: int, byte: int) -> int:
        """The character position of the engine's line and byte, both counted from 1."""
        lines = self._markdown.split("\n")
        before = sum(len(text) + 1 for text in lines[: line - 1])
        return before + len(lines[line - 1].encode()[: byte - 1].decode(errors="ignore"))
