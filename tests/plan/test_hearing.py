"""Writing down what people say: one line is one thing heard, its tags go by number."""

from typing import Any

import pytest

from workbook.hearing import Numbers, note, numbers, read
from workbook.kinds import Invalid
from workbook.plan import Plan

KNOWN = Numbers(["fees", "late bus"], ["grp-1", "grp-2", "grp-3"], ["stn-1"])


@pytest.mark.parametrize(
    ("line", "text", "given"),
    [
        ("Buses stop at six.", "Buses stop at six.", {}),
        ("Buses  stop at six #2", "Buses  stop at six", {"theme": "late bus"}),
        (
            "“Every door.” #1 @3 x9 s1", "“Every door.”",
            {"theme": "fees", "group": "grp-3", "how_many": 9, "station": "stn-1"},
        ),
        ("We pay $9 x2 a week", "We pay $9 x2 a week", {}),
        ("Nobody asks us #dignity", "Nobody asks us", {"theme": "dignity"}),
        ("#evening buses", "", {"theme": "evening buses"}),
        ("#école x4", "", {"theme": "école", "how_many": 4}),
        ("#2 @1", "", {"theme": "late bus", "group": "grp-1"}),
        ("Write to a@1", "Write to a@1", {}),
        ("  ", "", {}),
    ],
)  # fmt: skip
def test_a_line_ends_with_its_tags(line: str, text: str, given: dict[str, Any]):
    assert read(line, KNOWN) == (text, given)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Fees #3", "#3: there is no theme 3. The last is 2."),
        ("Fees @0", "@0: there is no group 0. The last is 3."),
        ("Fees s2", "s2: there is no station 2. The last is 1."),
    ],
)
def test_a_number_that_stands_for_nothing_is_refused(line: str, said: str):
    with pytest.raises(Invalid, match=said):
        read(line, KNOWN)


def test_where_there_are_no_stations_an_s_is_a_word():
    assert read("The phone is an s3", Numbers([], [], [])) == ("The phone is an s3", {})


def test_a_meeting_is_written_down_line_by_line(plan: Plan):
    walk = plan.add("activity", {"title": "Walk"})
    group = plan.add("community_group", {"name": "Eastside"})
    station = plan.add("station", {"caption": "38 homes", "activity": walk})
    plan.add("station", {"caption": "of another walk"})
    where = {"activity": walk}
    first = note(plan, "Fees at every door #fees @1 x22", where=where)
    second = note(plan, "Again and again #1 s1", where=where)
    assert note(plan, "#application fees", where=where, last=second) == second
    held = {id: plan.raw(id) for id in (first, second)}
    assert held[first].items() >= {
        "text": "Fees at every door", "theme": "fees", "group": group, "how_many": 22,
        "activity": walk,
    }.items()  # fmt: skip
    assert held[second].items() >= {"theme": "application fees", "station": station}.items()
    assert numbers(plan, walk).themes == ["fees", "application fees"]
    plan.undo()
    assert plan.raw(second, "theme") == "fees"
    plan.undo()
    assert plan.record(second) is None


@pytest.mark.parametrize("line", ["", "   ", "#1", "x4"])
def test_nothing_is_kept_of_a_line_without_words(plan: Plan, line: str):
    plan.add("heard", {"text": "Fees", "theme": "fees"})
    with pytest.raises(Invalid):
        note(plan, line, where={})
    assert len(plan.db.of("heard")) == 1


def test_hostile_words_are_kept_as_text(plan: Plan):
    id = note(plan, "[bold]x[/] <b> |a| \x1b[2J {{ x }} x3", where={})
    assert plan.raw(id, "text") == "[bold]x[/] <b> |a| [2J {{ x }}"
    assert plan.raw(id, "how_many") == 3
