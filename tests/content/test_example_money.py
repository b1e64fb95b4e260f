"""Money in the worked example adds up wherever two places speak of it."""

from collections import Counter

from tests.content.entries import allocated, records, rows
from workbook.plan import Plan


def test_no_source_gives_more_than_it_has(example: Plan):
    sources = {one.id: one.data for one in records(example, "funding_source")}
    given = allocated(example, "source")
    by_name = {one["name"]: id for id, one in sources.items()}
    for one in rows(example, "embarking.engagement-money"):
        given[by_name[one["source"]]] += one["amount"]
    over = [sources[id]["name"] for id, sum in given.items() if sum > sources[id]["amount"]]
    assert over == []


def test_what_leaders_promised_is_what_the_sources_hold(example: Plan):
    promised = [one.data["money"] for one in records(example, "commitment") if "money" in one.data]
    amounts = [one.data["amount"] for one in records(example, "funding_source")]
    assert promised == [60000, 48000]
    assert set(promised) <= set(amounts)


def test_every_action_finds_its_cost_in_the_allocations(example: Plan):
    named = allocated(example, "action")
    for one in records(example, "strategic_action"):
        assert one.data["cost"] <= named[one.id], one.data["code"]


def test_the_leaflet_for_the_commission_states_the_sums_of_the_actions(example: Plan):
    new = [one for one in records(example, "strategic_action") if one.data["code"] in "A1 A4 A5"]
    secured = allocated(example, "action", "secured")
    text = next(
        one.data["message"] for one in records(example, "channel")
        if one.data["messenger"] == "Dana Whitlock"
    )  # fmt: skip
    need, there = sum(one.data["cost"] for one in new), sum(secured[one.id] for one in new)
    assert f"${need:,}" in text
    assert f"${there:,}" in text


def test_the_backbone_is_paid_for_until_june_2027_and_not_after(example: Plan):
    paid: Counter[tuple[int, str]] = Counter()
    for one in records(example, "allocation"):
        if one.data.get("backbone"):
            paid[one.data["year"], one.data["status"]] += one.data["amount"]
    assert paid == {(2026, "secured"): 72000, (2027, "secured"): 36000, (2027, "idea"): 72000}
    assert "until June 2027" in example.answer("coalition.backbone")


def test_pay_for_those_who_came_is_what_each_got_times_how_many(example: Plan):
    pay = {
        one.data["about"]: one.data["amount"] for one in records(example, "cost_line")
        if one.data["kind"] == "pay"
    }  # fmt: skip
    paid = [one for one in records(example, "activity") if one.data.get("people_paid")]
    assert len(paid) == len(pay) == 3
    for one in paid:
        assert pay[one.id] == one.data["pay_each"] * one.data["people_paid"], one.data["title"]
        assert one.data["people_paid"] <= one.data["reach_actual"]


def test_what_meeting_people_costs_stays_within_what_is_set_aside(example: Plan):
    there = {one["purpose"]: one["amount"] for one in rows(example, "embarking.engagement-money")}
    spent = Counter[str]()
    for one in records(example, "cost_line"):
        spent[one.data["kind"]] += one.data["amount"]
    assert [kind for kind, sum in there.items() if spent[kind] > sum] == []
    hosts = sum(one["pay"] for one in rows(example, "engaging.trusted-hosts"))
    assert hosts == there["host"]


def test_what_is_asked_of_the_county_is_what_its_next_budget_would_hold(example: Plan):
    asked = [one for one in rows(example, "embarking.appropriation") if "County" in one["budget"]]
    next_ = next(
        one.data for one in records(example, "funding_source") if "next budget" in one.data["name"]
    )
    assert sum(one["amount"] for one in asked) == next_["amount"] == 89_000
