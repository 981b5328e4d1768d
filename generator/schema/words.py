"""The schema said in words: what a field takes, how many, and what each value means.

In come the shapes of fields; out come short English phrases, the same in the new file, the questions,
the issue form and the field reference.
"""

from generator.schema.fields import LEAST_QUOTED, MOST_QUOTED
from generator.schema.shapes import Kind, Shape

_PLAIN: dict[Kind, str] = {
    "id": "an id: lower-case letters, digits and hyphens",
    "number": "a whole number",
    "quantity": "a number or a quantity, such as 12, 8 to 10, at least 30, fewer than 25 or about 10",
    "date": "a date as year-month-day, such as 2026-04-03",
    "true": "true, or left out",
    "address": "a web address, such as https://example.org/page",
    "quote": f"{LEAST_QUOTED} to {MOST_QUOTED} words, copied from the source",
    "group": "a group of fields",
    "by number": "a group of fields for each number, 1 to 8",
}
MANY = 20
"""From how many terms on a vocabulary is named and not listed."""


def form_of(shape: Shape) -> str:
    """What stands in a field of this shape: `text, up to 90 characters`, `a list of 1 to 5 values`."""
    form = _list_of(shape) if shape.kind == "list" else _single(shape)
    return f"{form}, or not-described" if shape.not_described else form


def _single(shape: Shape) -> str:
    if shape.kind == "term":
        return "one of the values below" if is_short(shape) else "a code"
    if shape.kind == "text":
        return f"text, up to {shape.most} characters" if shape.most else "text"
    if shape.kind == "number" and shape.least is not None:
        return f"a whole number from {shape.least} to {shape.most}"
    return _PLAIN[shape.kind]


def _list_of(shape: Shape) -> str:
    least, most = shape.least or 0, shape.most
    number = f"{least} to {most}" if least else f"up to {most}"
    inside = shape.innermost
    if inside.kind == "group":
        return f"a list of {number} groups of fields"
    what = "values" if inside.kind == "term" else "ids" if inside.kind == "id" else "texts"
    return f"a list of {number} {what}"


def is_short(shape: Shape) -> bool:
    """Whether the values of this shape's vocabulary can be listed one by one."""
    vocabulary = shape.innermost.vocabulary
    return vocabulary is not None and len(vocabulary.terms) <= MANY
