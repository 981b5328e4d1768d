"""The texts around the questions about a case, by key."""

from collections.abc import Iterable, Iterator, Mapping

from generator.schema.parts import AgeRange, Delivery
from generator.vocabulary import Vocabulary

ENGLISH: Mapping[str, str | tuple[str, str]] = {
    "list.and": "{first} and {last}",
    "case.audience.child": "children",
    "case.audience.adult": "adults",
    "case.audience.family": "families",
    "case.audience.abuser": "people who use violence",
    "case.audience.professional": "professionals",
    "case.substance.alcohol": "alcohol",
    "case.substance.drugs": "drugs",
    "case.substance.unnamed": "alcohol or drugs",
    "case.age.band": "age {band}",
    "case.who": "Who is the help for?",
    "case.who.hint": "Choose whom you want to reach.",
    "case.who.open": "Not decided",
    "case.who.child": "A child or young person",
    "case.who.parent": "A parent or carer",
    "case.who.family": "A family: children and parents",
    "case.who.abuser": "The person who uses violence",
    "case.who.professional": "Professionals: my team or service",
    "case.said.who.child": "a child",
    "case.said.who.parent": "a parent or carer",
    "case.said.who.family": "a family",
    "case.said.who.abuser": "the person who uses violence",
    "case.said.who.professional": "professionals",
    "case.age": "How old is the child?",
    "case.age.hint": "Leave this open if you look for help for an adult.",
    "case.age.open": "Any age",
    "case.violence": "Is there violence, and whose?",
    "case.violence.hint": "As far as you know.",
    "case.violence.open": "Not known, or none",
    "case.violence.domestic": "A parent or partner is violent",
    "case.violence.abuse": "A child is abused or neglected",
    "case.violence.peers": "Children are violent to each other",
    "case.said.violence.domestic": "domestic violence",
    "case.said.violence.abuse": "child abuse or neglect",
    "case.said.violence.peers": "violence between children",
    "case.substances": "Are alcohol or drugs in the picture?",
    "case.substances.hint": "Use by a parent or another adult in the family.",
    "case.substances.open": "Not known, or no",
    "case.substances.alcohol": "Alcohol",
    "case.substances.drugs": "Drugs",
    "case.substances.either": "Both, or I do not know which",
    "case.said.substances.alcohol": "alcohol",
    "case.said.substances.drugs": "drugs",
    "case.said.substances.either": "alcohol or drugs",
    "case.stage": "Is the danger still there?",
    "case.stage.hint": (
        "If you are not sure, act as if it were. Work that suits a safe family can endanger another."
    ),
    "case.stage.open": "Leave this open",
    "case.stage.now": "Yes, they live with violence now",
    "case.stage.left": "They have left, or the violent person has",
    "case.stage.recovering": "They are safe and recovering",
    "case.said.stage.now": "danger now",
    "case.said.stage.left": "they have left",
    "case.said.stage.recovering": "safe and recovering",
    "case.purpose": "What are you looking for?",
    "case.purpose.hint": "Think of who can come safely, and to what.",
    "case.purpose.open": "Anything that fits",
    "case.purpose.alone": "Help for one person alone",
    "case.purpose.group": "A group",
    "case.purpose.family": "Work with a family together",
    "case.purpose.outreach": "Help that goes to where people are",
    "case.purpose.risk": "A way to assess the risk",
    "case.purpose.agencies": "A way to work with other services",
    "case.purpose.guidance": "A policy, guidance or material for my service",
    "case.purpose.planning": "Planning or paying for services",
    "case.said.purpose.alone": "one to one",
    "case.said.purpose.group": "group",
    "case.said.purpose.family": "family together",
    "case.said.purpose.outreach": "in the community",
    "case.said.purpose.risk": "assessing risk",
    "case.said.purpose.agencies": "working across agencies",
    "case.said.purpose.guidance": "guidance or material",
    "case.said.purpose.planning": "planning services",
    "case.country": "Which country do you work in?",
    "case.country.hint": "A practice leans on the law and the services of its country.",
    "case.country.open": "Any country",
    "case.note.names-only": "the source names {named}",
    "case.note.no-children": "the source names no children",
    "case.note.adult": "an adult’s use",
    "case.note.substance-unnamed": "an adult’s alcohol or drug use",
    "case.result.facts": "Evidence: {level} · {places}",
    "case.result.unsafe": "Not suitable when",
    "case.result.unsafe-unknown": "Not stated. That does not mean it is always safe.",
    "case.result.needs": "What it needs",
    "case.result.needs-unknown": "Not stated.",
    "case.result.delivery": "How it is given",
    "script.case.all": ("{n} practice", "{n} practices"),
    "script.case.fit": ("{n} fits", "{n} fit"),
    "script.case.may": ("{n} may fit", "{n} may fit"),
    "script.case.but-one": ("{n} fits all but one", "{n} fit all but one"),
    "script.case.others": (
        "{n} practice does not fit two or more of your answers.",
        "{n} practices do not fit two or more of your answers.",
    ),
    "script.case.group.all": "All practices",
    "script.case.group.fit": "Fits what you said",
    "script.case.group.may": "May fit",
    "script.case.group.but-one": "Fits all but one",
    "script.case.about.all": "Answer one or more questions to see which fit.",
    "script.case.about.may": "The sources are silent on at least one of your answers. Each practice says which.",
    "script.case.about.but-one": "Each practice says which of your answers it does not fit.",
    "script.case.none.fit": "No practice is known to fit all your answers.",
    "script.case.none.may": "There is none.",
    "script.case.none.but-one": "There is none.",
    "script.case.emptied": ("Without “{said}” there is {n}", "Without “{said}” there are {n}"),
    "script.case.emptied-first": "It is “{said}” that leaves none.",
    "script.case.reason.2": "{said}: yes",
    "script.case.reason.1": "{said}: not stated",
    "script.case.reason.0": "{said}: no",
    "script.case.reason-noted.2": "{said}: yes, {note}",
    "script.case.reason-noted.1": "{said}: not stated ({note})",
    "script.case.reason-noted.0": "{said}: no, but {note}",
    "script.case.reasons": "How it answers your case",
    "script.case.chosen": "Your answers",
    "script.case.remove": "Take away: {said}",
    "script.case.remove-all": "Clear all",
    "script.case.more": ("Show {n} more", "Show {n} more"),
    "script.case.part": ("{n} of {total} is shown.", "{n} of {total} are shown."),
    "script.case.failed": "The practices could not be read. Reload the page, or see all practices.",
    "script.case.every-practice": "All practices",
}


class Texts:
    """The texts in English."""

    def __call__(self, key: str, **values: object) -> str:
        """The text of `key` with `values` in the places that it names."""
        text = ENGLISH[key]
        assert isinstance(text, str)
        return text.format_map(values) if values else text

    def count(self, key: str, number: int, **values: object) -> str:
        """The text of `key` in the form that fits `number`, which it may show as `{n}`."""
        return ENGLISH[key][number != 1].format_map({"n": number, **values})

    def below(self, prefix: str) -> dict[str, str]:
        """The texts whose keys begin with `prefix`, by the rest of their keys."""
        return {
            key.removeprefix(prefix): text
            for key, text in ENGLISH.items()
            if key.startswith(prefix) and isinstance(text, str)
        }

    def plurals_below(self, prefix: str) -> dict[str, tuple[str, str]]:
        """The texts in the singular and the plural whose keys begin with `prefix`, by the rest of their keys."""
        return {
            key.removeprefix(prefix): text
            for key, text in ENGLISH.items()
            if key.startswith(prefix) and isinstance(text, tuple)
        }

    def listed(self, items: Iterable[str]) -> str:
        """`a, b and c`."""
        *first, last = [*items] or [""]
        return self("list.and", first=", ".join(first), last=last) if first else last

    def terms(self, vocabulary: Vocabulary) -> Vocabulary:
        """The vocabulary in this language."""
        return vocabulary


def read_texts() -> Texts:
    """The texts of the compendium's language."""
    return Texts()


def ages_in_words(ages: AgeRange, texts: Texts) -> str:
    """`9 to 19 years`, `from 5 years` or `up to 18 years`."""
    del texts
    if ages.from_ is None:
        return f"up to {ages.to} years"
    return f"from {ages.from_} years" if ages.to is None else f"{ages.from_} to {ages.to} years"


def figures_in_words(delivery: Delivery, texts: Texts) -> Iterator[str]:
    """The figures of a delivery, as `12 sessions` and `90 minutes each`."""
    del texts
    figures = (
        (delivery.sessions, "session", "sessions"),
        (delivery.session_minutes, "minute each", "minutes each"),
        (delivery.weeks, "week", "weeks"),
        (delivery.total_hours, "hour in all", "hours in all"),
        (delivery.group_size, "person in a group", "people in a group"),
    )
    return (f"{number} {one if number == '1' else many}" for number, one, many in figures if number)
