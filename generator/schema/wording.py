"""The words for each way in which a value can fail its type: rule, what is wrong, how to mend it.

Keys are the error types of pydantic and of our own types; `{name}` is the field, `{value}` what
stands there, `{size}` its length, and the rest comes with the error.
"""

from typing import NamedTuple


class Wording(NamedTuple):
    """A stable rule name, and templates for the message and the fix."""

    rule: str
    message: str
    fix: str


_NOT_A_GROUP = Wording(
    "not-a-group",
    "{name} must be a group of fields, not {value}.",
    "Write its fields on indented lines below it: {fields}.",
)
_FILE_NOT_A_GROUP = Wording(
    "not-a-group",
    "{name} must be a group of fields, not {value}.",
    "Write its fields at the beginning of lines: {fields}.",
)
_NOT_BY_NUMBER = Wording(
    "not-a-group",
    "{name} must be a group of fields, not {value}.",
    "Write numbers on indented lines below it, such as '4:', and below each its fields: {fields}.",
)

WORDINGS = {
    "missing": Wording(
        "missing-field",
        "{name} is missing.",
        "Add it{meaning}.",
    ),
    "missing-or-not-described": Wording(
        "missing-field",
        "{name} is missing.",
        "Add it{meaning}, or write `not-described` if no source says it.",
    ),
    "string_type": Wording("not-text", "{name} must be text, not {value}.", "Write one text."),
    "list_type": Wording(
        "not-a-list",
        "{name} must be a list, not {value}.",
        "Write it as [a, b] or as lines that begin with '- '.",
    ),
    "model_type": _NOT_A_GROUP,
    "model_attributes_type": _NOT_A_GROUP,
    "dict_type": _NOT_BY_NUMBER,
    "file_type": _FILE_NOT_A_GROUP,
    "string_too_long": Wording(
        "too-long", "{name} has {size} characters; {max_length} are allowed.", "Shorten it."
    ),
    "string_too_short": Wording("empty-value", "{name} is empty.", "Write a value, or leave the line out."),
    "too_long": Wording("too-many", "{name} has {size} values; {max_length} are allowed.", "Keep fewer."),
    "too_short": Wording(
        "too-few",
        "{name} has {size} values; at least {min_length} is needed.",
        "Add what is missing.",
    ),
    "greater_than_equal": Wording(
        "out-of-bounds", "{name} is {value}; it must be at least {ge}.", "Correct the number."
    ),
    "less_than_equal": Wording(
        "out-of-bounds", "{name} is {value}; it must be at most {le}.", "Correct the number."
    ),
    "not-a-criterion-id": Wording(
        "unknown-criterion",
        "{value} is not the id of a criterion.",
        "Write it as H4.1 (Humphreys and others) or I4.2 (Institute of Public Care).",
    ),
    "not-an-edtf-date": Wording(
        "not-a-date",
        "{name} must be a date, not {value}.",
        "Write it as '2007', '2007-08' or '2007-08-31'.",
    ),
    "not-an-id": Wording(
        "not-an-id", "{value} is not an id.", "Ids are made of small letters a-z, digits and single hyphens."
    ),
    "not-a-number": Wording(
        "not-a-number",
        "{name} must be a whole number, not {value}.",
        "Write digits only, such as 12.",
    ),
    "not-a-date": Wording(
        "not-a-date",
        "{name} must be a date, not {value}.",
        "Write year-month-day, such as 2026-04-03.",
    ),
    "no-such-day": Wording(
        "not-a-date",
        "{name} is {value}, and the calendar has no such day.",
        "Correct the day.",
    ),
    "not-a-csl-type": Wording(
        "unknown-value",
        "{value} is not a kind of document.",
        "Write a type of CSL, such as report, book, chapter, article-journal or webpage.",
    ),
    "not-a-language": Wording(
        "not-a-language",
        "{value} is not the sign of a language.",
        "Write two or three small letters as in BCP 47, such as nl for Dutch or sl for Slovene.",
    ),
    "not-a-file-name": Wording(
        "not-a-file-name",
        "{value} is not the name of a text file.",
        "Write its name without a folder, such as toolkit-2007.txt.",
    ),
    "not-a-fingerprint": Wording(
        "not-a-fingerprint",
        "{name} must be a fingerprint of 64 characters, 0-9 and a-f.",
        "Copy it from what `compendium trace` prints.",
    ),
    "not-true": Wording(
        "not-true", "{name} can only be `true`, not {value}.", "Write true, or leave the line out."
    ),
    "not-a-quantity": Wording(
        "not-a-quantity",
        "{name} must be a number or a quantity, not {value}.",
        "Write it as 12, '8 to 10', 'at least 30', 'fewer than 25' or 'about 10'.",
    ),
    "not-a-web-address": Wording(
        "not-a-web-address",
        "{name} must be a web address, not {value}.",
        "Write it in full, such as https://example.org/page.",
    ),
    "repeated-value": Wording("repeated-value", "{repeated!r} is in {name} twice.", "Remove one of the two."),
    "not-search-words": Wording(
        "not-search-words",
        "{value} has no word in it, or more than {most}.",
        "Write at least one and at most {most}.",
    ),
    "empty-range": Wording(
        "empty-range",
        "{name} has neither 'from' nor 'to'.",
        "Write at least one of them, or `not-described` for the whole.",
    ),
    "range-reversed": Wording(
        "range-reversed", "{name} runs from {first} to {last}.", "Put the smaller number in 'from'."
    ),
    "missing-source": Wording(
        "missing-source",
        "{name} has no source for {what}.",
        "Add `source: {{ref: …, locator: …, quote: …}}` there.",
    ),
    "missing-quote": Wording(
        "missing-quote",
        "{name} has no quote for {what}.",
        "Add `quote: …` to it: 3 to 40 words, copied from the place that the locator names.",
    ),
    "not-a-quote": Wording(
        "not-a-quote",
        "{name} has {words} words; {least} to {most} are allowed.",
        "Copy one passage of the source, as short as carries the claim.",
    ),
    "fixed-by-our-reading": Wording(
        "fixed-by-our-reading",
        "{name} is 'fixed', but only a source can say that.",
        "Write `adaptable: partly`, or `basis: source-says` with a source that quotes the words.",
    ),
    "missing-note": Wording(
        "missing-note", "{name} is missing for {what}.", "Say in your own words what the source shows."
    ),
    "missing-evaluation": Wording(
        "missing-evaluation",
        "{claim} has no evaluation behind it.",
        "Add the evaluation under evidence → evaluations, or claim less.",
    ),
    "missing-study": Wording(
        "missing-study",
        "The evidence level {level!r} has observations or views behind it, and no evaluation.",
        "Add the evaluation under evidence → evaluations, or claim less: 'first-indications'.",
    ),
    "missing-theory": Wording(
        "missing-theory",
        "The evidence level 'well-founded' has no theory behind it.",
        "Fill in the field 'theory', or choose 'described'.",
    ),
    "missing-status-note": Wording(
        "missing-status-note",
        "The status {status!r} is not explained.",
        "Add the field 'status_note': how old the source is, or how the practice ended.",
    ),
    "missing-indicators": Wording(
        "missing-indicators",
        "A full entry marks all eight indicators; missing: {missing}.",
        "Add each as `{{mark: not-described}}` if no source says anything.",
    ),
}
