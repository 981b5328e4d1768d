"""What a valid record holds: texts as they stand, dates and numbers as such, None for not described."""

import datetime

import pytest

from generator import vocabulary
from generator.schema.parts import Delivery
from generator.schema.practice import FULL_FIELDS
from tests.schema.records import brief, full, full_practice, practice, read

NOT_DESCRIBED = (
    "work_streams",
    "tiers",
    "providers",
    "participants",
    "delivery",
    "organisations",
    "years",
    "necessary_elements",
    "context",
    "preconditions",
    "not_suitable_when",
)


def test_brief_practice_needs_twelve_fields_and_has_the_rest_empty() -> None:
    found = practice(brief())
    given = {name for name in type(found).model_fields if name in found.model_fields_set}
    assert given == {
        "title",
        "summary",
        "entry",
        "status",
        "category",
        "field",
        "kind",
        "countries",
        "themes",
        "evidence",
        "sources",
        "reviewed_on",
    }
    assert (found.alt_titles, found.related, found.indicators, found.review_months) == ([], [], {}, 24)


@pytest.mark.parametrize("name", NOT_DESCRIBED)
def test_field_that_no_source_describes_holds_nothing_and_counts_as_given(name: str) -> None:
    found = full_practice(full(f"{name}: not-described"))
    assert getattr(found, name) is None
    assert name in found.model_fields_set


def test_origin_says_itself_that_it_is_not_described() -> None:
    assert full_practice(full("origin: not-described")).origin == "not-described"


def test_date_is_a_day_and_number_a_number() -> None:
    found = practice(brief("reviewed_on: 2024-02-29\nreview_months: 12"))
    assert (found.reviewed_on, found.review_months) == (datetime.date(2024, 2, 29), 12)


@pytest.mark.parametrize("title", ["NO", "0755", "12:30:45", "1.10", "null", "2026-04-03"])
def test_title_stays_the_text_in_the_file(title: str) -> None:
    assert practice(brief(f"title: {title}")).title == title


def test_norway_is_a_country() -> None:
    assert practice(brief("countries: [NO, EU, GB]")).countries == ["NO", "EU", "GB"]


@pytest.mark.parametrize(
    "quantity",
    ["12", "8 to 10", "at least 30", "at most 5", "fewer than 25", "more than 3", "about 10", "about 8 to 10"],
)
def test_quantity_is_kept_in_its_words(quantity: str) -> None:
    found = read(
        Delivery, f"sessions: {quantity}\nsource: {{ref: a, locator: p. 1, quote: so many sessions}}\n"
    )
    assert isinstance(found, Delivery)
    assert found.sessions == quantity


def test_range_may_be_open_at_one_end() -> None:
    source = "{ref: a, locator: b, quote: over eighteen only}"
    found = full_practice(full(f"participants: [{{who: Adults, ages: {{from: 18}}, source: {source}}}]"))
    assert found.participants is not None
    assert found.participants[0].ages is not None
    assert (found.participants[0].ages.from_, found.participants[0].ages.to) == (18, None)


def test_full_entry_has_thirteen_fields_that_a_brief_one_may_lack() -> None:
    assert ("origin", *NOT_DESCRIBED, "indicators") == FULL_FIELDS


VOCABULARIES = [value for value in vars(vocabulary).values() if isinstance(value, vocabulary.Vocabulary)]


@pytest.mark.parametrize("terms", [*VOCABULARIES, vocabulary.countries()], ids=lambda terms: terms.name)
def test_every_allowed_value_has_a_label_a_definition_and_a_source(terms: vocabulary.Vocabulary) -> None:
    assert terms.label
    assert len(terms.values) == len(terms.terms)
    assert all(term.value and term.label and term.definition and term.source for term in terms)
    assert len({term.label for term in terms}) == len(terms.terms)


def test_vocabulary_keeps_its_own_order() -> None:
    ladder = vocabulary.EVIDENCE_LEVEL
    assert [ladder.rank(value) for value in ladder.values] == [0, 1, 2, 3, 4]
    assert vocabulary.EVALUATED_LEVELS == ("first-indications", "good-indications", "strong-indications")


def test_values_of_the_record_are_those_of_the_contract() -> None:
    assert {terms.name: terms.values for terms in VOCABULARIES} == {
        "entry": ("full", "brief"),
        "status": ("current", "historical", "ended", "withdrawn"),
        "category": ("children", "children-and-parents", "professionals"),
        "field": ("treatment", "prevention"),
        "kind": ("guideline", "case-study", "material", "activity"),
        "origin": ("everyday-work", "project", "not-described"),
        "theme": (
            "domestic-violence",
            "parental-alcohol-misuse",
            "parental-drug-misuse",
            "adult-substance-misuse",
            "child-abuse-and-neglect",
            "peer-violence",
            "early-help",
            "risk-assessment",
            "multi-agency-working",
            "diversity-and-equality",
            "child-contact",
            "commissioning",
        ),
        "work-stream": ("survivors-and-children", "still-living-with-violence", "perpetrators", "whole-system"),
        "tier": ("1", "2", "3", "4"),
        "provider": (
            "womens-aid-and-refuges",
            "childrens-organisation",
            "statutory-social-services",
            "health",
            "alcohol-and-drug-service",
            "police-and-justice",
            "multi-agency",
        ),
        "safety-phase": ("safety-work", "recovery-work"),
        "mode": ("one-to-one", "group", "parallel-groups", "family", "community", "organisation"),
        "adaptable": ("fixed", "partly"),
        "basis": ("source-says", "our-reading"),
        "mark": ("shown", "partly", "not-shown", "not-described"),
        "evidence-level": (
            "described",
            "well-founded",
            "first-indications",
            "good-indications",
            "strong-indications",
        ),
        "evaluation-form": ("evaluation", "observation", "views"),
        "evaluator": ("independent", "internal", "not-described"),
        "indicator": ("1", "2", "3", "4", "5", "6", "7", "8"),
    }
