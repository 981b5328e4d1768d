"""Where in a Markdown body something stands that the rendered HTML has shown to be wrong.

Asked only when there is something to report: the body is rendered once more with the engine's source
positions, with nothing left out and raw HTML as text, and that rendering is never shown to anybody.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Collection
from functools import cache, cached_property
from itertools import accumulate

import comrak

from generator.problems import Problem
from generator.reading.characters import is_hidden

_PLACED_ADDRESS = re.compile(r'<(?:a|img) data-sourcepos="(\d+):(\d+)-[^"]*" (?:href|src)="([^"]*)"')
_PLACED_CODE = re.compile(r'<(?:code|pre) data-sourcepos="(\d+):(\d+)-(\d+):(\d+)"')
_PLACED_HEADING = re.compile(r'<h[1-6] data-sourcepos="(\d+):(\d+)-')
_RAW_HTML = re.compile(
    r"(?<!\\)<(?:!--.*?(?:-->|\Z)|[!?][^>]*>?|/?[A-Za-z][A-Za-z0-9-]*(?:(?=[\s/])[^<>]*)?>)"  # whole, anywhere
    r"|^ {0,3}</?[A-Za-z][A-Za-z0-9-]*(?=[\s/>]|$)",  # unfinished, where it begins a line
    re.MULTILINE | re.DOTALL,
)
_ENTITY = re.compile(r"&(?:#[xX]?[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")


@cache
def engine_extensions() -> comrak.ExtensionOptions:
    """What the engine knows beyond CommonMark."""
    extensions = comrak.ExtensionOptions()
    extensions.table = extensions.footnotes = extensions.strikethrough = True
    return extensions


class SourcePlaces:
    """Finds places in one body. `first_line` is the file's line on which the body begins."""

    def __init__(self, markdown: str, path: str, first_line: int) -> None:
        self._markdown = markdown
        self._path = path
        self._first_line = first_line
        self._ends: dict[int, list[int]] = {}

    def problem(self, rule: str, position: int, message: str, fix: str) -> Problem:
        """A problem at a character position of the body."""
        line = bisect_right(self._line_starts, position) - 1
        column = position - self._line_starts[line] + 1
        return Problem(self._path, self._first_line + line, column, rule, message, fix)

    def of_links(self, address: str) -> list[int]:
        """The character positions of the links and images to `address`; 0 when there is none."""
        return self._positions.get(address, [0])

    def of_heading(self, number: int) -> int:
        """The character position of a heading, counted from 0; 0 when there are not so many."""
        return self._headings[number] if number < len(self._headings) else 0

    def of_text(self, text: str, start: int = 0) -> int:
        """The character position of the first `text` from `start` on, else of the first anywhere, else 0."""
        pattern = re.compile(r"\s+".join(re.escape(word) for word in text.split()))
        found = pattern.search(self._markdown, start) or pattern.search(self._markdown)
        return found.start() if found else 0

    def raw_html(self) -> list[Problem]:
        """A problem for each tag, comment or the like in the body: there is at least one."""
        found = [
            self._raw_html_at(match.end() - len(match.group().lstrip(" ")), match.group().strip())
            for match in _RAW_HTML.finditer(self._markdown)
            if not self._in_code(match.start())
        ]
        return found or [self._raw_html_at(0, self._markdown.partition("\n")[0])]

    def hidden_entities(self) -> list[Problem]:
        """A problem for each entity, such as `&#x202e;`, that stands for a character nobody can see."""
        return [
            self.problem(
                "hidden-character",
                match.start(),
                f"{match.group()!r} is a character that cannot be seen.",
                "Delete it and type the text again.",
            )
            for match in _ENTITY.finditer(self._markdown)
            if is_hidden(html.unescape(match.group())) and not self._in_code(match.start())
        ]

    def unsafe_links(self, safe_schemes: Collection[str]) -> list[Problem]:
        """A problem for each link or image whose address is empty or of a kind not allowed."""
        problems = []
        for position, address in self._addresses:
            scheme = _SCHEME.match(address)
            if scheme and scheme.group(1).lower() not in safe_schemes:
                message = f"Links may not begin with '{scheme.group(1)}:'."
            elif not address.strip(" #"):
                message = "This link has no address."
            elif address.startswith(("//", "\\", "/")):
                message = f"The address {address!r} begins with '{address[0]}'."
            else:
                continue
            fix = "Use a web address (https://…), a mailto: address or a file here, such as meitheal.md."
            problems.append(self.problem("unsafe-link", position, message, fix))
        return problems

    def malformed_citation(self, text: str, position: int) -> Problem:
        """The problem of a citation that is not in the form `[@ref, locator]`."""
        return self.problem(
            "malformed-citation",
            position,
            f"The citation {text!r} cannot be read.",
            "Write [@key, place], such as [@ipc-wales, section 7.1]; two as [@a, p. 1; @b, p. 2].",
        )

    def _raw_html_at(self, position: int, piece: str) -> Problem:
        shown = piece.partition("\n")[0][:40]
        fix = "Remove it and use Markdown; a bare '<' is written as '\\<'."
        return self.problem("raw-html", position, f"HTML is not allowed: {shown!r}.", fix)

    def _in_code(self, position: int) -> bool:
        nearest = bisect_right(self._code, (position, len(self._markdown))) - 1
        return nearest >= 0 and position < self._code[nearest][1]

    @cached_property
    def _placed(self) -> str:
        options = comrak.RenderOptions()
        options.unsafe_ = options.escape = options.sourcepos = True
        return comrak.render_markdown(
            self._markdown, extension_options=engine_extensions(), render_options=options
        )

    @cached_property
    def _addresses(self) -> list[tuple[int, str]]:
        return [
            (self._position(int(line), int(byte)), html.unescape(address))
            for line, byte, address in _PLACED_ADDRESS.findall(self._placed)
        ]

    @cached_property
    def _positions(self) -> dict[str, list[int]]:
        positions: dict[str, list[int]] = {}
        for position, address in self._addresses:
            positions.setdefault(address, []).append(position)
        return positions

    @cached_property
    def _headings(self) -> list[int]:
        return [self._position(int(line), int(byte)) for line, byte in _PLACED_HEADING.findall(self._placed)]

    @cached_property
    def _code(self) -> list[tuple[int, int]]:
        return [
            (self._position(int(line), int(byte)), self._position(int(end_line), int(end_byte)) + 1)
            for line, byte, end_line, end_byte in _PLACED_CODE.findall(self._placed)
        ]

    @cached_property
    def _lines(self) -> list[str]:
        return self._markdown.split("\n")

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self._lines[:-1])]

    def _position(self, line: int, byte: int) -> int:
        """The character position of the engine's line and byte, both counted from 1."""
        text = self._lines[line - 1]
        before = max(byte - 1, 0)
        characters = before if text.isascii() else bisect_right(self._byte_ends(line), before)
        return self._line_starts[line - 1] + characters

    def _byte_ends(self, line: int) -> list[int]:
        """For each character of a line the number of bytes up to its end."""
        if line not in self._ends:
            self._ends[line] = list(accumulate(len(character.encode()) for character in self._lines[line - 1]))
        return self._ends[line]
