"""Can a page expose its reader? Asked of every page of a site before it is published.

In comes a page's name and text; out comes one line for each thing on it that the policy forbids, or that
no template writes. A page is cut into tags, and a tag has to have the one form in which templates and
engine write it: a known element in small letters, known attributes, values in double quotes and escaped.
Whatever else a browser would take for markup is thereby a fault too, in any spelling.

No value may hold `<` or `>`. Thus a `<` is always the beginning of a tag and the next `>` its end, whether a
browser is reading text, a title or a drawing, and escaped text is never taken for markup.
"""

import html
import re
from collections.abc import Iterator, Set

from generator.privacy import exit_page
from generator.privacy.policy import page_policy
from generator.reading.prose import ELEMENTS, SAFE_SCHEMES

KNOWN_ELEMENTS = ELEMENTS | {
    "abbr", "address", "article", "aside", "b", "bdi", "bdo", "body", "button", "caption", "circle", "cite",
    "col", "colgroup", "data", "dd", "desc", "details", "dfn", "dialog", "div", "dl", "dt", "ellipse",
    "fieldset", "figcaption", "figure", "footer", "form", "g", "head", "header", "hgroup", "html", "i", "input",
    "ins", "kbd", "label", "legend", "line", "link", "main", "mark", "meta", "meter", "nav", "optgroup",
    "option", "output", "path", "polygon", "polyline", "progress", "q", "rect", "rp", "rt", "ruby", "s", "samp",
    "script", "search", "select", "small", "span", "sub", "summary", "svg", "symbol", "text", "tfoot", "time",
    "title", "tspan", "u", "use", "var", "wbr",
}  # fmt: skip
"""Elements that may stand on a page: what the sanitiser lets through and what templates may use besides."""

KNOWN_ATTRIBUTES = frozenset({
    "abbr", "align", "alt", "autocomplete", "charset", "checked", "class", "color", "colspan", "content", "cx",
    "cy", "d", "datetime", "decoding", "defer", "dir", "disabled", "dx", "dy", "enterkeyhint", "fill",
    "fill-opacity", "fill-rule", "focusable", "for", "headers", "height", "hidden", "high", "href", "hreflang",
    "http-equiv", "id", "inert", "inputmode", "lang", "list", "loading", "low", "max", "maxlength", "media",
    "min", "minlength", "multiple", "name", "novalidate", "open", "opacity", "optimum", "pattern",
    "placeholder", "points", "preserveAspectRatio", "property", "r", "readonly", "rel", "required", "reversed",
    "role", "rowspan", "rx", "ry", "scope", "selected", "size", "sizes", "span", "spellcheck", "src", "start",
    "step", "stroke", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "stroke-width",
    "tabindex", "text-anchor", "title", "transform", "translate", "type", "value", "viewBox", "width", "x",
    "x1", "x2", "xmlns", "y", "y1", "y2",
})  # fmt: skip
"""Attributes that run, ask and send nothing; `aria-…` and `data-…` are known besides."""

_KNOWN_FAMILIES = ("aria-", "data-")
_ADDRESSES = {"href": frozenset({"a", "link", "use"}), "src": frozenset({"img", "script"})}
"""Which elements may have an address, and in which attribute."""

INLINE = "there is an inline script"
_FRAMED = frozenset({"applet", "base", "embed", "frame", "iframe", "object"})
_MOST_REMEMBERED = 100_000
"""Tags that have been found in order, kept so that the frame of all pages is looked at once."""

_S = r"[ \t\r\n]"
_FIRST = re.compile(
    rf'{_S}*(?:(?i:<!doctype html>){_S}*)?<html(?: [a-z-]+="[^"<>]*")*>{_S}*<head>{_S}*'
    r'<(meta http-equiv="Content-Security-Policy" content="([^"<>]*)">)'
)
_NEUTRAL_PAGE_ASKS = re.compile(r"https://[a-z0-9.-]+")
_NEEDED = ("default-src 'none'", "base-uri 'none'", "form-action 'none'")
_TAG = re.compile(rf'([a-z][a-z0-9]*)((?:{_S}+[a-zA-Z][a-zA-Z0-9:_.-]*(?:="[^"<>]*")?)*){_S}*/?>')
_END = re.compile(r"/[a-z][a-z0-9]*>")
_ATTRIBUTE = re.compile(rf'{_S}+([a-zA-Z][a-zA-Z0-9:_.-]*)(?:="([^"<>]*)")?')
_PAINTS = frozenset({"fill", "stroke"})
_IGNORED_IN_ADDRESSES = dict.fromkeys(range(0x21))
"""Browsers pass over control characters and blanks at the beginning of an address, and over some anywhere."""

_OF_THE_SITE = re.compile(r"(?![/\\]{2})[^:?#/\\]*(?:[?#/\\].*)?", re.DOTALL)
_LEADS_AWAY = tuple(f"{scheme}:" for scheme in sorted(SAFE_SCHEMES))


class Exposure:
    """Looks at the pages of one site; what has been found in order is not looked at again."""

    def __init__(self) -> None:
        self._tags: set[str] = {"!doctype html>", "!DOCTYPE html>"}
        self._policies: set[tuple[str, bool]] = set()

    def faults(self, name: str, text: str, tags: Set[str] | None = None) -> Iterator[str]:
        """What could expose the reader of the page `name`: nothing, or one line for each thing.

        `tags` are those that `tags_in` has found in the text, if it was asked before.
        """
        first = _FIRST.match(text)
        if first is None:
            yield "the policy does not stand first in the head"
        elif not self._is_strict(first[2], name == exit_page.PAGE):
            yield "the policy allows more than that of all pages"
        new = set((tags_in(text) if tags is None else tags) - self._tags)
        new.discard(first[1] if first else "")
        faults = {tag: tuple(_faults_of(tag)) for tag in sorted(new)}
        if len(self._tags) < _MOST_REMEMBERED:
            self._tags.update(tag for tag, found in faults.items() if not found)
        inline = [INLINE] if _has_script_with_text(text) else []
        yield from dict.fromkeys([*inline, *(fault for found in faults.values() for fault in found)])

    def _is_strict(self, written: str, neutral_page: bool) -> bool:
        if (written, neutral_page) not in self._policies and _is_strict(html.unescape(written), neutral_page):
            self._policies.add((written, neutral_page))
        return (written, neutral_page) in self._policies


def tags_in(text: str) -> set[str]:
    """Every tag of a page, each once, without its `<`; empty for one that does not end."""
    return {after[: after.find(">") + 1] for after in set(text.split("<")[1:])}


def _has_script_with_text(text: str) -> bool:
    at = text.find("<script")
    while at >= 0:
        end = text.find(">", at) + 1
        if not text.startswith("</script>", end):
            return True
        at = text.find("<script", end)
    return False


def _is_strict(policy: str, neutral_page: bool) -> bool:
    """Whether a policy allows no more than that of all pages; the neutral page may ask one host besides."""
    stated = [directive.strip() for directive in policy.split(";")]
    allowed = {directive.split()[0]: set(directive.split()) for directive in page_policy().split(";")}
    names = [directive.partition(" ")[0] for directive in stated]
    if len(set(names)) != len(names) or not set(_NEEDED) <= set(stated):
        return False
    return all(
        set(directive.split()) <= allowed.get(kind, set()) or (neutral_page and _is_asking(directive))
        for kind, directive in zip(names, stated, strict=True)
    )


def _is_asking(directive: str) -> bool:
    kind, _, host = directive.partition(" ")
    return kind == "connect-src" and _NEUTRAL_PAGE_ASKS.fullmatch(host) is not None


def _faults_of(written: str) -> Iterator[str]:
    """What is wrong with a tag, given without its `<`; empty where none ends."""
    if _END.fullmatch(written):
        return
    tag = _TAG.fullmatch(written)
    if tag is None:
        yield f"there is markup in a form that no template writes: {_shown(written)}"
        return
    element, attributes = tag[1], dict(_ATTRIBUTE.findall(tag[2]))
    if len({name.lower() for name in attributes}) != len(_ATTRIBUTE.findall(tag[2])):
        yield f"an attribute stands twice: {_shown(written)}"
    yield from _faults_of_element(element, attributes)
    for name, value in attributes.items():
        fault = _fault_of_attribute(element, name, value)
        if fault:
            yield fault


def _faults_of_element(element: str, attributes: dict[str, str]) -> Iterator[str]:
    if element in _FRAMED or (element == "form" and "action" in attributes):
        yield "there is a frame, an object or a form that is sent"
    elif element == "style":
        yield "there is an inline style sheet"
    elif element == "script" and not attributes.get("src"):
        yield INLINE
    elif element == "meta":
        yield from _faults_of_instruction(attributes)
    elif element not in KNOWN_ELEMENTS:
        yield f"there is an element that is not known to be harmless: {element!r}"


def _faults_of_instruction(attributes: dict[str, str]) -> Iterator[str]:
    """What is wrong with a `meta` element."""
    instruction = attributes.get("http-equiv")
    if instruction is not None and instruction.lower() == "refresh":
        yield "there is a page that sends its reader on"
    elif instruction is not None:
        yield f"there is an instruction to the browser: {instruction!r}"
    if attributes.get("name", "").lower() == "referrer" and attributes.get("content") != "no-referrer":
        yield "other sites are told where their visitors come from"


def _fault_of_attribute(element: str, name: str, value: str) -> str:
    """What is wrong with one attribute, or an empty text."""
    if name.lower().startswith("on"):
        return "there is a script in an attribute"
    if name.lower() == "style":
        return "there is a style in an attribute"
    if name in _ADDRESSES:
        return _fault_of_address(element, name, value)
    if name not in KNOWN_ATTRIBUTES and not name.startswith(_KNOWN_FAMILIES):
        if (element, name) == ("form", "action"):
            return ""  # said of the form
        return f"there is an attribute that is not known to be harmless: {name!r}"
    if name in _PAINTS and "url(" in html.unescape(value).lower():
        return f"there is an address in {name!r}"
    return ""


def _fault_of_address(element: str, name: str, value: str) -> str:
    address = html.unescape(value).translate(_IGNORED_IN_ADDRESSES)
    if element not in _ADDRESSES[name]:
        known = element in KNOWN_ELEMENTS  # what is said of another element is enough
        return f"there is an address where none belongs: {name!r} of {element!r}" if known else ""
    if element == "use":
        return "" if address.startswith("#") else "a drawing is taken from elsewhere"
    if _OF_THE_SITE.fullmatch(address):
        return ""
    if element != "a":
        return "something is asked of another host"
    return "" if address.lower().startswith(_LEADS_AWAY) else "there is a link that runs something"


def _shown(tag: str) -> str:
    return repr(f"<{tag[:60]}{'…' if len(tag) > 60 else ''}")
