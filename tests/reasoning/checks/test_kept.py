"""What is kept from edit to edit is what the checks would find if they were asked from nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import astuple
from typing import Any

import pytest

from tests.content.conftest import EXAMPLE, TODAY_OF_EXAMPLE, opened
from workbook.curriculum import Curriculum, load
from workbook.plan import Plan
from workbook.reasoning.checks import Kept, aside, examine, kept
from workbook.reasoning.graph import Graph
from workbook.reasoning.places import Places, Written
from workbook.reasoning.progress import Progress, state
from workbook.records import TYPES
from workbook.records.sustaining import Stewardship
from workbook.store.changes import Foreign

Deed = Callable[[random.Random, Plan, list[Written]], None]


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    return load()


def followed(curriculum: Curriculum) -> tuple[Plan, Kept]:
    """The worked example with its checks, kept as an open workbook keeps them."""
    plan = opened(EXAMPLE, curriculum, TODAY_OF_EXAMPLE)
    graph = Graph(plan)
    plan.subscribe(graph.update)
    checks = kept(plan, graph)
    plan.subscribe(checks.update)
    return plan, checks


def empty_a_field(chance: random.Random, plan: Plan, all_: list[Written]) -> None:
    one = chance.choice([each for each in all_ if each.record and each.values])
    plan.put(one.id, None, chance.choice(one.values).field)


def take_a_value_of_another(chance: random.Random, plan: Plan, all_: list[Written]) -> None:
    """Gives a record what another of its type says, so that dates, links and states move."""
    one = chance.choice([each for each in all_ if each.record and each.values])
    assert one.record is not None
    field = chance.choice(one.values).field
    plan.put(one.id, plan.raw(chance.choice(plan.records(type(one.record))).id, field), field)


def remove(chance: random.Random, plan: Plan, all_: list[Written]) -> None:
    plan.remove(chance.choice([each for each in all_ if each.record]).id)


def add(chance: random.Random, plan: Plan, all_: list[Written]) -> None:
    plan.add(chance.choice([name for name in TYPES if name != "row"]))


def clear_an_answer(chance: random.Random, plan: Plan, all_: list[Written]) -> None:
    plan.put(chance.choice([each.id for each in all_ if not each.record]), None)


def set_aside(chance: random.Random, plan: Plan, all_: list[Written]) -> None:
    one = chance.choice(examine(plan))
    plan.put(aside(one.code, one.id), None if one.aside else "We know")


def break_by_hand(chance: random.Random, plan: Plan, all_: list[Written]) -> None:
    """What another session, or an editor, wrote into the file."""
    one = chance.choice([each for each in all_ if each.record and each.values])
    field, table = chance.choice(one.values).field, plan.type_of(one.id) or ""
    if table != "row":
        new: Any = chance.choice(["prs-00000000", ["stk-00000000"], 7, "[[mts-00000000]]", {}])
        edit = Foreign(table, one.id, field, plan.raw(one.id, field), new)
        plan.db.of(table).change(one.id, lambda fields: fields.update({field: new}))
        plan.tell([edit])


def undo(chance: random.Random, plan: Plan, all_: list[Written]) -> None:
    plan.settle()
    for _ in range(chance.randint(1, 3)):
        plan.undo(force=True)


DEEDS: tuple[Deed, ...] = (
    empty_a_field, take_a_value_of_another, remove, add, clear_an_answer, set_aside,
    break_by_hand, undo,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_what_is_kept_is_what_is_found_from_nothing(
    curriculum: Curriculum, seed: int
):
    plan, checks = followed(curriculum)
    chance, told = random.Random(seed), set[str]()
    for _ in range(60):
        for _ in range(chance.randint(1, 3)):
            chance.choice(DEEDS)(chance, plan, list(Places(plan).all()))
        assert [astuple(one) for one in checks.all] == [astuple(one) for one in examine(plan)]
        told |= {one.code for one in checks.all}
    assert len(told) > 12


def test_after_any_edits_each_step_is_as_far_as_if_it_were_looked_at_from_nothing(
    curriculum: Curriculum,
):
    plan, chance = opened(EXAMPLE, curriculum, TODAY_OF_EXAMPLE), random.Random(5)
    progress, seen = Progress(plan), set[str]()
    plan.subscribe(progress.update)
    for _ in range(50):
        for _ in range(chance.randint(1, 3)):
            chance.choice(DEEDS)(chance, plan, list(Places(plan).all()))
        for step in curriculum.steps.values():
            assert progress.state(step) == state(plan, step), step.id
            seen.add(progress.state(step).word)
    assert seen == {"started", "enough"}


def test_a_record_that_comes_back_mends_what_pointed_to_it(curriculum: Curriculum):
    plan, checks = followed(curriculum)
    before = checks.all
    plan.remove("act-377d7hb7")
    assert "broken-reference" in {one.code for one in checks.all}
    plan.undo()
    assert checks.all == before


def test_without_an_edit_nothing_is_asked_again(curriculum: Curriculum):
    plan, checks = followed(curriculum)
    assert checks.all is checks.all
    plan.put("act-377d7hb7", "Another name", "place")
    assert checks.all is checks.all


def test_a_conflict_that_no_edit_tells_of_is_found_with_the_next_one(curriculum: Curriculum):
    plan, checks = followed(curriculum)
    assert "conflict" not in {one.code for one in checks.all}
    plan.dispute("act-377d7hb7", "place", "was", "theirs", "ours")
    plan.put("act-377d7hb7", "ours", "place")
    assert "conflict" in {one.code for one in checks.all}


def test_a_place_that_is_called_by_another_record_takes_its_new_name(curriculum: Curriculum):
    plan, checks = followed(curriculum)
    row = plan.records(Stewardship)[0]
    plan.put(row.id, None, "steward")
    plan.put(row.id, None, "action")
    plan.put(row.id, "stg-bm3gswyc", "action")
    plan.db.of("stewardship").change(row.id, lambda fields: fields.update(approving_body=7))
    plan.tell([Foreign("stewardship", row.id, "approving_body", "", 7)])
    (before,) = [one.text for one in checks.all if one.code == "not-a-value"]
    plan.put("stg-bm3gswyc", "Ring the late bus", "title")
    (now,) = [one.text for one in checks.all if one.code == "not-a-value"]
    assert "Ring the late bus" not in before
    assert "Ring the late bus" in now
