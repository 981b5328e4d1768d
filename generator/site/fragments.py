"""The pieces of HTML that a page shows many times, made in Python because templates would be slow."""

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup, escape

from generator.presentation.links import Link
from generator.presentation.marks import Strip
from generator.presentation.quotations import Quotation
from generator.presentation.texts import Texts
from generator.schema.fields import Citation


def citation(ref: str, locator: str, numbers: Mapping[str, int]) -> Markup:
    """A citation as a link to its place in the list of sources, as `[2, section 7.1]`."""
    return Markup(_linked(ref, locator, numbers))  # noqa: S704 - escaped there


def cited(source: Citation | None, numbers: Mapping[str, int]) -> Markup:
    """A space and the citation that follows a claim, or nothing where there is none."""
    return Markup(f" {_linked(source.ref, source.locator, numbers)}" if source else "")  # noqa: S704 - as above


def said(text: str, source: Citation | None, numbers: Mapping[str, int]) -> Markup:
    """A claim, and the citation that follows it where there is one."""
    return Markup(f"{escape(text)}{cited(source, numbers)}")  # noqa: S704 - escaped


def quoted(source: Citation | None, quotations: Mapping[Citation, Quotation]) -> Markup:
    """The words of the source behind a claim, folded away; nothing where it gives none."""
    quotation = quotations.get(source) if source else None
    return folded(quotation) if quotation else Markup()


def folded(quotation: Quotation) -> Markup:
    """A quotation that a reader can open."""
    language = f' lang="{quotation.language}"' if quotation.language else ""
    words = (
        f'<blockquote dir="auto"{language}>{escape(quotation.words)}</blockquote><p>{escape(quotation.by)}</p>'
    )
    details = (
        f'<details class="quoted"><summary>{escape(quotation.label)}</summary><div>{words}</div></details>'
    )
    return Markup(details)  # noqa: S704 - escaped


def _linked(ref: str, locator: str, numbers: Mapping[str, int]) -> str:
    number = numbers[ref]
    return f'<a class="citation" href="#source_{number}">[{number}, {escape(locator)}]</a>'


def links(values: Iterable[Link], root: str) -> Markup:
    """Values one after the other, each leading to its address where it has one."""
    return Markup(", ".join(_link(value, root) for value in values))  # noqa: S704 - escaped there


def _link(value: Link, root: str) -> str:
    if not value.address:
        return f"<bdi>{escape(value.text)}</bdi>"
    return f'<a href="{escape(root + value.address)}">{escape(value.text)}</a>'


def strip(shown: Strip) -> Markup:
    """Eight marks in a row; the drawings themselves are on the page once (`drawings` in the macros)."""
    drawn = "".join(f'<use href="#mark_{mark}" x="{18 * place}"/>' for place, mark in enumerate(shown.marks))
    picture = 'class="drawing strip" viewBox="0 0 142 16" width="142" height="16" role="img"'
    words = escape(shown.words)
    return Markup(f'<svg {picture} aria-label="{words}">{drawn}</svg>')  # noqa: S704 - marks are terms


def escaped(texts: Texts) -> Callable[..., Markup]:
    """The catalogue's texts as templates print them: `t("key", name=value)`, all values escaped."""
    known: dict[str, Markup] = {}

    def text(key: str, **values: object) -> Markup:
        template = known.get(key)
        if template is None:
            template = known[key] = escape(texts(key))
        return template.format_map(values) if values else template

    return text


def escaped_count(texts: Texts) -> Callable[..., Markup]:
    """The catalogue's texts that count, as templates print them: `count("key", number)`."""

    def text(key: str, number: int, **values: object) -> Markup:
        return escape(texts.count(key, number, **values))

    return text
