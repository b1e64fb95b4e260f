"""What the worked example says in two places agrees: people, dates, and what follows."""

import datetime
import re
from collections import defaultdict

import pytest

from tests.content.conftest import TODAY_OF_EXAMPLE
from tests.content.entries import allocated, records, rows
from workbook.kinds.numbers import first_day, last_day
from workbook.plan import Plan
from workbook.records import TYPES

MONDAY, WEDNESDAY = 0, 2
RELEASED = "2026-06-16"


def when(value: str) -> datetime.date:
    day = last_day(value)
    assert day is not None, value
    return day


# People


def test_the_seats_are_counted_alike_everywhere(example: Plan):
    voting = [one.data for one in records(example, "stakeholder") if one.data.get("votes")]
    invited = [one for one in records(example, "stakeholder") if one.data["status"] == "invited"]
    residents = [one for one in voting if one["sector"] == "resident"]
    assert (len(voting) + len(invited), len(residents)) == (11, 2)
    share = next(one for one in records(example, "measure") if "Share of votes" in one.data["text"])
    seen = [one for one in records(example, "observation") if one.data["measure"] == share.id]
    assert [one.data["value"] for one in seen] == [round(100 * 2 / 11)]
    assert share.data["baseline"] == round(100 / 11)
    assert share.data["target"] == 100 * 6 / 15
    assert "eleven seats" in example.answer("coalition.decision-rule")
    assert "six of fifteen" in example.answer("coalition.decision-rule")


def test_a_member_who_belongs_to_a_group_may_be_named(example: Plan):
    for one in records(example, "stakeholder"):
        if one.data.get("groups"):
            assert one.data["may_be_named"], one.id


def test_the_groups_of_color_are_not_more_than_the_residents_of_color(example: Plan):
    shares = {one.data["name"]: one.data["share"] for one in records(example, "community_group")}
    of_color = ("Karen-speaking families", "Spanish-speaking families", "Black residents")
    assert sum(shares[name] for name in of_color) <= 21
    lives = {one["group"]: one["lives"] for one in rows(example, "engaging.who-came")}
    for id, share in lives.items():
        assert example.raw(id, "share") == share


def test_everyone_who_is_in_the_register_is_pointed_to_and_not_named_again(example: Plan):
    names = {one.data["name"] for one in records(example, "stakeholder")}
    for type in TYPES.values():
        for record in example.records(type):
            values = record.data.get("cells", record.data).values()
            plain = [one for value in values if isinstance(value, list) for one in value]
            assert names.isdisjoint(one for one in plain if isinstance(one, str)), record.id


def test_no_more_people_of_a_group_were_heard_than_came(example: Plan):
    met = [one for one in records(example, "activity") if one.data.get("people_paid")]
    there = sum(one.data["reach_actual"] for one in met)
    came = {
        one["group"]: round(there * one["came"] / 100) for one in rows(example, "engaging.who-came")
    }
    spoke = [(one, "how_many") for one in records(example, "heard")]
    spoke += [(one, "how_often") for one in records(example, "insight")]
    counted = [one for one, _ in spoke if one.data.get("group") in came]
    assert len(counted) > 5
    for one, count in spoke:
        assert one.data[count] <= came.get(one.data.get("group"), there), one.data["text"]


# Dates


def test_what_is_done_lies_before_the_day_of_the_plan_and_what_is_not_after_it(example: Plan):
    for one in records(example, "milestone"):
        assert one.data["done"] == (when(one.data["due"]) <= TODAY_OF_EXAMPLE), one.data["text"]
    for one in records(example, "observation"):
        assert first_day(one.data["period"]) <= TODAY_OF_EXAMPLE, one.id
    for one in rows(example, "embarking.next-actions"):
        late = when(one["by"]) - TODAY_OF_EXAMPLE
        assert 0 < late.days <= 30, one["what"]
    for id in ("embarking.next-meeting", "embarking.return-date"):
        assert when(example.answer(id)) > TODAY_OF_EXAMPLE, id


def test_who_came_was_told_after_they_came_and_before_the_day_of_the_plan(example: Plan):
    held = {one.id: one.data for one in records(example, "activity")}
    last = when(example.answer("engaging.report-date"))
    for one in held.values():
        over = when(one.get("ends", one["starts"]))
        assert over < when(one["report_back_date"]) <= last <= TODAY_OF_EXAMPLE, one["title"]
    for one in records(example, "heard"):
        assert one.data["told_on"] == held[one.data["activity"]]["report_back_date"], one.id


def test_whatever_changed_nothing_says_why_and_the_rest_says_what(example: Plan):
    for one in records(example, "heard"):
        assert bool(one.data.get("changed")) != bool(one.data.get("why_not")), one.data["text"]


def test_what_had_to_come_first_lies_before_the_release(example: Plan):
    assert example.answer("release.date") == RELEASED
    signed = [one.data["agreed_on"] for one in records(example, "signatory")]
    agreed = [one.data["agreed_on"] for one in records(example, "priority")]
    began = min(one.data["date"] for one in records(example, "decision"))
    walked = next(one for one in records(example, "activity") if one.data["method"] == "data-walk")
    assert began < walked.data["starts"] < min(agreed) < min(signed)
    assert max(signed) < RELEASED


def test_the_coalition_meets_when_its_charter_says(example: Plan):
    clause = next(
        one for one in records(example, "charter_clause") if one.data["topic"] == "meetings"
    )
    assert "first and third Wednesday" in clause.data["text"]
    days = [one.data["agreed_on"] for one in records(example, "priority")]
    days += [max(one.data["date"] for one in records(example, "decision"))]
    days += [example.answer("embarking.next-meeting"), example.answer("embarking.return-date")]
    days += [example.answer("data.weighed-again")]
    days += [one.data["date"] for one in records(example, "learning_cycle")]
    for day in map(when, days):
        assert day.weekday() == WEDNESDAY, day
        assert (day.day - 1) // 7 in (0, 2), day


def test_the_commission_decides_on_the_second_and_fourth_monday(example: Plan):
    texts = ["commission votes", "commission and community fund", "budget hearing"]
    days = [
        when(one.data["due"]) for one in records(example, "milestone")
        if one.data["text"].casefold().startswith(tuple(texts))
    ]  # fmt: skip
    assert len(days) == len(texts)
    route = example.answer("embarking.adoption-route")
    adopted = re.search(r"by resolution on (\w+ \d+, \d+)", route)
    assert adopted
    days.append(datetime.datetime.strptime(adopted[1], "%B %d, %Y").date())  # noqa: DTZ007
    for day in days:
        assert day.weekday() == MONDAY, day
        assert (day.day - 1) // 7 in (1, 3), day


def test_the_bus_flyer_waits_for_the_day_on_which_the_grant_is_known(example: Plan):
    signs = [one.data["trigger"] for one in records(example, "risk")]
    signs += [one.data["how_wrong_shows"] for one in records(example, "assumption")]
    told = [one for one in signs if "award letter" in one]
    assert len(told) == 2
    assert all(one.startswith("No award letter by January 4, 2027") for one in told)
    flyer = next(one for one in rows(example, "embarking.next-actions") if "flyer" in one["what"])
    first = next(
        one for one in records(example, "milestone") if "First late bus" in one.data["text"]
    )
    assert "2027-01-04" < flyer["by"] < first.data["due"]


def test_rounds_of_rating_stand_in_the_order_of_their_days(example: Plan):
    rounds = records(example, "round")
    days = [one.data["date"] for one in rounds]
    assert days == sorted(days)
    for one in records(example, "rating"):
        assert one.data["date"] == example.raw(one.data["round"], "date")
        assert one.data["rater"] in example.raw(one.data["round"], "raters")


def test_an_action_that_needs_another_first_ends_after_it(example: Plan):
    first = [(one, id) for one in records(example, "strategic_action")
             for id in one.data.get("depends_on") or ()]  # fmt: skip
    assert first
    for one, id in first:
        assert when(example.raw(id, "ends")) < when(one.data["ends"]), one.data["code"]


# From what was heard to who answers for it


def test_each_of_the_five_actions_has_cause_measure_steward_money_and_a_date(example: Plan):
    actions = records(example, "strategic_action")
    assert [one.data["code"] for one in actions] == ["A1", "A2", "A3", "A4", "A5"]
    item_of = {one.id: one.data["action"] for one in records(example, "logic_item")}
    measured = {one.data["about"] for one in records(example, "measure")}
    measured |= {item_of[id] for id in measured if id in item_of}
    stewarded = {one.data["action"] for one in records(example, "stewardship")}
    dated = {one.data.get("action") for one in records(example, "milestone")}
    for one in actions:
        assert one.data["causes"], one.id
        assert one.data["lead"], one.id
        assert one.id in measured, one.data["code"]
        assert one.id in stewarded, one.data["code"]
        assert one.id in allocated(example, "action"), one.data["code"]
        assert one.id in dated, one.data["code"]
        assert [two.data.get("action") for two in records(example, "milestone")].count(one.id) >= 2


def test_every_cause_rests_on_something_and_none_of_housing_is_in_our_own_hands(example: Plan):
    first = records(example, "priority")[0]
    for one in records(example, "root_cause"):
        assert one.data["evidence"], one.data["because"]
        if one.data["priority"] == first.id:
            assert one.data["influence"] != "control", one.data["because"]


def test_every_outcome_is_measured_or_followed_or_said_to_be_uncounted(example: Plan):
    outcomes = {
        one.id for one in records(example, "logic_item")
        if one.data["column"] in ("short", "medium", "long")
    }  # fmt: skip
    seen = {one.data["about"] for one in records(example, "measure")}
    seen |= {one["outcome"] for one in rows(example, "impact.predictor-links")}
    uncounted = example.answer("impact.not-measured")
    assert "Six outcomes of the logic model have no measure" in uncounted
    assert len(outcomes - seen) == 6
    assert "we struck 11 of 19 measures" in uncounted
    assert len(records(example, "measure")) == 19 - 11


def test_on_track_is_what_has_come_as_far_as_the_time(example: Plan):
    measures = {one.id: one.data for one in records(example, "measure")}
    seen = {(one.data["measure"], one.data["period"]): one.data["value"]
            for one in records(example, "observation")}  # fmt: skip
    told = rows(example, "impact.on-track")
    assert {one["standing"] for one in told} == {"on-track", "slower"}
    for one in told:
        of = measures[one["measure"]]
        start, end = first_day(of["baseline_date"]), when(of["target_date"])
        gone = (first_day(one["as_of"]) - start) / (end - start)
        came = seen[one["measure"], one["as_of"]] - of["baseline"]
        done = came / (of["target"] - of["baseline"])
        assert (done >= gone) == (one["standing"] == "on-track"), of["text"]


def test_every_cause_explains_a_priority_that_rests_on_findings(example: Plan):
    for one in records(example, "root_cause"):
        parent = one.data.get("parent")
        assert example.raw(one.data["priority"], "findings"), one.id
        assert parent is None or example.raw(parent, "priority") == one.data["priority"], one.id
    reached = {id for one in records(example, "strategic_action") for id in one.data["causes"]}
    assert reached == {one.id for one in records(example, "root_cause")}


def test_every_open_decision_is_fed_by_an_activity_at_its_own_level_or_below(example: Plan):
    fed = defaultdict(list)
    for one in records(example, "activity"):
        fed[one.data["decision"]].append(one.data["level"])
    for one in records(example, "open_decision"):
        if one.data["state"] == "open":
            assert max(fed[one.id]) == one.data["level"], one.data["decision"]


def test_the_spread_of_levels_reaches_collaborate_and_defer(example: Plan):
    assert {one.data["level"] for one in records(example, "activity")} == {2, 3, 4, 5}


@pytest.mark.parametrize("type", ["logic_item", "measure", "finding", "priority", "heard"])
def test_no_two_rows_of_a_table_say_the_same(example: Plan, type: str):
    called = [example.label(one.id) for one in records(example, type)]
    assert len(set(called)) == len(called)


def test_a_walk_past_six_stations_lists_six(example: Plan):
    route = example.answer("engaging.walk-route")
    assert re.search(r"\bsix stations\b", route)
    assert len(records(example, "station")) == 6


def test_everyone_at_the_data_walk_placed_three_dots_and_the_most_were_followed(example: Plan):
    came = next(one for one in records(example, "activity") if one.data["method"] == "data-walk")
    listed = rows(example, "data.long-list")
    assert sum(one["votes"] for one in listed) == 3 * came.data["reach_actual"]
    chosen = [one["votes"] for one in listed if one["chosen"]]
    assert len(chosen) == len(records(example, "priority"))
    assert min(chosen) > max(one["votes"] for one in listed if not one["chosen"])


def test_nobody_is_quoted_without_a_card(example: Plan):
    assert "Two people did." in example.answer("engaging.consent")
    quoted = [one for one in records(example, "insight") if one.data.get("may_quote")]
    assert len(quoted) == 2
    assert all(one.data["quote"] for one in quoted)


def test_what_is_still_to_be_found_out_and_weighed_again_lies_ahead(example: Plan):
    days = [one["by"] for one in rows(example, "data.unseen")]
    days += [example.answer("data.weighed-again")]
    assert [day for day in days if when(day) <= TODAY_OF_EXAMPLE] == []
