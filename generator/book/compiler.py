"""Typst source to the bytes of a PDF: tagged (PDF/UA-1), from our own fonts, with no clock in it.

In come whole documents and the folder of fonts; out come proofs, the bytes, or the reason why there
are none.
"""

import json
from importlib.resources import files
from pathlib import Path

import typst

from generator.book.pagination import Place, Proof
from generator.book.scope import Scope
from generator.book.typst_text import call, literal

_ROUNDS_TO_FORGET = 11
"""Compilations after which Typst forgets what it has laid out before them."""

_MOST_REMEMBERED = 8
"""Proofs after which the memory that they hold is freed."""

_REPORT = """
#context [#metadata((
  pages: counter(page).final().first(),
  places: query(<place>).map(it => (it.value, it.location().page(), it.location().position().y.pt())),
))<report>]
"""


class NotSetError(Exception):
    """Typst could not make a PDF of a document; the text says why."""


class Compiler:
    """Sets documents with the fonts of one folder and no others."""

    def __init__(self, fonts: Path) -> None:
        self._fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)]
        )
        self._proofs_remembered = 0

    def proof(self, source: str) -> Proof:
        """How many pages a document has and where its places are; raises `NotSetError`."""
        if self._proofs_remembered == _MOST_REMEMBERED:
            self.forget()
        self._proofs_remembered += 1
        return _proof(self._opened(source))

    def pdf_if(self, source: str, expected: Proof) -> bytes | Proof:
        """The PDF of a document whose places are where they are expected, else its proof."""
        self.forget()
        compiler = self._opened(source)
        found = _proof(compiler)
        if not found.same_pages(expected):
            return found
        try:
            made = compiler.compile(_with_report(source), format="pdf", pdf_standards="ua-1")
        except typst.TypstError as failure:
            raise NotSetError(_first_line(failure)) from failure
        if not isinstance(made, bytes):
            raise NotSetError("the typesetter gave no PDF")
        return made

    def forget(self) -> None:
        """Frees the memory that earlier documents hold."""
        for _ in range(_ROUNDS_TO_FORGET):
            typst.compile(b"", format="pdf", font_paths=self._fonts, ignore_system_fonts=True)
        self._proofs_remembered = 0

    def _opened(self, source: str) -> typst.Compiler:
        return typst.Compiler(_with_report(source), font_paths=self._fonts, ignore_system_fonts=True)


def _with_report(source: str) -> bytes:
    return (source + _REPORT).encode()


def _proof(compiler: typst.Compiler) -> Proof:
    try:
        report = json.loads(compiler.query("<report>", field="value", one=True))
    except (typst.TypstError, RuntimeError) as failure:
        raise NotSetError(_first_line(failure)) from failure
    return Proof(report["pages"], {name: Place(page, y) for name, page, y in report["places"]})


def document(scope: Scope, chapters: list[str], last_page: int) -> str:
    """A whole document of chapters, in the edition's measures and style."""
    edition, day = scope.edition, scope.day
    date = call("datetime", year=str(day.year), month=str(day.month), day=str(day.day))
    return "\n".join(
        (
            f"#let edition = {edition.measures()}",
            f"#let last-page = {literal(str(last_page))}",
            files("generator.book").joinpath("style.typ").read_text(encoding="utf-8"),
            f"#set document(title: {literal(_title(scope))}, date: {date})",
            "#show: dressed",
            *(f"#{chapter}" for chapter in chapters),
        )
    )


def _title(scope: Scope) -> str:
    edition = scope.edition
    if edition.neutral_title:
        return edition.neutral_title
    if scope.is_handout:
        return next(iter(scope.practices.values())).title
    return " ".join(filter(None, (edition.title, edition.subtitle)))


def _first_line(failure: Exception) -> str:
    return str(failure).splitlines()[0].removeprefix("failed to compile document: ")
