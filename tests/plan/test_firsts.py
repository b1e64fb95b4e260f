"""First scores are kept beside the present ones; what comes in together is one turn."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb.storages import MemoryStorage

from tests.conftest import TODAY
from workbook.curriculum import Curriculum
from workbook.kinds import Invalid
from workbook.plan import Plan, Unknown
from workbook.records.coalition import Stakeholder
from workbook.store.tables import Tables


class Days:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.day = "2026-05-20"

    def __call__(self) -> str:
        return f"{self.day}T09:00:00.000Z"


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def plan(curriculum: Curriculum, days: Days) -> Plan:
    return new_plan(curriculum, days)


def new_plan(curriculum: Curriculum, days: Days) -> Plan:
    return Plan(Tables(storage=MemoryStorage), curriculum, today=TODAY, who="Ana", clock=days)


def scores(plan: Plan, id: str) -> dict[str, object]:
    names = ("power", "first_power", "interest", "first_interest", "stance", "first_stance")
    found = {one: plan.raw(id, one) for one in (*names, "first_date")}
    return {name: value for name, value in found.items() if value is not None}


def test_a_first_score_stays_when_the_score_changes_on_another_day(plan: Plan, days: Days):
    id = plan.add("stakeholder", {"name": "Carl"})
    plan.put(id, 4, "power")
    days.day = "2026-11-20"
    plan.put(id, 2, "power")
    assert scores(plan, id) == {"power": 2, "first_power": 4, "first_date": TODAY.isoformat()}


def test_on_the_day_it_is_given_it_follows_what_is_put_right(plan: Plan):
    id = plan.add("stakeholder", {"name": "Carl"})
    for level in (1, 2, 3, 4):
        plan.put(id, level, "power")
    assert scores(plan, id)["first_power"] == 4
    plan.put(id, None, "power")
    assert scores(plan, id) == {}


def test_a_later_first_of_another_kind_keeps_the_earlier_day(plan: Plan, days: Days):
    id = plan.add("stakeholder", {"name": "Carl", "stance": "opposed"})
    days.day, plan.today = "2026-11-20", datetime.date(2026, 11, 20)
    plan.put(id, 4, "power")
    plan.put(id, "skeptical", "stance")
    assert scores(plan, id) == {
        "power": 4, "first_power": 4, "stance": "skeptical", "first_stance": "opposed",
        "first_date": TODAY.isoformat(),
    }  # fmt: skip


def test_not_knowing_is_no_first_stance(plan: Plan, days: Days):
    id = plan.add("stakeholder", {"name": "Carl", "stance": "unknown"})
    assert "first_stance" not in scores(plan, id)
    days.day = "2026-11-20"
    plan.put(id, "neutral", "stance")
    assert scores(plan, id)["first_stance"] == "neutral"


def test_what_was_scored_before_firsts_were_kept_gets_none(plan: Plan):
    plan.db.of("stakeholder").keep("stk-00000001", {"name": "Carl", "power": 4})
    plan.put("stk-00000001", 2, "power")
    assert scores(plan, "stk-00000001") == {"power": 2}


@given(st.lists(st.sampled_from(["power", "interest", "stance"]), max_size=6), st.data())
def test_undo_takes_a_score_and_its_first_back_together(curriculum, fields, data):
    days = Days()
    plan = new_plan(curriculum, days)
    id = plan.add("stakeholder", {"name": "Carl"})
    states = [plan.raw(id)]
    for field in fields:
        value = data.draw(st.sampled_from([1, 2, 3]))
        plan.put(id, "neutral" if field == "stance" else value, field)
        plan.settle()
        if plan.raw(id) != states[-1]:
            states.append(plan.raw(id))
    for before in reversed(states[:-1]):
        assert plan.undo()
        assert plan.raw(id) == before


def test_what_is_taken_in_together_is_undone_and_done_again_together(plan: Plan):
    here = plan.add("stakeholder", {"name": "Ana"})
    before = plan.db.storage.read()
    new = plan.take_in("stakeholder", [{"name": "Bo"}, {"name": "Cy"}], {here: {"power": 3}})
    assert [one.name for one in plan.records(Stakeholder)] == ["Ana", "Bo", "Cy"]
    assert [one.id for one in plan.records(Stakeholder)] == [here, *new]
    assert scores(plan, here)["first_power"] == 3
    after = plan.db.storage.read()
    plan.undo()
    assert plan.db.storage.read() == before
    plan.redo()
    assert plan.db.storage.read() == after


@pytest.mark.parametrize(
    ("added", "changed", "error"),
    [
        ([{"name": "Bo"}, {"power": 6}], {}, Invalid),
        ([{"name": "Bo", "shoe": 44}], {}, Unknown),
        ([{"name": "Bo"}], {"stk-00000000": {"name": "Cy"}}, Unknown),
    ],
)
def test_what_cannot_be_taken_in_whole_is_not_taken_in(plan: Plan, added, changed, error):
    plan.add("stakeholder", {"name": "Ana"})
    before = plan.db.storage.read()
    with pytest.raises(error):
        plan.take_in("stakeholder", added, changed)
    assert plan.db.storage.read() == before
    plan.undo()
    assert plan.records(Stakeholder) == []
