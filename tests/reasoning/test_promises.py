"""What chapter 1 calls necessary is said in words, from what was promised; never from a level."""

from __future__ import annotations

import pytest

from workbook.plan import Plan
from workbook.reasoning.means import Means, means, staff_hours
from workbook.reasoning.promises import NECESSARY, Promised, notice, notices, promised

NOBODY = f"Government executive: no commitment is written down. {NECESSARY}"
NO_LEADER = f"Community organization leader: no commitment is written down. {NECESSARY}"


def said(plan: Plan) -> tuple[str, ...]:
    return notices(plan, plan.curriculum.assessments["readiness"])


def test_without_a_commitment_both_kinds_are_named(plan: Plan):
    plan.add("commitment", {"who": ["A bank"], "kind": "other"})
    assert said(plan) == (NOBODY, NO_LEADER)
    assert notice(plan, plan.curriculum.assessments["readiness"]).endswith(
        "none holds: government executive; community organization leader."
    )


def test_a_commitment_of_each_kind_is_enough_and_one_without_a_word_is_none(plan: Plan):
    plan.add("commitment", {"who": ["The mayor"], "kind": "executive"})
    plan.add("commitment", {"kind": "community", "money": 4})
    assert said(plan) == (NO_LEADER,)
    plan.add("commitment", {"words": "We host you.", "kind": "community"})
    assert said(plan) == ()


@pytest.mark.parametrize(
    ("until", "there"), [("2026-05-19", False), ("2026-05-20", True), ("2026", True), (None, True)]
)
def test_a_promise_that_has_run_out_is_said_to_have(plan: Plan, until: str | None, there: bool):
    plan.add("commitment", {"who": ["Clinic"], "kind": "community"})
    plan.add("commitment", {"who": ["The mayor"], "kind": "executive", "until": until})
    over = f"Government executive: what was promised has run out. {NECESSARY}"
    assert said(plan) == (() if there else (over,))


def test_a_day_that_does_not_exist_ends_no_promise(plan: Plan):
    id = plan.add("commitment", {"who": ["The mayor"], "kind": "executive", "money": 5})
    plan.db.of("commitment").change(id, lambda found: found.update(until="2026-02-30"))
    assert said(plan) == (NO_LEADER,)
    assert promised(plan) == Promised(0, 5, "", 0)


def test_what_holds_is_added_up_until_the_first_promise_ends(plan: Plan):
    for values in (
        {"staff_hours": 24, "money": 60_000, "until": "2027-06-30"},
        {"staff_hours": 7.5, "until": "2026-Q4"},
        {"money": 500, "until": "2025"},
    ):
        plan.add("commitment", {"who": ["Somebody"], **values})
    assert promised(plan) == Promised(31.5, 60_000, "2026-Q4", 1)


def money(plan: Plan, purpose: str, amount: int, sure: str = "secured") -> None:
    cells = {"purpose": purpose, "amount": amount, "sure": sure}
    plan.add("row", cells, prompt="embarking.engagement-money")


def test_what_is_set_aside_is_held_against_what_the_activities_cost(plan: Plan):
    money(plan, "pay", 1000)
    money(plan, "pay", 500, "applied")
    money(plan, "host", 300)
    walk = plan.add("activity", {"title": "Walk", "pay_each": 40, "people_paid": 50})
    tea = plan.add("activity", {"title": "Tea", "pay_each": 10, "people_paid": 3, "staff_hours": 8})
    action = plan.add("strategic_action", {"title": "Lease"})
    plan.add("cost_line", {"about": walk, "kind": "pay", "amount": 1600})
    plan.add("cost_line", {"about": tea, "kind": "food", "amount": 90})
    plan.add("cost_line", {"about": tea, "amount": 5})
    plan.add("cost_line", {"about": action, "kind": "food", "amount": 7000})
    assert means(plan) == [
        Means("pay", 1000, 500, 1630), Means("host", 300, 0, 0), Means("food", 0, 0, 90),
        Means("other", 0, 0, 5),
    ]  # fmt: skip
    assert [one.short for one in means(plan)] == [630, 0, 90, 5]
    assert staff_hours(plan) == 8
