"""The pieces of HTML that a page shows many times, made in Python because templates would be slow."""

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup, escape

from generator.presentation.links import Link
from generator.presentation.marks import Strip
from generator.presentation.texts import Texts
from generator.schema.fields import Citation


def citation(ref: str, locator: str, numbers: Mapping[str, int]) -> Markup:
    """A citation as a link to its place in the list of sources, as `[2, section 7.1]`."""
    number = numbers[ref]
    return Markup('<a class="citation" href="#source_{0}">[{0}, {1}]</a>').format(number, locator)


def cited(source: Citation | None, numbers: Mapping[str, int]) -> Markup:
    """A space and the citation that follows a claim, or nothing where there is none."""
    return Markup(" ") + citation(source.ref, source.locator, numbers) if source else Markup()


def said(text: str, source: Citation | None, numbers: Mapping[str, int]) -> Markup:
    """A claim, and the citation that follows it where there is one."""
    return escape(text) + cited(source, numbers)


def links(values: Iterable[Link], root: str) -> Markup:
    """Values one after the other, each leading to its address where it has one."""
    return Markup(", ").join(_link(value, root) for value in values)


def _link(value: Link, root: str) -> Markup:
    if not value.address:
        return Markup("<bdi>{}</bdi>").format(value.text)
    return Markup('<a href="{}">{}</a>').format(root + value.address, value.text)


def strip(shown: Strip) -> Markup:
    """Eight marks in a row; the drawings themselves are on the page once (`drawings` in the macros)."""
    drawn = Markup().join(
        Markup('<use href="#mark_{}" x="{}"/>').format(mark, 18 * place)
        for place, mark in enumerate(shown.marks)
    )
    picture = Markup('<svg class="drawing strip" viewBox="0 0 142 16" width="142" height="16" role="img"')
    return picture + Markup(' aria-label="{}">{}</svg>').format(shown.words, drawn)


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
