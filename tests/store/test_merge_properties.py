"""What holds of every merge, and that a merge that is a little wrong is caught at it."""

import copy
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from workbook.store import merge as module
from workbook.store.changes import changes
from workbook.store.format import Held
from workbook.store.merge import CONFLICTS, merge, same

Merge = Callable[..., Held]
_VALUE = st.sampled_from([1, True, 1.0]) | st.sampled_from(
    [0, "a", "b", None, [], ["a"], ["b"], ["a", "b"], ["b", "c"], [{"x": 1}], [1], [True],
     {"k": 1}, {"k": "b"}, {"j": 1, "k": 1}]
)  # fmt: skip
_TAGS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=3, unique=True)
_RECORD = st.fixed_dictionaries(
    {"tags": _TAGS}, optional={"f": _VALUE, "g": _VALUE, "cells": _VALUE}
)
_TABLE = st.dictionaries(st.sampled_from(["r-1", "r-2"]), _RECORD, max_size=2)
_HELD = st.fixed_dictionaries({"t": _TABLE})


def conflicts(held: Held) -> list[dict[str, Any]]:
    return list(held.get(CONFLICTS, {}).values())


def plain(held: Held) -> Any:
    """Without conflicts, and with lists of plain values in no order."""
    return _unordered({name: one for name, one in held.items() if name != CONFLICTS})


def _unordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _unordered(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return ["a list", *sorted(map(repr, value))]
    return repr(value)


def nothing_is_lost(merge: Merge, base: Held, ours: Held, theirs: Held) -> None:
    """Each value that a side wrote stands there, in a conflict, or entry by entry in what does."""
    both = merge(base, ours, theirs)
    told = [one for each in conflicts(both) for one in (each["kept"], each["other"])]
    for side in (ours, theirs):
        for edit in changes(base, side):
            written = {edit.field: edit.new} if edit.field else edit.new or {}
            for field, value in written.items():
                now = both["t"].get(edit.id, {}).get(field)
                was = base["t"].get(edit.id, {}).get(field)
                assert _is_there(value, now, was, told)


def _is_there(value: Any, now: Any, was: Any, told: list[Any]) -> bool:
    if same(value, now) or value is None or any(_holds(one, value) for one in told):
        return True
    if isinstance(value, list) and isinstance(now, list):
        added = [one for one in value if not (isinstance(was, list) and one in was)]
        return all(one in now for one in added)
    if isinstance(value, dict) and isinstance(now, dict):
        was = was if isinstance(was, dict) else {}
        return all(_is_there(one, now.get(k), was.get(k), told) for k, one in value.items()
                   if not same(one, was.get(k)))  # fmt: skip
    return False


def _holds(told: Any, value: Any) -> bool:
    """Whether a conflict's value is this one, or a record that has it in a field."""
    return same(told, value) or (
        isinstance(told, dict) and any(same(one, value) for one in told.values())
    )


def a_removal_holds(merge: Merge, base: Held, ours: Held, theirs: Held) -> None:
    """What a side took away is gone, unless the other side wrote there; an edit wins, flagged."""
    both = merge(base, ours, theirs)["t"]
    flagged = {one["record"] for one in conflicts(merge(base, ours, theirs))}
    for side, other in ((ours["t"], theirs["t"]), (theirs["t"], ours["t"])):
        for id, was in base["t"].items():
            if id not in side:
                edited = id in other and not same(other[id], was)
                assert (id in both) == edited
                assert not edited or id in flagged
            elif id in other:
                for field, old in was.items():
                    if field not in side[id] and same(other[id].get(field), old):
                        assert field not in both[id]
                gone = set(was["tags"]) - set(side[id]["tags"])
                assert not gone & set(both[id]["tags"])


def it_is_symmetric(merge: Merge, base: Held, ours: Held, theirs: Held) -> None:
    """Turned round, the same comes out but for which of two values stays."""
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    sides = ("kept", "other")
    assert sorted(_clash(each, sides) for each in conflicts(one)) == sorted(
        _clash(each, _turned(each)) for each in conflicts(other)
    )
    if not conflicts(one):
        assert plain(one) == plain(other)


def _turned(conflict: dict[str, Any]) -> tuple[str, str]:
    """An edit stays before a removal whoever made it; of two edits the other one does."""
    return ("other", "kept") if conflict["kind"] == "edit/edit" else ("kept", "other")


def _clash(conflict: dict[str, Any], sides: tuple[str, str]) -> str:
    places = [conflict.get(part) for part in ("table", "record", "field", "key")]
    # Where one side has lists and the other edits on, order alone may differ.
    return repr([places, conflict["kind"], *(_unordered(conflict[side]) for side in sides)])


def again_changes_nothing(merge: Merge, base: Held, ours: Held, theirs: Held) -> None:
    """A merge that is merged again with either side, or with itself, is what it was."""
    both = merge(base, ours, theirs, at="first")
    assert merge(base, both, theirs, at="again") == both
    assert merge(theirs, both, theirs, at="again") == both
    assert merge(both, both, both) == both


def one_sided_work_is_taken(merge: Merge, base: Held, ours: Held, theirs: Held) -> None:
    """Where one side did nothing, the other's work is the result, to the letter."""
    idle = copy.deepcopy(base)
    assert plain(merge(base, ours, idle)) == plain(ours)
    assert plain(merge(base, idle, theirs)) == plain(theirs)
    assert plain(merge(base, ours, copy.deepcopy(ours))) == plain(ours)
    assert not conflicts(merge(base, ours, idle)) + conflicts(merge(base, ours, ours))


LAWS = [
    nothing_is_lost, a_removal_holds, it_is_symmetric, again_changes_nothing,
    one_sided_work_is_taken,
]  # fmt: skip


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_this_holds_of_every_merge(law: Callable[..., None]):
    @settings(max_examples=400)
    @given(_HELD, _HELD, _HELD)
    def holds(base: Held, ours: Held, theirs: Held) -> None:
        law(merge, base, ours, theirs)

    holds()


MUTANTS = {
    "of two edits one goes without a word": (
        "        self.conflicts[id] = entry\n",
        "        pass\n",
    ),
    "a removal wins over an edit": (
        "return (theirs, ours) if ours is _MISSING else (ours, theirs)",
        "return (ours, theirs) if ours is _MISSING else (theirs, ours)",
    ),
    "what was taken out of a list comes back": (
        "gone = (set(base) - set(ours)) | (set(base) - set(theirs))",
        "gone = set(base) - set(theirs)",
    ),
    "what we added to a list is forgotten": (
        "return out + [one for one in ours if one not in gone and one not in out]",
        "return out",
    ),
    "theirs is taken without looking at ours": (
        "    return theirs if same(ours, base) else _BOTH\n",
        "    return theirs\n",
    ),
    "a change of one side is none": (
        "if same(ours, theirs) or same(theirs, base):",
        "if same(ours, theirs) or same(theirs, base) or same(ours, base):",
    ),
    "only what they have is looked at": (
        "    for key in dict.fromkeys([*theirs, *ours]):\n        sides",
        "    for key in theirs:\n        sides",
    ),
    "one and true are the same": (
        "return bool(one == other) and orjson.dumps(one) == orjson.dumps(other)",
        "return bool(one == other)",
    ),
    "the same clash is noted again each time": (
        "id = hashlib.blake2b(orjson.dumps(what), digest_size=8).hexdigest()",
        "id = hashlib.blake2b(orjson.dumps([what, at]), digest_size=8).hexdigest()",
    ),
}


def changed(old: str, new: str) -> Merge:
    """The merge with a piece of it replaced."""
    source = Path(module.__file__).read_text(encoding="utf-8")
    assert source.count(old) == 1, "the mutant's place in the merge is not there any more"
    made = types.ModuleType("mutant")
    exec(compile(source.replace(old, new), "mutant", "exec"), vars(made))
    merge: Merge = made.merge
    return merge


def breaks(law: Callable[..., None], mutant: Merge) -> bool:
    """Whether a case is found in which this does not hold of it."""

    @settings(max_examples=600, database=None, derandomize=True, phases=[Phase.generate])
    @given(_HELD, _HELD, _HELD)
    def holds(base: Held, ours: Held, theirs: Held) -> None:
        law(mutant, base, ours, theirs)

    try:
        holds()
    except (AssertionError, ExceptionGroup):
        return True
    return False


@pytest.mark.parametrize("name", MUTANTS)
def test_a_merge_that_is_a_little_wrong_is_caught(name: str):
    mutant = changed(*MUTANTS[name])
    assert any(breaks(law, mutant) for law in LAWS)
