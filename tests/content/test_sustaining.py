"""Chapter 7 of the worked example agrees with its own money and with the field paper's levels."""

from collections import Counter

from tests.content.conftest import TODAY_OF_EXAMPLE
from tests.content.entries import allocated, records, rows
from tests.content.test_example_adds_up import when
from workbook.plan import Plan
from workbook.reasoning.readiness import profile

BLOCKS = {
    "building-blocks.governance": 2.0,
    "building-blocks.capacity": 1.8,
    "building-blocks.funding": 2.2,
    "building-blocks.adaptive": 1.5,
}
"""Field paper, 5B."""


def test_the_building_blocks_stand_at_the_levels_of_the_field_paper(example: Plan):
    assert {one.dimension.id: one.level for one in profile(example, "building-blocks")} == BLOCKS


def test_what_is_missing_is_what_no_source_has_secured(example: Plan):
    missing: Counter[str] = Counter()
    for one in rows(example, "sustaining.gaps"):
        missing[one["action"]] += one["gap"]
    open_ = allocated(example, "action", "applied", "idea")
    new = [one for one in records(example, "strategic_action") if one.data["cost"]]
    assert {one.id: open_[one.id] for one in new if open_[one.id]} == missing


def test_the_coordinator_costs_what_the_sources_pay_for_the_backbone_in_a_year(example: Plan):
    costs = [one["cost"] for one in rows(example, "sustaining.paid-coordination") if "cost" in one]
    paid = sum(
        one.data["amount"] for one in records(example, "allocation")
        if one.data.get("backbone") and one.data["year"] == 2026
    )  # fmt: skip
    assert costs == [paid]


def test_each_action_has_a_home_and_a_review_that_is_still_to_come(example: Plan):
    actions = {one.id for one in records(example, "strategic_action")}
    assert {one["action"] for one in rows(example, "sustaining.normal-work")} == actions
    reviews = rows(example, "sustaining.reviews")
    assert {one["about"] for one in reviews} == actions
    assert all(when(one["next"]) > TODAY_OF_EXAMPLE for one in reviews)


def test_the_calendar_runs_in_the_order_of_its_days(example: Plan):
    days = [when(one.data["due"]) for one in records(example, "milestone")]
    assert days == sorted(days)
