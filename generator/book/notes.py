"""The numbered sources of one practice: each place in a document is cited by one number.

In come citations in the order in which they are met; out come the marks in the text and the list at
the end of the practice.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.book.pagination import leading_to
from generator.book.typst_text import call, joined, literal, words
from generator.presentation.quotations import Quotation
from generator.schema.fields import Citation


class Notes:
    """Numbers the cited places of one practice or indicator, from 1."""

    def __init__(
        self,
        owner: str,
        listed: Iterable[Citation] = (),
        quotations: Mapping[Citation, Quotation] | None = None,
    ) -> None:
        self._owner = owner
        self._quotations = quotations or {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._words_listed: dict[tuple[str, str], list[str]] = {}
        for citation in listed:
            self._number(citation.ref, citation.locator)
            key = citation.ref, " ".join(citation.locator.split())
            self._words_listed.setdefault(key, []).extend(self.words_of(citation))

    def cited(self, ref: str, locator: str) -> str:
        """The mark of a cited place, as `[3]`."""
        number = self._number(ref, locator)
        return leading_to(self._label(number), call("cited", literal(str(number))))

    def after(self, text: str, citation: Citation | None) -> str:
        """`text` with the mark of its source."""
        if citation is None:
            return words(text)
        cited = words(text), literal("\u00a0"), self.cited(citation.ref, citation.locator)
        return joined((*cited, *self.words_of(citation)))

    def words_of(self, citation: Citation) -> Iterator[str]:
        """The very words of a source, where the citation gives them, on a line of their own."""
        quotation = self._quotations.get(citation)
        if quotation is not None:
            yield call("quoted", *map(words, quotation[:3]))

    def by_document(self) -> dict[str, list[str]]:
        """The source of the list's lines, under the key of the document that each leads to."""
        lines: dict[str, list[str]] = {}
        for (ref, locator), number in self._numbers.items():
            place = joined((words(locator), *self._words_listed.get((ref, locator), ())))
            line = call("source-line", literal(self._label(number)), literal(str(number)), place)
            lines.setdefault(ref, []).append(line)
        return lines

    def _number(self, ref: str, locator: str) -> int:
        return self._numbers.setdefault((ref, " ".join(locator.split())), len(self._numbers) + 1)

    def _label(self, number: int) -> str:
        return f"source:{self._owner}:{number}"
