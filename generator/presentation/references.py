"""Documents in words, as lists of sources name them, and as CSL data for programs that cite."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.presentation.dates import partial_day_in_words
from generator.presentation.texts import Texts
from generator.schema.reference import Name, Reference


class ReferenceText(NamedTuple):
    """A document in the words of a list of sources; a part is empty where the document names nothing."""

    id: str
    authors: str
    date: str
    title: str
    language: str
    short_title: str
    container: str
    imprint: str
    url: str
    accessed: str
    note: str


def reference_text(reference: Reference, texts: Texts) -> ReferenceText:
    """A document in words; one that names no date has `no date`."""
    accessed = reference.accessed and partial_day_in_words(reference.accessed, texts.language)
    return ReferenceText(
        id=reference.id,
        authors=_joined([_name(author) for author in reference.author], texts),
        date=reference.issued or texts("reference.no-date"),
        title=reference.title,
        language=reference.language or "",
        short_title=reference.title_short or reference.title,
        container=reference.container_title or "",
        imprint=": ".join(filter(None, (reference.publisher_place, reference.publisher))),
        url=reference.url or "",
        accessed=texts("reference.accessed", day=accessed) if accessed else "",
        note=reference.note or "",
    )


def csl_item(reference: Reference) -> dict[str, Any]:
    """The document as a CSL-JSON item (citationstyles.org, schema 1.0): dates as `date-parts`."""
    item = reference.model_dump(
        by_alias=True, exclude_none=True, exclude_defaults=True, exclude={"verified_text"}, mode="json"
    )
    for name in ("issued", "accessed"):
        if name in item:
            item[name] = {"date-parts": [[int(part) for part in item[name].split("-")]]}
    return item


def _joined(names: list[str], texts: Texts) -> str:
    """`A; B and C`: names hold commas themselves, as in `Humphreys, C.`."""
    *first, last = names or [""]
    return texts("list.and", first="; ".join(first), last=last) if first else last


def _name(author: Name) -> str:
    return author.literal or ", ".join(_parts(author))


def _parts(author: Name) -> Iterator[str]:
    yield from filter(None, (author.family, author.given))
