"""Which practices are close to each other: the same as by comparing every pair, and explained."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import vocabulary
from generator.compendium.facets import FACETS
from generator.compendium.records import PracticeEntry
from generator.compendium.related import LEAST_SCORE, MOST_SHOWN, Relatedness
from tests.compendium.made import by_id, made


def some(terms: vocabulary.Vocabulary, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(terms.values), min_size=1, max_size=most, unique=True)


@st.composite
def practices(draw: st.DrawFn) -> dict[str, PracticeEntry]:
    """Up to 12 practices with any facets, some of which name or come from others."""
    ids = [f"p{number}" for number in range(draw(st.integers(1, 12)))]
    return by_id(*(draw(one_of_them(id_, ids)) for id_ in ids))


@st.composite
def one_of_them(draw: st.DrawFn, id_: str, ids: list[str]) -> PracticeEntry:
    others = [other for other in ids if other != id_]
    named = st.lists(st.sampled_from(others), max_size=7, unique=True) if others else st.just([])
    return made(
        id_,
        title=draw(st.sampled_from(["Alpha", "alpha", "Beta", "gamma"]))
        + draw(st.sampled_from(["", f" {id_}"])),
        category=draw(st.sampled_from(vocabulary.CATEGORY.values)),
        kind=draw(st.sampled_from(vocabulary.KIND.values)),
        field=draw(some(vocabulary.FIELD, 2)),
        countries=draw(st.lists(st.sampled_from(["FI", "GB", "EU"]), min_size=1, unique=True)),
        themes=draw(some(vocabulary.THEME, 5)),
        tiers=draw(st.one_of(st.just("not-described"), some(vocabulary.TIER, 4))),
        work_streams=draw(st.one_of(st.just("not-described"), some(vocabulary.WORK_STREAM, 4))),
        safety_phase=draw(some(vocabulary.SAFETY_PHASE, 2)),
        related=draw(named),
        adapted_from=draw(named),
    )


def score(one: PracticeEntry, other: PracticeEntry) -> int:
    """What two practices share, counted value by value."""
    return sum(
        facet.weight * len({*facet.values_of(one.fields)} & {*facet.values_of(other.fields)})
        for facet in FACETS
    )


def by_comparing_all(entry: PracticeEntry, everything: dict[str, PracticeEntry]) -> list[str]:
    """Ids of the related practices, found by comparing every pair."""
    named = list(entry.fields.related)
    passed_over = {entry.id, *named, *entry.fields.adapted_from}
    others = [other for other in everything.values() if other.id not in passed_over]
    close = [other for other in others if score(entry, other) >= LEAST_SCORE]
    close.sort(key=lambda other: (-score(entry, other), other.title.casefold(), other.id))
    return [*named, *(other.id for other in close)][: max(MOST_SHOWN, len(named))]


@settings(max_examples=40)
@given(practices(), st.randoms(use_true_random=False))
def test_related_practices_are_those_found_by_comparing_every_pair_in_any_order(
    everything: dict[str, PracticeEntry], chance: Random
) -> None:
    shuffled = list(everything.values())
    chance.shuffle(shuffled)
    relatedness = Relatedness(by_id(*shuffled))
    for entry in everything.values():
        assert [each.practice.id for each in relatedness.of(entry)] == by_comparing_all(entry, everything)


def test_related_practice_says_what_it_shares_weightiest_first() -> None:
    one = made(
        "one",
        themes=["child-contact", "early-help"],
        tiers=["2"],
        countries=["FI"],
        safety_phase=["safety-work"],
    )
    other = made(
        "other", themes=["early-help", "child-contact"], tiers=["2", "3"], safety_phase=["safety-work"]
    )
    (found,) = Relatedness(by_id(one, other)).of(one)
    assert (found.practice, found.named) == (other, False)
    assert found.shared == (
        ("theme", "child-contact"),
        ("theme", "early-help"),
        ("category", "children"),
        ("tier", "2"),
        ("safety-phase", "safety-work"),
    )


def test_practice_named_by_the_entry_comes_first_and_is_marked() -> None:
    one = made("one", related=["far"])
    far = made(
        "far",
        category="professionals",
        field=["treatment"],
        kind="material",
        countries=["GB"],
        themes=["peer-violence"],
    )
    near = made("near")
    found = Relatedness(by_id(one, far, near)).of(one)
    assert [(each.practice.id, each.named, each.shared) for each in found] == [
        ("far", True, ()),
        ("near", False, (("theme", "early-help"), ("category", "children"))),
    ]


def test_practice_that_shares_too_little_is_not_related() -> None:
    one = made("one")
    other = made("other", category="professionals", themes=["peer-violence"])
    assert score(one, other) < LEAST_SCORE
    assert Relatedness(by_id(one, other)).of(one) == []


def test_origin_is_no_related_practice_because_lineage_shows_it() -> None:
    one = made("one", adapted_from=["origin", "A model elsewhere"])
    assert Relatedness(by_id(one, made("origin"))).of(one) == []


def test_practice_named_but_not_there_is_passed_over() -> None:
    one = made("one", related=["gone"])
    assert Relatedness(by_id(one)).of(one) == []
