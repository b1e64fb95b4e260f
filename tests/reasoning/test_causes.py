"""The tree of whys: every cause once, in its place, whatever the file holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb.storages import MemoryStorage

from tests.conftest import TODAY
from workbook.curriculum import Curriculum, load
from workbook.plan import Plan
from workbook.reasoning.causes import Tree, conditions, may_hang_under, trees
from workbook.store.tables import Tables


def cause(plan: Plan, because: str, **values: object) -> str:
    return plan.add("root_cause", {"because": because, **values})


def drawn(tree: Tree) -> list[str]:
    """A tree as one would draw it by hand."""
    return ["  " * one.depth + str(one.cause.because) for one in tree.whys]


def test_each_why_stands_under_what_it_explains_in_the_order_of_the_file(plan: Plan):
    priority = plan.add("priority", {"title": "Homes"})
    a = cause(plan, "a", priority=priority)
    b = cause(plan, "b", priority=priority)
    aa = cause(plan, "aa", priority=priority, parent=a)
    cause(plan, "ba", parent=b)
    cause(plan, "aaa", parent=aa)
    cause(plan, "ab", parent=a)
    [tree] = trees(plan)
    assert tree.priority == priority
    assert drawn(tree) == ["a", "  aa", "    aaa", "  ab", "b", "  ba"]
    assert [one.last for one in tree.whys] == [False, False, True, True, True, True]
    assert [one.rails for one in tree.whys][2] == (True, True)
    assert [one.children for one in tree.whys] == [2, 1, 0, 0, 1, 0]


def test_what_reaches_a_cause_is_said_there_and_above_it(plan: Plan):
    top = cause(plan, "top")
    deep = cause(plan, "deep", parent=top)
    other = cause(plan, "other")
    action = plan.add("strategic_action", {"title": "Act", "causes": [deep]})
    [tree] = trees(plan)
    assert [(one.cause.id, one.actions, one.deeper) for one in tree.whys] == [
        (top, (), True), (deep, (action,), False), (other, (), False),
    ]  # fmt: skip


def test_what_hangs_in_no_tree_is_drawn_apart(plan: Plan):
    priority = plan.add("priority", {"title": "Homes"})
    gone = cause(plan, "gone", priority=priority)
    cause(plan, "orphan", priority=priority, parent=gone)
    a = cause(plan, "a")
    b = cause(plan, "b", parent=a)
    cause(plan, "hangs below", parent=b)
    plan.put(a, b, "parent")
    plan.remove(gone)
    of_priority, loose, circle = trees(plan)
    assert of_priority.whys == ()
    assert (loose.broken, drawn(loose)) == ("gone", ["orphan"])
    assert (circle.broken, drawn(circle)) == ("circle", ["a", "b", "  hangs below"])


def test_a_removed_priority_leaves_its_causes_in_sight(plan: Plan):
    priority = plan.add("priority", {"title": "Homes"})
    cause(plan, "a", priority=priority)
    plan.remove(priority)
    [tree] = trees(plan)
    assert (tree.priority, drawn(tree)) == ("", ["a"])


def test_conditions_are_counted_with_those_that_nobody_looked_for(plan: Plan):
    cause(plan, "a", condition="policies")
    cause(plan, "b", condition="policies")
    cause(plan, "c")
    [tree] = trees(plan)
    named = list(plan.options("six-conditions"))
    found = conditions(tree.whys, named)
    assert list(found) == named
    assert found["policies"] == 2
    assert sum(found.values()) == 2


def test_nothing_may_hang_under_itself_or_what_is_below_it(plan: Plan):
    a = cause(plan, "a")
    b = cause(plan, "b", parent=a)
    c = cause(plan, "c")
    assert may_hang_under(plan, a) == [c]
    assert may_hang_under(plan, b) == [a, c]


def test_prairie_forks_tree_is_the_examples(example: Plan):
    first, second = trees(example)
    assert len(first.whys) + len(second.whys) == 10
    assert {one.broken for one in (first, second)} == {""}


@pytest.fixture(scope="module")
def content() -> Curriculum:
    return load()


@given(st.lists(st.integers(-3, 12), max_size=12))
def test_every_cause_is_in_one_tree_once(content: Curriculum, parents: list[int]):
    plan = Plan(Tables(storage=MemoryStorage), content, today=TODAY, who="Ana")
    ids = [cause(plan, str(number)) for number in range(len(parents))]
    plan.db.storage.write(
        {
            "root_cause": {
                id: {"because": id, "order": id}
                | ({"parent": (ids[at] if at < len(ids) else "cau-00000000")} if at >= 0 else {})
                for id, at in zip(ids, parents, strict=True)
            }
        }
    )
    found = [one.cause.id for tree in trees(plan) for one in tree.whys]
    assert sorted(found) == sorted(ids)
