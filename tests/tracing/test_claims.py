"""An entry is taken apart into claims, each with the places that it rests on."""

import pytest

from generator.reading.frontmatter import Document, read
from generator.tracing.claims import Place, claims_in, claims_in_body, quotes_in
from tests.small_compendium import FIXTURES

A, B = Place("a", "section 1"), Place("b", "page 2")
FULL = FIXTURES / "small/practices/full.md"


def document(text: str) -> Document:
    found = read(text, "practices/x.md")
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    ("body", "claims"),
    [
        ("One. [@a, section 1] Two. [@b, page 2] Three.", [("One.", (A,)), ("Two.", (B,)), ("Three.", ())]),
        ("One [@a, section 1; @b, page 2].", [("One", (A, B))]),
        ("One. [@a, section 1] [@b, page 2]", [("One.", (A, B))]),
        ("## Heading of 12\n\nOne.", [("One.", ())]),
        ("One.\n\nTwo. [@a, section 1]", [("One.", ()), ("Two.", (A,))]),
        (
            "It says:\n\n- one\n- two. [@a, section 1]\n\nAfter.",
            [("It says:", (A,)), ("one", (A,)), ("two.", (A,)), ("After.", ())],
        ),
        (
            "It says: [@a, section 1]\n\n- one\n- two. [@b, page 2]\n- three",
            [("It says:", (A,)), ("one", (B,)), ("two.", (B,)), ("three", (A,))],
        ),
        ("No colon.\n\n- one [@a, section 1]", [("No colon.", ()), ("one", (A,))]),
        (
            "1. one\n\n   more\n\n2. two [@a, section 1]",
            [("one", (A,)), ("more", (A,)), ("two", (A,))],
        ),
        (
            "- one\n  - inside [@b, page 2]\n- two [@a, section 1]",
            [("one", (B,)), ("inside", (B,)), ("two", (A,))],
        ),
        ("> Said. [@a, section 1]", [("Said.", (A,))]),
        ("| x | y |\n|---|---|\n| 1 | 2 [@a, section 1] |", [(t, (A,)) for t in "xy12"]),
        ("See *this* [page 12](x.md#a-13).", [("See this page 12 .", ())]),
        ("[//]: # 'A note of 12.'\n\nOne.", [("One.", ())]),
    ],
)
def test_citation_carries_what_goes_before_it_in_its_paragraph_or_list(
    body: str, claims: list[tuple[str, tuple[Place, ...]]]
) -> None:
    found = [(" ".join(claim.text.split()), claim.places) for claim in claims_in_body(body)]
    assert found == claims


def test_place_of_a_claim_is_that_of_its_text() -> None:
    body = "## Aims\n\nMeet é. [@a, section 1]\n\n- two\n  lines **12**\n"
    assert [body[claim.start :][: len(claim.text)] for claim in claims_in_body(body)] == [
        "Meet é. ",
        "two\n  lines **12**",
    ]


def test_text_of_a_field_rests_on_the_source_of_its_group() -> None:
    here = Place("ipc-wales", "section 7.1")
    found = {".".join(map(str, claim.path)): (claim.text, claim.places)
             for claim in claims_in(document(FULL.read_text(encoding="utf-8")).fields)}  # fmt: skip
    assert found == {
        "summary": ("A group for children and a group for their mothers, at the same time.", ()),
        "status_note": ("Known from one paper that reads websites of 2007.", ()),
        "region": ("Northshire", ()),
        "participants.0.who": ("Children who have lived with violence", (here,)),
        "participants.0.ages.from": ("5", (here,)),
        "participants.0.ages.to": ("11", (here,)),
        "participants.1.who": ("Their mothers", ()),
        "delivery.sessions": ("12", (here,)),
        "delivery.session_minutes": ("about 90 minutes", (here,)),
        "delivery.group_size": ("6 to 8", (here,)),
        "delivery.setting": ("A family centre in Northshire", (here,)),
        "theory.text": ("Children need to hear that the violence is not their fault.", (here,)),
        "organisations.0.name": ("A family centre", ()),
        "organisations.0.role": ("runs it", ()),
        "years.from": ("2001", (here,)),
        "years.to": ("2005", (here,)),
        "necessary_elements.0.element": ("Two groups at the same time", (here,)),
        "necessary_elements.0.why": ("Mothers learn what their children learn.", (here,)),
        "preconditions.0.text": (
            "Two trained workers for each group.",
            (Place("chalvi-2007", "What Is a 'Good Practice'?"),),
        ),
        "adapted_from.0": ("A model from Ontario", ()),
        "evidence.evaluations.0.design": ("Interviews before and after", (here,)),
        "evidence.evaluations.0.year": ("not-described", (here,)),
        "evidence.evaluations.0.finding": ("Children blamed themselves less.", (here,)),
        "indicators.4.note": ("Every child makes a safety plan.", (here,)),
    }


def test_quotes_are_found_wherever_a_source_may_be() -> None:
    found = quotes_in(document(FULL.read_text(encoding="utf-8")).fields)
    assert [(".".join(map(str, quote.path)), quote.words) for quote in found] == [
        ("participants.0.source", "children from 5 to 11"),
        ("delivery.source", "12 sessions of about 90 minutes"),
        ("years.source", "between 2001 and 2005"),
        ("necessary_elements.0.source", "both groups are essential"),
        ("evidence.evaluations.0.source", "interviews before and after"),
        ("indicators.4.source", "each child made a safety plan"),
    ]


@pytest.mark.parametrize(
    "fields", ["source: none", "participants: [[{source: {ref: [a], locator: b}}]]", "delivery: {source: []}"]
)
def test_what_has_another_shape_is_passed_over(fields: str) -> None:
    found = document(f"---\n{fields}\n---\n").fields
    assert (list(quotes_in(found)), list(claims_in(found))) == ([], [])
