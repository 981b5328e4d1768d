"""What an editor is asked for a new practice, and the answers made ready for a file.

The questions are made from the schema: the command line asks them one by one, the issue form shows
them on one page. In come answers as people type them; out come values in the spelling of the schema,
as far as they can be understood. What cannot be understood is kept as it is, and the check names it.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import vocabulary
from generator.problems import did_you_mean
from generator.schema.practice import FullPractice
from generator.schema.shapes import FieldShape, Shape, fields_of, walk
from generator.vocabulary import NOT_DESCRIBED, Vocabulary

ASKED = (
    "title",
    "summary",
    "status",
    "status_note",
    "category",
    "field",
    "kind",
    "countries",
    "region",
    "themes",
    "evidence.level",
    "sources.ref",
    "sources.locator",
)
"""The fields that a new file cannot do without, and two that go with them, in the order of asking."""

Answers = Mapping[str, tuple[str, ...]]
"""Answers by the path of their field; one text for a field with one value."""


@dataclass(frozen=True)
class Question:
    """One question: the field it fills, the schema's words for it, and what may be answered."""

    path: str
    title: str
    meaning: str
    shape: Shape
    required: bool
    many: bool

    @property
    def terms(self) -> Vocabulary | None:
        """The values to choose from, where there are any."""
        return self.shape.innermost.vocabulary


def questions() -> tuple[Question, ...]:
    """What is asked for every new practice, in order."""
    by_path = {".".join(path): field for path, field in walk(FullPractice)}
    around = {field.name: field for field in fields_of(FullPractice)}
    return tuple(_question(path, by_path[path], around[path.partition(".")[0]]) for path in ASKED)


def _question(path: str, field: FieldShape, around: FieldShape) -> Question:
    if "." not in path:
        title = field.title
    else:
        title = (
            field.shape.vocabulary.label if field.shape.vocabulary else f"{around.title}: {field.title.lower()}"
        )
    return Question(
        path=path,
        title=title,
        meaning=field.meaning,
        shape=field.shape,
        required=field.required,
        many=field.shape.kind == "list",
    )


def understood(question: Question, typed: Iterable[str]) -> tuple[str, ...]:
    """The answer in the spelling of the schema: `Ireland` as `IE`, a label as its value."""
    texts = (part for text in typed for part in (re.split(r"[,;\n]", text) if question.many else [text]))
    cleaned = (plain(text) for text in texts)
    terms = question.terms
    values = (_value(text, terms) if terms else text for text in cleaned if text)
    return tuple(dict.fromkeys(values))


def not_understood(question: Question, values: Iterable[str]) -> str:
    """What to say of the first value that the vocabulary of a question does not hold; nothing when all are."""
    terms = question.terms
    unknown = next((value for value in values if terms is not None and value not in terms), None)
    if terms is None or unknown is None:
        return ""
    near = did_you_mean(unknown, [name for term in terms for name in (term.value, term.label)])
    return f"{unknown!r} is not one of the values. {near}".rstrip()


def plain(text: str) -> str:
    """The text on one line without tabs, hard spaces and characters that cannot be seen."""
    visible = "".join(c for c in text if c.isspace() or unicodedata.category(c) not in ("Cf", "Cc", "Co", "Cn"))
    return " ".join(visible.split())


def _value(text: str, terms: Vocabulary) -> str:
    folded = text.casefold()
    if terms.name == "country":
        return _country(text)
    return next((t.value for t in terms if folded in (t.value.casefold(), t.label.casefold())), text)


def _country(text: str) -> str:
    code = text.upper()
    if code in vocabulary.countries():
        return code
    by_name = {
        name.casefold(): term.value for term in vocabulary.countries() for name in (term.label, term.definition)
    }
    alias = vocabulary.COUNTRY_ALIASES.get(code) or vocabulary.country_from_alpha_3(code)
    return by_name.get(text.casefold()) or alias or text


def file_stem(title: str) -> str:
    """The name of the file for a practice with this title, without `.md`."""
    ascii_only = unicodedata.normalize("NFKD", title.replace("’", "").replace("'", "")).encode(
        "ascii", "ignore"
    )
    words = re.sub(r"[^a-z0-9]+", "-", ascii_only.decode().lower()).strip("-")
    stem = words[:_LONGEST].rstrip("-") or "practice"
    # Windows reserves names of three and four letters, such as con and com1.
    return f"{stem}-practice" if len(stem) < 5 else stem


_LONGEST = 60


def not_described(shape: Shape) -> bool:
    """Whether a field of this shape may say that no source describes it."""
    return shape.not_described or (shape.vocabulary is not None and NOT_DESCRIBED in shape.vocabulary)
