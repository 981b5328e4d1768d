"""A page of the site's prose with the list of what it cites."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.compendium.records import PageEntry
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.links import Link
from generator.site.prose import body_on_page
from generator.site.views.references import NumberedReference, numbered


@dataclass(frozen=True)
class ProsePageView:
    """What the template `page.html` shows."""

    body: Markup
    sources: tuple[NumberedReference, ...]
    sections: tuple[Link, ...]


def prose_page_view(words: CompendiumText, page: PageEntry) -> ProsePageView:
    """Everything that a page of prose shows."""
    sources = numbered(words, (citation.ref for citation in page.body.citations))
    numbers = {source.reference.id: source.number for source in sources}
    sections = tuple(Link(h.text, f"#{h.id}") for h in page.body.headings if h.level == 2)
    return ProsePageView(body_on_page(page.body, numbers), sources, sections)
