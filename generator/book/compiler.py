"""Typst source to the bytes of a PDF: tagged (PDF/UA-1), from our own fonts, with no clock in it.

In come a whole document and the folder of fonts; out come the bytes, or the reason why there are none.
"""

from importlib.resources import files
from pathlib import Path

import typst

from generator.book.edition import Edition
from generator.book.scope import Scope
from generator.book.typst_text import call, literal


class NotSetError(Exception):
    """Typst could not make a PDF of a document; the text says why."""


class Compiler:
    """Makes PDFs with the fonts of one folder and no others."""

    def __init__(self, fonts: Path) -> None:
        self._fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)]
        )

    def pdf(self, source: str) -> bytes:
        """The PDF of a document; raises `NotSetError`."""
        try:
            made = typst.compile(
                source.encode(),
                format="pdf",
                font_paths=self._fonts,
                ignore_system_fonts=True,
                pdf_standards="ua-1",
            )
        except typst.TypstError as failure:
            raise NotSetError(failure.message) from failure
        return made

    def pages(self, source: str) -> int:
        """How many pages a document has."""
        counted = f"{source}\n#context [#metadata(counter(page).final().first())<page-count>]"
        try:
            compiler = typst.Compiler(counted.encode(), font_paths=self._fonts, ignore_system_fonts=True)
            return int(compiler.query("<page-count>", field="value", one=True))
        except (typst.TypstError, RuntimeError) as failure:
            raise NotSetError(str(failure)) from failure


def document(scope: Scope, chapters: list[str]) -> str:
    """A whole document of chapters, in the edition's measures and style."""
    edition, day = scope.edition, scope.day
    date = call("datetime", year=str(day.year), month=str(day.month), day=str(day.day))
    return "\n".join(
        (
            f"#let edition = {edition.measures()}",
            files("generator.book").joinpath("style.typ").read_text(encoding="utf-8"),
            f"#set document(title: {literal(_title(scope))}, date: {date})",
            "#show: dressed",
            *(f"#{chapter}" for chapter in chapters),
        )
    )


def _title(scope: Scope) -> str:
    edition: Edition = scope.edition
    if edition.neutral_title:
        return edition.neutral_title
    if scope.is_handout:
        return next(iter(scope.practices.values())).title
    return " ".join(filter(None, (edition.title, edition.subtitle)))
