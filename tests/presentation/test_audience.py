"""Whom a practice reaches, read from its entry."""

import pytest

from generator.presentation.cases.audience import (
    ABUSER,
    ADULT,
    CHILD,
    FAMILY,
    PROFESSIONAL,
    audience_of,
    named_in,
)
from tests.compendium.made import made


@pytest.mark.parametrize(
    ("who", "named"),
    [
        ("Children", {CHILD}),
        ("Vulnerable young people, many of them excluded from mainstream schools", {CHILD}),
        ("Women in the alcohol service who are or have been affected by domestic violence", {ADULT}),
        ("Women and children who experience domestic violence", {ADULT, CHILD}),
        ("Adult victims at high risk, and their children; they are discussed, not present", {ADULT, CHILD}),
        ("Children who live with domestic violence and a parent's drinking", {CHILD}),
        ("Children of a parent who uses the service and who drinks", {CHILD}),
        ("Young people who have met violence in their family", {CHILD}),
        ("Families affected by the alcohol use of a parent, children included", {FAMILY, CHILD}),
        ("Service users who are victims of violence, and their children", {ADULT, CHILD}),
        ("Survivors who use alcohol, supported by domestic violence workers", {ADULT}),
        ("Their abusers, seen for one or two sessions", {ABUSER}),
        ("Professionals from health and education, who are trained to work with children", {PROFESSIONAL}),
        ("Childcare professionals and others who assess families, where children are present", {PROFESSIONAL}),
        ("Child protection workers", {PROFESSIONAL}),
        ("Women's Aid workers", {PROFESSIONAL}),
        ("Substance misuse and domestic violence agencies, and their staff", {PROFESSIONAL}),
        ("Everybody", set()),
    ],
)
def test_people_meant_are_those_named_first_in_each_phrase(who: str, named: set[str]) -> None:
    assert named_in(who) == named


WOMEN = [{"who": "Women who drink"}]
CHILDREN = [{"who": "Children in refuges"}]
MEN = [{"who": "Men who are violent to a partner"}]


@pytest.mark.parametrize(
    ("fields", "audience"),
    [
        ({"category": "children"}, {CHILD}),
        ({"category": "children-and-parents"}, {CHILD, ADULT, FAMILY}),
        ({"category": "children-and-parents", "participants": WOMEN}, {ADULT}),
        ({"category": "children-and-parents", "participants": CHILDREN}, {CHILD}),
        ({"category": "children-and-parents", "participants": [*WOMEN, *CHILDREN]}, {CHILD, ADULT, FAMILY}),
        ({"category": "professionals"}, {PROFESSIONAL}),
        ({"category": "professionals", "participants": CHILDREN}, {PROFESSIONAL, CHILD}),
        (
            {"category": "professionals", "participants": MEN, "work_streams": ["perpetrators"]},
            {PROFESSIONAL, ABUSER},
        ),
        (
            {
                "category": "professionals",
                "participants": [*MEN, *WOMEN],
                "work_streams": ["perpetrators", "survivors-and-children"],
            },
            {PROFESSIONAL, ABUSER, ADULT},
        ),
    ],
)
def test_those_who_take_part_say_more_than_the_category(fields: dict[str, object], audience: set[str]) -> None:
    assert audience_of(made("practice", **fields)) == audience
