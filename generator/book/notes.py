"""The numbered sources of one practice: each place in a document is cited by one number.

In come citations in the order in which they are met; out come the marks in the text and the list at
the end of the practice.
"""

from collections.abc import Iterable

from generator.book.pagination import leading_to
from generator.book.typst_text import call, joined, literal, words
from generator.schema.fields import Citation


class Notes:
    """Numbers the cited places of one practice or indicator, from 1."""

    def __init__(self, owner: str, listed: Iterable[Citation] = ()) -> None:
        self._owner = owner
        self._numbers: dict[tuple[str, str], int] = {}
        for citation in listed:
            self._number(citation.ref, citation.locator)

    def cited(self, ref: str, locator: str) -> str:
        """The mark of a cited place, as `[3]`."""
        number = self._number(ref, locator)
        return leading_to(self._label(number), call("cited", literal(str(number))))

    def after(self, text: str, citation: Citation | None) -> str:
        """`text` with the mark of its source."""
        if citation is None:
            return words(text)
        return joined((words(text), literal("\u00a0"), self.cited(citation.ref, citation.locator)))

    def by_document(self) -> dict[str, list[str]]:
        """The source of the list's lines, under the key of the document that each leads to."""
        lines: dict[str, list[str]] = {}
        for (ref, locator), number in self._numbers.items():
            line = call("source-line", literal(self._label(number)), literal(str(number)), words(locator))
            lines.setdefault(ref, []).append(line)
        return lines

    def _number(self, ref: str, locator: str) -> int:
        return self._numbers.setdefault((ref, " ".join(locator.split())), len(self._numbers) + 1)

    def _label(self, number: int) -> str:
        return f"source:{self._owner}:{number}"
