"""The indexes at the end: practices by country, theme, tier, indicator and organisation."""

from collections.abc import Iterable, Iterator

from generator import vocabulary
from generator.book.scope import Scope, foot, head, listed, practice_label
from generator.book.typst_text import call, joined, literal, words
from generator.compendium.records import PracticeEntry
from generator.vocabulary import Vocabulary

INDEXES = ("book.by-country", "book.by-theme", "book.by-tier", "book.by-indicator", "book.by-organisation")
"""The keys of the indexes' titles, in their order."""

Groups = list[tuple[str, Iterable[PracticeEntry]]]


def indexes_source(scope: Scope) -> str:
    """All indexes, each a heading that the contents list."""
    chapter = scope.texts("book.indexes")
    title = call("chapter-title", literal(chapter), literal("indexes"))
    columns = 1 if scope.edition.is_narrow else 2
    inside = [call("across-columns", title) if columns > 1 else title]
    for title, groups in _indexes(scope):
        inside.append(call("index-title", literal(title), literal(f"index:{title}")))
        inside.extend(_lines(groups))
    return call("sheet", head(scope), literal(chapter), foot(scope), joined(inside), columns=str(columns))


def _indexes(scope: Scope) -> Iterator[tuple[str, Groups]]:
    groups = (
        _facet(scope, vocabulary.countries()),
        _facet(scope, vocabulary.THEME),
        [*_facet(scope, vocabulary.TIER), *_without_tier(scope)],
        _by_indicator(scope),
        _by_organisation(scope),
    )
    return zip(map(scope.texts, INDEXES), groups, strict=True)


def _facet(scope: Scope, vocabulary_: Vocabulary) -> Groups:
    terms = scope.texts.terms(vocabulary_)
    return [(terms[value].label, group.practices) for value, group in scope.here.groups[terms.name].items()]


def _without_tier(scope: Scope) -> Groups:
    silent = [entry for entry in scope.here.practices.values() if not entry.fields.tiers]
    return [(scope.texts("not-described"), silent)] if silent else []


def _by_indicator(scope: Scope) -> Groups:
    groups = scope.here.groups[vocabulary.INDICATOR_NUMBER.name]
    titles = scope.all.indicators
    return [
        (scope.texts("indicator.numbered", number=number, title=titles[number].fields.title), group.practices)
        for number, group in groups.items()
    ]


def _by_organisation(scope: Scope) -> Groups:
    by_name: dict[str, dict[str, PracticeEntry]] = {}
    for entry in scope.here.practices.values():
        for organisation in entry.fields.organisations or ():
            by_name.setdefault(organisation.name, {})[entry.id] = entry
    return [
        (name, by_name[name].values()) for name in sorted(by_name, key=lambda name: (name.casefold(), name))
    ]


def _lines(groups: Groups) -> Iterator[str]:
    for name, entries in groups:
        yield call("index-head", "3", words(name))
        for entry in entries:
            yield call("index-line", listed(practice_label(entry.id), words(entry.title)))
