"""The at-a-glance panel of a practice: what, for whom, does it work, what it needs, is it still running.

In comes a practice; out come five questions with their answers, each with links to the practices that
share them.
"""

from typing import NamedTuple

from generator import vocabulary
from generator.compendium.records import PracticeEntry
from generator.presentation import addresses
from generator.presentation.dates import day_in_words
from generator.presentation.links import Fact, Link, term_links
from generator.schema.parts import AgeRange, Delivery, Years


class Question(NamedTuple):
    """One question of the panel: its answer, further facts, and the names of what no source says."""

    answer: tuple[Link, ...]
    facts: tuple[Fact, ...]
    silent: str


class Glance(NamedTuple):
    """The panel's five questions, in the order in which a reader asks them."""

    what: Question
    who: Question
    effect: Question
    needs: Question
    running: Question


def at_a_glance(entry: PracticeEntry) -> Glance:
    """The panel of one practice."""
    fields = entry.fields
    return Glance(
        what=_question(
            term_links(vocabulary.KIND, [fields.kind]),
            Fact("Field", term_links(vocabulary.FIELD, fields.field)),
            Fact("Theme", term_links(vocabulary.THEME, fields.themes)),
        ),
        who=_question(
            term_links(vocabulary.CATEGORY, [fields.category]),
            Fact("Ages", _ages(entry)),
            Fact("Tier of need", term_links(vocabulary.TIER, fields.tiers)),
            Fact("Work stream", term_links(vocabulary.WORK_STREAM, fields.work_streams)),
            Fact("Unsuitable cases", _named(entry, len(fields.not_suitable_when or ()), "not_suitable")),
        ),
        effect=_question(term_links(vocabulary.EVIDENCE_LEVEL, [fields.evidence.level])),
        needs=_needs(entry),
        running=_question(
            term_links(vocabulary.STATUS, [fields.status]),
            Fact("Country", _places(entry)),
            Fact("Years", _years(fields.years)),
            Fact("Reviewed", (Link(day_in_words(fields.reviewed_on)),)),
            Fact("Review due", (Link(day_in_words(entry.review_due)),)),
        ),
    )


def _needs(entry: PracticeEntry) -> Question:
    fields, delivery = entry.fields, entry.fields.delivery
    return _question(
        _modes(delivery),
        Fact("Delivery", tuple(Link(text) for text in delivery_figures(delivery)) if delivery else ()),
        Fact("Staff", (Link(delivery.staff),) if delivery and delivery.staff else ()),
        Fact("Provider", term_links(vocabulary.PROVIDER, fields.providers)),
        Fact("Necessary elements", _named(entry, len(fields.necessary_elements or ()), "necessary_elements")),
        Fact("Preconditions", _named(entry, len(fields.preconditions or ()), "preconditions_")),
    )


def _question(answer: tuple[Link, ...], *facts: Fact) -> Question:
    silent = ", ".join(fact.label.lower() for fact in facts if not fact.values)
    return Question(answer, tuple(fact for fact in facts if fact.values), silent)


def _named(entry: PracticeEntry, number: int, anchor: str) -> tuple[Link, ...]:
    """How many things are named further down on the practice's own page."""
    return (Link(f"{number} named", f"{addresses.practice(entry.id)}#{anchor}"),) if number else ()


def ages_in_words(ages: AgeRange) -> str:
    """`9 to 19 years`, `from 5 years` or `up to 18 years`."""
    if ages.from_ is None:
        return f"up to {ages.to} years"
    return f"from {ages.from_} years" if ages.to is None else f"{ages.from_} to {ages.to} years"


def _ages(entry: PracticeEntry) -> tuple[Link, ...]:
    return tuple(Link(ages_in_words(group.ages)) for group in entry.fields.participants or () if group.ages)


def _places(entry: PracticeEntry) -> tuple[Link, ...]:
    countries = term_links(vocabulary.countries(), entry.fields.countries)
    return (*countries, Link(entry.fields.region)) if entry.fields.region else countries


def _years(years: Years | None) -> tuple[Link, ...]:
    if years is None:
        return ()
    if years.from_ and years.to:
        return (Link(f"{years.from_} to {years.to}" if years.from_ != years.to else f"{years.from_}"),)
    return (Link(f"from {years.from_}" if years.from_ else f"until {years.to}"),)


def _modes(delivery: Delivery | None) -> tuple[Link, ...]:
    return tuple(Link(vocabulary.MODE[mode].label) for mode in delivery.mode) if delivery else ()


def delivery_figures(delivery: Delivery) -> tuple[str, ...]:
    """The figures of a delivery in words, as `12 sessions` and `90 minutes each`."""
    figures = (
        (delivery.sessions, "session", "sessions"),
        (delivery.session_minutes, "minute each", "minutes each"),
        (delivery.weeks, "week", "weeks"),
        (delivery.total_hours, "hour in all", "hours in all"),
        (delivery.group_size, "person in a group", "people in a group"),
    )
    return tuple(f"{number} {one if number == '1' else many}" for number, one, many in figures if number)
