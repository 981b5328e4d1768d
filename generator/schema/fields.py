"""The types of single values: text, terms of a vocabulary, dates, years, quantities, citations.

Each takes the text that stands in the file and either keeps it or refuses it with an error whose
type is the rule's name; `explain` words the messages.
"""

import datetime
import re
from dataclasses import dataclass
from types import NoneType
from typing import Annotated, Any, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic.json_schema import JsonSchemaValue, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator import vocabulary
from generator.problems import ID
from generator.vocabulary import NOT_DESCRIBED, Vocabulary

ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
QUANTITY = re.compile(r"(?:(?:at least|at most|about|fewer than|more than) )?[0-9]{1,4}(?: to [0-9]{1,4})?")

LEAST_QUOTED, MOST_QUOTED = 3, 40
"""Words in a quote."""

CRITERION_ID = r"^[HI][1-8]\.[1-9]$"
NOT_BLANK = r"\S"
CSL_TYPE = "^[a-z_-]+$"
LANGUAGE = "^[a-z]{2,3}(-[A-Z]{2})?$"
FILE_NAME = r"^[A-Za-z0-9][A-Za-z0-9._-]*\.txt$"
SHA256 = "^[0-9a-f]{64}$"
EDTF_DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"


class Record(BaseModel):
    """What all models share: no unknown fields, no change after validation."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)


@dataclass(frozen=True)
class OneOf:
    """Marks a text as one value of a vocabulary; the JSON Schema carries labels and definitions."""

    vocabulary: Vocabulary

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return core_schema.literal_schema(list(self.vocabulary.values))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        described = [f"{term.label}: {term.definition}" for term in self.vocabulary]
        return {"enum": list(self.vocabulary.values), "markdownEnumDescriptions": described}


def _whole_number(text: Any) -> Any:
    if isinstance(text, str) and re.fullmatch(r"[1-9][0-9]{0,8}|0", text):
        return int(text)
    raise PydanticCustomError("not-a-number", "a whole number")


def _iso_date(text: Any) -> datetime.date:
    if not isinstance(text, str) or not ISO_DATE.fullmatch(text):
        raise PydanticCustomError("not-a-date", "a date")
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("no-such-day", "a day of the calendar") from None


def _true(text: Any) -> bool:
    if text == "true":
        return True
    raise PydanticCustomError("not-true", "true or nothing")


def _quantity(text: Any) -> str:
    if isinstance(text, str) and QUANTITY.fullmatch(text):
        return text
    raise PydanticCustomError("not-a-quantity", "a number or a quantity")


def _quote(text: str) -> str:
    """The text, which must be long enough to be found again and short enough to be a quotation."""
    words = len(text.split())
    if not LEAST_QUOTED <= words <= MOST_QUOTED:
        raise PydanticCustomError(
            "not-a-quote", "a quote", {"words": words, "least": LEAST_QUOTED, "most": MOST_QUOTED}
        )
    return text


def _web_address(text: Any) -> str:
    if isinstance(text, str) and re.fullmatch(r"https?://[^\s/?#]+\.[^\s]*", text):
        return text
    raise PydanticCustomError("not-a-web-address", "a web address")


def _distinct(values: list[Any]) -> list[Any]:
    for position, value in enumerate(values):
        if value in values[:position]:
            raise PydanticCustomError("repeated-value", "a value twice", {"repeated": str(value)})
    return values


DISTINCT = AfterValidator(_distinct)
"""On a list: no value stands in it twice."""

Title = Annotated[str, Field(pattern=NOT_BLANK, max_length=90)]
Summary = Annotated[str, Field(pattern=NOT_BLANK, max_length=300)]
Line = Annotated[str, Field(pattern=NOT_BLANK, max_length=200)]
Text = Annotated[str, Field(pattern=NOT_BLANK, max_length=600)]
WholeNumber = Annotated[int, BeforeValidator(_whole_number)]
Year = Annotated[WholeNumber, Field(ge=1800, le=2200)]
Age = Annotated[WholeNumber, Field(ge=0, le=120)]
IsoDate = Annotated[
    datetime.date, BeforeValidator(_iso_date), WithJsonSchema({"type": "string", "format": "date"})
]
OnlyTrue = Annotated[bool, BeforeValidator(_true), WithJsonSchema({"const": True})]
Quantity = Annotated[
    str,
    BeforeValidator(_quantity),
    WithJsonSchema({"anyOf": [{"type": "integer"}, {"type": "string", "pattern": f"^{QUANTITY.pattern}$"}]}),
]
Quote = Annotated[
    str,
    AfterValidator(_quote),
    Field(max_length=600),
    WithJsonSchema(
        {"type": "string", "pattern": rf"^\s*\S+(?:\s+\S+){{{LEAST_QUOTED - 1},{MOST_QUOTED - 1}}}\s*$"}
    ),
]
Slug = Annotated[str, Field(pattern=f"^{ID.pattern}$", max_length=80)]
WebAddress = Annotated[str, BeforeValidator(_web_address), Field(max_length=500)]
Country = Annotated[str, OneOf(vocabulary.countries())]


class OrNotDescribedMark:
    """Turns the word `not-described` into None and validates everything else as usual."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        described = next(choice for choice in get_args(source) if choice is not NoneType)
        return core_schema.no_info_wrap_validator_function(
            lambda value, validate: None if value == NOT_DESCRIBED else validate(value),
            handler.generate_schema(described),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"const": NOT_DESCRIBED}]}


_Described = TypeVar("_Described")
OrNotDescribed = Annotated[_Described | None, OrNotDescribedMark()]
"""A value, or the word `not-described` (None after validation) where no source says it."""


class Citation(Record):
    """Where a claim can be read: a key of `references.yaml`, a place in that document, its words there."""

    ref: Slug = Field(title="Document", description="Key of the document in practices/references.yaml.")
    locator: Line = Field(title="Place", description="Section, page or heading where the claim can be read.")
    quote: Quote | None = Field(
        None,
        title="The source's words",
        description="The exact words of the source that support the claim. Needed for marks, evaluations,"
        " figures, ages, years, and elements that the source calls essential.",
        examples=["one passage, copied word for word"],
    )


class Statement(Record):
    """A claim in our own words, with its source."""

    text: Text = Field(description="The claim in your own words.")
    source: Citation = Field(description="Where it can be read, as {ref: …, locator: …}.")
