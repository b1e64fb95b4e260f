"""Tables in plain lines: add, edit, move, remove, a row begun and left."""

from collections.abc import Callable

import pytest

from workbook.plan import Plan

Driver = Callable[..., str]


def groups(plan: Plan) -> list[str]:
    return [plan.label(one.id) for one in plan.rows(plan.curriculum.tables["groups"])]


def add(plan: Plan, *names: str) -> None:
    for name in names:
        plan.add("community_group", {"name": name})


def test_an_empty_table_says_what_belongs_there(walk: Driver):
    said = walk("\n", "groups")
    assert "Groups: none so far." in said
    assert "No groups yet." in said
    assert "Type add, or Enter to go on" in said


def test_a_row_is_added_field_by_field(walk: Driver, plan: Plan):
    said = walk("add\nEast side\n12\n2024\nlist\n\n", "groups")
    assert "Group. Question 2 of 3. share." in said
    assert "Kept: East side." in said
    assert "Groups: 1 so far.\n1. East side. share: 12%" in said
    (row,) = plan.rows(plan.curriculum.tables["groups"])
    assert (row.data["name"], row.data["share"], row.data["year"]) == ("East side", 12, "2024")


def test_a_row_of_a_question_of_its_own_is_added_the_same_way(walk: Driver, plan: Plan):
    walk("add\nAna Ruiz\n6\n\n", "hours")
    (row,) = plan.rows(plan.curriculum.tables["small.hours"])
    assert row.data["prompt"] == "small.hours"
    assert row.data["cells"] == {"who": ["Ana Ruiz"], "hours": 6}


@pytest.mark.parametrize(
    "typed", ["add", "add\n", "add\n\n\n\n\n", "add\n:later\n", "add\n:quit\n"]
)
def test_a_row_without_a_word_is_not_kept(walk: Driver, plan: Plan, typed: str):
    walk(typed, "groups")
    assert groups(plan) == []


@pytest.mark.parametrize(
    "typed", ["add\nEast side", "add\nEast side\n:quit\n", "add\n\n:back\nEast side\n:later\n"]
)
def test_a_row_begun_and_left_keeps_what_was_given(walk: Driver, plan: Plan, typed: str):
    walk(typed, "groups")
    assert groups(plan) == ["East side"]


def test_the_rows_are_read_when_one_comes_and_on_request_not_after_each_change(
    walk: Driver, plan: Plan
):
    add(plan, "East", "West")
    assert walk("up 2\nremove 2\nadd\nNorth\n:done\n", "groups").count("1. East.") == 1
    assert walk("list\n", "groups").count("1. West.") == 2


@pytest.mark.parametrize("typed", ["edit 1 share", "1 SHARE", "e 1 sh", "edit 1 s"])
def test_a_row_is_edited_from_the_named_field_on(walk: Driver, plan: Plan, typed: str):
    add(plan, "East")
    said = walk(f"{typed}\n12\n:done\n", "groups")
    assert "Group. Question 1 of 3." not in said
    assert "Kept: East." in said
    (row,) = plan.rows(plan.curriculum.tables["groups"])
    assert row.data["share"] == 12


def test_a_field_that_is_none_is_answered_with_those_that_are(walk: Driver, plan: Plan):
    add(plan, "East")
    said = walk("edit 1 colour\n", "groups")
    assert "“colour” is none of the fields, which are: name, share, year." in said


def test_done_leaves_a_row_from_any_field_and_is_said_to_be_none_elsewhere(
    walk: Driver, plan: Plan
):
    said = walk(":done\nadd\nEast\n:done\n\n:done\nPrairie\n", "groups", "kinds")
    assert "This is the table itself: Enter goes on." in said
    assert "This is not one of a table's rows" in said
    assert groups(plan) == ["East"]
    assert plan.answer("small.line") == "Prairie"


def test_back_in_the_first_field_leaves_the_row(walk: Driver, plan: Plan):
    said = walk("add\n:back\n\n", "groups")
    assert "Nothing was added." in said


@pytest.mark.parametrize(
    "typed", ["edit 2\nSouth\n\n\n", "2\nSouth\n\n\n", "e2\nSouth\n", "EDIT 2\nSouth"]
)
def test_a_row_is_edited_by_its_number(walk: Driver, plan: Plan, typed: str):
    add(plan, "East", "West")
    walk(typed, "groups")
    assert groups(plan) == ["East", "South"]


def test_a_field_of_a_row_can_be_emptied(walk: Driver, plan: Plan):
    add(plan, "East")
    (row,) = plan.rows(plan.curriculum.tables["groups"])
    plan.put(row.id, 12, "share")
    walk("edit 1\n\n:clear\n", "groups")
    assert plan.raw(row.id, "share") is None


def test_a_row_is_removed_and_named(walk: Driver, plan: Plan):
    add(plan, "East", "West")
    assert "Removed: East." in walk("remove 1\n", "groups")
    assert groups(plan) == ["West"]


def test_rows_move_up_and_down(walk: Driver, plan: Plan):
    add(plan, "East", "West", "South")
    said = walk("up 3\ndown 1\n", "groups")
    assert "South is 2 of 3 now." in said
    assert groups(plan) == ["South", "East", "West"]


@pytest.mark.parametrize(
    "typed", ["edit", "edit 9", "add 2", "delete 1", "0", "?", ":clear", "edit one"]
)
def test_what_is_nothing_to_do_is_refused_in_a_sentence(walk: Driver, plan: Plan, typed: str):
    add(plan, "East")
    said = walk(f"{typed}\n", "groups")
    assert groups(plan) == ["East"]
    assert said.count("Question 1 of 1.") == 1
    assert "Enter to go on" in said


def test_later_leaves_the_table_and_the_step(walk: Driver, plan: Plan):
    walk(":later\nPrairie\n", "groups", "kinds")
    assert plan.answer("small.line") == "Prairie"


def test_help_is_the_guidance_of_the_tables_step(walk: Driver):
    assert "How to do groups." in walk(":help\n", "groups")


def test_a_removed_reference_is_shown_as_removed(walk: Driver, plan: Plan):
    add(plan, "East")
    (row,) = plan.rows(plan.curriculum.tables["groups"])
    plan.put("small.ref", row.id)
    plan.remove(row.id)
    assert f"Now: (removed: {row.id})" in walk("\n" * 12, "kinds")
