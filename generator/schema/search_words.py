"""What `practices/search-words.yaml` holds: the words that readers use, beside the words that entries use.

An expression is one word or several, as `mum` or `social worker`; its other forms (`mums`, `mum's`) are
found by its stem and need not be listed. A compendium may do without the file.
"""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.schema.fields import Age, Record
from generator.words import words_in

MOST_WORDS = 10
"""Most words of one expression; search looks for the longest first."""

_MOST_GROUPS = 500
_MOST_IN_GROUP = 60


def _made_of_words(text: str, most: int = MOST_WORDS) -> str:
    if not 0 < len(words_in(text)) <= most:
        raise PydanticCustomError("not-search-words", "words", {"most": most})
    return text


def _one_word(text: str) -> str:
    return _made_of_words(text, 1)


Expression = Annotated[str, Field(max_length=80), AfterValidator(_made_of_words)]
Expressions = Annotated[list[Expression], Field(min_length=1, max_length=_MOST_IN_GROUP)]


class Equivalents(Record):
    """Words that readers use, and the words of entries that are looked for as well."""

    readers: Expressions = Field(description="Words that readers type.")
    entries: Expressions = Field(description="Words that entries use.")


class AgesMeant(Record):
    """Words that tell an age, and the years that they mean, both ends included."""

    words: Expressions = Field(description="Words that readers type.")
    from_: Age = Field(alias="from", description="Youngest, in years.")
    to: Age = Field(description="Oldest, in years.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ > self.to:
            raise PydanticCustomError("range-reversed", "range", {"first": self.from_, "last": self.to})
        return self


Forms = Annotated[
    list[Annotated[str, Field(max_length=80), AfterValidator(_one_word)]],
    Field(min_length=2, max_length=_MOST_IN_GROUP),
]
Groups = Annotated[list[Equivalents], Field(max_length=_MOST_GROUPS)]


class SearchWords(Record):
    """The file `practices/search-words.yaml`."""

    forms: Annotated[list[Forms], Field(max_length=_MOST_GROUPS)] = Field(
        [], description="Forms of one word that do not share a stem, such as child and children."
    )
    same: Groups = Field([], description="Other words for the same thing.")
    near: Groups = Field([], description="Words for something else that the practices found help with.")
    ages: Annotated[list[AgesMeant], Field(max_length=_MOST_GROUPS)] = Field(
        [], description="Words that tell an age."
    )
