"""What a practice says of itself in few words: the at-a-glance panel.

In comes a practice; out come its facts in words and the source of the panel.
"""

from collections.abc import Iterable

from generator import vocabulary
from generator.book.typst_text import array, call, literal, words
from generator.compendium.records import PracticeEntry
from generator.presentation.dates import day_in_words
from generator.schema.parts import AgeRange, Delivery, Years
from generator.vocabulary import Vocabulary

NOT_DESCRIBED = vocabulary.MARK[vocabulary.NOT_DESCRIBED].label
_SHORT = 36
"""Characters up to which a fact shares a line with others."""


def panel_source(entry: PracticeEntry) -> str:
    """The source of the at-a-glance panel: short facts side by side, long ones below."""
    stated = facts(entry)
    short = [item for item in stated if len(item[1]) <= _SHORT]
    long = [item for item in stated if len(item[1]) > _SHORT]
    return call("panel", array(map(_item, short)), array(map(_item, long)))


def facts(entry: PracticeEntry) -> list[tuple[str, str]]:
    """Labels and words of the panel, in the order in which a reader asks for them."""
    fields = entry.fields
    return [
        ("Who it serves", terms(vocabulary.CATEGORY, [fields.category])),
        (
            "Ages",
            "; ".join(_ages(group.ages) for group in fields.participants or () if group.ages) or NOT_DESCRIBED,
        ),
        ("Country", _places(entry)),
        ("Field", terms(vocabulary.FIELD, fields.field)),
        ("Kind of practice", terms(vocabulary.KIND, [fields.kind])),
        ("Tier of need", terms(vocabulary.TIER, fields.tiers)),
        ("Evidence level", terms(vocabulary.EVIDENCE_LEVEL, [fields.evidence.level])),
        ("Status", terms(vocabulary.STATUS, [fields.status])),
        ("Years", _years(fields.years)),
        ("Where it arose", terms(vocabulary.ORIGIN, [fields.origin] if fields.origin else None)),
        ("Reviewed", day_in_words(fields.reviewed_on)),
        ("Review due", day_in_words(entry.review_due)),
        ("Theme", terms(vocabulary.THEME, fields.themes)),
        ("Work stream", terms(vocabulary.WORK_STREAM, fields.work_streams)),
        ("Provider", terms(vocabulary.PROVIDER, fields.providers)),
        *(
            [("Safety phase", terms(vocabulary.SAFETY_PHASE, fields.safety_phase))]
            if fields.safety_phase
            else []
        ),
        ("Delivery", _delivery(fields.delivery)),
    ]


def terms(vocabulary_: Vocabulary, values: Iterable[str] | None) -> str:
    """The labels of some values, or that no source says it."""
    return ", ".join(vocabulary_[value].label for value in values or ()) or NOT_DESCRIBED


def _item(fact: tuple[str, str]) -> str:
    return call("panel-item", literal(fact[0]), words(fact[1]))


def _places(entry: PracticeEntry) -> str:
    countries = terms(vocabulary.countries(), entry.fields.countries)
    return f"{countries} ({entry.fields.region})" if entry.fields.region else countries


def _ages(ages: AgeRange) -> str:
    if ages.from_ is None:
        return f"up to {ages.to} years"
    return f"from {ages.from_} years" if ages.to is None else f"{ages.from_} to {ages.to} years"


def _years(years: Years | None) -> str:
    if years is None:
        return NOT_DESCRIBED
    if years.from_ and years.to:
        return f"{years.from_} to {years.to}" if years.from_ != years.to else f"{years.from_}"
    return f"from {years.from_}" if years.from_ else f"until {years.to}"


def _delivery(delivery: Delivery | None) -> str:
    if delivery is None:
        return NOT_DESCRIBED
    figures = (
        (delivery.sessions, "session", "sessions"),
        (delivery.session_minutes, "minute each", "minutes each"),
        (delivery.weeks, "week", "weeks"),
        (delivery.total_hours, "hour in all", "hours in all"),
        (delivery.group_size, "person in a group", "people in a group"),
    )
    said = [f"{number} {one if number == '1' else many}" for number, one, many in figures if number]
    modes = [vocabulary.MODE[mode].label for mode in delivery.mode]
    return ", ".join([*modes, *said]) or NOT_DESCRIBED
