"""Bodies made ready for one page: links that lead to pages, citations that lead to the list of sources.

In comes the sanitised HTML of a body; out comes the HTML of the same body on the site.
"""

import html
import re
from collections.abc import Mapping
from itertools import count

from markupsafe import Markup

from generator.reading.prose import Prose
from generator.site.fragments import citation

_LINK_TO_FILE = re.compile(r'<a href="((?![a-zA-Z][a-zA-Z0-9+.-]*:)[^"#]*)\.md([#"])')
_CITE = re.compile(r'<cite data-ref="([^"]*)" data-locator="([^"]*)"></cite>')
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)


def body_on_page(prose: Prose, numbers: Mapping[str, int]) -> Markup:
    """The body as it stands on its page; `numbers` are those of the page's list of sources."""
    linked = _LINK_TO_FILE.sub(r'<a href="\1.html\2', prose.html)
    cited = _CITE.sub(lambda found: citation(html.unescape(found[1]), html.unescape(found[2]), numbers), linked)
    if "<table>" not in cited:
        return Markup(cited)  # noqa: S704 - sanitised by reading.prose; what is added here is escaped
    tables = count(1)
    scrolled = _TABLE.sub(lambda found: _scrolling(found[0], next(tables)), cited)
    return Markup(scrolled)  # noqa: S704 - as above


def _scrolling(table: str, number: int) -> str:
    """A table in a region of its own, which scrolls where the page is too narrow."""
    return f'<section class="table" tabindex="0" aria-label="Table {number}">{table}</section>'
