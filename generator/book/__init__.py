"""The printed edition: records in, the bytes of a PDF out.

`make_pdf` sets the whole compendium, a part of it or one practice; the door that calls it reads the
content, says where the fonts are and writes the file. `offered` yields what a site offers for print.
"""

from generator.book.edition import PAPERS, Edition
from generator.book.make import BookResult, make_pdf, offered
from generator.book.selection import EVERYTHING, Selection, chosen, mistakes_in

__all__ = [
    "EVERYTHING",
    "PAPERS",
    "BookResult",
    "Edition",
    "Selection",
    "chosen",
    "make_pdf",
    "mistakes_in",
    "offered",
]
