"""What a page may do, and what it shows of itself to others: the policy, the window title, the preview.

In come a page's title and the site's name; out comes what stands first in every page's head. The
templates print it; `verify` holds every published page against it.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

META = '<meta http-equiv="Content-Security-Policy" content="'
"""What stands before the policy, first in the head of every page."""

NEUTRAL_WORDS = ("domestic violence", "domestic abuse")
"""Word pairs that no window title and no head of a printed page shows, unless the settings say otherwise."""

PREVIEW_TEXT = "A library for professionals."
"""What a link preview says of every page."""

_DIRECTIVES = {
    "default-src": ("'none'",),
    "script-src": ("'self'", "'wasm-unsafe-eval'"),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),  # the theme's style sheets draw their signs so
    "font-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'none'",),
}
_LEFT_OUT = "…"


class Head(NamedTuple):
    """What stands in a page's head beside its style sheets."""

    policy: str
    title: str
    preview: tuple[tuple[str, str], ...]


def page_policy(connect_to: Iterable[str] = ()) -> str:
    """The Content-Security-Policy of a page: everything comes from the site itself, or not at all.

    `connect_to` are hosts that the neutral page may ask whether they can be reached.
    """
    directives = dict(_DIRECTIVES)
    if connections := tuple(connect_to):
        directives["connect-src"] = connections
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


def preview_policy() -> str:
    """The policy in the live preview, whose server puts into each page a script that asks for news of changes.

    It never stands in a site that is built.
    """
    preview = {
        **_DIRECTIVES,
        "script-src": (*_DIRECTIVES["script-src"], "'unsafe-inline'"),
        "connect-src": ("'self'",),
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in preview.items())


def head(title: str, site_name: str, words: Iterable[str] = NEUTRAL_WORDS, policy: str | None = None) -> Head:
    """The head of the page `title`: window titles and previews do not give the reader away."""
    neutral_site = neutral(site_name, words)
    preview = (
        ("og:type", "website"),
        ("og:title", neutral_site),
        ("og:site_name", neutral_site),
        ("og:description", PREVIEW_TEXT),
    )
    return Head(policy or page_policy(), f"{neutral(title, words)} - {neutral_site}", preview)


def neutral(text: str, words: Iterable[str] = NEUTRAL_WORDS) -> str:
    """The text with each of `words` left out, in large or small letters, over two lines or hyphenated."""
    for phrase in words:
        between = r"[\s\u00a0\u2010\u2011-]+".join(re.escape(word) for word in phrase.split())
        text = re.sub(rf"\b{between}\b", _LEFT_OUT, text, flags=re.IGNORECASE)
    return text
