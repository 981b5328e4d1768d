"""Which words find which: forms of one word, words for the same, words for what is near, words for ages.

In come the compendium's list of search words and the acronyms that its entries spell out; out comes what the
index is made with and what the reader's browser is told. Words are known by their stems, joined by spaces.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.schema.search_words import AgesMeant, SearchWords
from generator.words import stems_in


@dataclass(frozen=True)
class Group:
    """Words of entries that are looked for together; `near` where they are not quite what was asked."""

    entries: tuple[str, ...]
    near: bool


@dataclass(frozen=True)
class Equivalents:
    """The table of words. `groups_of` and `ages` are by the stems that a reader's words have."""

    forms: Mapping[str, str]
    groups: tuple[Group, ...]
    groups_of: Mapping[str, tuple[int, ...]]
    ages: Mapping[str, tuple[int, int]]

    @classmethod
    def of(cls, listed: SearchWords, acronyms: Mapping[str, tuple[str, ...]]) -> "Equivalents":
        """The table that the list and the acronyms make together."""
        forms = {
            stem: stems_in(group[0])[0]
            for group in listed.forms
            for word in group[1:]
            for stem in stems_in(word)
        }
        pairs = [
            *((tuple(group.readers), Group(tuple(group.entries), near=False)) for group in listed.same),
            *(((acronym, *long), Group((acronym, *long), near=False)) for acronym, long in acronyms.items()),
            *((tuple(group.readers), Group(tuple(group.entries), near=True)) for group in listed.near),
        ]
        groups_of: dict[str, dict[int, None]] = {}
        for number, (readers, _) in enumerate(pairs):
            for words in readers:
                groups_of.setdefault(key(words, forms), {})[number] = None
        return cls(
            forms,
            tuple(group for _, group in pairs),
            {words: tuple(numbers) for words, numbers in sorted(groups_of.items())},
            _ages(listed.ages, forms),
        )

    @property
    def expressions(self) -> dict[str, None]:
        """Everything of several words that is to be found as one, in alphabetical order."""
        told = {key(words, self.forms) for group in self.groups for words in group.entries}
        return dict.fromkeys(sorted(each for each in (*told, *self.groups_of) if " " in each))


def key(text: str, forms: Mapping[str, str]) -> str:
    """What an expression is known by: its stems, forms of one word made one."""
    return " ".join(forms.get(stem, stem) for stem in stems_in(text))


def _ages(listed: Iterable[AgesMeant], forms: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    return {key(text, forms): (each.from_, each.to) for each in listed for text in each.words}
