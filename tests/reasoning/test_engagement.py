"""The engagement plan: by month, by decision, by power, what it costs, who hears back and when."""

import datetime

import pytest

from workbook.plan import Plan
from workbook.reasoning.costs import Cost, costs, loose, summed
from workbook.reasoning.engagement import (
    all_months,
    between,
    by_decision,
    calendar,
    ladder,
    report_backs,
)
from workbook.reasoning.heard import by_group, themes, trusted_host
from workbook.reasoning.means import means

WALK, BREAKFASTS, TEAM, CIRCLES, VOTE = (
    "act-377d7hb7", "act-mewxcv03", "act-421p48rn", "act-pqk4evnv", "act-m5en2p78",
)  # fmt: skip
YOUTH, EASTSIDE = "grp-szeh0vxk", "grp-zab5rrb1"


def by_hand(plan: Plan, id: str, table: str = "activity", **fields: object) -> None:
    """Writes past the plan's door, as an editor of the file would."""
    plan.db.of(table).change(id, lambda found: found.update(fields))


def test_prairie_fork_meets_people_from_april_to_october(example: Plan):
    found = {one.activity.id: one for one in calendar(example)}
    assert all_months([*found.values()]) == between("2026-04", "2026-10")
    assert [*found] == [WALK, BREAKFASTS, TEAM, CIRCLES, VOTE]
    assert found[TEAM].months == ("2026-05", "2026-06")
    assert [one.told for one in found.values()] == [
        "2026-04", "2026-05", "2026-06", "2026-06", "2026-10",
    ]  # fmt: skip


def test_a_day_that_is_none_stands_last_and_is_named(example: Plan):
    by_hand(example, WALK, starts="2026-02-30", report_back_date="soon")
    example.put(TEAM, None, "starts")
    example.put(TEAM, None, "ends")
    *_, walk, team = calendar(example)
    assert (walk.activity.id, walk.months, walk.told) == (WALK, (), "")
    assert walk.unread == ("starts", "report_back_date")
    assert (team.activity.id, team.months, team.unread) == (TEAM, (), ())


@pytest.mark.parametrize(
    ("starts", "ends", "months"),
    [
        ("2026-Q3", None, ("2026-07", "2026-08", "2026-09")),
        ("2026-12-30", "2027-01-02", ("2026-12", "2027-01")),
        ("2026-05", "2026-03-01", ("2026-05",)),
        (None, "2026-08", ("2026-08",)),
        ("2026-05-01", "sometime", ("2026-05",)),
        (None, None, ()),
    ],
)
def test_an_activity_takes_place_in_the_months_of_its_dates(plan: Plan, starts, ends, months):
    id = plan.add("activity", {"title": "Walk"})
    by_hand(plan, id, starts=starts, ends=ends)
    [found] = calendar(plan)
    assert found.months == months


def test_a_year_typed_wrong_does_not_make_an_endless_calendar(plan: Plan):
    plan.add("activity", {"title": "Walk", "starts": "1902-01", "ends": "2199"})
    assert len(all_months(calendar(plan))) < 1300


def test_each_decision_of_prairie_fork_is_fed_at_the_level_that_it_promises(example: Plan):
    found = by_decision(example)
    assert [[one.id for one in fed.activities] for fed in found] == [
        [WALK], [BREAKFASTS, TEAM], [CIRCLES], [VOTE], [],
    ]  # fmt: skip
    assert [fed.reached for fed in found] == [3, 4, 3, 5, None]
    assert not any(fed.short for fed in found)
    example.put(TEAM, "canceled", "status")
    assert [fed.short for fed in by_decision(example)] == [False, True, False, False, False]


def test_what_feeds_no_decision_that_is_there_stands_apart(example: Plan):
    example.remove("opn-epjfeyvb")
    example.put(WALK, None, "decision")
    *_, last = by_decision(example)
    assert last.decision is None
    assert [one.id for one in last.activities] == [WALK, CIRCLES]


def test_the_ladder_holds_each_activity_on_its_rung_and_none_that_was_called_off(example: Plan):
    assert [(one.level, len(one.activities)) for one in ladder(example)] == [
        (5, 1), (4, 1), (3, 2), (2, 1), (1, 0),
    ]  # fmt: skip
    assert ladder(example)[0].promise == "You decide, and we carry it out."
    example.put(VOTE, "canceled", "status")
    example.put(TEAM, 0, "level")
    example.put(CIRCLES, None, "level")
    assert [(one.level, len(one.activities)) for one in ladder(example)] == [
        (5, 0), (4, 0), (3, 1), (2, 1), (1, 0), (0, 1), (None, 1),
    ]  # fmt: skip


def test_prairie_forks_costs_by_activity_by_month_and_by_kind(example: Plan):
    found = costs(example)
    assert summed(found, lambda one: one.activity) == {
        WALK: 5410, BREAKFASTS: 380, TEAM: 5270, CIRCLES: 2455, VOTE: 15000,
    }  # fmt: skip
    assert summed(found, lambda one: one.month) == {
        "2026-04": 5790, "2026-06": 7725, "2026-10": 15000,
    }  # fmt: skip
    kinds = summed(found, lambda one: one.kind)
    assert (kinds["pay"], kinds["interpretation"], kinds["childcare"]) == (7415, 1860, 1320)
    assert {one.kind: one.cost for one in means(example) if one.cost} == kinds


def test_a_cost_without_a_day_falls_due_when_its_activity_begins(plan: Plan):
    walk = plan.add("activity", {"title": "Walk", "starts": "2026-04-09", "pay_each": 40})
    plan.put(walk, 10, "people_paid")
    food = plan.add("cost_line", {"about": walk, "kind": "food", "amount": 90})
    room = plan.add("cost_line", {"about": walk, "amount": 5, "period": "2026-05"})
    by_hand(plan, room, "cost_line", period="whenever")
    assert costs(plan) == [
        Cost(walk, "food", 90, "2026-04", food), Cost(walk, "other", 5, "", room),
        Cost(walk, "pay", 400, "2026-04", ""),
    ]  # fmt: skip
    plan.put(walk, "canceled", "status")
    assert costs(plan) == []


def test_a_cost_of_what_was_removed_is_loose_and_an_amount_that_is_none_costs_nothing(plan: Plan):
    walk = plan.add("activity", {"title": "Walk"})
    line = plan.add("cost_line", {"about": walk, "kind": "food", "amount": 90})
    by_hand(plan, line, "cost_line", amount="ninety")
    assert costs(plan) == []
    plan.remove(walk)
    assert [one.id for one in loose(plan)] == [line]


def test_reports_are_owed_until_they_are_given(example: Plan):
    assert all(one.told and not one.over and not one.untold for one in report_backs(example))
    example.put(WALK, "held", "status")
    example.put(TEAM, "held", "status")
    example.put(TEAM, None, "report_back_date")
    example.put("hrd-ncn0hgy0", None, "told_on")
    first, second, *_ = report_backs(example)
    assert (first.activity.id, first.over, first.untold) == (WALK, True, 1)
    assert first.day == datetime.date(2026, 4, 30)
    assert (second.activity.id, second.over, second.day) == (TEAM, False, None)


# Who has been heard


def test_young_people_are_the_one_group_of_prairie_fork_that_nobody_met(example: Plan):
    first, *others = by_group(example)
    assert (first.id, first.empty, first.share, first.came) == (YOUTH, True, 11, 1)
    assert first.few
    assert not any(one.empty or one.few for one in others)
    eastside = next(one for one in others if one.id == EASTSIDE)
    assert (eastside.share, eastside.came) == (14, 31)
    assert eastside.met == {WALK, TEAM, VOTE}
    assert eastside.said == {WALK: 2}
    assert eastside.voices == 22 + 12


def test_a_group_that_was_removed_is_shown_as_long_as_something_names_it(example: Plan):
    example.remove(EASTSIDE)
    last = by_group(example)[-1]
    assert (last.id, last.gone, last.empty) == (EASTSIDE, True, False)


def test_the_last_count_of_who_came_stands(example: Plan):
    cells = {"group": YOUTH, "period": "2026-Q1", "came": 9}
    example.add("row", cells, prompt="engaging.who-came")
    assert by_group(example)[0].came == 1
    example.add("row", cells | {"period": "2026-12", "came": 8}, prompt="engaging.who-came")
    assert by_group(example)[0].came == 8


def test_a_group_is_invited_by_the_host_that_it_trusts(example: Plan):
    assert trusted_host(example, "grp-46vh73jn") == ["Cedar Mills Grange"]
    assert trusted_host(example, YOUTH) == []


def test_themes_are_one_in_two_spellings_and_closed_when_answered_and_told(plan: Plan):
    plan.add("heard", {"text": "Fees!", "theme": "Late bus", "how_many": 4})
    other = plan.add("heard", {"text": "It stops at six.", "theme": "late BUS"})
    loose = plan.add("heard", {"text": "Something else."})
    bus, rest = themes(plan)
    assert (bus.name, bus.people, len(bus.notes), len(bus.open)) == ("Late bus", 5, 2, 2)
    assert (rest.name, rest.notes) == ("", (loose,))
    for id in bus.notes:
        plan.put(id, "The board's contract runs to 2028.", "why_not")
        plan.put(id, "2026-05-01", "told_on")
    assert themes(plan)[0].closed
    plan.put(other, None, "told_on")
    assert themes(plan)[0].untold == (other,)


def test_all_themes_of_prairie_fork_are_closed(example: Plan):
    found = themes(example)
    assert [one.people for one in found] == [22, 17, 9, 7, 6, 2]
    assert all(one.closed for one in found)


def test_an_empty_plan_has_nothing_to_show(plan: Plan):
    assert calendar(plan) == by_decision(plan) == report_backs(plan) == by_group(plan) == []
    assert themes(plan) == costs(plan) == loose(plan) == []
    assert [len(one.activities) for one in ladder(plan)] == [0] * 5
    assert all_months([]) == []
