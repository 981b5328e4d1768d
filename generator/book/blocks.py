"""The blocks of a practice's text set for print: one function a kind of block, and none words anything."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.book.notes import Notes
from generator.book.pagination import leading_to
from generator.book.scope import Scope, indicator_label, itself
from generator.book.typst_text import array, call, joined, literal, words
from generator.presentation.blocks import (
    Block,
    Cell,
    Claims,
    Details,
    Fact,
    Facts,
    Ladder,
    Links,
    Notice,
    Section,
    Table,
)
from generator.vocabulary import NOT_DESCRIBED

LONGEST_UNCUT = 1500
"""Characters from which statements may be cut by the end of a page, lest they be longer than it."""

_SHORT = 36
"""Characters up to which a fact shares a line with others."""

_BESIDE_THEIR_HEADING = (Claims, Links)


def panel_source(glance: Section, silent: str) -> str:
    """The at-a-glance panel: short facts side by side, long ones below, then what no source says."""
    questions = [block for block in glance.blocks if isinstance(block, Facts)]
    facts = [(fact.label, _panel_values(fact)) for each in questions for fact in (each.answer, *each.facts)]
    facts = [(label, text) for label, text in facts if text]
    short = (_item(label, text) for label, text in facts if len(text) <= _SHORT)
    long = [_item(label, text) for label, text in facts if len(text) > _SHORT]
    if silent:
        long.append(call("muted", words(silent)))
    return call("panel", array(short), array(long))


def blocks_source(blocks: Iterable[Block], scope: Scope, notes: Notes) -> Iterator[str]:
    """The sources of blocks; those with a heading of their own that follow each other share their columns."""
    rows: list[str] = []
    for block in blocks:
        if isinstance(block, _BESIDE_THEIR_HEADING) or (isinstance(block, Details) and block.heading):
            rows.append(_row(block, scope, notes))
            continue
        if rows:
            yield call("side-by-side", array(rows))
            rows = []
        yield from _PIECES[type(block)](block, scope, notes)
    if rows:
        yield call("side-by-side", array(rows))


def _item(label: str, text: str) -> str:
    return call("panel-item", literal(label), words(text))


def _panel_values(fact: Fact) -> str:
    """The values of a fact, without those that only lead further down the same page."""
    return ", ".join(value.text for value in fact.values if "#" not in value.address)


def _values(fact: Fact) -> str:
    return ", ".join(value.text for value in fact.values)


def _row(block: Claims | Details | Links, scope: Scope, notes: Notes) -> str:
    """A heading with what is said below it; whether the row may be cut depends on its length."""
    if isinstance(block, Links):
        lines = [scope.linked(link.address, link.text) for link in block.links]
        return array((literal(block.heading), call("list", *lines), "false"))
    if isinstance(block, Details):
        said = [(f"{fact.label}: {_values(fact)}", fact.source) for fact in block.facts]
    else:
        said = [(claim.text, claim.source) for claim in block.claims]
    lines = [notes.after(text, source) for text, source in said]
    if isinstance(block, Claims) and block.url:
        lines = [joined((line, literal(" "), itself(block.url))) for line in lines]
    if not lines:
        assert isinstance(block, Claims)  # noqa: S101 - details without facts are not made
        return array((literal(block.heading), call("muted", literal(block.silent)), "false"))
    is_long = "true" if sum(len(text) for text, _ in said) > LONGEST_UNCUT else "false"
    inside = call("par", lines[0]) if len(lines) == 1 else call("list", *lines)
    return array((literal(block.heading), inside, is_long))


def _details(block: Details, _: Scope, notes: Notes) -> Iterator[str]:
    """What matters most as a paragraph, the rest in one quiet line."""
    first, *others = block.facts
    finding = call("par", notes.after(_values(first), first.source))
    rest = "".join(f"{fact.label}: {_values(fact).removesuffix('.')}. " for fact in others).rstrip()
    yield call("note-box", joined((finding, call("par", call("muted", words(rest))))))


def _ladder(block: Ladder, _: Scope, __: Notes) -> Iterator[str]:
    label = call("strong", literal(f"{block.level.label}. "))
    stated = joined((label, words(f"{block.level.definition} {block.position}")))
    yield call("prose", call("par", stated))


def _notice(block: Notice, _: Scope, __: Notes) -> Iterator[str]:
    yield call("banner", words(block.text)) if block.warning else call("prose", call("par", words(block.text)))


def _table(block: Table, scope: Scope, notes: Notes) -> Iterator[str]:
    if not block.rows:
        yield call("muted", literal(block.silent))
        return
    if block.heading:
        yield call("subsection", str(scope.practice_level + 2), literal(block.heading))
    if block.introduction:
        yield call("prose", call("par", words(block.introduction)))
    yield from (_marks if block.name == "marks" else _elements)(block, scope, notes)


def _elements(block: Table, _: Scope, notes: Notes) -> Iterator[str]:
    cells = [
        cell
        for element, why, *changed in block.rows
        for cell in (
            call("strong", words(element.text)),
            notes.after(why.text, why.source),
            *(literal(each.text) for each in changed),
        )
    ]
    columns = "(1fr, 1.7fr, 5em)" if len(block.heads) > 2 else "(1fr, 1.7fr)"
    yield call("ruled-table", columns, array(map(literal, block.heads)), *cells)


def _marks(block: Table, scope: Scope, notes: Notes) -> Iterator[str]:
    """The marks that a source justifies as a table, the others in one paragraph below it."""
    narrow = scope.edition.is_narrow or scope.edition.columns > 1
    cells: list[str] = []
    silent: list[str] = []
    for indicator, mark, note in block.rows:
        title = _indicator(indicator, scope)
        if mark.value == NOT_DESCRIBED:
            silent.append(title)
            continue
        set_mark = call("mark", literal(mark.value), literal(mark.text))
        cells += [joined((title, "linebreak()", set_mark))] if narrow else [title, set_mark]
        cells.append(_note(note, block, notes))
    first, second, third = block.heads
    heads = (scope.texts("marks.indicator-and-mark"), third) if narrow else (first, second, third)
    columns = "(1fr, 1.4fr)" if narrow else "(1.2fr, auto, 1.6fr)"
    if cells:
        yield call("ruled-table", columns, array(map(literal, heads)), *cells)
    if silent:
        named = [piece for title in silent for piece in (literal("; "), title)][1:]
        label = call("strong", literal(f"{scope.texts('not-described')}: "))
        yield call("aside", joined((label, *named, literal("."))))


def _indicator(indicator: Cell, scope: Scope) -> str:
    title = call("unhyphenated", words(indicator.text))
    if scope.is_handout:
        return title
    return leading_to(indicator_label(scope.indicator_numbers[indicator.address]), title)


def _note(note: Cell, block: Table, notes: Notes) -> str:
    criteria = ", ".join(id_ for id_, _ in note.explained)
    named = f" {block.explained_as}: {criteria}." if criteria else ""
    return joined((notes.after(note.text, note.source), call("muted", literal(named))))


_PIECES: dict[type[Any], Callable[[Any, Scope, Notes], Iterator[str]]] = {
    Details: _details,
    Ladder: _ladder,
    Notice: _notice,
    Table: _table,
}
