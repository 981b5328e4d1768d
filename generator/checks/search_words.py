"""What must hold in the list of search words: each word in one place, and none that leads nowhere.

In come the record and the places of its values; out come the problems. Whether any entry uses a word is
asked of the texts of the entries' files, which are read only until every word has been seen.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator import vocabulary
from generator.problems import FieldPlaces, KeyPath, Problem
from generator.schema.search_words import SearchWords
from generator.words import folded, stems_in


class Listed(NamedTuple):
    """An expression in the list, where it stands, and its stems."""

    text: str
    path: KeyPath
    stems: tuple[str, ...]


def repeated_words(record: SearchWords, path: str, places: FieldPlaces) -> Iterator[Problem]:
    """A problem for each word that stands in two places of one kind, or twice in a group."""
    for listed in _one_place_each(record):
        first: dict[tuple[str, ...], str] = {}
        for each in listed:
            if each.stems in first:
                place = places.of_value(each.path)
                other = first[each.stems]
                what = (
                    f"{each.text!r} stands here twice"
                    if other == each.text
                    else f"{each.text!r} is {other!r} again"
                )
                fix = "Keep it in one place: other forms of a word are found by its stem."
                yield Problem(path, *place, "repeated-word", f"{what}.", fix)
            first.setdefault(each.stems, each.text)


def unused_words(
    record: SearchWords, path: str, places: FieldPlaces, texts: Iterable[str]
) -> Iterator[Problem]:
    """A warning for each word that entries are said to use and that stands in none of the texts."""
    left = {each.path: each for each in _of_entries(record)}
    for text in (*_always_there(), *texts):
        if not left:
            return
        seen = _seen_in(text, left.values())
        left = {place: each for place, each in left.items() if each not in seen}
    for each in left.values():
        message = f"No entry uses the word {each.text!r}."
        fix = "Write a word that entries use, or take this one away."
        yield Problem(path, *places.of_value(each.path), "unused-word", message, fix, "warning")


def _seen_in(text: str, listed: Iterable[Listed]) -> set[Listed]:
    """Those that a text has; it is cut into words only where it may have one."""
    plain = folded(text)
    likely = [each for each in listed if all(part[:3] in plain for part in each.stems)]
    if not likely:
        return set()
    joined = f" {' '.join(stems_in(text))} "
    return {each for each in likely if f" {' '.join(each.stems)} " in joined}


def _always_there() -> Iterator[str]:
    """Texts that entries show and that do not stand in their files: the terms that they choose from."""
    for terms in (*_VOCABULARIES, vocabulary.countries()):
        for term in terms:
            yield f"{term.label}. {term.definition}"


_VOCABULARIES = tuple(each for each in vars(vocabulary).values() if isinstance(each, vocabulary.Vocabulary))


def _one_place_each(record: SearchWords) -> Iterator[list[Listed]]:
    """The lists in which no word may stand twice."""
    for kind in ("same", "near"):
        groups = getattr(record, kind)
        yield [
            listed
            for number, group in enumerate(groups)
            for listed in _listed(group.readers, (kind, number, "readers"))
        ]
        for number, group in enumerate(groups):
            yield list(_listed(group.entries, (kind, number, "entries")))
    yield [
        listed
        for number, ages in enumerate(record.ages)
        for listed in _listed(ages.words, ("ages", number, "words"))
    ]
    yield [listed for number, forms in enumerate(record.forms) for listed in _listed(forms, ("forms", number))]


def _of_entries(record: SearchWords) -> Iterator[Listed]:
    for kind in ("same", "near"):
        for number, group in enumerate(getattr(record, kind)):
            yield from _listed(group.entries, (kind, number, "entries"))


def _listed(expressions: Iterable[str], path: KeyPath) -> Iterator[Listed]:
    for position, text in enumerate(expressions):
        yield Listed(text, (*path, position), tuple(stems_in(text)))
