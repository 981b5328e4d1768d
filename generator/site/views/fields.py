"""The field reference: every field of a practice, made from the schema."""

from dataclasses import dataclass

from generator.compendium.catalogue import Catalogue
from generator.presentation.links import Link
from generator.site.views.field_reference import FieldSection, field_sections

JSON_SCHEMA = "assets/practice.schema.json"
"""The same fields for programs, as committed in `pages/assets`."""


@dataclass(frozen=True)
class FieldsView:
    """What the template `fields.html` shows."""

    fields: tuple[FieldSection, ...]
    json_schema: str
    sections: tuple[Link, ...]


def fields_view(catalogue: Catalogue) -> FieldsView:
    """All fields in the order of the schema, with examples from the entries."""
    fields = field_sections(catalogue.practices.values())
    sections = tuple(Link(section.field.title, f"#{section.field.path}") for section in fields)
    return FieldsView(fields, JSON_SCHEMA, sections)
