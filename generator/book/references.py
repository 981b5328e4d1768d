"""Documents in words: in the list of sources of a practice, and in the chapter of references.

In come references; out come their names, their full descriptions and the pages that cite them.
"""

from generator.book.notes import Notes
from generator.book.pagination import pages_of
from generator.book.scope import Scope, foot, head, itself, practice_label, reference_label, see
from generator.book.typst_text import NONE, call, joined, literal, words
from generator.schema.reference import Name, Reference

TITLE = "References"


def sources_source(scope: Scope, notes: Notes) -> list[str]:
    """The numbered places that a practice or indicator cites, under the names of their documents."""
    return [
        call("source-group", _document(key, scope), joined(lines)) for key, lines in notes.by_document().items()
    ]


def references_source(scope: Scope) -> str:
    """The chapter of all documents that the entries of this book cite."""
    cited = {key: entries for key, entries in scope.here.citing.items() if entries}
    inside = [call("chapter-title", literal(TITLE), literal("references"))]
    for key in sorted(cited):
        pages = pages_of(practice_label(entry.id) for entry in cited[key])
        inside.append(
            call(
                "reference",
                literal(reference_label(key)),
                _described(scope.compendium.references[key]),
                joined((literal("Cited in the entries on pages "), pages)),
            )
        )
    return call("sheet", head(scope), literal(TITLE), foot(scope), joined(inside))


def _document(key: str, scope: Scope) -> str:
    """How a document is named above the places cited in it."""
    reference = scope.compendium.references.get(key)
    if reference is None:
        return call("strong", words(key))
    if scope.is_handout:
        return _described(reference)
    name = call("strong", words(reference.title_short or reference.title))
    return see(reference_label(key), name, ", page ") if scope.here.citing[key] else name


def _described(reference: Reference) -> str:
    """Authors, date, title, publisher, address and note."""
    where = ": ".join(filter(None, (reference.publisher_place, reference.publisher)))
    parts = [words(f"{_authors(reference)} ({reference.issued or 'no date'}). ".lstrip())]
    parts += [_in_its_language(call("emph", words(reference.title)), reference.language), literal(". ")]
    parts += [words(f"{text}. ") for text in (reference.container_title, where) if text]
    if reference.url:
        parts += [itself(reference.url), literal(" ")]
    if reference.note:
        parts.append(call("muted", words(reference.note)))
    return joined(parts)


def _in_its_language(title: str, language: str | None) -> str:
    """A title so set and tagged that a reader aloud knows its language."""
    if language is None:
        return title
    code, _, region = language.partition("-")
    return call("text", title, lang=literal(code), region=literal(region) if region else NONE)


def _authors(reference: Reference) -> str:
    names = [_name(author) for author in reference.author]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _name(author: Name) -> str:
    return author.literal or ", ".join(filter(None, (author.family, author.given)))
