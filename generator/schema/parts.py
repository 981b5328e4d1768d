"""The blocks that a practice is made of: participants, delivery, evidence, marks and so on.

Each block checks what belongs together inside it: ranges run upwards, figures have a source, a mark
is justified, a rung of the evidence ladder stands on an evaluation.
"""

from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from generator import vocabulary
from generator.schema.fields import (
    CRITERION_ID,
    DISTINCT,
    Age,
    Citation,
    IsoDate,
    Line,
    OneOf,
    OnlyTrue,
    OrNotDescribed,
    Quantity,
    Record,
    Text,
    WebAddress,
    Year,
)

CriterionId = Annotated[str, Field(pattern=CRITERION_ID)]
"""H for the wording of Humphreys and others (2000), I for that of the Institute of Public Care."""


def _check_order(first: int | None, last: int | None) -> None:
    if first is None and last is None:
        raise PydanticCustomError("empty-range", "range")
    if first is not None and last is not None and first > last:
        raise PydanticCustomError("range-reversed", "range", {"first": first, "last": last})


def _with_words(source: Citation | None, claim: str) -> Citation | None:
    """The source, which must be there and quote the words that the claim rests on."""
    if source is None:
        raise PydanticCustomError("missing-source", "source", {"what": claim})
    if source.quote is None:
        raise PydanticCustomError("missing-quote", "quote", {"what": claim})
    return source


def _with_words_for_any(
    source: Citation | None, info: ValidationInfo, figures: Iterable[str], what: str
) -> Citation | None:
    """The source, which must be there with its words where one of the figures before it is."""
    return _with_words(source, what) if any(info.data.get(name) for name in figures) else source


class AgeRange(Record):
    """Ages in whole years, both ends included; one end may be left open."""

    from_: Age | None = Field(None, alias="from", description="Youngest, in years.")
    to: Age | None = Field(None, description="Oldest, in years.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _check_order(self.from_, self.to)
        return self


class Participants(Record):
    """One group of people whom the practice serves."""

    who: Text = Field(description="Who takes part.")
    ages: OrNotDescribed[AgeRange] = Field(None, description="Ages in years, from and to.")
    source: Citation | None = Field(
        None, validate_default=True, description="Where it can be read. Needed, with a quote, if you give ages."
    )

    @field_validator("source")
    @classmethod
    def _ages_have_a_source(cls, source: Citation | None, info: ValidationInfo) -> Citation | None:
        return _with_words_for_any(source, info, ("ages",), "ages")


class Delivery(Record):
    """How the practice reaches people. Every part is optional; figures need a source."""

    mode: Annotated[list[Annotated[str, OneOf(vocabulary.MODE)]], Field(max_length=6), DISTINCT] = Field(
        [], description="How it is delivered."
    )
    sessions: Quantity | None = Field(None, description="Number of sessions.")
    session_minutes: Quantity | None = Field(None, description="Length of a session in minutes.")
    weeks: Quantity | None = Field(None, description="Weeks from the first to the last session.")
    total_hours: Quantity | None = Field(None, description="Total number of hours.")
    group_size: Quantity | None = Field(None, description="People in one group.")
    setting: Line | None = Field(None, description="Where it takes place.")
    staff: Line | None = Field(None, description="Who delivers it.")
    referral: Line | None = Field(None, description="How people come to it.")
    materials: Line | None = Field(None, description="Materials that are used.")
    source: Citation | None = Field(
        None,
        validate_default=True,
        description="Where it can be read. Needed, with a quote, if you give a figure.",
    )

    @field_validator("source")
    @classmethod
    def _figures_have_a_source(cls, source: Citation | None, info: ValidationInfo) -> Citation | None:
        figures = ("sessions", "session_minutes", "weeks", "total_hours", "group_size")
        return _with_words_for_any(source, info, figures, "figures")


class Organisation(Record):
    """An organisation and what it does for the practice."""

    name: Line = Field(description="Name of the organisation.")
    role: Line = Field(description="What it does: runs, funds, trains, hosts …")


class Years(Record):
    """The years for which the sources document the practice."""

    from_: Year | None = Field(None, alias="from", description="First year.")
    to: Year | None = Field(None, description="Last year.")
    source: Citation = Field(description="Where it can be read, as {ref: …, locator: …, quote: …}.")

    @field_validator("source")
    @classmethod
    def _has_words(cls, source: Citation) -> Citation | None:
        return _with_words(source, "years")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _check_order(self.from_, self.to)
        return self


class NecessaryElement(Record):
    """What cannot be uprooted without losing something vital (chalvi-2007)."""

    element: Line = Field(description="The element, in a few words.")
    why: Text = Field(description="What would be lost without it.")
    basis: Annotated[str, OneOf(vocabulary.BASIS)] = Field(
        description="Whether the source itself calls it essential."
    )
    adaptable: Annotated[str, OneOf(vocabulary.ADAPTABLE)] = Field(description="How far it can be changed.")
    source: Citation | None = Field(
        None,
        validate_default=True,
        description="Where it can be read. Needed, with a quote, if the source calls it essential.",
    )

    @field_validator("adaptable")
    @classmethod
    def _only_a_source_fixes_it(cls, adaptable: str, info: ValidationInfo) -> str:
        if adaptable == "fixed" and info.data.get("basis") == "our-reading":
            raise PydanticCustomError("fixed-by-our-reading", "element")
        return adaptable

    @field_validator("source")
    @classmethod
    def _words_call_it_essential(cls, source: Citation | None, info: ValidationInfo) -> Citation | None:
        says_so = info.data.get("basis") == "source-says"
        return _with_words(source, "the basis 'source-says'") if says_so else source


class Evaluation(Record):
    """One evaluation, observation or set of views: how, by whom, when, and what it found."""

    form: Annotated[str, OneOf(vocabulary.EVALUATION_FORM)] = Field(
        "evaluation", description="What kind of finding it is. If you leave it out, it is an evaluation."
    )
    design: Text = Field(description="How it was evaluated.")
    by: Annotated[str, OneOf(vocabulary.EVALUATOR)] = Field(description="Who evaluated it.")
    year: OrNotDescribed[Year] = Field(description="Year of the evaluation.")
    finding: Text = Field(description="What was found. Claim no more than the source does.")
    source: Citation = Field(description="Where it can be read, as {ref: …, locator: …, quote: …}.")

    @field_validator("source")
    @classmethod
    def _has_words(cls, source: Citation) -> Citation | None:
        return _with_words(source, "an evaluation")


class Evidence(Record):
    """The rung on the evidence ladder, and the evaluations it stands on."""

    level: Annotated[str, OneOf(vocabulary.EVIDENCE_LEVEL)] = Field(
        description="How much is known about results."
    )
    no_effect_found: OnlyTrue | None = Field(
        None,
        description="A rigorous study looked for an effect and found none.",
        examples=["true"],
    )
    evaluations: Annotated[list[Evaluation], Field(max_length=20)] = Field(
        [], validate_default=True, description="Evaluations, observations and views that a source reports."
    )

    @field_validator("evaluations")
    @classmethod
    def _level_stands_on_an_evaluation(cls, found: list[Evaluation], info: ValidationInfo) -> list[Evaluation]:
        level = info.data.get("level", "")
        if not found and level in vocabulary.EVALUATED_LEVELS:
            raise PydanticCustomError(
                "missing-evaluation", "evaluation", {"claim": f"The evidence level {level!r}"}
            )
        if not found and info.data.get("no_effect_found"):
            raise PydanticCustomError("missing-evaluation", "evaluation", {"claim": "'no_effect_found'"})
        if level in vocabulary.STUDIED_LEVELS and all(each.form != "evaluation" for each in found):
            raise PydanticCustomError("missing-study", "study", {"level": level})
        return found


class IndicatorMark(Record):
    """What the sources say of the practice under one good-practice indicator."""

    mark: Annotated[str, OneOf(vocabulary.MARK)] = Field(description="What the sources show.")
    criteria: Annotated[list[CriterionId], Field(max_length=20), DISTINCT] = Field(
        [], description="The criteria behind the mark, such as H4.1 or I4.2."
    )
    note: Text | None = Field(
        None, validate_default=True, description="Why you gave the mark, in your own words."
    )
    source: Citation | None = Field(None, validate_default=True, description="Where it can be read.")

    @field_validator("note")
    @classmethod
    def _mark_has_a_note(cls, note: str | None, info: ValidationInfo) -> str | None:
        mark = info.data.get("mark", vocabulary.NOT_DESCRIBED)
        if note is None and mark != vocabulary.NOT_DESCRIBED:
            raise PydanticCustomError("missing-note", "mark", {"what": f"the mark {mark!r}"})
        return note

    @field_validator("source")
    @classmethod
    def _mark_has_words(cls, source: Citation | None, info: ValidationInfo) -> Citation | None:
        mark = info.data.get("mark", vocabulary.NOT_DESCRIBED)
        return source if mark == vocabulary.NOT_DESCRIBED else _with_words(source, f"the mark {mark!r}")


class Exemption(Record):
    """A text that looks like personal data and may stand all the same."""

    text: Line = Field(description="The text, exactly as it is in the file.", examples=["0808 2000 247"])
    reason: Text = Field(
        description="Why it may stay.", examples=["The public helpline that the practice is about."]
    )


class Contact(Record):
    """An organisation and a role: never a person, a telephone number or a personal address."""

    organisation: Line = Field(description="Name of the organisation.", examples=["Regional family service"])
    role: Line = Field(description="The role to ask for.", examples=["Duty desk"])
    url: WebAddress | None = Field(
        None, description="The organisation's own page.", examples=["https://example.org/families"]
    )
    verified_on: IsoDate = Field(description="When someone last checked it.", examples=["2026-04-03"])
