"""A new practice file: every field with its meaning and allowed values, filled in as far as answered.

In come answers, what kind of entry it is to be and the day; out comes the text of the file. It is read
by the same checker as any other file, which then says what is still missing. Nothing is written here.
"""

import datetime
import textwrap
from collections.abc import Iterable, Iterator

from generator import vocabulary
from generator.editing.questions import Answers, not_described
from generator.schema.practice import FULL_FIELDS, FullPractice, Practice
from generator.schema.shapes import FieldShape, Shape, fields_of
from generator.schema.words import form_of, is_short
from generator.schema.yaml_text import scalar
from generator.vocabulary import NOT_DESCRIBED

WIDTH = 100
_STEP = "  "
_ABOUT_NOTES = (
    "Lines that start with # are notes for you. So are lines further down that start with [//]. Readers do not "
    "see them, and you can delete them. To use a field that is in a note, remove the #."
)

BODY_NOTES = {
    "Aims": "What the practice aims to change, and for whom.",
    "How it works": "What happens, step by step: who does what with whom, how often and for how long.",
    "Keeping people safe": "How danger is noticed and dealt with, with every warning that a source gives.",
    "What is known about results": "What was evaluated, how and by whom, and what was found, good or bad.",
    "Adopting it elsewhere": "What to keep, what you can change, and what a new place needs first.",
    "Limits": "For whom or where it does not fit, and how far the evidence reaches.",
}
"""What belongs under each heading of a body."""

_SOURCE_NOTE = "End every paragraph with its source, as [@{ref}, {locator}]."


def new_file(answers: Answers, entry: str, today: datetime.date) -> str:
    """The text of a new file in `practices/`; `entry` is `full` or `brief`.

    Fields without an answer are left empty, or say `not-described` where the schema allows it; fields
    that a brief entry may lack stand there as notes.
    """
    known = {**answers, "entry": (entry,), "reviewed_on": (today.isoformat(),)}
    lines = ["---", *_comment(_ABOUT_NOTES)]
    for field in fields_of(FullPractice):
        lines.append("")
        lines.extend(_field(field, known, entry, ""))
    lines.append("---")
    lines.extend(_body(known, entry))
    return "\n".join(lines) + "\n"


def _field(field: FieldShape, known: Answers, entry: str, path: str) -> Iterator[str]:
    """A field with the notes above it; as a note itself where this entry may do without."""
    here = f"{path}{field.name}"
    needed = here in known or _has_answers(here, known) or _is_needed(field, entry)
    yield from _notes(field, needed)
    lines = list(_written(field, known, here))
    yield from lines if needed else (f"# {line}" for line in lines)


def _is_needed(field: FieldShape, entry: str) -> bool:
    return Practice.model_fields[_python_name(field.name)].is_required() or (
        entry == "full" and field.name in FULL_FIELDS
    )


def _python_name(name: str) -> str:
    return "from_" if name == "from" else name


def _notes(field: FieldShape, needed: bool) -> Iterator[str]:
    """The meaning of a field, its form and its values, as comments."""
    may = "" if needed else " You may leave it out."
    yield from _comment(f"{field.title}. {field.meaning} {_sentence(form_of(field.shape))}{may}")
    yield from _values(field.shape)
    model = field.shape.innermost.group
    if model is not None and not _shows_its_fields(field.shape):
        yield from _comment(f"Its fields: {', '.join(inner.name for inner in fields_of(model))}.")


def _values(shape: Shape) -> Iterator[str]:
    terms = shape.innermost.vocabulary
    if terms is None or not is_short(shape):
        return
    width = max(len(term.value) for term in terms)
    for term in terms:
        first = f"#   {term.value.ljust(width)}  "
        yield from _wrapped(f"{term.label}: {term.definition}", first, "#" + " " * (len(first) - 1))


def _comment(text: str) -> list[str]:
    return _wrapped(text, "# ", "# ")


def _wrapped(text: str, first: str, other: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=other,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _written(field: FieldShape, known: Answers, path: str) -> Iterator[str]:
    """The field as YAML."""
    shape, name = field.shape, field.name
    if path in known:
        yield _answered(name, shape, known[path])
    elif shape.kind == "by number":
        yield f"{name}:"
        yield from (
            f"{_STEP}{number}: {{mark: {NOT_DESCRIBED}}}" for number in vocabulary.INDICATOR_NUMBER.values
        )
    elif _shows_its_fields(shape) or _has_answers(path, known):
        yield from _group(field, known, path)
    elif not_described(shape):
        yield f"{name}: {NOT_DESCRIBED}"
    else:
        yield f"{name}: []" if shape.kind == "list" else f"{name}:"


def _shows_its_fields(shape: Shape) -> bool:
    """Whether the fields of a group are written out because no single word can stand for it."""
    return shape.innermost.kind == "group" and not not_described(shape)


def _has_answers(path: str, known: Answers) -> bool:
    return any(key.startswith(f"{path}.") for key in known)


def _group(field: FieldShape, known: Answers, path: str) -> Iterator[str]:
    """A group, or a list with one group in it; those of its fields that need not be there are notes."""
    model = field.shape.innermost.group
    inner_fields = fields_of(model) if model else ()
    inside = "." in path
    if inside and not _has_answers(path, known):
        empty = f"{{{', '.join(f'{inner.name}: ' for inner in inner_fields)}}}"
        yield f"{field.name}: [{empty}]" if field.shape.kind == "list" else f"{field.name}: {empty}"
        return
    yield f"{field.name}:"
    dash = "- " if field.shape.kind == "list" else ""
    for position, inner in enumerate(inner_fields):
        before = _STEP + (" " * len(dash) if position else "")
        yield from (before + line for line in (*_comment(_inner_note(inner)), *_values(inner.shape)))
        needed = inner.required or f"{path}.{inner.name}" in known
        for number, line in enumerate(_written(inner, known, f"{path}.{inner.name}")):
            sign = _STEP + (dash if not position and not number else " " * len(dash))
            yield f"{sign}{line}" if needed else f"{sign}# {line}"


def _inner_note(field: FieldShape) -> str:
    return f"{field.meaning} {_sentence(form_of(field.shape))}".strip()


def _answered(name: str, shape: Shape, values: tuple[str, ...]) -> str:
    if shape.kind == "list":
        return f"{name}: [{', '.join(scalar(value) for value in values)}]"
    value = values[0] if values else ""
    one_line = f"{name}: {scalar(value)}"
    if len(one_line) <= WIDTH or shape.kind != "text":
        return one_line
    folded = _wrapped(value, _STEP, _STEP)
    return "\n".join([f"{name}: >-", *folded])


def _body(known: Answers, entry: str) -> Iterable[str]:
    """The headings of the body, each with a note that no reader sees."""
    headings = vocabulary.BODY_HEADINGS if entry == "full" else (vocabulary.BRIEF_HEADING,)
    ref = (known.get("sources.ref") or ("key-of-the-source",))[0]
    locator = (known.get("sources.locator") or ("page or section",))[0]
    for heading in headings:
        yield from ("", f"## {heading}", "", _hidden_note(BODY_NOTES[heading]))
        if heading == vocabulary.BRIEF_HEADING:
            yield _hidden_note(_SOURCE_NOTE.format(ref=ref, locator=locator))
        yield from (part for text in known.get(f"body.{heading}", ()) for part in ("", text))


def _hidden_note(text: str) -> str:
    """A line of Markdown that no page shows."""
    return f"[//]: # '{text.replace(chr(39), '’')}'"
