"""The CHALVI good-practice schema: what a file in `practices/` holds above its body.

`Practice` is a brief entry; `FullPractice` asks for more. Where the file says `not-described` the
record holds None: that is a finding, and the pages show it as one.
"""

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from generator import vocabulary
from generator.schema.fields import (
    DISTINCT,
    Citation,
    Country,
    IsoDate,
    Line,
    OneOf,
    OrNotDescribed,
    Record,
    Slug,
    Statement,
    Summary,
    Text,
    Title,
    WholeNumber,
)
from generator.schema.parts import (
    Contact,
    Delivery,
    Evidence,
    Exemption,
    IndicatorMark,
    NecessaryElement,
    Organisation,
    Participants,
    Years,
)

IndicatorNumber = Annotated[str, OneOf(vocabulary.INDICATOR_NUMBER)]
Statements = Annotated[list[Statement], Field(min_length=1, max_length=20)]
Marks = Annotated[
    dict[IndicatorNumber, IndicatorMark],
    Field(title="Good-practice indicators", description="A mark for each indicator, 1 to 8."),
]
NecessaryElements = Annotated[
    OrNotDescribed[Annotated[list[NecessaryElement], Field(min_length=1, max_length=20)]],
    Field(title="Necessary elements", description="What you cannot leave out without losing something vital."),
]
Origin = Annotated[
    str,
    OneOf(vocabulary.ORIGIN),
    Field(title="How it began", description="Whether it grew out of everyday work or a project."),
]
WorkStreams = Annotated[
    OrNotDescribed[
        Annotated[
            list[Annotated[str, OneOf(vocabulary.WORK_STREAM)]], Field(min_length=1, max_length=4), DISTINCT
        ]
    ],
    Field(title="Work streams", description="Who the work is with."),
]
Tiers = Annotated[
    OrNotDescribed[
        Annotated[list[Annotated[str, OneOf(vocabulary.TIER)]], Field(min_length=1, max_length=4), DISTINCT]
    ],
    Field(title="Tiers of need", description="The tiers of need that it meets."),
]
Providers = Annotated[
    OrNotDescribed[
        Annotated[list[Annotated[str, OneOf(vocabulary.PROVIDER)]], Field(min_length=1, max_length=7), DISTINCT]
    ],
    Field(title="Providers", description="Who provides it."),
]
People = Annotated[
    OrNotDescribed[Annotated[list[Participants], Field(min_length=1, max_length=10)]],
    Field(title="Participants", description="The groups of people who take part."),
]
HowDelivered = Annotated[
    OrNotDescribed[Delivery], Field(title="Delivery", description="How it reaches people.")
]
Organisations = Annotated[
    OrNotDescribed[Annotated[list[Organisation], Field(min_length=1, max_length=20)]],
    Field(title="Organisations", description="Who runs, funds or supports it."),
]
YearsKnown = Annotated[
    OrNotDescribed[Years], Field(title="Years", description="The years for which sources describe it.")
]
Context = Annotated[
    OrNotDescribed[Statement],
    Field(title="Context", description="Local conditions that it relied on, such as place, culture or law."),
]
Preconditions = Annotated[
    OrNotDescribed[Statements],
    Field(title="Preconditions", description="What an organisation needs before it can adopt the practice."),
]
NotSuitableWhen = Annotated[
    OrNotDescribed[Statements],
    Field(title="Not suitable when", description="When it could do harm or does not fit."),
]


class Practice(Record):
    """A brief entry, and what every entry has."""

    title: Title = Field(title="Title", description="What the practice is called.")
    alt_titles: Annotated[list[Line], Field(max_length=10), DISTINCT] = Field(
        [], title="Other titles", description="Other names, acronyms and their long forms."
    )
    summary: Summary = Field(title="Summary", description="One or two sentences: what it is and who it is for.")
    entry: Annotated[str, OneOf(vocabulary.ENTRY)] = Field(
        title="Entry", description="How complete the entry is."
    )
    status: Annotated[str, OneOf(vocabulary.STATUS)] = Field(
        title="Status", description="Whether it still runs, as far as the sources say."
    )
    status_note: Text | None = Field(
        None,
        validate_default=True,
        title="Note on status",
        description="How old the source is, or how it ended.",
    )
    category: Annotated[str, OneOf(vocabulary.CATEGORY)] = Field(
        title="Who it serves", description="The people that the practice is for."
    )
    field: Annotated[
        list[Annotated[str, OneOf(vocabulary.FIELD)]], Field(min_length=1, max_length=2), DISTINCT
    ] = Field(title="Field", description="Treatment, prevention, or both.")
    kind: Annotated[str, OneOf(vocabulary.KIND)] = Field(
        title="Kind of practice", description="What kind of practice it is."
    )
    origin: Origin | None = None
    countries: Annotated[list[Country], Field(min_length=1, max_length=40), DISTINCT] = Field(
        title="Countries", description="Where it is used, as two-letter country codes (ISO 3166-1), or EU."
    )
    region: Line | None = Field(None, title="Region", description="The part of the country where it is used.")
    themes: Annotated[
        list[Annotated[str, OneOf(vocabulary.THEME)]], Field(min_length=1, max_length=5), DISTINCT
    ] = Field(title="Themes", description="What it is about: one to five themes.")
    work_streams: WorkStreams = None
    tiers: Tiers = None
    providers: Providers = None
    safety_phase: Annotated[
        list[Annotated[str, OneOf(vocabulary.SAFETY_PHASE)]], Field(max_length=2), DISTINCT
    ] = Field(
        [], title="Safety phase", description="Whether it is for families in danger, or for a safer phase."
    )
    participants: People = None
    delivery: HowDelivered = None
    theory: OrNotDescribed[Statement] = Field(
        None, title="Theory", description="The ideas that it is based on."
    )
    organisations: Organisations = None
    years: YearsKnown = None
    necessary_elements: NecessaryElements = None
    context: Context = None
    preconditions: Preconditions = None
    not_suitable_when: NotSuitableWhen = None
    adapted_from: Annotated[list[Line], Field(max_length=10), DISTINCT] = Field(
        [],
        title="Adapted from",
        description="Ids of practices in this compendium, or the name of another model.",
    )
    related: Annotated[list[Slug], Field(max_length=10), DISTINCT] = Field(
        [], title="Related practices", description="Ids of similar practices."
    )
    evidence: Evidence = Field(title="Evidence", description="What is known about its results.")
    indicators: Marks = {}
    sources: Annotated[list[Citation], Field(min_length=1, max_length=40)] = Field(
        title="Sources", description="The documents that the entry is based on."
    )
    contact: Contact | None = Field(None, title="Contact", description="An organisation and a role.")
    editor_notes: Annotated[list[Text], Field(max_length=20)] = Field(
        [], title="Notes for editors", description="Why the entry is as it is. Readers do not see these notes."
    )
    reviewed_on: IsoDate = Field(
        title="Reviewed on", description="When the entry was last checked against its sources."
    )
    review_months: Annotated[WholeNumber, Field(ge=1, le=120)] = Field(
        24,
        title="Months to next review",
        description="Months until the next check.",
        examples=["12"],
    )

    exceptions: Annotated[list[Exemption], Field(max_length=20)] = Field(
        [],
        title="Exceptions",
        description="Texts that look like personal data but may stay, each with a reason.",
    )

    @field_validator("status_note")
    @classmethod
    def _past_status_is_explained(cls, note: str | None, info: ValidationInfo) -> str | None:
        status = info.data.get("status", "current")
        if note is None and status != "current":
            raise PydanticCustomError("missing-status-note", "status", {"status": status})
        return note

    @field_validator("evidence")
    @classmethod
    def _well_founded_has_a_theory(cls, evidence: Evidence, info: ValidationInfo) -> Evidence:
        if evidence.level == "well-founded" and info.data.get("theory") is None:
            raise PydanticCustomError("missing-theory", "theory")
        return evidence


class FullPractice(Practice):
    """A full entry: every field below is there, if only as `not-described`."""

    origin: Origin
    work_streams: WorkStreams
    tiers: Tiers
    providers: Providers
    participants: People
    delivery: HowDelivered
    organisations: Organisations
    years: YearsKnown
    necessary_elements: NecessaryElements
    context: Context
    preconditions: Preconditions
    not_suitable_when: NotSuitableWhen
    indicators: Marks

    @field_validator("indicators")
    @classmethod
    def _all_eight(cls, marks: dict[str, IndicatorMark]) -> dict[str, IndicatorMark]:
        missing = [number for number in vocabulary.INDICATOR_NUMBER.values if number not in marks]
        if missing:
            raise PydanticCustomError("missing-indicators", "marks", {"missing": ", ".join(missing)})
        return marks


FULL_FIELDS = tuple(
    name
    for name, field in FullPractice.model_fields.items()
    if field.is_required() and not Practice.model_fields[name].is_required()
)
"""What a full entry has and a brief one may lack, in the order of the schema."""
