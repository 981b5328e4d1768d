"""What an organisation weighs before it adopts a practice: the elements, limits, needs, people and delivery."""

from collections.abc import Iterable, Iterator

from generator import vocabulary
from generator.compendium.records import PracticeEntry
from generator.presentation.blocks import Block, Cell, Claim, Claims, Details, Fact, Table
from generator.presentation.dates import day_in_words
from generator.presentation.links import Link
from generator.presentation.quantities import ages_in_words, figures_in_words, years_in_words
from generator.presentation.texts import Texts
from generator.schema.fields import Statement
from generator.schema.parts import Contact, NecessaryElement
from generator.vocabulary import Term


def necessary_elements(entry: PracticeEntry, texts: Texts) -> Iterator[Table]:
    """What cannot be left out: a table of what a source itself says, and one of what we read.

    Only a source can say that something may not be changed: what we read has no such column.
    """
    elements = entry.fields.necessary_elements or ()
    heads = texts("elements.element"), texts("elements.why")
    adaptable, basis = texts.terms(vocabulary.ADAPTABLE), texts.terms(vocabulary.BASIS)
    said = [each for each in elements if each.basis == "source-says"]
    read = [each for each in elements if each.basis == "our-reading"]
    if said or not read:
        rows = ((*_element(each), _changed(adaptable[each.adaptable])) for each in said)
        yield Table(
            "elements",
            texts("elements.source-says"),
            (*heads, adaptable.label),
            tuple(rows),
            silent=texts("not-described"),
            heading=basis["source-says"].label,
        )
    if read:
        yield Table(
            "elements",
            texts("elements.our-reading"),
            heads,
            tuple(map(_element, read)),
            heading=basis["our-reading"].label,
        )


def _element(element: NecessaryElement) -> tuple[Cell, Cell]:
    return Cell(element.element), Cell(element.why, element.source)


def _changed(term: Term) -> Cell:
    return Cell(term.label, value=term.value)


def before_adopting(entry: PracticeEntry, texts: Texts) -> Iterator[Block]:
    """What the sources say to an organisation that wants to adopt the practice.

    What a brief entry does not give at all is left out: the page lists it as still missing.
    """
    given = entry.fields.model_fields_set
    for name, block in _statements(entry, texts):
        if block.claims or name in given:
            yield block
    yield from _people_and_delivery(entry, texts)


def _statements(entry: PracticeEntry, texts: Texts) -> Iterator[tuple[str, Claims]]:
    """The blocks of statements, each with the name of its field."""
    fields, silent = entry.fields, texts("not-described")
    limits, needs = _claims(fields.not_suitable_when), _claims(fields.preconditions)
    no_limit = texts("adoption.no-limit-named", silent=silent)
    yield (
        "not_suitable_when",
        Claims(texts("adoption.not-suitable"), limits, "not_suitable", warning=True, silent=no_limit),
    )
    yield "preconditions", Claims(texts("adoption.preconditions"), needs, "preconditions_", silent=silent)
    for name, statement in (("context", fields.context), ("theory", fields.theory)):
        claims = _claims([statement] if statement else ())
        yield name, Claims(texts(f"adoption.{name}"), claims, single=True, silent=silent)
    yield "participants", Claims(texts("adoption.participants"), tuple(_people(entry, texts)), silent=silent)


def _people_and_delivery(entry: PracticeEntry, texts: Texts) -> Iterator[Block]:
    """How it is delivered, by whom, in which years, and whom to ask."""
    fields = entry.fields
    yield from _delivery(entry, texts)
    if fields.organisations:
        named = (texts("adoption.organisation", name=o.name, role=o.role) for o in fields.organisations)
        yield Claims(texts("adoption.organisations"), tuple(map(Claim, named)))
    if fields.years:
        years = Claim(years_in_words(fields.years, texts), fields.years.source)
        yield Claims(texts("fact.years"), (years,), single=True)
    if fields.contact:
        contact = Claim(_contact(fields.contact, texts))
        yield Claims(texts("adoption.contact"), (contact,), single=True, url=fields.contact.url or "")


def _claims(statements: Iterable[Statement] | None) -> tuple[Claim, ...]:
    return tuple(Claim(statement.text, statement.source) for statement in statements or ())


def _people(entry: PracticeEntry, texts: Texts) -> Iterator[Claim]:
    for group in entry.fields.participants or ():
        ages = texts("adoption.group-ages", ages=ages_in_words(group.ages, texts)) if group.ages else ""
        yield Claim(f"{group.who}{ages}", group.source)


def _delivery(entry: PracticeEntry, texts: Texts) -> Iterator[Details]:
    """The figures and details of the delivery, with their source behind the last."""
    delivery = entry.fields.delivery
    if delivery is None:
        return
    details = (
        ("fact.delivery", ", ".join(figures_in_words(delivery, texts))),
        ("delivery.setting", delivery.setting),
        ("delivery.staff", delivery.staff),
        ("delivery.referral", delivery.referral),
        ("delivery.materials", delivery.materials),
    )
    facts = [Fact(texts(key), (Link(text),)) for key, text in details if text]
    if facts:
        facts[-1] = facts[-1]._replace(source=delivery.source)
        yield Details(texts("adoption.delivery"), tuple(facts))


def _contact(contact: Contact, texts: Texts) -> str:
    day = day_in_words(contact.verified_on, texts.language)
    return texts("contact", organisation=contact.organisation, role=contact.role, day=day)
