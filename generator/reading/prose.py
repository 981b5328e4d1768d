"""Markdown to sanitised HTML: the only Markdown engine and the only sanitiser of the product.

In comes the body of a content file; out comes `Prose`: HTML that holds nothing but the elements below,
its headings, links and citations, or every problem with its line and column. The HTML is the tree that
all editions show: the site prints it, the book walks it. comrak renders, raw HTML is refused, nh3
cleans what is left, and only then are our own marks added (heading ids, `<cite>` elements).
"""

import html
import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import comrak
import nh3

from generator.problems import Problem
from generator.reading.characters import is_hidden
from generator.reading.source_places import SourcePlaces, engine_extensions

MAX_TABLE_COLUMNS = 20
"""Widest table; the engine's time grows with the square of the width."""

MAX_LINKS = 300
"""Most links in one body."""

MAX_QUOTE_DEPTH = 8
"""Deepest nesting of block quotes; the sanitiser's time grows with the square of the depth."""

MAX_RENDERED = 1024 * 1024
"""Longest HTML of one body, in characters: notes and references can make it many times as long as its text."""

RESERVED_IDS = frozenset({"browse", "case-finder", "case-finder-results", "names", "site-search"})
"""Ids of the pages' own parts that a heading could make too: such a heading gets a number behind its id."""

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
ELEMENTS = frozenset(
    [
        "a",
        "blockquote",
        "br",
        "code",
        "del",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "section",
        "strong",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_ATTRIBUTES = {
    "a": {"href", "title", "id", "class", "aria-label", "data-footnote-ref", "data-footnote-backref"},
    "code": {"class"},
    "img": {"src", "alt", "title"},
    "li": {"id"},
    "ol": {"start"},
    "section": {"class"},
    "sup": {"class"},
    "td": {"align"},
    "th": {"align"},
}
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_LINK = re.compile(r'<a href="([^"]*)"(?! (?:id|class)=)')  # those with an id or a class belong to footnotes
_IMAGE = re.compile(r'<img src="([^"]*)"')
_ADDRESS = re.compile(r'(?<=<a|mg) (?:href|src)="([^"]*)"')
_ID = re.compile(r' id="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_CITATION = re.compile(r"\[@([^\]\[<>]*)\]")
_ONE_CITATION = re.compile(r"([a-z0-9-]+),\s*(\S.*)", re.DOTALL)
_NOT_TEXT = re.compile(r'(<code[ >].*?</code>|<(?:[^>"]|"[^"]*")*>)', re.DOTALL)
_QUOTE_MARKS = re.compile(r"[ 0-9.)*+>-]*")
_SCHEME = re.compile(r"[\s\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.-]*):")
_OMITTED = "<!-- raw HTML omitted -->"


class Heading(NamedTuple):
    """A heading of a body: `level` 1 to 6, its plain text, and the id it can be linked by."""

    level: int
    text: str
    id: str


class CitedPlace(NamedTuple):
    """A citation in running text: key of the reference and place in it."""

    ref: str
    locator: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A body that is safe to show. `links` and `images` are the addresses as the author wrote them."""

    html: str
    headings: tuple[Heading, ...]
    links: tuple[str, ...]
    images: tuple[str, ...]
    citations: tuple[CitedPlace, ...]
    words: int


def read_prose(markdown: str, path: str, first_line: int = 1) -> tuple[Prose | None, list[Problem]]:
    """The prose of a body that begins on `first_line` of `path`, and what is wrong with it.

    The prose is safe to show even where there are problems: what is refused is not in it. It is None
    where the body is beyond what the engine can read in good time.
    """
    places = SourcePlaces(markdown, path, first_line)
    too_much = _beyond_limits(markdown, places)
    if too_much:
        return None, [too_much]
    rendered = comrak.render_markdown(markdown, extension_options=engine_extensions())
    if len(rendered) > MAX_RENDERED:
        return None, [_too_long(rendered, places)]
    links = tuple(html.unescape(href) for href in _LINK.findall(rendered))
    images = tuple(html.unescape(src) for src in _IMAGE.findall(rendered)) if "<img" in rendered else ()
    problems = _refused(rendered, links, images, places)
    if "&" in markdown and is_hidden(rendered):
        problems.extend(places.hidden_entities())
    clean = _sanitiser().clean(rendered)
    if problems:
        clean = _ADDRESS.sub(_safe_address_only, clean)
    headings: list[Heading] = []
    citations: list[CitedPlace] = []
    marked = _with_heading_ids(_with_citations(clean, citations, places, problems), headings)
    prose = Prose(
        html=marked,
        headings=tuple(headings),
        links=links,
        images=images,
        citations=tuple(citations),
        words=len(_TAG.sub("", marked).split()),
    )
    return prose, problems


def slug_of(text: str) -> str:
    """The id made from a heading's text: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "section"


@cache
def _sanitiser() -> nh3.Cleaner:
    """Drops every element, attribute and address that is not expected of the engine."""
    return nh3.Cleaner(
        tags=set(ELEMENTS),
        attributes=_ATTRIBUTES,
        url_schemes=set(SAFE_SCHEMES),
        link_rel=None,
        strip_comments=True,
    )


def _too_long(rendered: str, places: SourcePlaces) -> Problem:
    size = f"The body becomes {len(rendered) // 1024} KiB of HTML; {MAX_RENDERED // 1024} KiB are allowed."
    return places.problem("body-too-long", 0, size, "Shorten it, or use fewer notes, references and headings.")


def _beyond_limits(markdown: str, places: SourcePlaces) -> Problem | None:
    """The first line that would keep the engine or the sanitiser busy for minutes."""
    if markdown.count("|") <= MAX_TABLE_COLUMNS + 1 and markdown.count(">") <= MAX_QUOTE_DEPTH:
        return None
    start = 0
    for line in markdown.split("\n"):
        if line.count("|") > MAX_TABLE_COLUMNS + 1:
            message = f"This line has {line.count('|')} signs '|'; tables may have {MAX_TABLE_COLUMNS} columns."
            return places.problem("table-too-wide", start, message, "Split the table.")
        marks = _QUOTE_MARKS.match(line)
        if marks and marks.group().count(">") > MAX_QUOTE_DEPTH:
            message = f"Quotations are nested more than {MAX_QUOTE_DEPTH} deep here."
            return places.problem("too-deep", start, message, "Begin the line with fewer signs '>'.")
        start += len(line) + 1
    return None


def _refused(
    rendered: str, links: tuple[str, ...], images: tuple[str, ...], places: SourcePlaces
) -> list[Problem]:
    """A problem for each piece of raw HTML, each link that leads nowhere good."""
    problems = []
    if _OMITTED in rendered:
        problems.extend(places.raw_html())
    if not all(map(is_safe_address, (*links, *images))):
        problems.extend(places.unsafe_links(SAFE_SCHEMES))
    for image in dict.fromkeys(images):
        if is_absolute(image) and is_safe_address(image):
            problems.extend(_remote_images(image, places))
    if len(links) > MAX_LINKS:
        message = f"There are {len(links)} links; {MAX_LINKS} are allowed."
        problems.append(places.problem("too-many-links", 0, message, "Keep the ones that help the reader."))
    return problems


def _remote_images(address: str, places: SourcePlaces) -> list[Problem]:
    message = f"Pictures are not fetched from elsewhere: {address!r}."
    fix = "Put it into pages/assets/ and write ![what it shows](assets/name.png)."
    return [places.problem("remote-image", position, message, fix) for position in places.of_links(address)]


def _safe_address_only(attribute: re.Match[str]) -> str:
    address = html.unescape(attribute.group(1))
    fetched = attribute.group().startswith(" src")
    return attribute.group() if is_safe_address(address) and not (fetched and is_absolute(address)) else ""


def is_absolute(address: str) -> bool:
    """Whether a link names its own scheme, such as `https:`."""
    return _SCHEME.match(address) is not None


def is_safe_address(address: str) -> bool:
    """Whether a link may lead there: a relative address, or one of http, https and mailto."""
    scheme = _SCHEME.match(address)
    if scheme:
        return scheme.group(1).lower() in SAFE_SCHEMES
    return bool(address.strip(" #")) and not address.startswith(("/", "\\"))


def _with_heading_ids(clean: str, headings: list[Heading]) -> str:
    """Gives every heading an id that is its own, and records the headings."""
    taken = {*RESERVED_IDS, *_ID.findall(clean)}
    next_number: dict[str, int] = {}

    def marked(found: re.Match[str]) -> str:
        level, inside = found.group(1), found.group(2)
        text = html.unescape(_TAG.sub("", inside)).strip()
        slug = base = slug_of(text)
        while slug in taken:
            next_number[base] = next_number.get(base, 1) + 1
            slug = f"{base}-{next_number[base]}"
        taken.add(slug)
        headings.append(Heading(int(level), text, slug))
        return f'<h{level} id="{slug}">{inside}</h{level}>'

    return _HEADING.sub(marked, clean)


def _with_citations(
    clean: str, citations: list[CitedPlace], places: SourcePlaces, problems: list[Problem]
) -> str:
    """Turns `[@ref, locator; @ref, locator]` in running text into `<cite>` elements."""
    position = 0

    def marked(found: re.Match[str]) -> str:
        nonlocal position
        elements = []
        for part in found.group(1).split("; @"):
            one = _ONE_CITATION.fullmatch(" ".join(html.unescape(part).split()))
            if one is None:
                text = html.unescape(found.group(0))
                position = places.of_text(text, position)
                problems.append(places.malformed_citation(text, position))
                position += 1
                return found.group(0)
            cited = CitedPlace(one.group(1), one.group(2).strip())
            citations.append(cited)
            elements.append(f'<cite data-ref="{cited.ref}" data-locator="{html.escape(cited.locator)}"></cite>')
        return "".join(elements)

    if "[@" not in clean:
        return clean
    pieces = _NOT_TEXT.split(clean)
    pieces[::2] = [_CITATION.sub(marked, piece) if "[@" in piece else piece for piece in pieces[::2]]
    return "".join(pieces)
