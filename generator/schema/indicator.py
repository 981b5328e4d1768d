"""What a file in `indicators/` holds: one good-practice indicator in both its wordings.

`title` and `criteria` are those of Humphreys and others (2000), `ipc_title` and `ipc_criteria` those
of the Institute of Public Care; they stand side by side and are never merged.
"""

from typing import Annotated

from pydantic import Field

from generator.schema.fields import Record, Text, WholeNumber
from generator.schema.parts import CriterionId


class Criterion(Record):
    """One criterion in the framework's own words."""

    id: CriterionId = Field(description="As H4.1 or I4.2.")
    text: Text = Field(description="The criterion, word for word.")


Criteria = Annotated[list[Criterion], Field(max_length=20)]


class Indicator(Record):
    """One of the eight good-practice indicators."""

    number: Annotated[WholeNumber, Field(ge=1, le=8)] = Field(description="1 to 8.")
    title: Text = Field(description="Title in Humphreys and others (2000).")
    criteria: Criteria = Field(description="Criteria in Humphreys and others (2000).")
    ipc_title: Text = Field(description="Title in the wording of the Institute of Public Care.")
    ipc_criteria: Criteria = Field(description="Criteria in the wording of the Institute of Public Care.")
    question: Text = Field(description="One plain question that a service can ask itself.")
