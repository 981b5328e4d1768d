"""Personal data in content: telephone numbers, personal e-mail addresses, home addresses, ages of named people.

In comes the text of a content file, front matter or body; out comes a problem for each piece that
could lead to a person, unless the file's own `exceptions` name it with a reason. Called for every file
of every check, and so built to say "nothing here" quickly: a few plain searches, and the slow patterns
only where one of them has found something.
"""

import re
import string
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from generator.problems import Problem
from generator.reading.frontmatter import Document

RULE = "personal-data"

ROLE_ADDRESSES = frozenset(
    """
    admin advice bookings communications contact contactus data-protection dataprotection editor editors
    enquiries enquiry events feedback fundraising general hello help helpdesk helpline hq inbox info
    information library mail media membership news office postmaster press privacy publications reception
    referral referrals research safeguarding secretariat service services support team training
    volunteering webmaster
    """.split()  # noqa: SIM905 - read as words
)
"""Names before the `@` that belong to a role and not to a person."""

_TELEPHONE_SIGN = re.compile(rb"0(?:[ \n()./-]{0,3}\d){7}|0[\d ()]*\xe2\x80")
_INTERNATIONAL_SIGN = re.compile(rb"\+\(?\d")
_CAPITALS, _DIGITS = string.ascii_uppercase.encode(), string.digits.encode()
_CLASSES = bytes.maketrans(_CAPITALS + _DIGITS, b"A" * 26 + b"0" * 10)
_NO_CLASS = string.ascii_lowercase.encode()
_ISLANDS_SIGNS = (b"0AA", b"A00")
_CONTINENTAL_SIGN = b"0000 A"
"""What postcodes look like when every digit is written 0, every capital A and small letters are left out."""

_PERSON_SIGNS = (b" old", b"-old", b"aged ")
_PERSON_SIGN = re.compile("|".join(sign.decode() for sign in _PERSON_SIGNS))
_SENTENCE_AROUND = 80
"""How far from such a sign a name is looked for, in characters."""

_EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@((?:[\w-]+\.)+[A-Za-z]{2,})")
_TELEPHONE = re.compile(
    r"(?<![\w./:=@#-])"
    r"(?:(?:\+|\b00)[1-9]\d{0,2}[ .-]?(?:\(0\)[ ]?)?|\(?0)"
    r"\d{0,4}\)?(?:[ \n./\u2010-\u2014-]{0,3}\d{2,7}){1,5}(?![\w-]*\d)"
)
_DATE = re.compile(r"\d{1,2}[ ./-]\d{1,2}[ ./-]\d{2,4}")
_UK_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}\b"
_EIRCODE = r"[AC-FHKNPRTV-Y]\d[\dW][ ]?[\dAC-FHKNPRTV-Y]{4}\b"
_HOUSE_AND_POSTCODE = re.compile(
    rf"\b\d{{1,4}}[A-Za-z]?,?\s+(?:[A-Z][\w'’-]*\b[^\d]{{0,80}}?)(?:{_UK_POSTCODE}|{_EIRCODE})"
)
_STREET_THEN_NUMBER = (
    r"\b[\w'’-]*(?:straße|strasse|gasse|weg|allee|platz|straat|laan|katu|kuja|gatan|vägen|gade|vej|ulica"
    r"|\b(?:[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]orso|[Cc]alle|[Rr]ua)\s+[^\n\d]{2,40}?)"
    r"\s*,?\s*\d{1,4}[a-zA-Z]?,?\s+(?:[A-Z]{1,2}-)?\d{4,5}\s+[A-ZÄÖÜÅÉ]\w+"
)
_NUMBER_THEN_STREET = (
    r"\b\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|place|chemin|allée|quai)\s[^\n\d]{2,60}?"
    r"\b\d{5}\s+[A-ZÉ]\w+"
)
_CONTINENTAL_ADDRESS = re.compile(f"{_STREET_THEN_NUMBER}|{_NUMBER_THEN_STREET}")
_CONTINENTAL_TOWN = re.compile(r"\d{4,5}\s+[A-ZÄÖÜÅÉ]\w+")
_STREET_BEFORE = 200
"""How far before a postcode and a town a street is looked for, in characters."""
_AGE = (
    r"(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_NAME = r"(?P<{0}>[A-ZÀ-Þ][a-zà-ÿ'’-]+)(?:\s+[A-ZÀ-Þ][a-zà-ÿ'’-]*\.?)*"
_PERSON_WITH_AGE = re.compile(
    rf"\b{_NAME.format('first')},?\s+(?:(?:is|was|has\s+been|turned|who\s+(?:is|was))\s+(?:just\s+|only\s+|then\s+)?"
    rf"(?:aged\s+)?{_AGE}\s+years?\s+old|(?:\(?\s*)aged\s+{_AGE}\b(?!\s+(?:to|and|or|[–-])))"
    rf"|\b{_AGE}[- ]years?[- ]old\s+{_NAME.format('second')}"
)
_NO_NAMES = frozenset(
    """
    A About Adolescents Adults Aged All An And Any Anyone Babies Between Boys Child Children Clients Each
    Everyone Families Fathers For Foster Girls Group Groups He Her Him I In Infants It Its Kids Many Men Most
    Mothers One Others Our Parents Participants Patients People Persons Pupils She Siblings Some Someone
    Students Survivors Teenagers That The Their They This Those Toddlers Users Victims We Who With Women You
    Young Youth Youths
    """.split()  # noqa: SIM905 - read as words
)
"""Capitalised words that open a sentence about people without naming one."""


class Exempted(NamedTuple):
    """A piece of text that may stand although it looks like personal data, and why."""

    text: str
    reason: str


def personal_data(text: str, path: str, first_line: int = 1, allowed: Collection[str] = ()) -> list[Problem]:
    """A problem for each piece of personal data in `text`, which begins on `first_line` of `path`.

    `allowed` are the texts that the file excepts; a piece is excepted when it lies within one of them.
    """
    problems = []
    for start, piece, what, fix in _found(text):
        if any(piece in exempted for exempted in allowed):
            continue
        line = text.count("\n", 0, start)
        column = start - text.rfind("\n", 0, start)
        shown = " ".join(piece.split())
        problems.append(Problem(path, first_line + line, column, RULE, f"{shown!r} {what}.", fix))
    return problems


def exempted(fields: Mapping[str, Any]) -> tuple[Exempted, ...]:
    """The exceptions that the front matter of a file names, before it is validated."""
    listed = fields.get("exceptions")
    pairs = listed if isinstance(listed, list) else []
    return tuple(
        Exempted(pair["text"], pair["reason"])
        for pair in pairs
        if isinstance(pair, dict) and isinstance(pair.get("text"), str) and isinstance(pair.get("reason"), str)
    )


def needless_exceptions(exceptions: Collection[Exempted], document: Document) -> tuple[Exempted, ...]:
    """The exceptions that no personal data needs in the rest of the fields or in the body."""
    if not exceptions:
        return ()
    texts = (_without_exceptions(document), document.body)
    pieces = [piece for text in texts for _, piece, _, _ in _found(text)]
    return tuple(exception for exception in exceptions if not any(piece in exception.text for piece in pieces))


def _without_exceptions(document: Document) -> str:
    """The text of the front matter without the field `exceptions` itself."""
    places = document.places
    line, _ = places.of_key(("exceptions",))
    lines = places.text.split("\n")
    first = line - places.first_line
    after = next((n for n in range(first + 1, len(lines)) if lines[n][:1].isalpha()), len(lines))
    return "\n".join((*lines[:first], *lines[after:]))


_REMOVE = "Remove it: an entry names organisations and roles, never people. If it must stay, "
_EXCEPT = "add it under 'exceptions' with the reason."
Found = tuple[int, str, str, str]
"""Position, the piece, what it looks like, how to mend it."""


def _found(text: str) -> Iterator[Found]:
    """Every piece of personal data in `text`."""
    raw = text.encode()
    if _email_sign(raw):
        yield from _emails(text)
    if _TELEPHONE_SIGN.search(raw) or (b"+" in raw and _INTERNATIONAL_SIGN.search(raw)):
        yield from _telephones(text)
    classes = raw.translate(_CLASSES, _NO_CLASS)
    if any(sign in classes for sign in _ISLANDS_SIGNS):
        yield from map(_address, _HOUSE_AND_POSTCODE.finditer(text))
    if _CONTINENTAL_SIGN in classes:
        yield from _continental(text)
    if any(sign in raw for sign in _PERSON_SIGNS):
        yield from _people(text)


def _email_sign(raw: bytes) -> bool:
    """Whether an `@` follows anything but the bracket, semicolon or space of a citation."""
    position = raw.find(b"@")
    while position >= 0 and (position == 0 or raw[position - 1] in b"[ \n"):
        position = raw.find(b"@", position + 1)
    return position >= 0


def _emails(text: str) -> Iterator[Found]:
    for found in _EMAIL.finditer(text):
        if found[1].lower() not in ROLE_ADDRESSES:
            fix = (
                f"Use the organisation's web page or a role address such as info@…. If it must stay, {_EXCEPT}"
            )
            yield found.start(), found[0], "looks like a person's e-mail address", fix


def _telephones(text: str) -> Iterator[Found]:
    for found in _TELEPHONE.finditer(text):
        digits = sum(character.isdigit() for character in found[0])
        before = text[max(0, found.start() - 6) : found.start()].upper()
        if not 8 <= digits <= 15 or _DATE.fullmatch(found[0]) or "ISBN" in before or "ISSN" in before:
            continue
        fix = f"Remove it; the contact field takes a web page instead. If it must stay, {_EXCEPT}"
        yield found.start(), found[0], "looks like a telephone number", fix


def _continental(text: str) -> Iterator[Found]:
    end = 0
    for town in _CONTINENTAL_TOWN.finditer(text):
        start = max(end, town.start() - _STREET_BEFORE)
        for found in _CONTINENTAL_ADDRESS.finditer(text, start, town.end()):
            yield _address(found)
            end = found.end()


def _address(found: re.Match[str]) -> Found:
    fix = f"Name the town or the region at most. If it must stay, {_EXCEPT}"
    return found.start(), found[0], "looks like a house's full address", fix


def _people(text: str) -> Iterator[Found]:
    seen = set()
    for sign in _PERSON_SIGN.finditer(text):
        start, end = max(0, sign.start() - _SENTENCE_AROUND), sign.end() + _SENTENCE_AROUND
        for found in _PERSON_WITH_AGE.finditer(text, start, end):
            if (found["first"] or found["second"]) not in _NO_NAMES and found.start() not in seen:
                seen.add(found.start())
                yield found.start(), found[0], "looks like a named person with an age", _REMOVE + _EXCEPT
