"""Documents in print: in the list of sources of a practice, and in the chapter of references."""

from generator.book.notes import Notes
from generator.book.pagination import pages_of
from generator.book.scope import Scope, foot, head, itself, practice_label, reference_label, see
from generator.book.typst_text import NONE, call, joined, literal, words
from generator.presentation.references import ReferenceText


def sources_source(scope: Scope, notes: Notes) -> list[str]:
    """The numbered places that a practice or indicator cites, under the names of their documents."""
    return [
        call("source-group", _document(key, scope), joined(lines)) for key, lines in notes.by_document().items()
    ]


def references_source(scope: Scope) -> str:
    """The chapter of all documents that the entries of this book cite."""
    title = scope.texts("book.references")
    cited = {key: entries for key, entries in scope.here.citing.items() if entries}
    inside = [call("chapter-title", literal(title), literal("references"))]
    for key in sorted(cited):
        pages = pages_of(practice_label(entry.id) for entry in cited[key])
        inside.append(
            call(
                "reference",
                literal(reference_label(key)),
                _described(scope.words.references[key]),
                joined((literal(f"{scope.texts('book.cited-on-pages')} "), pages)),
            )
        )
    return call("sheet", head(scope), literal(title), foot(scope), joined(inside))


def _document(key: str, scope: Scope) -> str:
    """How a document is named above the places cited in it."""
    reference = scope.words.references.get(key)
    if reference is None:
        return call("strong", words(key))
    if scope.is_handout:
        return _described(reference)
    name = call("strong", words(reference.short_title))
    if not scope.here.citing[key]:
        return name
    return see(reference_label(key), name, f", {scope.texts('book.page')} ")


def _described(reference: ReferenceText) -> str:
    """Authors, date, title, publisher, address and note."""
    parts = [words(f"{reference.authors} ({reference.date}). ".lstrip())]
    parts += [_in_its_language(call("emph", words(reference.title)), reference.language), literal(". ")]
    parts += [words(f"{text}. ") for text in (reference.container, reference.imprint) if text]
    if reference.url:
        parts += [itself(reference.url), literal(" ")]
    if reference.accessed:
        parts.append(words(f"{reference.accessed} "))
    if reference.note:
        parts.append(call("muted", words(reference.note)))
    return joined(parts)


def _in_its_language(title: str, language: str) -> str:
    """A title so set and tagged that a reader aloud knows its language."""
    if not language:
        return title
    code, _, region = language.partition("-")
    return call("text", title, lang=literal(code), region=literal(region) if region else NONE)
