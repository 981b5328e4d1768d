"""What a file in `pages/` holds above its body: the site's prose needs a title and a summary."""

from pydantic import Field

from generator.schema.fields import Record, Summary, Title


class Page(Record):
    """What a file in `pages/` holds above its body."""

    title: Title = Field(description="Title of the page.")
    summary: Summary = Field(description="What the page is about.")
