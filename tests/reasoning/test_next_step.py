"""The next best step names one thing, in the order that the door puts it."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reasoning.conftest import new_plan
from workbook.plan import Plan
from workbook.reasoning.next_step import Next, next_step, others, walk
from workbook.reasoning.progress import state
from workbook.records.data import Priority


def text(plan: Plan) -> str:
    found = next_step(plan)
    return found.text if found else ""


def two_priorities_and_one_cause(plan: Plan) -> None:
    first, _ = (plan.add("priority", {"title": one}) for one in ("Housing", "Reading"))
    plan.add("root_cause", {"priority": first, "because": "Screening rules"})


def an_activity_without_its_report_back(plan: Plan) -> None:
    plan.put("workbook.community", "Prairie Fork")
    plan.add("activity", {"title": "Data walk, school gym", "starts": "2026-06"})


def chapter_three_alone(plan: Plan) -> None:
    plan.put("workbook.door", "chapters")
    plan.put("workbook.chapters", ["engaging"])
    open_ = plan.add("open_decision", {"decision": "Which two conditions first?"})
    plan.add(
        "activity", {"title": "Breakfast", "decision": open_, "report_back_date": "2026-07-01"}
    )


def not_sure_yet(plan: Plan) -> None:
    plan.put("workbook.door", "unsure")


def the_work_is_done(plan: Plan) -> None:
    plan.put("workbook.door", "written")
    plan.add("open_decision", {"decision": "Which conditions?", "state": "fixed"})


HALF_FILLED: list[tuple[Callable[[Plan], None], str]] = [
    (two_priorities_and_one_cause, "Priority 2 has no root cause yet"),
    (
        an_activity_without_its_report_back,
        "“Data walk, school gym” still lacks “Report-back date”",
    ),
    (chapter_three_alone, "Add 2 more activities"),
    (not_sure_yet, "Write “Where we differ”"),
    (the_work_is_done, "Add the first activity"),
]


@pytest.mark.parametrize(
    ("fill", "says"), HALF_FILLED, ids=[one.__name__ for one, _ in HALF_FILLED]
)
def test_a_half_filled_workbook_is_told_what_it_needs(
    small: Plan, fill: Callable[[Plan], None], says: str
):
    fill(small)
    assert text(small) == says


def test_an_empty_workbook_begins_with_its_first_question(small: Plan):
    assert next_step(small) == Next(
        "place", "", "workbook.community", "Write “Community”", "It stands on the cover."
    )


def test_what_is_broken_comes_before_an_earlier_chapter_that_is_untouched(small: Plan):
    two_priorities_and_one_cause(small)
    assert [one.step_id for one in others(small, 3)] == ["root-causes", "place", "readiness"]


def test_going_there_opens_the_row_that_lacks_something_or_the_table(small: Plan):
    an_activity_without_its_report_back(small)
    [lacks] = [one for one in others(small, 9) if "lacks" in one.text]
    assert (lacks.record_id[:4], lacks.field) == ("act-", "report_back_date")
    assert lacks.reason == "People wait for it."
    two_priorities_and_one_cause(small)
    [gap] = [one for one in others(small, 9) if "no root cause" in one.text]
    assert (gap.record_id, gap.field, gap.reason) == (
        "", "root-causes", "Symptoms come back.",
    )  # fmt: skip


def test_the_reason_is_one_sentence_with_the_quote_that_ends_it(small: Plan):
    chapter_three_alone(small)
    found = next_step(small)
    assert found is not None
    assert found.reason == "People come where they are asked."


def test_a_priority_without_a_code_is_named_by_its_title(small: Plan):
    two_priorities_and_one_cause(small)
    second = small.records(Priority)[1]
    small.put(second.id, None, "code")
    assert text(small) == "“Reading” has no root cause yet"


def test_a_table_that_is_empty_names_what_waits_for_it(small: Plan):
    small.add("priority", {"title": "Housing"})
    small.add("priority", {"title": "Reading"})
    waiting = [one.text for one in others(small, 9) if one.step_id == "root-causes"]
    assert waiting == ["Priority 1 has no root cause yet"]


def test_a_row_without_a_name_is_still_something(small: Plan):
    small.add("activity", {"report_back_date": "2026-07"})
    assert text(small) == "One activity still lacks “Activity”"


def test_one_more_is_one(small: Plan):
    small.add("priority", {"title": "Housing"})
    assert "Add 1 more priority" in [one.text for one in others(small, 9)]


def test_a_question_of_choice_is_answered_not_written(small: Plan):
    assert "Answer “Ready to begin”" in [one.text for one in others(small, 9)]


def test_a_step_that_needs_nothing_comes_last_and_only_while_it_is_empty(small: Plan):
    named = [one.text for one in others(small, 9)]
    assert named[-2:] == ["Add the first root cause", "Write “What we learned”"]
    small.put("actions.learned", "Much")
    assert "looking-back" not in {one.step_id for one in others(small, 9)}


def test_a_step_that_the_team_agreed_on_is_never_named(small: Plan):
    two_priorities_and_one_cause(small)
    small.put("agreed.root-causes", "Coalition, May 6, 2026")
    assert "root-causes" not in {one.step_id for one in others(small, 9)}


def test_the_door_decides_the_walk(small: Plan):
    everything = ["place", "readiness", "decision", "open-decisions", "activities", "priorities"]
    small.put("workbook.door", "full")
    assert [one.id for one in walk(small)][:6] == everything
    small.put("workbook.door", "unsure")
    assert [one.id for one in walk(small)][:3] == ["readiness", "decision", "place"]
    small.put("workbook.door", "written")
    assert [one.id for one in walk(small)][:5] == [
        "open-decisions", "activities", "priorities", "root-causes", "place",
    ]  # fmt: skip


def test_every_door_but_some_chapters_leads_to_every_step(small: Plan):
    for door in ("full", "unsure", "written"):
        small.put("workbook.door", door)
        assert sorted(one.id for one in walk(small)) == sorted(small.curriculum.steps)
    small.put("workbook.door", "chapters")
    small.put("workbook.chapters", ["actions"])
    assert [one.id for one in walk(small)] == ["priorities", "looking-back", "root-causes"]


def test_some_chapters_with_none_chosen_is_all_of_them(small: Plan):
    small.put("workbook.door", "chapters")
    assert len(walk(small)) == len(small.curriculum.steps)


_WRITING = st.lists(
    st.sampled_from([
        ("put", "workbook.community", "Prairie Fork"),
        ("put", "embarking.spread", "Here and there"),
        ("put", "embarking.mind", True),
        ("put", "actions.learned", "Much"),
        ("put", "agreed.activities", "Coalition, May 6"),
        ("add", "open_decision", {"decision": "Money"}),
        ("add", "activity", {"title": "Walk", "report_back_date": "2026-07"}),
        ("add", "activity", {"title": "Walk"}),
        ("add", "priority", {"title": "Housing"}),
        ("add", "root_cause", {"because": "Rules"}),
        ("link", "root_cause", "priority"),
        ("link", "activity", "decision"),
    ]),
    max_size=16,
)  # fmt: skip


@settings(max_examples=60)
@given(_WRITING)
def test_there_is_a_next_step_as_long_as_a_step_does_not_hold_enough(writing):
    plan = new_plan()
    for verb, what, value in writing:
        if verb == "put":
            plan.put(what, value)
        elif verb == "add":
            plan.add(what, value)
        else:
            link(plan, what, value)
    named = {one.step_id for one in others(plan, 99)}
    for step in walk(plan):
        where = state(plan, step)
        assert step.id in named or where.finished
        assert step.id not in named or where.word != "agreed"


def link(plan: Plan, type: str, field: str) -> None:
    """Points the first record of a type to the last that its field can point to."""
    rows = list(plan.db.of(type))
    targets = list(plan.db.of({"priority": "priority", "decision": "open_decision"}[field]))
    if rows and targets:
        plan.put(str(rows[0].doc_id), str(targets[-1].doc_id), field)
