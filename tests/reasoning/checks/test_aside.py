"""What is set aside is kept with its reason, stands last, is undone; the next step leaves it be."""

from pathlib import Path

import pytest

from tests.conftest import TODAY
from workbook.curriculum import Curriculum
from workbook.kinds import Invalid
from workbook.map.public import Public
from workbook.plan import Plan, Unknown
from workbook.reasoning.checks import aside, check, examine, told
from workbook.reasoning.next_step import next_step, others
from workbook.session import new_session

REASON = "The board names one in May"


@pytest.fixture
def action(plan: Plan) -> str:
    return plan.add("strategic_action", {"title": "Late bus"})


def place(id: str) -> str:
    return aside("action-without-lead", id)


def test_it_is_kept_as_an_answer_and_stands_last_with_its_reason(plan: Plan, action: str):
    before = examine(plan)
    plan.put(place(action), REASON)
    assert plan.answer(place(action)) == REASON
    *rest, last = examine(plan)
    assert (last.code, last.id, last.aside) == ("action-without-lead", action, REASON)
    assert len(rest) == len(before) - 1
    assert check(plan) == rest


def test_it_is_undone_by_clearing_it_and_by_undo(plan: Plan, action: str):
    plan.put(place(action), REASON)
    plan.settle()
    plan.put(place(action), None)
    assert not any(one.aside for one in examine(plan))
    plan.undo()
    assert examine(plan)[-1].aside == REASON
    plan.undo()
    assert not any(one.aside for one in examine(plan))


def test_it_concerns_one_check_at_one_place(plan: Plan, action: str):
    other = plan.add("strategic_action", {"title": "Lease"})
    plan.put(place(action), REASON)
    found = {(one.code, one.id) for one in check(plan)}
    assert ("action-without-lead", other) in found
    assert ("action-without-cause", action) in found


def test_a_reason_is_a_line_and_an_id_without_a_place_is_no_question(plan: Plan, action: str):
    with pytest.raises(Invalid):
        plan.put(place(action), "x" * 201)
    for id in ("aside.", "aside.action-without-lead", "aside.action-without-lead."):
        with pytest.raises(Unknown):
            plan.put(id, REASON)


def test_the_public_view_has_the_finding_and_the_plan_alone_its_reason(plan: Plan, action: str):
    plan.put(place(action), REASON)
    view = Public(plan)
    assert view.answer(place(action)) is None
    assert examine(plan, view)[-1].aside == REASON


def test_the_next_best_step_is_an_error_before_all_else(plan: Plan):
    cause = plan.add("root_cause", {"because": "Rules"})
    plan.put(cause, cause, "parent")
    found = next_step(plan)
    assert found is not None
    assert (found.step_id, found.record_id, found.field) == ("root-causes", cause, "parent")
    assert "is its own cause" in found.text
    assert found.reason.startswith("Choose another cause")


def test_the_next_best_step_names_no_check_that_is_set_aside(plan: Plan):
    plan.add("stakeholder", {"name": "Lee", "sector": "business", "votes": True})
    said = "Members have votes, and no resident has one"
    assert said in [one.text for one in others(plan, 99)]
    plan.put(aside("no-resident-vote", "register"), REASON)
    assert said not in [one.text for one in others(plan, 99)]


def test_the_next_best_step_names_no_check_on_a_step_that_is_agreed(plan: Plan):
    plan.add("stakeholder", {"name": "Lee", "sector": "business", "votes": True})
    plan.put("agreed.register", "Coalition, May 6, 2026")
    assert "register" not in {one.step_id for one in others(plan, 99)}


def test_where_some_chapters_are_chosen_no_check_of_another_is_named(plan: Plan):
    plan.add("stakeholder", {"name": "Lee", "sector": "business", "votes": True})
    plan.put("workbook.door", "chapters")
    plan.put("workbook.chapters", ["actions"])
    assert "register" not in {one.step_id for one in others(plan, 99)}


def test_what_was_found_is_kept_until_the_plan_changes(curriculum: Curriculum, tmp_path: Path):
    session = new_session(tmp_path / "p.workbook.json", curriculum, who="Ana", today=TODAY)
    plan, checks = session.plan, session.checks
    assert checks.all == []
    action = plan.add("strategic_action", {"title": "Late bus"})
    assert checks.all == examine(plan)
    assert checks.all is checks.all
    plan.put(place(action), REASON)
    assert len(checks.standing) == len(checks.all) - 1
    assert {one.step for one in checks.at("strategic-actions")} == {"strategic-actions"}
    plan.remove(action)
    assert checks.all == []
    session.close()


def test_how_many_there_are_is_said_in_words(plan: Plan, action: str):
    assert told([]) == ""
    found = check(plan)
    warnings = sum(one.severity == "warning" for one in found)
    notes = sum(one.severity == "note" for one in found)
    assert told(found) == f"{warnings} warnings, {notes} notes"
    assert told(found[:1]) == "1 warning"
