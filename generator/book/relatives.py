"""The practices that a practice leads to: where it comes from, what grew from it, what is close.

In comes a practice with the scope of its book; out comes the source of the section.
"""

from generator.book.scope import Scope
from generator.book.typst_text import array, call, joined, literal, words
from generator.compendium.records import PracticeEntry


def relatives_source(entry: PracticeEntry, scope: Scope) -> list[str]:
    """Cross references to the relatives of a practice, with their pages; nothing where it has none."""
    origins = [
        _see(origin.practice, scope) if origin.practice else words(origin.name)
        for origin in scope.all.lineage.origins.get(entry.id, ())
    ]
    offspring = [_see(practice, scope) for practice in scope.all.lineage.offspring.get(entry.id, ())]
    close = [_see(related.practice, scope) for related in scope.all.relatedness.of(entry)]
    kinds = (("Adapted from", origins), ("Adapted by", offspring), ("Close to this one", close))
    rows = [array((literal(title), call("list", *listed), "false")) for title, listed in kinds if listed]
    return [call("side-by-side", array(rows))] if rows else []


def _see(entry: PracticeEntry, scope: Scope) -> str:
    return joined((literal("see "), scope.practice(entry)))
