"""Every text that readers see around the content, by key, in one language: the catalogue of interface texts.

The English texts are in `locale/en.po`, a gettext catalogue whose message ids are keys such as
`practice.sources`. Labels and definitions of the vocabularies are written in `vocabulary.py`; a catalogue of
another language translates them under the context `term`. Templates, scripts and the book ask here and have no
texts of their own.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from generator.vocabulary import Term, Vocabulary

LANGUAGE = "en"
"""The language in which the compendium is written."""

TERM = "term"
"""The context of a vocabulary's labels and definitions, whose message ids are the English texts."""


@dataclass(frozen=True, eq=False)
class Texts:
    """The texts of one language. Asking for a key that does not exist is a fault of ours: `KeyError`."""

    language: str
    singular: Mapping[str, str]
    plurals: Mapping[str, tuple[str, ...]]
    plural_form: Callable[[int], int]
    terms_in_words: Mapping[str, str] = field(default_factory=dict)
    _vocabularies: dict[str, Vocabulary] = field(default_factory=dict)

    def __call__(self, key: str, **values: object) -> str:
        """The text of `key` with `values` in the places that it names."""
        text = self.singular[key]
        return text.format_map(values) if values else text

    def count(self, key: str, number: int, **values: object) -> str:
        """The text of `key` in the form that fits `number`, which it may show as `{n}`."""
        return self.plurals[key][self.plural_form(number)].format_map({"n": number, **values})

    def below(self, prefix: str) -> dict[str, str]:
        """The texts whose keys begin with `prefix`, by the rest of their keys: what a script is given."""
        return {key.removeprefix(prefix): text for key, text in self.singular.items() if key.startswith(prefix)}

    def plurals_below(self, prefix: str) -> dict[str, tuple[str, ...]]:
        """The same for the texts of numbers, each in all its forms."""
        return {
            key.removeprefix(prefix): forms for key, forms in self.plurals.items() if key.startswith(prefix)
        }

    def listed(self, items: Iterable[str]) -> str:
        """`a, b and c`."""
        *first, last = [*items] or [""]
        return self("list.and", first=", ".join(first), last=last) if first else last

    def terms(self, vocabulary: Vocabulary) -> Vocabulary:
        """The vocabulary with its labels and definitions in this language."""
        found = self._vocabularies.get(vocabulary.name)
        if found is None:
            found = self._vocabularies[vocabulary.name] = self._translated(vocabulary)
        return found

    def _translated(self, vocabulary: Vocabulary) -> Vocabulary:
        words = self.terms_in_words
        if not words:
            return vocabulary
        terms = tuple(
            Term(
                term.value,
                words.get(term.label, term.label),
                words.get(term.definition, term.definition),
                term.source,
            )
            for term in vocabulary
        )
        return replace(vocabulary, label=words.get(vocabulary.label, vocabulary.label), terms=terms)


@cache
def read_texts(language: str = LANGUAGE) -> Texts:
    """The texts of a language, from the catalogue that comes with the package."""
    with files("generator.presentation").joinpath(f"locale/{language}.po").open("rb") as file:
        return texts_of(read_po(file, locale=language, abort_invalid=True))


def texts_of(catalog: Catalog) -> Texts:
    """The texts in a gettext catalogue."""
    singular, plurals, terms = {}, {}, {}
    for message in catalog:
        match message.id:
            case (str() as key, *_):
                plurals[key] = tuple(message.string or ())
            case str() as key if key and message.context == TERM:
                terms[key] = str(message.string)
            case str() as key if key:
                singular[key] = str(message.string)
    rule = _plural_rule(catalog)
    return Texts(str(catalog.locale_identifier or LANGUAGE), singular, plurals, rule, terms)


def _plural_rule(catalog: Catalog) -> Callable[[int], int]:
    """The number of the plural form by the number of things; the languages so far have English's two forms."""
    if catalog.num_plurals != 2 or catalog.plural_expr != "(n != 1)":
        raise ValueError(
            f"The plural forms of {catalog.locale_identifier} are not known yet: {catalog.plural_expr}"
        )
    return lambda number: int(number != 1)
