"""What falls due, month by month, whatever the file holds."""

import datetime

import pytest
from tinydb.storages import MemoryStorage

from tests.conftest import TODAY
from workbook.curriculum import Curriculum
from workbook.plan import Plan
from workbook.reasoning.momentum import RELEASE, Beat, counts, momentum, quiet
from workbook.store.tables import Tables


def all_of(plan: Plan) -> list[Beat]:
    found = momentum(plan)
    return [*found.over, *(one for _, of in found.months for one in of), *found.undated]


def test_prairie_forks_calendar_begins_with_its_release(example: Plan):
    found = momentum(example)
    months = [month for month, _ in found.months]
    assert months == sorted(months)
    assert months[0] == "2026-06"
    assert found.over == []
    march = dict(found.months)["2027-03"]
    assert {one.kind for one in march} == {"seen", "count", "look", "review", "settled", "money"}
    assert counts(march)["seen", "2027-03"] == 3


def test_each_table_gives_its_beats(plan: Plan):
    plan.put(RELEASE, "2026-04")
    action = plan.add("strategic_action", {"title": "Act"})
    plan.add("milestone", {"text": "seen", "due": "2026-06-01"})
    plan.add("activity", {"title": "told", "report_back_date": "2026-06-02"})
    plan.add("measure", {"text": "counted", "baseline": 1, "baseline_date": "2026-05-01",
                         "how_often": "monthly", "target": 2, "target_date": "2027"})  # fmt: skip
    plan.add("learning_cycle", {"question": "asked", "date": "2026-06"})
    plan.add("stewardship", {"action": action, "due": "2026-07"})
    plan.add("funding_source", {"name": "Fund", "ends": "2026-08"})
    plan.add("charter_clause", {"topic": "purpose", "review_date": "2026-09"})
    plan.add("charter_clause", {"topic": "meetings", "review_date": "2026-09"})
    row = plan.add("row", {"about": action, "next": "2026-10"}, prompt="sustaining.reviews")
    found = [(one.kind, f"{one.day}") for one in all_of(plan)]
    assert found == [
        ("count", "2026-06-01"), ("seen", "2026-06-01"), ("owed", "2026-06-02"),
        ("look", "2026-06-30"), ("settled", "2026-07-31"), ("money", "2026-08-31"),
        ("review", "2026-09-30"), ("review", "2026-10-31"), ("count", "2027-12-31"),
    ]  # fmt: skip
    [review] = [one for one in all_of(plan) if one.id == row]
    assert review.about == action


def test_what_is_past_is_overdue_until_it_is_done(plan: Plan):
    id = plan.add("milestone", {"text": "bus", "due": "2026-05-19"})
    plan.add("funding_source", {"name": "ended", "ends": "2026-05-19"})
    assert [one.id for one in momentum(plan).over] == [id]
    plan.put(id, True, "done")
    assert momentum(plan).over == []


def test_a_published_figure_is_not_overdue_while_no_newer_one_can_be_there(plan: Plan):
    id = plan.add("measure", {
        "text": "Homes affordable and available at 30% of median income", "baseline": 0.4,
        "baseline_date": "2023", "how_often": "yearly",
    })  # fmt: skip
    [beat] = all_of(plan)
    assert (beat.id, beat.over) == (id, False)


@pytest.mark.parametrize("date", ["soon", "2026-13", "9999", "0001", "2026-02-30", 7, None])
def test_no_date_makes_it_fall_and_none_is_lost(curriculum: Curriculum, date: object):
    db = Tables(storage=MemoryStorage)
    db.storage.write({
        "milestone": {"mil-00000000": {"text": "m", "due": date}},
        "measure": {"msr-00000000": {"text": "m", "baseline": 1, "baseline_date": date,
                                     "how_often": "yearly", "target_date": date}},
        "funding_source": {"fsr-00000000": {"name": "f", "ends": date}},
    })  # fmt: skip
    found = all_of(Plan(db, curriculum, today=TODAY))
    assert "mil-00000000" in {one.id for one in found}
    momentum(Plan(db, curriculum, today=datetime.date.max))


def test_months_in_which_nothing_is_due_are_named(plan: Plan):
    assert quiet(["2026-03", "2026-05", "2026-06", "2026-09"], TODAY) == [("2026-07", "2026-08")]
    assert quiet(["2026-08"], TODAY) == [("2026-06", "2026-07")]
    assert quiet([], TODAY) == []
