"""The indexes at the end: practices by country, theme, tier, indicator and organisation.

In comes the scope of the book; out comes the source of one chapter with the true pages.
"""

from collections.abc import Iterable, Iterator

from generator import vocabulary
from generator.book.panel import NOT_DESCRIBED
from generator.book.scope import Scope, foot, head, listed, practice_label
from generator.book.typst_text import call, joined, literal, words
from generator.compendium.records import PracticeEntry

TITLE = "Indexes"
TITLES = ("By country", "By theme", "By tier of need", "By indicator", "By organisation")
Groups = list[tuple[str, Iterable[PracticeEntry]]]


def indexes_source(scope: Scope) -> str:
    """All indexes, each a heading that the contents list."""
    title = call("chapter-title", literal(TITLE), literal("indexes"))
    columns = 1 if scope.edition.is_narrow else 2
    inside = [call("across-columns", title) if columns > 1 else title]
    for title, groups in _indexes(scope):
        inside.append(call("index-title", literal(title), literal(f"index:{title}")))
        inside.extend(_lines(groups))
    return call("sheet", head(scope), literal(TITLE), foot(scope), joined(inside), columns=str(columns))


def _indexes(scope: Scope) -> Iterator[tuple[str, Groups]]:
    groups = (
        _facet(scope, "country"),
        _facet(scope, "theme"),
        [*_facet(scope, "tier"), *_without_tier(scope)],
        _by_indicator(scope),
        _by_organisation(scope),
    )
    return zip(TITLES, groups, strict=True)


def _facet(scope: Scope, name: str) -> Groups:
    return [(group.term.label, group.practices) for group in scope.here.groups[name].values()]


def _without_tier(scope: Scope) -> Groups:
    silent = [entry for entry in scope.here.practices.values() if not entry.fields.tiers]
    return [(NOT_DESCRIBED, silent)] if silent else []


def _by_indicator(scope: Scope) -> Groups:
    groups = scope.here.groups[vocabulary.INDICATOR_NUMBER.name]
    titles = scope.all.indicators
    return [(f"{number}. {titles[number].fields.title}", group.practices) for number, group in groups.items()]


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
