"""Every allowed value, with its label, its definition and where it comes from.

Nothing comes in; out go the vocabularies that the schema, the checks, the facets, the forms and the
field reference are all made from. Nothing else in the project lists values. Sources are keys of
`practices/references.yaml`, or the name of a standard.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import pycountry

NOT_DESCRIBED = "not-described"
"""The one way to say that no source says it (see docs/decisions/0005-not-described.md)."""


@dataclass(frozen=True, slots=True)
class Term:
    """One allowed value: as written in a file, as shown to readers, what it means, who says so."""

    value: str
    label: str
    definition: str
    source: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed, ordered list of terms under one name."""

    name: str
    label: str
    terms: tuple[Term, ...]
    _by_value: dict[str, Term] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_value", {term.value: term for term in self.terms})

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __contains__(self, value: object) -> bool:
        return value in self._by_value

    def __getitem__(self, value: str) -> Term:
        """The term written as `value`; KeyError when there is none."""
        return self._by_value[value]

    @property
    def values(self) -> tuple[str, ...]:
        """The allowed values in their own order."""
        return tuple(self._by_value)

    def rank(self, value: str) -> int:
        """The place of `value` in the vocabulary's own order, from 0."""
        return self.values.index(value)


def _vocabulary(name: str, label: str, source: str, *terms: tuple[str, str, str]) -> Vocabulary:
    """A vocabulary whose terms all come from one source."""
    return Vocabulary(name, label, tuple(Term(*term, source) for term in terms))


_PRACTICES = "chalvi-2007, Good Practices in Treatment and Prevention"
_KINDS = "chalvi-2007, What Is a 'Good Practice'?"
_HOUSE = "this compendium"

ENTRY = _vocabulary(
    "entry",
    "Entry",
    _HOUSE,
    ("full", "Full entry", "Every field is filled in or marked as not described."),
    ("brief", "Brief entry", "A short first note. The page lists what it does not cover yet."),
)
STATUS = _vocabulary(
    "status",
    "Status",
    _HOUSE,
    (
        "current",
        "Described as running",
        "A recent source describes it as running. Check before you rely on it.",
    ),
    (
        "historical",
        "Known from older sources",
        "An older source describes it as running. We do not know whether it runs today.",
    ),
    ("ended", "Has ended", "A source says that it has ended."),
    ("withdrawn", "Withdrawn", "A source says that it should no longer be used."),
)
CATEGORY = _vocabulary(
    "category",
    "Who it serves",
    _PRACTICES,
    ("children", "Children", "A service for children or young people themselves."),
    ("children-and-parents", "Children and parents", "A service for children and their parents."),
    ("professionals", "Professionals", "Support or guidance for people who work with children."),
)
FIELD = _vocabulary(
    "field",
    "Field",
    _PRACTICES,
    ("treatment", "Treatment", "Help after harm has been done."),
    ("prevention", "Prevention", "Work to stop harm happening, or happening again."),
)
KIND = _vocabulary(
    "kind",
    "Kind of practice",
    _KINDS,
    ("guideline", "Guideline", "Standards, policies, questions or steps that guide the work."),
    (
        "case-study",
        "Case study",
        "An account of how one service or team worked, so that others can learn from it.",
    ),
    ("material", "Material", "A product, such as a pack, a tool, a form or a website."),
    ("activity", "Activity", "A service, a programme or other work with people."),
)
ORIGIN = _vocabulary(
    "origin",
    "How it began",
    _KINDS,
    ("everyday-work", "Everyday work", "It grew out of an organisation's everyday work."),
    ("project", "Project", "It was developed in a project."),
    (NOT_DESCRIBED, "Not described", "None of our sources says how it began."),
)
THEME = _vocabulary(
    "theme",
    "Theme",
    _HOUSE,
    ("domestic-violence", "Domestic violence", "Abuse by a partner, former partner or family member."),
    (
        "parental-alcohol-misuse",
        "Parental alcohol misuse",
        "A parent's drinking that harms the child or the family.",
    ),
    (
        "parental-drug-misuse",
        "Parental drug misuse",
        "A parent's use of drugs that harms the child or the family.",
    ),
    (
        "adult-substance-misuse",
        "Adult substance misuse",
        "An adult's drinking or drug use, where the source does not speak of them as a parent.",
    ),
    ("child-abuse-and-neglect", "Child abuse and neglect", "Harm done to a child, or care withheld."),
    ("peer-violence", "Violence between peers", "Violence between children or young people."),
    ("early-help", "Early help", "Support before needs become a crisis."),
    ("risk-assessment", "Risk assessment", "Finding out who is in danger, and how great the danger is."),
    ("multi-agency-working", "Working across agencies", "Several services working to one plan."),
    ("diversity-and-equality", "Diversity and equality", "Work that fits people of every background."),
    ("child-contact", "Child contact", "Contact between a child and a parent who does not live with them."),
    ("commissioning", "Commissioning", "Planning, funding and managing services in an area."),
)
WORK_STREAM = Vocabulary(
    "work-stream",
    "Work stream",
    (
        Term(
            "survivors-and-children",
            "Survivors and their children",
            "Work with people who have lived through violence, mostly women, and with their children.",
            "ipc-wales, section 7.1",
        ),
        Term(
            "still-living-with-violence",
            "Families still living with violence",
            "Work with parents and children who still live with violence.",
            "ipc-wales, section 7.2",
        ),
        Term(
            "perpetrators",
            "People who use violence",
            "Work with people who abuse others, mostly men.",
            "ipc-wales, section 7.3",
        ),
        Term(
            "whole-system",
            "The whole system",
            "Work on how services, staff and areas are organised, rather than with one family.",
            _HOUSE,
        ),
    ),
)
TIER = _vocabulary(
    "tier",
    "Tier of need",
    "ipc-wales, section 3",
    ("1", "Tier 1: all children", "Children with no additional needs."),
    ("2", "Tier 2: vulnerable", "Children made vulnerable by domestic violence, who need additional help."),
    ("3", "Tier 3: complex", "Children whose lives are seriously disrupted, who need intensive help."),
    ("4", "Tier 4: acute or restorative", "Children at risk of death or serious harm."),
)
PROVIDER = Vocabulary(
    "provider",
    "Provider",
    (
        Term(
            "womens-aid-and-refuges",
            "Women's Aid and refuges",
            "Refuge, outreach and advocacy services for women.",
            "ipc-wales, section 6.1",
        ),
        Term(
            "childrens-organisation",
            "Children's organisation",
            "A charity that works for children.",
            "ipc-wales, section 6.2",
        ),
        Term(
            "statutory-social-services",
            "Statutory social services",
            "Social work by a public authority.",
            "ipc-wales, section 6.3",
        ),
        Term("health", "Health service", "Primary care, hospitals and health visiting.", _HOUSE),
        Term(
            "alcohol-and-drug-service",
            "Alcohol and drug service",
            "Treatment and support for people who drink or use drugs.",
            _HOUSE,
        ),
        Term("police-and-justice", "Police and justice", "Police, probation and courts.", _HOUSE),
        Term("multi-agency", "Several agencies", "Several services provide it together.", _HOUSE),
    ),
)
SAFETY_PHASE = _vocabulary(
    "safety-phase",
    "Safety phase",
    "ipc-wales, section 7.2, The Domestic Violence Outreach Scheme in Northern Ireland",
    ("safety-work", "Safety work", "Offered while the danger is still real."),
    ("recovery-work", "Recovery work", "Offered once the family has reached a safer phase."),
)
MODE = _vocabulary(
    "mode",
    "Way of delivery",
    _HOUSE,
    ("one-to-one", "One to one", "A worker with one person."),
    ("group", "Group", "A group of children or adults."),
    ("parallel-groups", "Parallel groups", "Groups for children and for parents at the same time."),
    ("family", "Family", "Several members of one family together."),
    ("community", "In the community", "Taken to places where people already are."),
    ("organisation", "In organisations", "Work with staff, teams or services."),
)
ADAPTABLE = _vocabulary(
    "adaptable",
    "Can it be changed?",
    _KINDS,
    ("fixed", "No", "The source calls it essential as it is."),
    ("partly", "In part", "You can adapt it, as long as you keep its purpose."),
)
BASIS = _vocabulary(
    "basis",
    "Who says so",
    _HOUSE,
    ("source-says", "The source says so", "The source itself calls it essential. We quote its words."),
    ("our-reading", "Our reading", "We read it from how the practice was done. No source calls it essential."),
)
MARK = _vocabulary(
    "mark",
    "Mark",
    _HOUSE,
    ("shown", "Shown", "A source describes the practice doing what the indicator asks."),
    ("partly", "Partly shown", "A source describes at least one of the criteria."),
    ("not-shown", "Not shown", "A source itself says that it is missing."),
    (NOT_DESCRIBED, "Not described", "None of our sources says anything about it."),
)
EVIDENCE_LEVEL = _vocabulary(
    "evidence-level",
    "Evidence level",
    "after the ladder of the Netherlands Youth Institute",
    ("described", "Described", "A source describes the practice. Nothing more is claimed."),
    ("well-founded", "Well founded", "A stated theory or an assessment of need explains why it should help."),
    (
        "first-indications",
        "First indications",
        "Good results that someone observed, or the views of people who took part.",
    ),
    (
        "good-indications",
        "Good indications",
        "An evaluation measured before and after, or compared with something else.",
    ),
    ("strong-indications", "Strong indications", "Controlled studies, or studies repeated with like results."),
)
EVALUATION_FORM = _vocabulary(
    "evaluation-form",
    "Kind of finding",
    _HOUSE,
    ("evaluation", "Evaluation", "Someone studied what the practice achieves."),
    ("observation", "The service's own account", "What the people who run the practice say they saw."),
    ("views", "Views of those who took part", "What people who took part said about it."),
)
EVALUATOR = _vocabulary(
    "evaluator",
    "Evaluated by",
    _HOUSE,
    ("independent", "Independent evaluator", "People who neither run nor fund the practice."),
    ("internal", "The service itself", "People who run or fund the practice."),
    (NOT_DESCRIBED, "Not described", "None of our sources says who evaluated it."),
)

BODY_HEADINGS = (
    "Aims",
    "How it works",
    "Keeping people safe",
    "What is known about results",
    "Adopting it elsewhere",
    "Limits",
)
"""The H2 headings of a full entry's body, in their order."""

BRIEF_HEADING = "How it works"
"""The one heading that a brief entry needs."""

INDICATOR_NUMBER = _vocabulary(
    "indicator",
    "Indicator",
    "humphreys-2000, Good practice indicators",
    *((str(number), f"Indicator {number}", f"Good-practice indicator {number}.") for number in range(1, 9)),
)

EVALUATED_LEVELS = EVIDENCE_LEVEL.values[2:]
"""Rungs of the evidence ladder that need an evaluation behind them, if only an observation or views."""

STUDIED_LEVELS = EVIDENCE_LEVEL.values[3:]
"""Rungs that need an evaluation of the form `evaluation`: somebody studied the practice."""

COUNTRY_ALIASES = {"UK": "GB", "EL": "GR"}
"""Codes in everyday use that are not ISO 3166-1, with the code that is."""


@cache
def countries() -> Vocabulary:
    """ISO 3166-1 alpha-2 codes in order of the countries' names, and `EU`."""
    iso = (
        Term(c.alpha_2, getattr(c, "common_name", c.name), c.name, "ISO 3166-1") for c in pycountry.countries
    )
    union = Term("EU", "European Union", "The European Union as a whole.", "ISO 3166-1, reserved code")
    return Vocabulary("country", "Country", tuple(sorted((*iso, union), key=lambda term: term.label)))


def country_meant(text: str) -> str | None:
    """The code of the country that somebody wrote by its name or by a code that is not its own, or None."""
    code = text.strip().upper()
    by_name = {term.label.casefold(): term.value for term in countries()}
    named = COUNTRY_ALIASES.get(code) or country_from_alpha_3(code) or by_name.get(text.strip().casefold())
    return named or (code if code in countries() else None)


def country_from_alpha_3(code: str) -> str | None:
    """The two-letter code of a three-letter one, or None."""
    country = pycountry.countries.get(alpha_3=code.upper())
    return country.alpha_2 if country else None
