"""The questions about a case and their answers: one table, in which each answer names values of facets.

An answer fits a practice that has one of the values in `fits`. It does not fit one that has none of these and
one of the values in `against`. Of every other practice the source is silent. The number of an answer stands
in addresses that readers have kept: it never changes and is never used again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator import vocabulary
from generator.compendium.records import Compendium
from generator.presentation.cases.audience import ABUSER, ADULT, CHILD, FAMILY, PROFESSIONAL
from generator.presentation.cases.facets import (
    ADULT_SUBSTANCE_MISUSE,
    ALCOHOL,
    CASE_FACETS,
    DRUGS,
    PARENTAL_THEMES,
)

Values = Mapping[str, tuple[str, ...]]
"""Values by the facet that they belong to."""


@dataclass(frozen=True)
class Answer:
    """One answer: its number, the name by which its texts are found, and what it fits and does not fit.

    `instead` are values that have pages of their own, where those in `fits` have none: for plain links.
    """

    number: int
    name: str
    fits: Values
    against: Values
    instead: Values = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """One question with its answers; leaving it open is no answer."""

    id: str
    answers: tuple[Answer, ...]

    @cached_property
    def facets(self) -> tuple[str, ...]:
        """The facets whose values decide how a practice answers."""
        return tuple(
            dict.fromkeys(
                name for answer in self.answers for values in (answer.fits, answer.against) for name in values
            )
        )


def _any(facet: str) -> Values:
    """Every value of a facet."""
    return {facet: CASE_FACETS[facet].values}


def _themes_of(*substances: str) -> Values:
    """The themes of a parent's use of these substances, and that of an adult's."""
    parental = (theme for theme, substance in PARENTAL_THEMES.items() if substance in substances)
    return {"theme": (*parental, ADULT_SUBSTANCE_MISUSE)}


_DANGER: Values = {"work-stream": ("still-living-with-violence",), "safety-phase": ("safety-work",)}
_AFTERWARDS: Values = {"work-stream": ("survivors-and-children",), "safety-phase": ("recovery-work",)}
_OF_FAMILIES: Values = {"category": ("children-and-parents",)}
_NOT_OF_ADULTS: Values = {"category": ("children", "professionals"), "audience": (ABUSER,)}
_NOT_OF_ABUSERS = ("survivors-and-children", "still-living-with-violence", "whole-system")

WHO, AGE, VIOLENCE, SUBSTANCES, STAGE, PURPOSE, COUNTRY = (
    "who", "age", "violence", "substances", "stage", "purpose", "country",
)  # fmt: skip
QUESTIONS = (
    Question(
        WHO,
        (
            Answer(
                1,
                "child",
                {"audience": (CHILD,)},
                {"category": ("professionals",)},
                {"category": ("children", "children-and-parents")},
            ),
            Answer(2, "parent", {"audience": (ADULT,)}, _NOT_OF_ADULTS, _OF_FAMILIES),
            Answer(3, "family", {"audience": (FAMILY,)}, _NOT_OF_ADULTS, _OF_FAMILIES),
            Answer(
                4,
                "abuser",
                {"audience": (ABUSER,)},
                {"work-stream": _NOT_OF_ABUSERS, "category": ("children",)},
                {"work-stream": ("perpetrators",)},
            ),
            Answer(
                5,
                "professional",
                {"audience": (PROFESSIONAL,)},
                {"category": ("children", "children-and-parents")},
                {"category": ("professionals",)},
            ),
        ),
    ),
    Question(
        AGE,
        tuple(
            Answer(number, band, {"age": (band,)}, _any("age"))
            for number, band in enumerate(CASE_FACETS["age"].values[:-1], 1)  # the last band is of adults
        ),
    ),
    Question(
        VIOLENCE,
        (
            Answer(1, "domestic", {"theme": ("domestic-violence",)}, {"theme": ("peer-violence",)}),
            Answer(2, "abuse", {"theme": ("child-abuse-and-neglect",)}, {"theme": ("peer-violence",)}),
            Answer(
                3,
                "peers",
                {"theme": ("peer-violence",)},
                {"theme": ("domestic-violence", "child-abuse-and-neglect")},
            ),
        ),
    ),
    Question(
        SUBSTANCES,
        (
            Answer(1, "alcohol", {"substance": (ALCOHOL,)}, {"substance": (DRUGS,)}, _themes_of(ALCOHOL)),
            Answer(2, "drugs", {"substance": (DRUGS,)}, {"substance": (ALCOHOL,)}, _themes_of(DRUGS)),
            Answer(3, "either", _any("substance"), {}, _themes_of(ALCOHOL, DRUGS)),
        ),
    ),
    Question(
        STAGE,
        (
            # Tier 4 is of children at risk of death or serious harm.
            Answer(1, "now", {**_DANGER, "tier": ("4",)}, _AFTERWARDS),
            Answer(
                2,
                "left",
                {"work-stream": ("survivors-and-children",), "safety-phase": ("safety-work", "recovery-work")},
                {"work-stream": ("still-living-with-violence",)},
            ),
            Answer(3, "recovering", _AFTERWARDS, _DANGER),
        ),
    ),
    Question(
        PURPOSE,
        (
            Answer(1, "alone", {"mode": ("one-to-one",)}, _any("mode")),
            Answer(2, "group", {"mode": ("group", "parallel-groups")}, _any("mode")),
            Answer(3, "family", {"mode": ("family",)}, _any("mode")),
            Answer(4, "outreach", {"mode": ("community",)}, _any("mode")),
            Answer(5, "risk", {"theme": ("risk-assessment",)}, _any("theme")),
            Answer(6, "agencies", {"theme": ("multi-agency-working",)}, _any("theme")),
            Answer(7, "guidance", {"kind": ("guideline", "material")}, _any("kind")),
            Answer(8, "planning", {"theme": ("commissioning",)}, _any("theme")),
        ),
    ),
)
"""The whole mapping, in the order in which readers are asked; the country's question comes from the content."""

ASKED_FACETS = tuple(dict.fromkeys((*(name for question in QUESTIONS for name in question.facets), COUNTRY)))
"""The facets that any question asks for."""

EUROPEAN_UNION = "EU"


def country_number(code: str) -> int:
    """The number of a country's answer; it depends on the code alone, not on which countries there are."""
    return int(code, 36)


def country_question(codes: Iterable[str]) -> Question:
    """The question for the country; of a practice of the whole Union it is not known whether it fits one."""
    occurring = {*codes}
    in_order = tuple(code for code in vocabulary.countries().values if code in occurring)
    answers = (
        Answer(
            country_number(code),
            code,
            {COUNTRY: (code,)},
            {COUNTRY: tuple(other for other in in_order if other not in (code, EUROPEAN_UNION))},
        )
        for code in in_order
    )
    return Question(COUNTRY, tuple(answers))


def questions_for(compendium: Compendium) -> tuple[Question, ...]:
    """Every question. Answers stay when no practice fits them: a reader must be able to say what the case is.

    Those go that name only values which the vocabulary of this compendium does not have.
    """
    country = country_question(
        code for entry in compendium.practices.values() for code in entry.fields.countries
    )
    return tuple(
        replace(question, answers=tuple(answer for answer in question.answers if _is_known(answer)))
        for question in (*QUESTIONS, country)
    )


def _is_known(answer: Answer) -> bool:
    return any({*CASE_FACETS[facet].values} & {*values} for facet, values in answer.fits.items())
