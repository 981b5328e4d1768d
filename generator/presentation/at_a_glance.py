"""The facts that a reader asks for first: what it is, for whom, what is known, what it needs, if it runs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator import vocabulary
from generator.compendium.records import PracticeEntry
from generator.presentation import addresses
from generator.presentation.blocks import Fact, Facts
from generator.presentation.dates import day_in_words
from generator.presentation.links import Link, labels, term_links
from generator.presentation.quantities import ages_in_words, figures_in_words, years_in_words
from generator.presentation.texts import Texts
from generator.vocabulary import Vocabulary


def at_a_glance(entry: PracticeEntry, texts: Texts) -> tuple[Facts, ...]:
    """The five questions with their answers, in the order in which a reader asks them."""
    ask = _Questions(entry, texts)
    return ask.what(), ask.who(), ask.effect(), ask.needs(), ask.running()


def silent(unnamed: Iterable[str], texts: Texts) -> str:
    """One sentence that names what no source says; nothing where there is nothing to name."""
    names = ", ".join(unnamed)
    return texts("glance.silent", names=names) if names else ""


class _Questions:
    """The questions about one practice."""

    def __init__(self, entry: PracticeEntry, texts: Texts) -> None:
        self._entry, self._fields, self._texts = entry, entry.fields, texts

    def what(self) -> Facts:
        """What is it?"""
        fields = self._fields
        origin = labels(vocabulary.ORIGIN, [fields.origin] if fields.origin else (), self._texts)
        return self._facts(
            "what",
            self._term(vocabulary.KIND, fields.kind),
            self._terms(vocabulary.FIELD, fields.field),
            self._terms(vocabulary.THEME, fields.themes),
            Fact(vocabulary.ORIGIN.label, () if fields.origin == vocabulary.NOT_DESCRIBED else origin),
        )

    def who(self) -> Facts:
        """Who is it for?"""
        fields = self._fields
        ages = (group.ages for group in fields.participants or () if group.ages)
        phases = labels(vocabulary.SAFETY_PHASE, fields.safety_phase, self._texts)
        return self._facts(
            "who",
            self._term(vocabulary.CATEGORY, fields.category),
            Fact(self._texts("fact.ages"), tuple(Link(ages_in_words(each, self._texts)) for each in ages)),
            self._terms(vocabulary.TIER, fields.tiers),
            self._terms(vocabulary.WORK_STREAM, fields.work_streams),
            *([Fact(self._texts.terms(vocabulary.SAFETY_PHASE).label, phases)] if phases else []),
            self._number("unsuitable", fields.not_suitable_when, "not_suitable"),
        )

    def effect(self) -> Facts:
        """Does it work?"""
        known = self._fields.evidence
        answer = self._facts("effect", self._term(vocabulary.EVIDENCE_LEVEL, known.level))
        return replace(answer, warning=self._texts("evidence.no-effect")) if known.no_effect_found else answer

    def needs(self) -> Facts:
        """What does it need?"""
        fields, delivery, texts = self._fields, self._fields.delivery, self._texts
        figures = tuple(map(Link, figures_in_words(delivery, texts))) if delivery else ()
        return self._facts(
            "needs",
            Fact(
                texts.terms(vocabulary.MODE).label,
                labels(vocabulary.MODE, delivery.mode if delivery else (), texts),
            ),
            Fact(texts("fact.delivery"), figures),
            Fact(texts("fact.staff"), (Link(delivery.staff),) if delivery and delivery.staff else ()),
            self._terms(vocabulary.PROVIDER, fields.providers),
            self._number("elements", fields.necessary_elements, "necessary_elements"),
            self._number("preconditions", fields.preconditions, "preconditions_"),
        )

    def running(self) -> Facts:
        """Is it still running?"""
        fields, texts = self._fields, self._texts
        country = self._terms(vocabulary.countries(), fields.countries)
        region = (Link(fields.region),) if fields.region else ()
        years = (Link(years_in_words(fields.years, texts)),) if fields.years else ()
        return self._facts(
            "running",
            self._term(vocabulary.STATUS, fields.status),
            *self._note_on_status(),
            country._replace(values=country.values + region),
            Fact(texts("fact.years"), years),
            *self._reviews(),
        )

    def _note_on_status(self) -> Iterator[Fact]:
        """What is said of a practice that runs; that of any other is in the banner above all else."""
        if self._fields.status == "current" and self._fields.status_note:
            yield Fact(self._texts("fact.status-note"), (Link(self._fields.status_note),))

    def _reviews(self) -> Iterator[Fact]:
        days = (("fact.reviewed", self._fields.reviewed_on), ("fact.review-due", self._entry.review_due))
        for key, day in days:
            words = Link(day_in_words(day, self._texts.language))
            yield Fact(self._texts(key), (words,), about_entry=True)

    def _facts(self, name: str, answer: Fact, *facts: Fact) -> Facts:
        unnamed = tuple(fact.label.lower() for fact in facts if not fact.values)
        given = tuple(fact for fact in facts if fact.values)
        return Facts(name, self._texts(f"glance.{name}"), answer, given, unnamed, silent(unnamed, self._texts))

    def _term(self, terms: Vocabulary, value: str) -> Fact:
        return self._terms(terms, (value,))

    def _terms(self, terms: Vocabulary, values: Sequence[str] | None) -> Fact:
        return Fact(self._texts.terms(terms).label, term_links(terms, values, self._texts))

    def _number(self, name: str, things: Sequence[object] | None, anchor: str) -> Fact:
        """How many things are named further down on the practice's own page."""
        address = f"{addresses.practice(self._entry.id)}#{anchor}"
        named = (Link(self._texts("glance.named", n=len(things)), address),) if things else ()
        return Fact(self._texts(f"fact.{name}"), named)
