"""Two people's work as one: nothing is lost, and what cannot be one is a conflict."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.edits import Edit
from workbook.store.changes import Foreign, changes
from workbook.store.merge import CONFLICTS, merge

BASE = {
    "answers": {"a.b": {"value": "old"}},
    "stakeholder": {"stk-1": {"name": "Ana", "groups": ["x", "y"], "power": 1}},
    "row": {"row-1": {"prompt": "p.q", "cells": {"who": "Ana", "hours": 1}}},
}


def record(**fields: Any) -> dict[str, Any]:
    return BASE | {"stakeholder": {"stk-1": BASE["stakeholder"]["stk-1"] | fields}}


def one(held: dict[str, Any]) -> Any:
    return held["stakeholder"]["stk-1"]


def conflicts(held: dict[str, Any]) -> list[Any]:
    return list(held.get(CONFLICTS, {}).values())


def test_different_fields_of_one_record_are_both_kept():
    both = merge(BASE, record(name="Bo"), record(power=2))
    assert one(both) == {"name": "Bo", "groups": ["x", "y"], "power": 2}
    assert not conflicts(both)


def test_the_same_field_keeps_ours_and_the_other_as_a_conflict():
    both = merge(BASE, record(name="ours"), record(name="theirs"), who="Ana", at="now")
    assert one(both)["name"] == "ours"
    assert conflicts(both) == [
        {
            "table": "stakeholder", "record": "stk-1", "field": "name", "base": "Ana",
            "kept": "ours", "other": "theirs", "kind": "edit/edit", "by": "Ana", "at": "now",
        }
    ]  # fmt: skip


def test_the_same_change_on_both_sides_is_no_conflict():
    both = merge(BASE, record(name="Bo"), record(name="Bo"))
    assert both == record(name="Bo")


@pytest.mark.parametrize("turned", [False, True])
def test_an_edit_wins_over_a_removal_and_both_are_told(turned: bool):
    sides = [record(name="Bo"), BASE | {"stakeholder": {}}]
    both = merge(BASE, *(reversed(sides) if turned else sides))
    assert one(both)["name"] == "Bo"
    [conflict] = conflicts(both)
    assert (conflict["kind"], conflict["other"]) == ("edit/remove", None)
    assert conflict["kept"] == one(both)


def test_an_unchanged_record_that_one_side_removed_goes():
    assert merge(BASE, BASE, BASE | {"stakeholder": {}})["stakeholder"] == {}
    assert merge(BASE, BASE | {"stakeholder": {}}, record())["stakeholder"] == {}


def test_a_cleared_field_stays_cleared_and_wins_over_nothing():
    cleared = BASE | {"stakeholder": {"stk-1": {"name": "Ana", "groups": ["x", "y"]}}}
    assert one(merge(BASE, cleared, record(name="Bo"))) == {"name": "Bo", "groups": ["x", "y"]}
    assert one(merge(BASE, cleared, record(power=2)))["power"] == 2


def test_lists_are_merged_as_sets_in_order():
    both = merge(BASE, record(groups=["y", "ours"]), record(groups=["x", "y", "theirs"]))
    assert one(both)["groups"] == ["y", "theirs", "ours"]
    assert not conflicts(both)


def test_lists_that_both_sides_began_are_joined():
    assert one(merge(BASE, record(new=["a"]), record(new=["b", "a"])))["new"] == ["b", "a"]


def test_cells_of_one_row_are_merged_one_by_one():
    ours = BASE | {"row": {"row-1": {"prompt": "p.q", "cells": {"who": "Bo", "hours": 1}}}}
    theirs = BASE | {"row": {"row-1": {"prompt": "p.q", "cells": {"who": "Cy", "hours": 2}}}}
    both = merge(BASE, ours, theirs)
    assert both["row"]["row-1"]["cells"] == {"who": "Bo", "hours": 2}
    [conflict] = conflicts(both)
    assert (conflict["field"], conflict["key"], conflict["other"]) == ("cells", "who", "Cy")


def test_one_and_true_are_not_the_same():
    assert one(merge(BASE, BASE, record(power=True)))["power"] is True
    assert one(merge(BASE, record(power=True), record(name="Bo")))["power"] is True


def test_a_table_that_is_missing_is_damage_and_not_a_removal():
    without = {"answers": {"a.b": {"value": "new"}}}
    both = merge(BASE, record(name="Bo"), without)
    assert both == record(name="Bo") | without


def test_the_same_conflict_met_twice_is_one_and_a_choice_removes_it():
    first = merge(BASE, record(name="ours"), record(name="theirs"), at="1")
    again = merge(BASE, first, record(name="theirs"), at="2")
    assert again[CONFLICTS] == first[CONFLICTS]
    chosen = first | {CONFLICTS: {}}
    assert merge(first, chosen, first)[CONFLICTS] == {}
    assert merge(first, first, chosen)[CONFLICTS] == {}


_IDS = st.sampled_from(["r-1", "r-2", "r-3"])
_LEAF = st.sampled_from([0, 1, True, 1.0, "a", "b", None, ["a"], ["a", "b"], {"k": 1}, {"k": "b"}])
_RECORD = st.dictionaries(st.sampled_from(["f", "g", "cells"]), _LEAF, max_size=3)
_HELD = st.fixed_dictionaries({"t": st.dictionaries(_IDS, _RECORD, max_size=3)})


@given(_HELD, _HELD, _HELD)
def test_every_value_that_a_side_wrote_is_there_or_in_a_conflict(base, ours, theirs):
    both = merge(base, ours, theirs)
    told = repr(conflicts(both))
    for side in (ours, theirs):
        for edit in changes(base, side):
            if edit.new is None:
                continue
            fields = {"": edit.new} if edit.field else edit.new
            for field, value in fields.items():
                now = both["t"].get(edit.id, {}).get(edit.field or field)
                joined = isinstance(value, list | dict) and type(now) is type(value)
                assert repr(now) == repr(value) or repr(value) in told or joined


@given(_HELD, _HELD)
def test_one_sided_work_is_taken_as_it_is(base, side):
    assert repr(merge(base, side, base)) == repr(side)
    assert merge(base, base, side) == side
    assert CONFLICTS not in merge(base, side, side)


def test_changes_are_edits_of_fields_answers_cells_and_whole_records():
    after = {
        "answers": {"a.b": {"value": "new"}, "c.d": {"value": 1}},
        "stakeholder": {"stk-2": {"name": "Bo"}},
        "row": {"row-1": {"prompt": "p.q", "cells": {"who": "Ana", "hours": 2}}},
    }
    found = changes(BASE, after)
    ana = BASE["stakeholder"]["stk-1"]
    assert [(e.table, e.id, e.field, e.old, e.new) for e in found if e.field != "cells"] == [
        ("answers", "a.b", "", "old", "new"),
        ("answers", "c.d", "", None, 1),
        ("stakeholder", "stk-1", "", ana, None),
        ("stakeholder", "stk-2", "", None, {"name": "Bo"}),
        ("row", "row-1", "hours", 1, 2),
    ]
    assert all(isinstance(edit, Foreign) and isinstance(edit, Edit) for edit in found)
    assert changes(after, after) == []
