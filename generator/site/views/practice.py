"""The page of one practice: its text, numbered sources, and the list of the page's sections."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.compendium.records import PracticeEntry
from generator.presentation import addresses
from generator.presentation.blocks import Body, Sources
from generator.presentation.cards import Card
from generator.presentation.compendium_text import CompendiumText
from generator.presentation.links import Link
from generator.presentation.practice import PracticeText
from generator.site.prose import body_on_page
from generator.site.views.references import NumberedReference


@dataclass(frozen=True)
class PracticeView:
    """What the template `practice.html` shows."""

    text: PracticeText
    card: Card
    body: Markup
    numbers: dict[str, int]
    sources: tuple[NumberedReference, ...]
    contents: tuple[Link, ...]
    how_related: str
    handout: str


def practice_view(words: CompendiumText, entry: PracticeEntry) -> PracticeView:
    """Everything that the page of `entry` shows."""
    text = words.practice(entry)
    numbers = {ref: number for number, ref in enumerate(entry.references, 1)}
    return PracticeView(
        text=text,
        card=words.cards.of(entry),
        body=body_on_page(entry.body, numbers),
        numbers=numbers,
        sources=_sources(text),
        contents=_contents(text),
        how_related=words.how_related,
        handout=addresses.handout(entry.id),
    )


def _sources(text: PracticeText) -> tuple[NumberedReference, ...]:
    listed = (block for section in text.sections for block in section.blocks if isinstance(block, Sources))
    return tuple(
        NumberedReference(
            number,
            source.reference,
            tuple(place.locator for place in source.places),
            tuple(text.quotations[place] for place in source.places if place in text.quotations),
        )
        for number, source in enumerate((source for block in listed for source in block.sources), 1)
    )


def _contents(text: PracticeText) -> tuple[Link, ...]:
    """The page's own contents: the sections, and the headings of the body in its place."""
    contents = [Link(text.glance.heading, f"#{text.glance.id}")]
    for section in text.sections:
        if section.heading:
            contents.append(Link(section.heading, f"#{section.id}"))
        for block in section.blocks:
            if isinstance(block, Body):
                contents += [Link(h.text, f"#{h.id}") for h in block.prose.headings if h.level == 2]
    return tuple(contents)
