"""How an edition is made: its titles, its paper, the size of its letters.

The style and the chapters take their measures from here.
"""

from dataclasses import dataclass, field
from typing import Literal, Self

from generator.book.typst_text import call, literal
from generator.presentation.texts import Texts, read_texts

Paper = Literal["a4", "a5", "letter"]
PAPERS: dict[Paper, tuple[float, float]] = {"a4": (210, 297), "a5": (148, 210), "letter": (215.9, 279.4)}
"""Width and height in millimetres."""

LARGE_PRINT_POINTS = 16.0
_MILLIMETRES_PER_POINT = 25.4 / 72


@dataclass(frozen=True)
class Edition:
    """The choices of whoever prints.

    `neutral_title` replaces the title on the cover, in every running head and in the file's own
    title, so that a page left lying about gives nobody away.
    """

    title: str = "Good practices"
    subtitle: str = "for children living with domestic violence and parental substance misuse"
    licence: str = "Content under CC BY 4.0"
    neutral_title: str | None = None
    paper: Paper = "a4"
    large_print: bool = False
    language: str = "en"
    region: str = "GB"
    points: float | None = None
    columns: int = 1
    texts: Texts = field(default_factory=read_texts, repr=False)

    @classmethod
    def of_site(cls, name: str, description: str | None, rights: str | None) -> Self:
        """The edition of a site that calls itself by this name and description."""
        return cls(title=name, subtitle=(description or "").rstrip("."), licence=rights or "")

    @property
    def shown_title(self) -> str:
        """The title on the cover and in the feet of pages."""
        return self.neutral_title or self.title

    @property
    def shown_subtitle(self) -> str:
        """The line below the title; a neutral title has none."""
        return "" if self.neutral_title else self.subtitle

    @property
    def body_points(self) -> float:
        """Size of running text in points."""
        if self.points is not None:
            return self.points
        if self.large_print:
            return LARGE_PRINT_POINTS
        return 9.5 if self.paper == "a5" else 10.5

    @property
    def is_narrow(self) -> bool:
        """Whether a line holds too few letters for two things side by side."""
        return self.large_print or self.paper == "a5"

    @property
    def side_margin(self) -> float:
        """Left and right margin in millimetres."""
        return 15.0 if self.paper == "a5" else 23.0

    @property
    def _panel_columns(self) -> int:
        if self.large_print:
            return 1 if self.paper == "a5" else 2
        return 2 if self.paper == "a5" else 3

    @property
    def text_width(self) -> float:
        """Width of a column of text in ems."""
        across = PAPERS[self.paper][0] - 2 * self.side_margin
        return across / self.columns / (self.body_points * _MILLIMETRES_PER_POINT)

    @property
    def landscape_width(self) -> float:
        """Width of the text on a page turned on its side, in ems."""
        return (PAPERS[self.paper][1] - 2 * self.side_margin) / (self.body_points * _MILLIMETRES_PER_POINT)

    def measures(self) -> str:
        """The measures as the Typst dictionary that the style expects."""
        width, height = PAPERS[self.paper]
        body = self.body_points
        small = body if self.large_print else body * 0.86
        points = {
            "body": body,
            "small": small,
            "panel": body if self.large_print else body * 0.92,
            "head": small,
            "cited": body if self.large_print else body * 0.8,
            "title": body * (1.7 if self.is_narrow else 2.2),
            "cover": 30 if self.paper == "a5" else 46,
        }
        millimetres = {
            "width": width,
            "height": height,
            "side": self.side_margin,
            "top": 22 if self.paper == "a5" else 28,
            "bottom": 20 if self.paper == "a5" else 25,
            "indent": 0 if self.is_narrow or self.columns > 1 else 34,
        }
        return call(
            "",
            **{name: f"{value:.2f}pt" for name, value in points.items()},
            **{name: f"{value:.2f}mm" for name, value in millimetres.items()},
            columns=str(self.columns),
            panel_columns=str(self._panel_columns),
            lang=literal(self.language),
            region=literal(self.region),
            words=call("", page=literal(self.texts("book.foot-page")), of=literal(self.texts("book.foot-of"))),
        )
