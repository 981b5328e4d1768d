"""The form of a practice's body: its headings, their order, its length.

In comes a validated practice with its document; out come the problems of its body's form.
"""

from collections.abc import Iterator

from generator import vocabulary
from generator.compendium.records import PracticeEntry
from generator.problems import Problem, did_you_mean, one_of
from generator.reading.frontmatter import Document
from generator.reading.source_places import SourcePlaces

MAX_WORDS = 900
"""Longest body, in words: the readers of CHALVI have little time (chalvi-2007, The CHALVI Approach)."""


def body_form(entry: PracticeEntry, document: Document) -> Iterator[Problem]:
    """What is wrong with the headings and the length of a practice's body."""
    places = SourcePlaces(document.body, document.path, document.body_line)
    if entry.body.words > MAX_WORDS:
        message = f"The body has {entry.body.words} words; {MAX_WORDS} are allowed."
        yield places.problem("body-too-long", 0, message, "Shorten it: readers have ten minutes.")
    yield from _foreign_headings(entry, places)
    yield from _missing_headings(entry, places)
    yield from _order(entry, places)
    for image in entry.body.images:
        fix = "Describe in words what it shows."
        yield places.problem("image", places.of_link(image), f"Practices show no images: {image!r}.", fix)


def _foreign_headings(entry: PracticeEntry, places: SourcePlaces) -> Iterator[Problem]:
    for heading in entry.body.headings:
        position = places.of_text(f"{'#' * heading.level} {heading.text}")
        if heading.level == 1:
            fix = "Begin it with '##' or '###'; the title stands in the front matter."
            yield places.problem("heading", position, f"'# {heading.text}' is a title.", fix)
        elif heading.level == 2 and heading.text not in vocabulary.BODY_HEADINGS:
            near = did_you_mean(heading.text, vocabulary.BODY_HEADINGS)
            fix = f"{near} {one_of(vocabulary.BODY_HEADINGS)} Others may stand below them with '###'.".strip()
            yield places.problem("heading", position, f"The heading {heading.text!r} has no place here.", fix)


def _missing_headings(entry: PracticeEntry, places: SourcePlaces) -> Iterator[Problem]:
    required = (vocabulary.BRIEF_HEADING,) if entry.fields.entry == "brief" else vocabulary.BODY_HEADINGS
    for heading in required:
        if heading in entry.missing_headings:
            message = f"The body has no heading '## {heading}'."
            yield places.problem("missing-heading", 0, message, "Add it, with what the sources say.")


def _order(entry: PracticeEntry, places: SourcePlaces) -> Iterator[Problem]:
    present = [h.text for h in entry.body.headings if h.level == 2 and h.text in vocabulary.BODY_HEADINGS]
    right = [heading for heading in vocabulary.BODY_HEADINGS if heading in present]
    if present != right:
        wrong = next(found for found, wanted in zip(present, [*right, ""], strict=False) if found != wanted)
        fix = f"The order is: {', '.join(right)}; each once."
        message = f"The heading {wrong!r} is out of order or stands twice."
        yield places.problem("heading-order", places.of_text(f"## {wrong}"), message, fix)
