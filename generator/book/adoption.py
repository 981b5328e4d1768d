"""What an organisation weighs before it adopts a practice.

In come a practice and its numbered sources; out come the sources of the sections on necessary
elements, limits, needs, context, theory, people and organisations.
"""

from collections.abc import Iterable
from typing import NamedTuple

from generator import vocabulary
from generator.book.notes import Notes
from generator.book.panel import NOT_DESCRIBED
from generator.book.scope import itself
from generator.book.typst_text import array, call, joined, literal, words
from generator.compendium.records import PracticeEntry
from generator.presentation.dates import day_in_words
from generator.schema.fields import Citation, Statement
from generator.schema.parts import Contact

LONGEST_UNCUT = 1500
"""Characters from which statements may be cut by the end of a page, lest they be longer than it."""

_NO_LIMIT_NAMED = f"{NOT_DESCRIBED}. That no source names a limit does not mean that there is none."


class Said(NamedTuple):
    """A statement in print with its source, where it has one."""

    text: str
    source: Citation | None = None


def elements_source(entry: PracticeEntry, notes: Notes) -> list[str]:
    """The table of what cannot be left out; nothing for a brief entry without any."""
    if not entry.fields.necessary_elements:
        return [_not_described()] if "necessary_elements" in entry.fields.model_fields_set else []
    cells = [
        cell
        for element in entry.fields.necessary_elements or ()
        for cell in (
            call("strong", words(element.element)),
            notes.after(element.why, element.source),
            literal(vocabulary.ADAPTABLE[element.adaptable].label),
        )
    ]
    heads = array(map(literal, ("Element", "Why it cannot be left out", "May be changed")))
    return [call("ruled-table", "(1fr, 1.7fr, 5em)", heads, *cells)]


def adoption_source(entry: PracticeEntry, notes: Notes) -> list[str]:
    """What the sources say about adopting it elsewhere; fields that the entry does not give are left out."""
    fields = entry.fields
    parts: tuple[tuple[str, str, list[Said], str], ...] = (
        ("not_suitable_when", "When it is not suitable", _said(fields.not_suitable_when), _NO_LIMIT_NAMED),
        ("preconditions", "What an organisation needs", _said(fields.preconditions), NOT_DESCRIBED),
        ("context", "Context it grew in", _said([fields.context] if fields.context else None), NOT_DESCRIBED),
        ("theory", "Theory", _said([fields.theory] if fields.theory else None), NOT_DESCRIBED),
        ("participants", "Who takes part", _people(entry), NOT_DESCRIBED),
        ("delivery", "How it is delivered", _delivery(entry), NOT_DESCRIBED),
        ("organisations", "Organisations", _organisations(entry), NOT_DESCRIBED),
    )
    rows = [
        _row(title, _statements(said, notes) if said else _not_described(unsaid), _is_long(said))
        for name, title, said, unsaid in parts
        if said or (name in fields.model_fields_set and name != "delivery")
    ]
    if fields.contact:
        rows.append(_row("Contact", _contact(fields.contact), long=False))
    return [call("side-by-side", array(rows))] if rows else []


def _row(title: str, source: str, long: bool) -> str:
    return array((literal(title), source, "true" if long else "false"))


def _is_long(said: list[Said]) -> bool:
    """Whether the statements may be cut by the end of a page."""
    return sum(len(one.text) for one in said) > LONGEST_UNCUT


def _said(statements: Iterable[Statement] | None) -> list[Said]:
    return [Said(statement.text, statement.source) for statement in statements or ()]


def _people(entry: PracticeEntry) -> list[Said]:
    return [Said(group.who, group.source) for group in entry.fields.participants or ()]


def _delivery(entry: PracticeEntry) -> list[Said]:
    delivery = entry.fields.delivery
    if delivery is None:
        return []
    details = (
        ("Setting", delivery.setting),
        ("Staff", delivery.staff),
        ("Referral", delivery.referral),
        ("Materials", delivery.materials),
    )
    return [Said(f"{label}: {text}", delivery.source) for label, text in details if text]


def _organisations(entry: PracticeEntry) -> list[Said]:
    return [Said(f"{one.name}: {one.role}") for one in entry.fields.organisations or ()]


def _statements(said: list[Said], notes: Notes) -> str:
    """One statement as a paragraph, several as a list."""
    lines = [notes.after(one.text, one.source) for one in said]
    return call("par", lines[0]) if len(lines) == 1 else call("list", *lines)


def _contact(contact: Contact) -> str:
    parts = [words(f"{contact.organisation}, {contact.role}")]
    if contact.url:
        parts += [literal(", "), itself(contact.url)]
    return joined((*parts, literal(f" (checked on {day_in_words(contact.verified_on)})")))


def _not_described(text: str = NOT_DESCRIBED) -> str:
    return call("muted", literal(text))
