"""What holds a coalition together: charter, backbone, health from check to check."""

import datetime

import pytest

from workbook.plan import Plan
from workbook.reasoning.working import JOBS, OFTEN, backbone, charter, health, next_check

INDICATOR = "coalition-health.purpose.same"
OTHER = "coalition-health.purpose.needed"


def test_a_charter_says_of_each_topic_what_is_agreed_and_when_it_is_read_again(plan: Plan):
    plan.add("charter_clause", {"topic": "purpose", "text": "x", "review_date": "2027-03"})
    late = {"topic": "resident-pay", "text": "y", "review_date": "2026-01"}
    plan.add("charter_clause", late)
    found = {one.id: one for one in charter(plan)}
    assert [*found] == [*plan.options("charter-topics")]
    assert (found["purpose"].review, found["purpose"].overdue) == ("2027-03", False)
    assert found["resident-pay"].overdue
    assert found["meetings"].clauses == ()


def test_each_job_of_a_backbone_has_the_teams_own_word(plan: Plan):
    job = "backbone.tasks.money"
    plan.add("row", {"job": job, "state": "not-yet"}, prompt=JOBS)
    later = plan.add("row", {"job": job, "state": "partly"}, prompt=JOBS)
    found = {one.id: (one.row, one.state) for one in backbone(plan)}
    assert found.pop(job) == (later, "partly")
    assert set(found.values()) == {("", "")}


def check(plan: Plan, date: str, *levels: int, closed: bool = True) -> str:
    raters = [plan.add("rater", {"alias": f"{date} {n}"}) for n in range(2)]
    round = plan.add("round", {
        "assessment": "coalition-health", "name": date, "date": date, "closed": closed,
        "raters": raters,
    })  # fmt: skip
    for indicator, level in zip((INDICATOR, OTHER), levels, strict=False):
        plan.add("rating", {
            "round": round, "rater": raters[0], "indicator": indicator, "level": level,
        })  # fmt: skip
        plan.add("consensus", {"round": round, "indicator": indicator, "level": level})
    return round


def test_checks_stand_side_by_side_and_an_open_one_shows_no_level(plan: Plan):
    first = check(plan, "2025-09-10", 2, 3)
    second = check(plan, "2026-03-11", 3, 4, closed=False)
    newest, older = health(plan)
    assert (newest.id, newest.blind, set(newest.levels)) == (second, True, {None})
    assert (older.id, older.blind, older.levels[0]) == (first, False, 2.5)
    assert older.levels[1] is None


@pytest.mark.parametrize(
    ("often", "due"),
    [
        (None, "2026-02-28"),
        ("twice-a-year", "2026-02-28"),
        ("monthly", "2025-09-30"),
        ("yearly", "2026-08-31"),
    ],
)
def test_the_next_check_is_due_half_a_year_on_or_as_the_team_chose(plan: Plan, often, due):
    assert next_check(plan) is None
    check(plan, "2025-08-31")
    plan.put(OFTEN, often)
    assert next_check(plan) == datetime.date.fromisoformat(due)
