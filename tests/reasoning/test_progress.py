"""How far a step is comes from what is written, and only from that."""

import pytest

from tests.reasoning.conftest import chapter, step
from workbook.curriculum import ContentError
from workbook.curriculum.build import Builder
from workbook.curriculum.spec import Spec
from workbook.plan import Plan
from workbook.reasoning.progress import Progress, StepState, state, summary


def test_an_empty_workbook_has_begun_nothing(small: Plan):
    assert {state(small, one).word for one in small.curriculum.steps.values()} == {"not started"}
    assert {Progress(small).chapter(one)[0] for one in small.curriculum.chapters} == {0}


def test_a_step_holds_enough_when_its_needed_prompts_are_answered(small: Plan):
    small.put("workbook.door", "full")
    assert state(small, step(small, "place")) == StepState("started", 0, 1)
    small.put("workbook.community", "Prairie Fork")
    assert state(small, step(small, "place")) == StepState("enough", 1, 1)


def test_no_is_an_answer(small: Plan):
    small.put("embarking.mind", False)
    assert state(small, step(small, "decision")).word == "enough"


def test_where_nothing_is_needed_anything_written_is_enough(small: Plan):
    small.put("actions.learned", "A lot")
    assert state(small, step(small, "looking-back")) == StepState("enough", 1, 1)


def test_only_rows_with_their_needed_fields_count(small: Plan):
    small.add("priority", {"title": "Housing"})
    small.add("priority", {"why": "It was loud"})
    assert state(small, step(small, "priorities")) == StepState("started", 1, 2)
    small.add("priority", {"title": "Reading"})
    assert state(small, step(small, "priorities")).word == "enough"


def test_a_rater_of_chapter_1_does_not_begin_chapter_7(plan: Plan):
    plan.add("rater", {"alias": "Heron"})
    begun = [one.id for one in plan.curriculum.steps.values() if state(plan, one).done]
    words = {one.id: state(plan, one).word for one in plan.curriculum.steps.values()}
    assert not begun
    assert [id for id, word in words.items() if word != "not started"] == ["readiness"]


def test_every_priority_needs_a_root_cause_of_its_own(small: Plan):
    first, second = (small.add("priority", {"title": one}) for one in ("Housing", "Reading"))
    small.add("root_cause", {"priority": first, "because": "Rules"})
    assert state(small, step(small, "root-causes")) == StepState("started", 1, 2)
    small.add("root_cause", {"priority": second, "because": "Buses"})
    assert state(small, step(small, "root-causes")).word == "enough"


def test_nothing_to_point_to_is_not_done_until_a_row_exists(small: Plan):
    assert state(small, step(small, "root-causes")).word == "not started"
    small.add("root_cause", {"because": "Rules"})
    assert state(small, step(small, "root-causes")).word == "enough"


def test_a_decision_that_is_fixed_needs_no_activity(small: Plan):
    small.add("open_decision", {"decision": "Bus routes", "state": "fixed"})
    opened = small.add("open_decision", {"decision": "Reading money", "state": "open"})
    for day in ("2026-06", "2026-07", "2026-08"):
        small.add("activity", {"title": "Walk", "decision": opened, "report_back_date": day})
    small.add("row", {"person": "Ana", "hours": 4}, prompt="engaging.hours")
    assert state(small, step(small, "activities")) == StepState("enough", 5, 5)


def test_a_needed_field_that_points_to_something_removed_does_not_count(small: Plan):
    housing = small.add("priority", {"title": "Housing"})
    small.add("priority", {"title": "Reading"})
    cause = small.add("root_cause", {"priority": housing, "because": "Rules"})
    small.remove(housing)
    assert small.raw(cause, "priority") == housing
    assert state(small, step(small, "root-causes")) == StepState("started", 0, 1)


@pytest.mark.parametrize("value", ["   ", "", [], {}, 7, None])
def test_an_answer_edited_by_hand_into_nothing_does_not_count(small: Plan, value):
    small.db.of("answers").keep("workbook.community", {"value": value})
    assert state(small, step(small, "place")).word == "not started"


def test_agreed_is_the_teams_own_word_and_wins(small: Plan):
    small.put("agreed.root-causes", "Coalition, May 6, 2026")
    assert state(small, step(small, "root-causes")).word == "agreed"
    small.put("agreed.root-causes", None)
    assert state(small, step(small, "root-causes")).word == "not started"


def test_who_agreed_is_no_question_of_any_step(small: Plan):
    asked = {one.id for each in small.curriculum.steps.values() for one in each.prompts}
    assert not any(id.startswith("agreed.") for id in asked)
    assert small.curriculum.step_of("agreed.place") is step(small, "place")


def test_content_cannot_ask_under_the_ids_that_are_kept_for_agreement():
    asked = {"id": "agreed.place", "kind": "line", "name": "Place", "ask": "Where?"}
    with pytest.raises(ContentError, match="no question of ours has an id that begins with agreed"):
        Builder({}, {}, {}, {}, set()).prompt(Spec(asked, "1-embarking.toml"))


def test_a_chapter_is_full_only_when_every_step_is(small: Plan):
    here = chapter(small, "embarking")
    small.put("workbook.door", "full")
    assert Progress(small).chapter(here) == (1, 3)
    small.put("workbook.community", "Prairie Fork")
    small.put("embarking.spread", "In two places")
    assert Progress(small).chapter(here) == (2, 3)
    small.put("agreed.decision", "Coalition, May 6")
    assert Progress(small).chapter(here) == (3, 3)


def test_half_steps_add_up_to_a_steps_worth(small: Plan):
    here = chapter(small, "actions")
    first = small.add("priority", {"title": "Housing"})
    small.add("priority", {"why": "Loud"})
    assert Progress(small).chapter(here) == (1, 3)
    small.add("root_cause", {"priority": first, "because": "Rules"})
    assert Progress(small).chapter(here) == (1, 3)


def test_a_summary_counts_rows_in_the_tables_own_words(small: Plan):
    here = chapter(small, "engaging")
    assert summary(small, here) == ["not started"]
    small.add("row", {"person": "Ana"}, prompt="engaging.hours")
    assert summary(small, here) == ["1 answer"]
    for _ in range(3):
        small.add("open_decision", {"decision": "Money"})
    small.add("activity", {"title": "Walk"})
    assert summary(small, here) == ["3 open decisions", "1 activity"]
