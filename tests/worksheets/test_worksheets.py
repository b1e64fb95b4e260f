"""A worksheet takes answers out of the workbook and back, and loses none on the way."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.map.conftest import new_plan
from tests.map.filling import Filling
from tests.map.test_any_text import TEXT
from workbook.curriculum import Curriculum, load
from workbook.kinds.text import visible
from workbook.plan import Plan
from workbook.records import TYPES
from workbook.worksheets.form import settled
from workbook.worksheets.sheet import worksheet
from workbook.worksheets.taking import Taken, read, take_in

CURRICULUM = load()


def sheet(plan: Plan, *steps: str, new: int = 1) -> str:
    known = plan.curriculum.steps
    return worksheet(plan, [known[one] for one in steps] or known.values(), new=new)


def edited(text: str, mark: str, answer: str) -> str:
    """A sheet with another answer at a place."""
    begin = re.compile(
        rf"^(:: {re.escape(mark)}(?: #[0-9a-f]+)?)\n(?:(?!::).*\n)*::$", re.MULTILINE
    )
    assert len(begin.findall(text)) == 1
    return begin.sub(lambda match: f"{match[1]}\n{answer}\n::", text)


def wrong(taken: Taken) -> list[str]:
    assert taken.wrong
    return [str(one) for one in taken.wrong]


def held(plan: Plan) -> dict[str, object]:
    return {name: dict(plan.db.of(name).entries()) for name in ("answers", *TYPES)}


def test_a_sheet_that_nobody_touched_changes_nothing(curriculum: Curriculum):
    plan = new_plan(curriculum)
    Filling(plan).everything()
    taken = read(plan, sheet(plan))
    assert (taken.changed, taken.added, taken.wrong) == ({}, (), ())
    assert taken.same > 300


@settings(max_examples=25)
@given(line=TEXT, long=st.lists(TEXT | st.sampled_from(["::", ":: x", "\\::", "# a", "> b"]),
                                min_size=1, max_size=4).map("\n".join))  # fmt: skip
def test_any_text_goes_out_and_comes_back(line: str, long: str):
    plan = new_plan(CURRICULUM)
    plan.put("engaging.pay-how", long)
    plan.put("embarking.strengths-first", [line, line])
    id = plan.add("activity", {"title": line, "consent": line, "report_back_form": line})
    text = sheet(plan, "activities", "messages")
    through_an_editor = "\n".join(one.rstrip() for one in text.split("\n"))
    assert read(plan, through_an_editor).changed == {}
    other = new_plan(CURRICULUM)
    moved = re.sub(r" #[0-9a-f]{6}$", "", text, flags=re.MULTILINE)
    moved = moved.replace(":: new activities 1 ", ":: new activities 2 ")
    taken = read(other, moved.replace(f":: {id} ", ":: new activities 1 "))
    assert taken.wrong == ()
    take_in(other, taken)
    [row] = other.records(TYPES["activity"])
    for field in ("title", "consent", "report_back_form"):
        assert row.data.get(field) == visible(plan.raw(id, field))
    assert settled(other.answer("engaging.pay-how")) == settled(visible(long_of(plan)))
    assert other.answer("embarking.strengths-first") == [
        visible(one) for one in plan.answer("embarking.strengths-first")
    ]


def long_of(plan: Plan) -> str:
    return str(plan.answer("engaging.pay-how"))


def test_answers_new_rows_and_what_was_emptied_are_one_turn(plan: Plan):
    plan.put("engaging.pay-how", "By check.")
    id = plan.add("activity", {"title": "Walk", "place": "Gym"})
    plan.settle()
    before, text = held(plan), sheet(plan, "activities", new=2)
    text = edited(text, f"{id} title", "Data walk")
    text = edited(text, f"{id} place", "")
    text = edited(text, "engaging.pay-rate", "$35")
    text = edited(text, "engaging.pay-how", "\nBy card.\n\n- that night\n")
    text = edited(text, "new activities 2 title", "Breakfast")
    text = edited(text, "new activities 2 level", "3")
    text = edited(text, "new engaging.barriers 1 barrier", "No bus")
    taken = read(plan, text)
    assert "“Walk”" in " ".join(taken.told)
    assert any(one.startswith("A new activity (2): Activity: Breakfast") for one in taken.told)
    new = take_in(plan, taken)
    assert plan.raw(id) == {"title": "Data walk", "order": plan.raw(id, "order")}
    assert plan.answer("engaging.pay-rate") == 35
    assert plan.answer("engaging.pay-how") == "By card.\n\n- that night"
    assert plan.raw(new[0], "level") == 3
    assert plan.raw(new[1]).items() >= {
        "prompt": "engaging.barriers", "cells": {"barrier": "No bus"},
    }.items()  # fmt: skip
    plan.undo()
    assert held(plan) == before


def test_new_rows_of_a_coded_type_are_numbered_on(plan: Plan):
    plan.add("finding", {"claim": "First"})
    text = sheet(plan, "findings", new=2)
    for number in (1, 2):
        text = edited(text, f"new findings {number} claim", f"New {number}")
    new = take_in(plan, read(plan, text))
    assert [plan.raw(one, "code") for one in new] == ["F2", "F3"]


def test_what_the_workbook_changed_since_is_kept_and_told(plan: Plan):
    id = plan.add("activity", {"title": "Walk", "place": "Gym"})
    text = sheet(plan, "activities")
    plan.put(id, "School gym", "place")
    assert read(plan, text).changed == {}
    text = edited(text, f"{id} place", "Library")
    said = wrong(read(plan, text))
    assert said[0].endswith(
        "“Walk”, Place was changed in the workbook since this sheet was made, to “School gym”. "
        "--update takes the sheet's."
    )
    take_in(plan, read(plan, text, update=True))
    assert plan.raw(id, "place") == "Library"


def lines(*parts: str) -> str:
    return "\n".join(parts)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (["# A", "", "words"], 3, "“words” stands under no answer"),
        ([":: engaging.pay-rate", "30"], 1, "has no :: under it"),
        ([":: engaging.pay-rate", ":: engaging.pay-how", "::"], 1, "has no :: under it"),
        ([":: engaging.pay-rates", "30", "::"], 1, "Did you mean engaging.pay-rate?"),
        ([":: act-00000000 title", "x", "::"], 1, "No record has the id"),
        ([":: ID titel", "x", "::"], 1, "Did you mean title?"),
        ([":: engaging.pay-rate", "much", "::"], 1, "is not an amount"),
        ([":: coalition.stays-away", "x", "::"], 1, "takes nothing from a worksheet"),
        ([":: new activities 1 titel", "x", "::"], 1, "has no field “titel”"),
        ([":: new embarking.ratings 1 level", "3", "::"], 1, "No table of a worksheet"),
        ([":: new nothing 1 level", "3", "::"], 1, "No table of a worksheet"),
        ([":: a b c d", "3", "::"], 1, "names no place"),
        ([":: ID title", "a", "::", ":: ID title", "b", "::"], 4, "answered on line 1 already"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_placed_is_named_by_its_line(
    plan: Plan, text: Sequence[str], line: int, said: str
):
    id = plan.add("activity", {"title": "Walk"})
    taken = read(plan, lines(*text).replace("ID", id))
    (found,) = wrong(taken)
    assert found.startswith(f"Line {line}: ")
    assert said in found


def test_nobody_is_named_on_a_sheet_who_has_not_agreed(plan: Plan):
    ana = plan.add("stakeholder", {"name": "Ana Ruiz", "role": "Nurse", "may_be_named": True})
    ben = plan.add("stakeholder", {"name": "Ben Ode", "role": "Parent"})
    for who in ([ana], [ben], ["Zeb Unlisted"]):
        plan.add("activity", {"title": "Walk", "owner": who})
    text = sheet(plan, "activities", "register")
    assert "Ana Ruiz" in text
    assert "Ben Ode" not in text
    assert "Zeb" not in text
    assert f":: {ben} name" not in text
    owners = re.findall(r":: (act-\w+) owner .*\n\n(.*)\n", text)
    assert [said for _, said in owners] == ["Ana Ruiz", "Parent"]
    assert read(plan, text).changed == {}
