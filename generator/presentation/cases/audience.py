"""Whom a practice reaches, as far as its entry says.

The category names three kinds of service; the texts on who takes part say more. A women's service is in
the category "Children and parents" and may not say a word about children: then it is silent on them, and
no reader who looks for help for a child is told otherwise.
"""

import re

from generator.compendium.records import PracticeEntry
from generator.schema.practice import Practice

AUDIENCES = CHILD, ADULT, FAMILY, ABUSER, PROFESSIONAL = "child", "adult", "family", "abuser", "professional"

_NOUNS = {
    CHILD: r"child(?:ren)?(?! (?:protection|care|welfare|contact))|young (?:people|persons?|adults?)|youths?"
    r"|boys?|girls?|teenagers?|adolescents?|bab(?:y|ies)|infants?|toddlers?|pupils?|siblings?|year olds?",
    FAMILY: r"families|family members|(?:whole|the|a) family",
    ABUSER: r"perpetrators?|abusers?",
    ADULT: r"parents?|mothers?|fathers?|carers?|caregivers?|wom[ae]n|m[ae]n|adults?|survivors?|victims?"
    r"|partners?|couples?|clients?|(?:service )?users?|people|persons?",
    PROFESSIONAL: r"professionals?|staff|(?:social )?workers?|practitioners?|agenc(?:y|ies)|organisations?"
    r"|managers?|directors?|commissioners?|teachers?|teams?",
}
_NOUN = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{words})\b(?!['’-]))" for name, words in _NOUNS.items()), re.IGNORECASE
)
_PHRASE_ENDS = re.compile(r"[,;:()]|\band\b")
_WORDS_BEFORE_A_CLAUSE = 4
"""The people meant are named at the beginning of a phrase; later words say what is known of them."""


def named_in(who: str) -> frozenset[str]:
    """The audiences that a text on one group of participants names.

    Workers named first are the ones meant, whatever is said of those whom they work with.
    """
    phrases = (" ".join(phrase.split()[:_WORDS_BEFORE_A_CLAUSE]) for phrase in _PHRASE_ENDS.split(who))
    found = [str(noun.lastgroup) for noun in map(_NOUN.search, phrases) if noun]
    if found[:1] == [PROFESSIONAL]:
        return frozenset({PROFESSIONAL})
    return frozenset(found) - {PROFESSIONAL}


def audience_of(entry: PracticeEntry) -> frozenset[str]:
    """The audiences of a practice, from who takes part, its category and its work streams."""
    fields = entry.fields
    named = frozenset[str]().union(*(named_in(group.who) for group in fields.participants or ()))
    return _with_families(_by_work_stream(fields, _by_category(fields.category, named)))


def _by_category(category: str, named: frozenset[str]) -> frozenset[str]:
    match category:
        case "children":
            return named | {CHILD}
        case "professionals":
            return named | {PROFESSIONAL}
        case _:
            return named or frozenset({CHILD, ADULT})


def _by_work_stream(fields: Practice, audience: frozenset[str]) -> frozenset[str]:
    """Adults are those who use violence where the work is with those alone."""
    streams = frozenset(fields.work_streams or ())
    if "perpetrators" in streams:
        audience |= {ABUSER}
    return audience - {ADULT} if streams == {"perpetrators"} else audience


def _with_families(audience: frozenset[str]) -> frozenset[str]:
    if FAMILY in audience:
        return audience | {CHILD, ADULT}
    return audience | {FAMILY} if {CHILD, ADULT} <= audience else audience
