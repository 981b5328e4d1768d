"""The form of a practice's body: its headings, their order, its length.

In comes the body of a practice with its document; out come the problems of its form.
"""

import re
from collections.abc import Iterator

from generator import vocabulary
from generator.problems import Problem, did_you_mean, one_of
from generator.reading.frontmatter import Document
from generator.reading.prose import Prose
from generator.reading.source_places import SourcePlaces

MAX_WORDS = 900
"""Longest body, in words: the readers of CHALVI have little time (chalvi-2007, The CHALVI Approach)."""


_NO_SPACE = re.compile(r"^##([^#\s].*)$", re.MULTILINE)
"""A line that was meant as a heading."""


def body_form(document: Document, body: Prose) -> Iterator[Problem]:
    """What is wrong with the headings and the length of a practice's body."""
    places = SourcePlaces(document.body, document.path, document.body_line)
    if body.words > MAX_WORDS:
        message = f"The body has {body.words} words; {MAX_WORDS} are allowed."
        yield places.problem("body-too-long", 0, message, "Shorten it: readers have ten minutes.")
    yield from _foreign_headings(body, places)
    yield from _missing_headings(document, body, places)
    yield from _order(body, places)
    for image in dict.fromkeys(body.images):
        message, fix = f"Practices show no images: {image!r}.", "Describe in words what it shows."
        yield from (places.problem("image", position, message, fix) for position in places.of_links(image))


def _foreign_headings(body: Prose, places: SourcePlaces) -> Iterator[Problem]:
    for number, heading in enumerate(body.headings):
        if heading.level == 1:
            fix = "Begin it with '##' or '###'. The title is in the front matter."
            message = f"'# {heading.text}' is a title."
            yield places.problem("heading", places.of_heading(number), message, fix)
        elif heading.level == 2 and heading.text not in vocabulary.BODY_HEADINGS:
            near = did_you_mean(heading.text, vocabulary.BODY_HEADINGS)
            fix = f"{near} {one_of(vocabulary.BODY_HEADINGS)} Put others below them with '###'.".strip()
            message = f"The heading {heading.text!r} has no place here."
            yield places.problem("heading", places.of_heading(number), message, fix)


def _missing_headings(document: Document, body: Prose, places: SourcePlaces) -> Iterator[Problem]:
    full = document.fields.get("entry") == "full"
    present = {heading.text for heading in body.headings if heading.level == 2}
    joined = {found[1].strip(): found.start() for found in _NO_SPACE.finditer(document.body)}
    for heading in vocabulary.BODY_HEADINGS if full else (vocabulary.BRIEF_HEADING,):
        if heading in present:
            continue
        if heading in joined:
            message = f"There is no space between '##' and {heading!r}, and so this is no heading."
            yield places.problem("missing-heading", joined[heading], message, f"Write '## {heading}'.")
        else:
            message = f"The body has no heading '## {heading}'."
            yield places.problem("missing-heading", 0, message, "Add it, with what the sources say.")


def _order(body: Prose, places: SourcePlaces) -> Iterator[Problem]:
    """A problem for each heading that stands twice, and for the first that stands in another's place."""
    first: dict[str, int] = {}
    for number, heading in enumerate(body.headings):
        if heading.level == 2 and heading.text in first:
            message = f"The heading {heading.text!r} is there twice."
            yield places.problem("heading-order", places.of_heading(number), message, "Keep one of the two.")
        elif heading.level == 2 and heading.text in vocabulary.BODY_HEADINGS:
            first[heading.text] = number
    right = [heading for heading in vocabulary.BODY_HEADINGS if heading in first]
    wrong = next((found for found, wanted in zip(first, right, strict=True) if found != wanted), None)
    if wrong is not None:
        message, fix = f"The heading {wrong!r} is out of order.", f"The order is: {', '.join(right)}."
        yield places.problem("heading-order", places.of_heading(first[wrong]), message, fix)
