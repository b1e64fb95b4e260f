"""What holds for every record: found with its place, said in a sentence, nothing private quoted."""

from collections.abc import Callable

import pytest

from workbook.curriculum import AS_OF
from workbook.plan import Plan
from workbook.reasoning.checks import BY_CODE, Finding, aside, check, examine, way


def by_hand(plan: Plan, id: str, **fields: object) -> None:
    """Changes a record as an editor of the file would, past the plan's own door."""
    table = next(name for name in plan.db.tables() if plan.db.of(name).fetch(id))
    plan.db.of(table).change(id, lambda found: found.update(fields))


def said(plan: Plan, code: str) -> list[str]:
    return [one.text for one in check(plan) if one.code == code]


def only(plan: Plan, code: str) -> Finding:
    [found] = [one for one in check(plan) if one.code == code]
    return found


def test_a_plan_that_holds_together_has_no_findings(small: Plan):
    open_ = small.add("open_decision", {"decision": "Which first?", "state": "open"})
    walk = {"title": "Walk", "decision": open_, "starts": "2026-06", "host": ["Ana"]}
    small.add("activity", walk | {"report_back_date": "2026-07"})
    small.add("row", {"person": "Ana", "hours": 4}, prompt="engaging.hours")
    housing = small.add("priority", {"title": "Housing"})
    small.add("root_cause", {"because": "Rules", "priority": housing})
    small.put("agreed.priorities", "Coalition, May 6, 2026")
    assert check(small) == []


def test_a_reference_to_a_removed_record_is_an_error_with_its_place(small: Plan):
    open_ = small.add("open_decision", {"decision": "Which first?"})
    walk = small.add("activity", {"title": "Data walk", "decision": open_})
    small.remove(open_)
    assert only(small, "broken-reference") == Finding(
        "broken-reference", "error", "“Data walk”, Feeds: points to a record that was removed.",
        walk, "decision", "activities", BY_CODE["broken-reference"].mend,
        f"aside.broken-reference.{walk}.decision",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"starts": "soon"}, "Begins: “soon” is not a date."),
        ({"starts": "June 2026"}, "Begins: This is kept in another form; write 2026-06."),
        ({"level": 9}, "level: This takes a whole number from 0 to 5."),
        ({"reach_planned": -1}, "reach planned: The least here is 0."),
        ({"reach_planned": float("nan")}, "NaN and infinity are not kept."),
        ({"pay_each": 12.0}, "pay each: This is kept in another form; write 12."),
        ({"title": ["a"]}, "Activity: This takes a line of text."),
        ({"title": "x" * 300}, "Activity: A line holds 200 characters; this one has 300."),
    ],
)
def test_a_value_that_nobody_could_have_entered_is_an_error(
    small: Plan, fields: dict[str, object], says: str
):
    walk = small.add("activity", {"title": "Data walk"})
    by_hand(small, walk, **fields)
    found = only(small, "not-a-value")
    assert says in found.text
    assert (found.severity, found.id, found.field, found.step) == (
        "error", walk, *fields, "activities",
    )  # fmt: skip


def test_a_reference_to_another_type_is_no_value(small: Plan):
    housing = small.add("priority", {"title": "Housing"})
    walk = small.add("activity", {"title": "Data walk"})
    by_hand(small, walk, decision=housing)
    assert only(small, "not-a-value").text == "“Data walk”, Feeds: This cannot point to a priority."


def test_a_cell_and_an_answer_are_looked_at_too(small: Plan):
    row = small.add("row", {"person": "Ana"}, prompt="engaging.hours")
    by_hand(small, row, cells={"person": "Ana", "hours": "many"})
    assert only(small, "not-a-value").text.startswith("“Ana”, Hours: This takes a number")
    by_hand(small, row, cells={"person": "Ana"})
    small.db.of("answers").keep("embarking.mind", {"value": "maybe"})
    assert only(small, "not-a-value").text == "“Ready to begin”: Answer yes or no."
    assert only(small, "not-a-value").step == "decision"


def test_what_no_screen_asks_is_looked_at_too(small: Plan):
    small.db.of("answers").keep(AS_OF, {"value": "soon"})
    found = only(small, "not-a-value")
    assert (found.id, found.step) == (AS_OF, "place")


def test_a_private_value_is_never_quoted(small: Plan):
    who = small.add("stakeholder", {"name": "Lee"})
    by_hand(small, who, stance="hostile-and-loud", contact=7)
    texts = [one.text for one in check(small)]
    assert not any("hostile" in one or "7" in one for one in texts)
    assert "“Lee”, stance: This holds something that it cannot take." in texts


def test_a_row_of_a_question_that_is_gone_is_in_no_table(small: Plan):
    row = small.add("row", {"person": "Ana"}, prompt="engaging.hours")
    by_hand(small, row, prompt="engaging.gone")
    found = only(small, "in-no-table")
    assert (found.severity, found.id, found.step) == ("warning", row, "")
    assert [one.code for one in check(small)] == ["in-no-table"]


@pytest.mark.parametrize(
    ("starts", "ends", "wrong"),
    [
        ("2026-06-02", "2026-06-01", True),
        ("2027", "2026-12", True),
        ("2026-Q3", "2026-06", True),
        ("2026-06", "2026", False),
        ("2026", "2026-02", False),
        ("2026-Q2", "2026-04-01", False),
        ("2026-06-01", "2026-06-01", False),
    ],
)
def test_what_ends_before_it_starts_however_the_dates_are_read(
    small: Plan, starts: str, ends: str, wrong: bool
):
    small.add("activity", {"title": "Data walk", "starts": starts, "ends": ends})
    found = said(small, "ends-before-start")
    assert found == (["“Data walk” ends before it starts."] if wrong else [])


def test_a_record_without_a_name_is_a_warning(small: Plan):
    small.add("activity", {"starts": "2026"})
    small.add("priority", {"why": "Loud"})
    assert said(small, "no-name") == ["One activity has no name.", "Priority 1 has no name."]


def test_what_this_content_does_not_know_is_kept_and_noted(small: Plan):
    small.db.of("answers").keep("weather.shelter", {"value": "The gym"})
    walk = small.add("activity", {"title": "Walk"})
    by_hand(small, walk, x_weather="rain")
    assert said(small, "not-known") == [
        "“weather.shelter” is no question here. What it holds is kept.",
        "“Walk” has a field “x_weather” that is not known. What it holds is kept.",
    ]


def test_a_conflict_waits_to_be_settled(small: Plan):
    walk = small.add("activity", {"title": "Walk"})
    row = small.add("row", {"person": "Ana"}, prompt="engaging.hours")
    waiting = [
        {"record": walk, "field": "title", "kind": "edit/edit"},
        {"record": walk, "kind": "edit/remove"},
        {"record": row, "field": "cells", "key": "hours", "kind": "edit/edit"},
        {"record": "embarking.mind", "field": "value", "kind": "edit/edit"},
    ]
    for number, one in enumerate(waiting):
        small.db.of("_conflicts").keep(f"c{number}", one)
    found = [one for one in check(small) if one.code == "conflict"]
    assert [(one.id, one.field, one.step, one.text) for one in found] == [
        (walk, "title", "activities", "“Walk”, title: two people wrote different things."),
        (walk, "", "activities", "“Walk”: one person changed this, another removed it."),
        (row, "hours", "activities", "“Ana”, hours: two people wrote different things."),
        ("embarking.mind", "", "decision", "“Ready to begin”: two people wrote different things."),
    ]


BREAKING: list[Callable[[Plan, str], object]] = [
    lambda plan, id: by_hand(plan, id, ends="2020", starts="2026", decision="opn-gone0000"),
    lambda plan, id: by_hand(plan, id, level=9, nonsense=1, title=None),
]


def test_the_gravest_stand_first(small: Plan):
    ids = [small.add("activity", {"title": "Walk"}) for _ in BREAKING]
    for breaking, id in zip(BREAKING, ids, strict=True):
        breaking(small, id)
    rank = ["error", "warning", "note"]
    found = [rank.index(one.severity) for one in check(small)]
    assert found == sorted(found)
    assert set(found) == {0, 1, 2}


def test_what_is_set_aside_at_one_field_is_told_at_another(small: Plan):
    open_ = small.add("open_decision", {"decision": "Which first?"})
    group = small.add("community_group", {"name": "Renters"})
    walk = small.add("activity", {"title": "Walk", "decision": open_, "groups": [group]})
    small.remove(open_)
    small.put(only(small, "broken-reference").reason_id, "It was decided without us")
    small.remove(group)
    assert [one.field for one in examine(small) if one.code == "broken-reference"] == [
        "groups", "decision",
    ]  # fmt: skip
    assert only(small, "broken-reference").id == walk


def test_a_reason_of_what_is_found_no_more_is_listed_and_can_be_taken_up(small: Plan):
    action = small.add("activity", {"title": "Walk"})
    reason_id = aside("activity-without-decision", action)
    small.put(reason_id, "The date was set by the board")
    decision = small.add("open_decision", {"decision": "Which first?", "state": "open"})
    small.put(action, decision, "decision")
    last = examine(small)[-1]
    assert (last.reason_id, last.aside) == (reason_id, "The date was set by the board")
    assert last.text == "“activity-without-decision” is not found there any more."
    small.put(last.reason_id, None)
    assert not any(one.aside for one in examine(small))


def test_a_reason_for_a_check_that_there_is_not_is_listed(small: Plan):
    walk = small.add("activity", {"title": "Walk"})
    small.put(aside("activity-without-shoes", walk), "A check of a newer version")
    last = examine(small)[-1]
    assert last.aside == "A check of a newer version"
    assert way(small, last) == ("", "")
