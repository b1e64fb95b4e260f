"""The map of power and interest: what a place advises, and with whom power is to be shared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.plan import Plan
from workbook.reasoning.stakeholders import (
    DECIDE,
    INFORM,
    SHARE,
    TOUCH,
    WIN,
    approach,
    cells,
    marks,
    moved,
)

SCORE = st.one_of(st.none(), st.integers(1, 5))


@given(SCORE, SCORE, SCORE)
def test_the_strongly_affected_who_decide_little_come_before_any_corner(power, interest, affected):
    shares = power is not None and power <= 2 and affected is not None and affected >= 4
    assert (approach(power, interest, affected) == SHARE) == shares


@pytest.mark.parametrize(
    ("power", "interest", "advice"),
    [(5, 5, DECIDE), (5, 1, WIN), (1, 5, INFORM), (1, 1, TOUCH), (3, 3, DECIDE), (2, 2, TOUCH)],
)
def test_each_corner_has_its_advice(power: int, interest: int, advice: str):
    assert approach(power, interest, 3) == advice
    assert approach(power, interest, None) == advice


@given(SCORE, SCORE)
def test_who_has_no_place_gets_no_advice_unless_power_is_to_be_shared(power, interest):
    if power is None or interest is None:
        assert approach(power, interest, None) == ""


@given(SCORE, st.lists(st.sampled_from([-1, 1]), max_size=12))
def test_a_score_stays_between_one_and_five_however_it_is_moved(level, steps):
    for step in steps:
        level = moved(level, step)
        assert 1 <= level <= 5


@given(st.lists(st.tuples(SCORE, SCORE), max_size=20))
def test_everybody_with_a_place_is_in_one_cell_and_nobody_else(curriculum, scores):
    from tests.map.conftest import new_plan

    plan = new_plan(curriculum)
    people = [{"name": f"P{n}", "power": p, "interest": i} for n, (p, i) in enumerate(scores)]
    plan.take_in("stakeholder", people)
    found = marks(plan)
    placed = [one for held in cells(found).values() for one in held]
    assert sorted(one.number for one in placed) == [
        number for number, (p, i) in enumerate(scores, 1) if p is not None and i is not None
    ]


def test_a_number_stays_when_somebody_leaves(plan: Plan):
    ids = [plan.add("stakeholder", {"name": name}) for name in "ABC"]
    plan.put(ids[1], "left", "status")
    assert [(one.id, one.number) for one in marks(plan)] == [(ids[0], 1), (ids[2], 3)]


@pytest.mark.parametrize(
    ("fields", "member"),
    [
        ({"status": "joined"}, True),
        ({"status": "active"}, True),
        ({"votes": True}, True),
        ({"status": "invited", "votes": True}, False),
        ({}, False),
    ],
)
def test_a_member_is_who_has_joined(plan: Plan, fields, member: bool):
    plan.add("stakeholder", {"name": "Ana", **fields})
    assert marks(plan)[0].member is member
