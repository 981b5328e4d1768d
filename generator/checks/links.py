"""What records say about each other: ids, references, criteria, internal links, lineage.

In come documents, whether or not their fields are in order; out comes a problem for everything that
points at nothing, in a circle, or at itself.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from posixpath import join, normpath, relpath
from typing import Any

from generator.checks.outline import Outline
from generator.checks.raw_fields import cited_in, groups_below, refs_in, texts_in
from generator.compendium.records import Read
from generator.problems import ID, Problem, did_you_mean
from generator.reading.folder import site_path
from generator.reading.frontmatter import Document
from generator.reading.prose import Prose, is_absolute, is_safe_address
from generator.reading.source_places import SourcePlaces
from generator.schema.explain import Explained
from generator.schema.fields import CRITERION_ID

MOST_LOOKED_UP = 300
"""Most links, or references, of one file that are checked: none in order has more, and a search takes time."""


@dataclass(frozen=True)
class Known:
    """What records may point at, whether or not the file behind it is in order.

    `references` is None when the list of references could not be read: then nothing is said of them.
    `anchors` gives the heading ids of each readable content file by its path on the site
    (`practices/x.md`); `unread` are the paths whose headings are not known here.
    """

    practices: Collection[str]
    references: Collection[str] | None
    criteria: Mapping[str, Sequence[str]]
    anchors: Mapping[str, Collection[str]]
    unread: Collection[str]


def practice_links(document: Document, known: Known) -> Iterator[Problem]:
    """What is wrong with the ids, references and criteria that one practice names."""
    yield from _practice_ids(document, known)
    yield from _criteria(document, known)
    named = sorted(ref for ref in refs_in(document.fields) if ID.fullmatch(ref))
    wrong = _wrong_references(named, document, known)
    for path, ref in cited_in(document.fields) if wrong else ():
        if ref in wrong:
            yield Problem(document.path, *document.places.of_value(path), *wrong[ref])


def body_links(document: Document, body: Prose, known: Known) -> Iterator[Problem]:
    """What is wrong with the links and citations in one body."""
    places = SourcePlaces(document.body, document.path, document.body_line)
    for address in islice(dict.fromkeys(body.links), MOST_LOOKED_UP):
        broken = _broken(address, document.path, known) if is_safe_address(address) else None
        if broken:
            for position in places.of_links(address):
                yield places.problem("broken-link", position, *broken)
    wrong = _wrong_references((citation.ref for citation in body.citations), document, known)
    for ref, (rule, message, fix) in wrong.items():
        yield places.problem(rule, places.of_text(f"@{ref},"), message, fix)


def lineage_cycles(practices: Iterable[Outline], document_at: Callable[[str], Document]) -> Iterator[Problem]:
    """A problem for each practice that, through `adapted_from`, comes from itself."""
    by_id = {practice.id: practice for practice in practices}
    parents = {
        id_: [parent for parent in practice.adapted_from if parent in by_id and parent != id_]
        for id_, practice in by_id.items()
    }
    for id_, practice in by_id.items():
        circle = _way_back(id_, parents)
        if circle:
            place = document_at(practice.path).places.of_value(("adapted_from",))
            message = f"The practice comes from itself: {' ← '.join(circle)}."
            yield Problem(practice.path, *place, "lineage-cycle", message, "Remove one of these steps.")


def missing_anchors(
    practices: Iterable[Outline], others: Iterable[Read[Any]], document_at: Callable[[str], Document]
) -> Iterator[Problem]:
    """A problem for each link to a heading that the practice it leads to does not have."""
    anchors = {practice.path: practice.anchors for practice in practices if practice.anchors is not None}
    linking = [(practice.path, practice.links_to_headings) for practice in practices]
    linking += [(read.path, read.body.links) for read in others if read.body is not None]
    for path, links in linking:
        for address in dict.fromkeys(links):
            link, _, anchor = address.partition("#")
            target = _target(link, path)
            if anchor and target in anchors and anchor not in anchors[target]:
                document = document_at(path)
                places = SourcePlaces(document.body, path, document.body_line)
                message, fix = _no_such_heading(anchor, target, anchors[target])
                for position in places.of_links(address):
                    yield places.problem("broken-link", position, message, fix)


def _target(link: str, path: str) -> str:
    """The path on the site to which a link in the file at `path` leads."""
    here = site_path(path)
    return normpath(join(here.rpartition("/")[0], link)) if link else here


def _practice_ids(document: Document, known: Known) -> Iterator[Problem]:
    own = _id(document)
    named = [
        *texts_in(document.fields.get("related"), ("related",)),
        *texts_in(document.fields.get("adapted_from"), ("adapted_from",)),
    ]
    for path, name in named:
        if name == own:
            rule, message, fix = "names-itself", f"The practice names itself in {path[0]!r}.", "Remove it."
        elif ID.fullmatch(name) and name not in known.practices:
            rule, message = "unknown-practice", f"There is no practice {name!r}."
            fix = did_you_mean(name, known.practices) or "Use the name of a file in practices/, without '.md'."
        else:
            continue
        yield Problem(document.path, *document.places.of_value(path), rule, message, fix)


def _criteria(document: Document, known: Known) -> Iterator[Problem]:
    for number, mark in groups_below(document.fields.get("indicators")):
        allowed = known.criteria.get(number, ())
        for path, criterion in texts_in(mark.get("criteria"), ("indicators", number, "criteria")):
            if allowed and criterion not in allowed and re.fullmatch(CRITERION_ID, criterion):
                message = f"Indicator {number} has no criterion {criterion!r}."
                fix = f"Its criteria are {', '.join(allowed)}."
                yield Problem(document.path, *document.places.of_value(path), "unknown-criterion", message, fix)


def _wrong_references(refs: Iterable[str], document: Document, known: Known) -> dict[str, Explained]:
    """The references that are not in the list, or not among the entry's sources, with what to say of each."""
    sources = document.fields.get("sources")
    listed = refs_in(sources) if isinstance(sources, list) else None
    wrong: dict[str, Explained] = {}
    for ref in islice(dict.fromkeys(refs), MOST_LOOKED_UP):
        if known.references is not None and ref not in known.references:
            fix = did_you_mean(ref, known.references) or "Add it to practices/references.yaml."
            wrong[ref] = "unknown-reference", f"There is no reference {ref!r}.", fix
        elif listed is not None and ref not in listed:
            message = f"The reference {ref!r} is cited but is not in 'sources'."
            wrong[ref] = "unlisted-source", message, "Add it to 'sources', with its locator."
    return wrong


def _broken(address: str, path: str, known: Known) -> tuple[str, str] | None:
    """What is wrong with a link, and how to mend it."""
    if is_absolute(address):
        return None
    link, _, anchor = address.partition("#")
    target = _target(link, path)
    if target in known.unread:
        return None
    if target not in known.anchors:
        folder = site_path(path).rpartition("/")[0]
        near = did_you_mean(link, [relpath(file, folder or ".") for file in (*known.anchors, *known.unread)])
        return f"The link {address!r} leads to nothing.", near or "Link to a content file, such as meitheal.md."
    if anchor and anchor not in known.anchors[target]:
        return _no_such_heading(anchor, target, known.anchors[target])
    return None


def _no_such_heading(anchor: str, target: str, anchors: Collection[str]) -> tuple[str, str]:
    """What is wrong with a link to a heading, and how to mend it."""
    headings = f"Its headings are: {', '.join(sorted(anchors))}." if anchors else "Link to the page itself."
    return f"{target!r} has no heading with the id {anchor!r}.", did_you_mean(anchor, anchors) or headings


def _id(document: Document) -> str:
    return document.path.rpartition("/")[2].removesuffix(".md")


def _way_back(start: str, parents: Mapping[str, list[str]]) -> list[str]:
    """The shortest way from `start` over its parents to itself, or nothing."""
    ways = [[start]]
    seen = {start}
    for way in ways:
        for parent in parents[way[-1]]:
            if parent == start:
                return [*way, start]
            if parent not in seen:
                seen.add(parent)
                ways.append([*way, parent])
    return []
