"""The pieces of HTML that stand on a page many times, made in Python because templates would be slow.

In come values; out comes HTML in which all of them are escaped.
"""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from generator.presentation.links import Link
from generator.presentation.marks import Strip
from generator.schema.fields import Citation
from generator.site.escaping import printed

NOT_DESCRIBED = Markup('<span class="not-described">Not described</span>')


def citation(ref: str, locator: str, numbers: Mapping[str, int]) -> Markup:
    """A citation as a link to its place in the list of sources, as `[2, section 7.1]`."""
    return Markup(_linked(ref, locator, numbers))  # noqa: S704 - escaped there


def cited(source: Citation | None, numbers: Mapping[str, int]) -> Markup:
    """A space and the citation that follows a claim, or nothing where there is none."""
    return Markup(f" {_linked(source.ref, source.locator, numbers)}" if source else "")  # noqa: S704 - as above


def said(text: str, source: Citation | None, numbers: Mapping[str, int]) -> Markup:
    """A claim, and the citation that follows it where there is one."""
    return Markup(f"{printed(text)}{cited(source, numbers)}")  # noqa: S704 - escaped


def _linked(ref: str, locator: str, numbers: Mapping[str, int]) -> str:
    number = numbers[ref]
    return f'<a class="citation" href="#source_{number}">[{number}, {printed(locator)}]</a>'


def links(values: Iterable[Link], root: str) -> Markup:
    """Values one after the other, each leading to its address; `Not described` where there is none."""
    made = [
        f'<a href="{printed(root + value.address)}">{printed(value.text)}</a>'
        if value.address
        else f"<bdi>{printed(value.text)}</bdi>"
        for value in values
    ]
    return Markup(", ".join(made)) if made else NOT_DESCRIBED  # noqa: S704 - everything is escaped above


def strip(shown: Strip) -> Markup:
    """Eight marks in a row; the drawings themselves stand once on the page (`drawings` in the macros)."""
    drawn = "".join(f'<use href="#mark_{mark}" x="{18 * place}"/>' for place, mark in enumerate(shown.marks))
    picture = 'class="drawing strip" viewBox="0 0 142 16" width="142" height="16" role="img"'
    words = printed(shown.words)
    return Markup(f'<svg {picture} aria-label="{words}">{drawn}</svg>')  # noqa: S704 - marks are terms
