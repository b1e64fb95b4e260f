"""A history that has become too long gets shorter without saying anything that was not so."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from workbook.edits import Edit
from workbook.history.past import Past
from workbook.store.beside import Beside
from workbook.store.history import Group, History
from workbook.store.thinning import NEWEST, thinned

PLACES = [("stakeholder", f"stk-0000000{n}", field) for n in range(3) for field in ("name", "area")]


def group(
    place: tuple[str, str, str],
    old: Any,
    new: Any,
    *,
    who: str = "Ana",
    day: int = 1,
    number: int | None = None,
) -> Group:
    at = f"2026-05-{day:02}T10:00:00.000Z"
    return Group([Edit(*place, old, new, who, at)], who, at, number=number)


def tail() -> list[Group]:
    """So many new lines that what stands before them is old."""
    place = ("answers", "a.b", "")
    return [group(place, n, n + 1, day=20, number=1000 + n) for n in range(NEWEST)]


def values(groups: Any) -> list[tuple[Any, Any]]:
    return [(one.edits[0].old, one.edits[0].new) for one in groups if one.number < 1000]


def thin(*groups: Group) -> list[tuple[Any, Any]]:
    for number, one in enumerate(groups, 1):
        one.number = number
    return values(thinned([*groups, *tail()]))


NAME, AREA = PLACES[0], PLACES[1]


def test_what_one_person_did_to_one_field_on_one_day_is_one():
    between = group(AREA, None, "x")
    assert thin(group(NAME, None, "a"), between, group(NAME, "a", "b"), group(NAME, "b", "c")) == [
        (None, "x"), (None, "c"),
    ]  # fmt: skip


@pytest.mark.parametrize("later", [{"who": "Bo"}, {"day": 2}])
def test_another_person_or_day_stays_apart(later: dict[str, Any]):
    assert len(thin(group(NAME, None, "a"), group(NAME, "a", "b", **later))) == 2


def test_what_somebody_else_did_in_between_stays_in_between():
    first, other = group(NAME, None, "a"), group(NAME, "a", "b", who="Bo")
    assert thin(first, other, group(NAME, "b", "c")) == [(None, "a"), ("a", "b"), ("b", "c")]


def test_what_was_taken_back_and_the_taking_back_stay_as_they_are():
    first, second, back = group(NAME, None, "a"), group(NAME, "a", "b"), group(NAME, "b", "a")
    back.undoes = 2
    assert len(thin(first, second, back)) == 3


def test_a_record_that_went_and_came_back_parts_what_was_done_before_and_after():
    whole = ("stakeholder", NAME[1], "")
    gone, back = group(whole, {"name": "a"}, None), group(whole, None, {"name": "a"})
    assert len(thin(group(NAME, None, "a"), gone, back, group(NAME, "a", "b"))) == 4


def test_what_ends_where_it_began_goes():
    assert thin(group(NAME, "a", "b"), group(NAME, "b", "a"), group(AREA, None, "x")) == [
        (None, "x")
    ]


def test_the_newest_lines_stay_one_by_one():
    lines = [group(NAME, n, n + 1, number=n + 1) for n in range(NEWEST)]
    assert len(thinned(lines)) == NEWEST


def test_every_day_that_was_thinned_still_ends_as_it_did():
    """Walking back from the end gives the same state at the end of each day, whatever joined."""
    chance = random.Random(7)
    held: dict[str, Any] = {f"stk-0000000{n}": {} for n in range(3)}
    groups, ends = [], {}
    for number in range(1, 1500):
        day, place = 1 + number // 60, chance.choice(PLACES)
        old, new = held[place[1]].get(place[2]), chance.choice(["a", "b", "c", "d"])
        if old != new:
            held = held | {place[1]: held[place[1]] | {place[2]: new}}
            who = chance.choice(["Ana", "Bo"])
            groups.append(group(place, old, new, who=who, day=day, number=number))
        ends[day] = held
    fewer = [one for one in thinned(groups) if isinstance(one, Group)]
    assert len(fewer) < len(groups) * 0.8
    for day, state in ends.items():
        last = max((one.number or 0 for one in fewer if int(one.at[8:10]) <= day), default=0)
        found = Past({"stakeholder": held}, fewer).after(last)["stakeholder"]
        assert found == state, day


def test_a_file_over_its_limit_is_thinned_before_anything_is_dropped(tmp_path: Path):
    (tmp_path / "w.json").write_text("{}")
    beside = Beside(tmp_path / "w.json")
    beside.make()
    many = [group(NAME, n, n + 1) for n in range(800)]
    few = [group(AREA, None, "kept"), *many]
    History(beside).append(few)
    with beside.history.open("ab") as file:
        file.write(b"no line at all\n")
    size = beside.history.stat().st_size
    history = History(beside, largest=size - 10)
    history.append([group(AREA, "kept", "newest")])
    lines = beside.history.read_bytes().splitlines()
    assert b"no line at all" in lines
    assert beside.history.stat().st_size < size // 2
    found = history.groups()
    assert [one.edits[0].new for one in (found[0], found[-1])] == ["kept", "newest"]
    assert json.loads(lines[1])["edits"][0]["old"] == 0
    assert found[-1].number == 802
