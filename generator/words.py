"""Words as search knows them: a text cut into words, each without accents, small, and reduced to its stem.

The stems are Porter's ("An algorithm for suffix stripping", 1980), after British spellings have been made
American, so that either finds the other. `search-words.js` does the same in the reader's browser, with the
tables of this module, which the site gives it; a test holds the two against each other.
"""

import re
import unicodedata
from functools import cache

_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": ".", "\xa0": " "})
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_BRITISH_S = re.compile(r"(?<=[^aeiou])is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)")
_BRITISH_OUR = re.compile(r"(?<=[a-z]{3})our(?=(?:s|ed|ing|al)?$)")

_C, _V = "[^aeiou][^aeiouy]*", "[aeiouy][aeiou]*"
_SOME = re.compile(f"^(?:{_C})?{_V}{_C}")
_ONE = re.compile(f"^(?:{_C})?{_V}{_C}(?:{_V})?$")
_MORE = re.compile(f"^(?:{_C})?{_V}{_C}{_V}{_C}")
_VOWEL = re.compile(f"^(?:{_C})?[aeiouy]")
_SHORT = re.compile(f"^{_C}[aeiouy][^aeiouwxy]$")
_DOUBLE = re.compile(r"([^aeiouylsz])\1$")

FIRST = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "bli": "ble",
    "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate",
    "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al",
    "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
SECOND = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
THIRD = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism", "ate", "iti",
    "ous", "ive", "ize",
)  # fmt: skip
"""Porter's steps 2, 3 and 4: what an ending becomes, and which are taken away."""

_FIRST_ENDINGS, _SECOND_ENDINGS, _THIRD_ENDINGS = (
    re.compile(f"^(.+?)({'|'.join(sorted(endings, key=len, reverse=True))})$")
    for endings in (FIRST, SECOND, THIRD)
)


def words_in(text: str) -> list[str]:
    """The words of a text in their order: small letters, no accents, no apostrophes, no possessive s."""
    found = _WORD.findall(folded(text))
    return [_without_apostrophe(word) if "'" in word else word for word in found]


def stems_in(text: str) -> list[str]:
    """The stems of the words of a text, in their order."""
    return [stem(word) for word in words_in(text)]


def folded(text: str) -> str:
    """A text in small letters without accents, its quotation marks and dashes made plain."""
    plain = text.translate(_PLAIN)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return plain.lower()


def _without_apostrophe(word: str) -> str:
    return word.removesuffix("'s").replace("'", "")


@cache
def stem(word: str) -> str:
    """The stem of a folded word, the same for all its forms; short words and numbers are their own."""
    if len(word) < 3 or not word.isalpha():
        return word
    spelled = _BRITISH_OUR.sub("or", _BRITISH_S.sub("iz", word))
    stemmed = "Y" + spelled[1:] if spelled[0] == "y" else spelled
    for step in (_plural, _past, _last_y, _long_ending, _second_ending, _third_ending, _final_e):
        stemmed = step(stemmed)
    return stemmed.lower()


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _SOME.match(word[:-3]) else word
    ending = next((ending for ending in ("ing", "ed") if word.endswith(ending)), "")
    rest = word.removesuffix(ending)
    if not ending or not _VOWEL.match(rest):
        return word
    if rest.endswith(("at", "bl", "iz")):
        return f"{rest}e"
    if _DOUBLE.search(rest):
        return rest[:-1]
    return f"{rest}e" if _SHORT.match(rest) else rest


def _last_y(word: str) -> str:
    return f"{word[:-1]}i" if word.endswith("y") and _VOWEL.match(word[:-1]) else word


def _long_ending(word: str) -> str:
    found = _FIRST_ENDINGS.match(word)
    return found[1] + FIRST[found[2]] if found and _SOME.match(found[1]) else word


def _second_ending(word: str) -> str:
    found = _SECOND_ENDINGS.match(word)
    return found[1] + SECOND[found[2]] if found and _SOME.match(found[1]) else word


def _third_ending(word: str) -> str:
    if word.endswith(("sion", "tion")):
        return word[:-3] if _MORE.match(word[:-3]) else word
    found = _THIRD_ENDINGS.match(word)
    return found[1] if found and _MORE.match(found[1]) else word


def _final_e(word: str) -> str:
    rest = word[:-1]
    if word.endswith("e") and (_MORE.match(rest) or (_ONE.match(rest) and not _SHORT.match(rest))):
        word = rest
    return word[:-1] if word.endswith("ll") and _MORE.match(word) else word
