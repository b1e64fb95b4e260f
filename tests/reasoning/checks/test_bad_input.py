"""Circles, dates that run backward, a file edited by hand into nonsense: shown, never a crash."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb.storages import MemoryStorage

from tests.content.conftest import EXAMPLE, TODAY_OF_EXAMPLE, opened
from tests.reasoning.checks.books import Book
from workbook.curriculum import Curriculum
from workbook.kinds import Invalid
from workbook.map.public import Public
from workbook.plan import Plan
from workbook.reasoning.checks import check, examine
from workbook.reasoning.circles import circles
from workbook.reasoning.next_step import others
from workbook.records import TYPES

NONSENSE: list[Any] = [
    None, True, 9, -1, 2.5, float("nan"), float("inf"), 10**30, "", " ", "x" * 300, "2026-13-45",
    "2026-99", "act-gone0000", "aside.", [], [1], [None], [[]], ["stk-gone0000"], ["x"], {},
    {"2023": 1}, {"2023": {"quality": []}}, {"item": 1}, [{"item": "lgc-gone0000"}], [{"item": 3}],
    [{"item": "lgc-gone0000", "rationale": 7}],
]  # fmt: skip


@pytest.fixture
def example(curriculum: Curriculum) -> Plan:
    return opened(EXAMPLE, curriculum, TODAY_OF_EXAMPLE)


def codes(plan: Plan) -> set[str]:
    return {one.code for one in check(plan)}


def test_a_cause_that_is_its_own_ancestor(plan: Plan):
    book = Book(plan)
    alone = book.add("root_cause", because="Rules")
    book.put(alone, alone, "parent")
    assert [one.id for one in check(plan) if one.code == "cause-circle"] == [alone]


def test_each_circle_is_told_once_and_what_leads_to_it_is_not(plan: Plan):
    book = Book(plan)
    top = book.add("root_cause", because="Top")
    below = book.add("root_cause", because="Below", parent=top)
    book.put(top, below, "parent")
    book.add("root_cause", because="Under the circle", parent=below)
    others_ = [book.add("root_cause", because=one) for one in "ab"]
    book.put(others_[0], others_[1], "parent")
    book.put(others_[1], others_[0], "parent")
    found = [one.id for one in check(plan) if one.code == "cause-circle"]
    assert found == [top, others_[0]]


def test_actions_that_wait_for_each_other_and_an_outcome_that_leads_back(plan: Plan):
    book = Book(plan)
    ids = [book.add("strategic_action", title=one) for one in "abc"]
    for one, to in zip(ids, [*ids[1:], ids[0]], strict=True):
        book.put(one, [to], "depends_on")
    input_ = book.add("logic_item", text="Money", column="input")
    book.add("logic_item", text="Homes", column="short", leads_to=[{"item": input_}])
    assert {"depends-circle", "item-leads-back"} <= codes(plan)


def test_a_very_long_chain_is_followed_to_its_end(curriculum: Curriculum):
    from workbook.store.tables import Tables

    db = Tables(storage=MemoryStorage)
    ids = [f"cau-{number:08}" for number in range(5000)]
    rows = {
        id: {"because": "Rules", "order": f"a{id}", "parent": above}
        for id, above in zip(ids, [ids[-1], *ids], strict=False)
    }
    db.storage.write({"root_cause": rows})
    plan = Plan(db, curriculum, today=TODAY_OF_EXAMPLE)
    assert [one.id for one in check(plan) if one.code == "cause-circle"] == [ids[0]]


@pytest.mark.parametrize("nonsense", NONSENSE, ids=lambda one: repr(one)[:24])
def test_nonsense_in_every_field_is_found_and_never_a_crash(example: Plan, nonsense: Any):
    wrong = set()
    for name, type in TYPES.items():
        for record in example.records(type)[:1]:
            every = dict.fromkeys((*type.fields, "order"), nonsense)
            example.db.of(name).change(record.id, lambda held, e=every: held.update(e))
            wrong |= {
                (record.id, field if name != "row" else "")
                for field, kind in type.fields.items()
                if not _may_stand(example, kind, nonsense)
            }
    found = {(one.id, one.field) for one in examine(example)}
    assert wrong - found == set()
    assert len(others(example, 3)) == 3


def _may_stand(plan: Plan, kind: Any, value: Any) -> bool:
    """Whether a field could hold a value, or holds nothing by it."""
    if value is None or value == "" or kind.word in ("cells", ""):
        return True
    if any(plan.type_of(id) is None for id in kind.points(value)):
        return False
    try:
        return kind.holds(value) and kind.clean(value, plan) in (value, None)
    except Invalid:
        return False


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from(["stg-bm3gswyc", "lgc-n32dbhep", "cau-m64rvpgj", "2026", "2026-Q9"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=40)
@given(st.data())
def test_whatever_stands_in_the_file_the_checks_speak_of_it(curriculum: Curriculum, data: Any):
    plan = opened(EXAMPLE, curriculum, TODAY_OF_EXAMPLE)
    for _ in range(data.draw(st.integers(1, 6))):
        name = data.draw(st.sampled_from([*TYPES, "answers"]))
        ids = [str(one.doc_id) for one in plan.db.of(name)]
        if not ids:
            continue
        id, value = data.draw(st.sampled_from(ids)), data.draw(_JSON)
        fields = [*TYPES[name].fields] if name in TYPES else ["value"]
        field = data.draw(st.sampled_from([*fields, "order", "unknown"]))
        plan.db.of(name).change(id, lambda held, f=field, v=value: held.update({f: v}))
    for one in [*examine(plan), *examine(plan, Public(plan))]:
        assert one.text.endswith(".")
    assert len(others(plan, 3)) <= 3


@given(st.dictionaries(st.integers(0, 8), st.lists(st.integers(0, 9), max_size=4), max_size=9))
def test_a_circle_is_what_can_be_reached_from_itself(net: dict[int, list[int]]):
    after = {str(id): [str(one) for one in ends] for id, ends in net.items()}

    def reached(start: str) -> set[str]:
        met, waiting = set[str](), list(after[start])
        while waiting:
            if (one := waiting.pop()) in after and one not in met:
                met.add(one)
                waiting += after[one]
        return met

    alike = {
        frozenset(b for b in after if b in reached(a) and a in reached(b))
        for a in after
        if a in reached(a)
    }
    assert {frozenset(one) for one in circles(after)} == alike
