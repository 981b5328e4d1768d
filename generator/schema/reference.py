"""What `practices/references.yaml` holds: the documents that entries cite, as CSL items.

CSL-YAML is the citation field's own format; this is the part of it that the compendium uses.
"""

from typing import Annotated

from pydantic import Field

from generator.schema.fields import (
    CSL_TYPE,
    EDTF_DATE,
    FILE_NAME,
    LANGUAGE,
    SHA256,
    IsoDate,
    Record,
    Slug,
    Text,
    Title,
    WebAddress,
)

EdtfDate = Annotated[str, Field(pattern=EDTF_DATE)]
"""A year, a month or a day, as 2007, 2007-08 or 2007-08-01."""


class Name(Record):
    """An author: a person by family and given name, or a body by its literal name (CSL)."""

    literal: Text | None = None
    family: Title | None = None
    given: Title | None = None


class VerifiedText(Record):
    """The text of a document against which claims and quotes were verified.

    The text itself is not part of the compendium: its fingerprint tells whether another copy is the same.
    """

    file: Annotated[str, Field(pattern=FILE_NAME, max_length=120)] = Field(
        description="Name of the file with the document's text, in the folder given to `compendium trace`."
    )
    sha256: Annotated[str, Field(pattern=SHA256)] = Field(
        description="Fingerprint of the text, as `compendium trace` prints it."
    )
    on: IsoDate = Field(description="When every claim was last verified against this text.")


class Reference(Record):
    """A document that entries are written from: a CSL item, in the fields that this compendium uses."""

    id: Slug = Field(description="The key that entries cite.")
    type: Annotated[str, Field(pattern=CSL_TYPE, max_length=40)] = Field(
        description="Kind of document, such as report, book or webpage (a CSL type)."
    )
    title: Text = Field(description="Title of the document.")
    language: Annotated[str, Field(pattern=LANGUAGE)] | None = Field(
        None, description="Language of the title where it is not English, as nl or sl (BCP 47)."
    )
    title_short: Title | None = Field(None, alias="title-short", description="Name in running text.")
    author: Annotated[list[Name], Field(max_length=40)] = []
    issued: EdtfDate | None = Field(
        None, description="Year, month or day in EDTF; left out where the document names none."
    )
    accessed: EdtfDate | None = None
    publisher: Text | None = None
    publisher_place: Title | None = Field(None, alias="publisher-place")
    container_title: Text | None = Field(None, alias="container-title")
    url: WebAddress | None = Field(None, alias="URL")
    note: Text | None = None
    verified_text: VerifiedText | None = Field(
        None,
        alias="verified-text",
        description="The text that claims were verified against; not a field of CSL.",
    )


class References(Record):
    """The file `practices/references.yaml`: CSL-YAML as pandoc reads it."""

    references: list[Reference] = Field(max_length=5000, description="The list of documents.")
