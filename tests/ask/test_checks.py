""":checks: what the checks find on a step is read out, and left as it is with a reason."""

from __future__ import annotations

import io

import pytest
from tinydb.storages import MemoryStorage

from tests.conftest import TODAY
from workbook.ask.plain import PlainAsker
from workbook.ask.walk import Walk
from workbook.curriculum import Curriculum
from workbook.plan import Plan
from workbook.reasoning.checks import examine
from workbook.store.tables import Tables


@pytest.fixture
def plan(curriculum: Curriculum) -> Plan:
    return Plan(Tables(storage=MemoryStorage), curriculum, today=TODAY, who="Ana")


def walk(plan: Plan, typed: str, step: str) -> str:
    out = io.StringIO()
    asker = PlainAsker(io.StringIO(typed), out, typed=False)
    Walk(plan, asker, lambda: None, [plan.curriculum.steps[step]]).run()
    return out.getvalue()


def test_a_check_is_set_aside_with_a_reason_and_taken_up_again(plan: Plan):
    plan.add("activity", {"title": "Supper", "starts": "2026-05-21"})
    found = next(one for one in examine(plan) if one.step == "activities")
    said = walk(plan, ":checks\n1\nThe school pays\n\n:quit\n", "activities")
    assert f"1. {found.severity}: {found.text} {found.mend}" in said
    assert plan.answer(found.reason_id) == "The school pays"
    said = walk(plan, ":checks\nset aside\n:clear\n", "activities")
    assert "Reason: The school pays" in said
    assert plan.answer(found.reason_id) is None


def test_a_word_is_kept_with_a_reason(plan: Plan):
    plan.put("workbook.place", "For the poor")
    said = walk(plan, ":checks\nthe poor\nIts name\n\n:quit\n", "place")
    assert "wording: “the poor” in Place and people. Rather: people experiencing poverty" in said
    [kept] = [one for one in plan.db.storage.read()["answers"] if one.startswith("kept.")]
    assert plan.answer(kept) == "Its name"
    assert "Set aside: wording: “the poor”" in walk(plan, ":checks\n\n", "place")


def test_where_there_is_nothing_to_look_at_it_is_said(plan: Plan):
    said = walk(plan, ":checks\nFork City\n", "place")
    assert "There is nothing to look at on this step." in said
    assert plan.answer("workbook.community") == "Fork City"


def test_no_level_of_an_open_round_is_told(plan: Plan):
    rater = plan.add("rater", {"alias": "Heron"})
    values = {"assessment": "readiness", "date": "2026-05-20", "raters": [rater]}
    round = plan.add("round", values)
    item = next(iter(plan.curriculum.lists["readiness.indicators"]))
    plan.add("rating", {"round": round, "rater": rater, "indicator": item, "level": 3,
                        "evidence": "Only the poor say so"})  # fmt: skip
    said = walk(plan, ":checks\n\n", "readiness")
    assert "the poor" not in said
