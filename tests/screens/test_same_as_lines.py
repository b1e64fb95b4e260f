"""What the widget of each kind keeps is what the same answer keeps that is given as lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from screens.fields import Editor, Spot, editor
from screens.fields.chips import Chips
from screens.fields.picking import Pick
from screens.fields.scoring import Scoring
from screens.places import Place
from tests.ask.dictating import dictated
from tests.ask.test_same import EXAMPLE, FIELDS, by_lines
from tests.ask.test_same import plan as example_anew
from tests.screens.conftest import Opening, Window
from workbook.ask.offers import offers
from workbook.kinds import Date, Kind, Line, Lines, Links, Long, Who, YesNo
from workbook.plan import Plan

TYPED: dict[type[Kind[Any]], str] = {Line: "1; :quit", Long: ":help\n\n..\nA: b", Date: "June 2027"}
"""What is typed into the fields that are typed into; a list's lines are split."""


@pytest.mark.slow
async def test_each_widget_keeps_what_the_same_lines_keep(window: Opening, example: Path):
    tried = one_for_each_widget()
    keep_only(example, tried)
    async with window(example, size=(100, 30)) as w:
        app: Any = w.pilot.app
        for step, stop, table, _, id, number, field in tried:
            app.plan.put(id, None, field.id)
            app.go(Place("record", id, field.id, table.id))
            await w.quiet()
            here = app.focused
            assert isinstance(here, Editor)
            assert (here.spot.id, here.spot.field) == (id, field.id)
            value = await set_by_hand(w, here, app.plan)
            kept = app.plan.raw(id, field.id)
            assert kept not in (None, []), field.id
            plan = example_anew()
            lines = dictated(field.kind, value, plan, numbered(plan))
            said = by_lines(plan, step, *[""] * stop, f"edit {number} {field.id}", *lines)
            assert plan.raw(id, field.id) == kept, (field.id, said[-900:])


def one_for_each_widget() -> list[Any]:
    """A field for each widget, and for each that gives values of several shapes."""
    found = dict[Any, Any]()
    for one in FIELDS:
        kind = one[6].kind
        widget = type(editor(Spot("", "", kind, "", ""), EXAMPLE))
        shape = type(kind) if isinstance(kind, Who | Links | Lines | YesNo) else hasattr(kind, "to")
        if widget.__name__ != "Figure" or isinstance(kind, Date):
            found.setdefault((widget, shape), one)
    return list(found.values())


def keep_only(file: Path, tried: Sequence[Any]) -> None:
    """Leaves in a workbook only the records that these fields are of and point to."""
    types = {one[2].of for one in tried}
    types |= {type for one in tried for type in getattr(one[6].kind, "to", ())}
    held = json.loads(file.read_text())
    kept = {
        name: one for name, one in held.items() if name in types or name in ("_meta", "answers")
    }
    file.write_text(json.dumps(kept))


async def set_by_hand(w: Window, here: Editor, plan: Plan) -> Any:
    """Gives a widget a value as its keys and its list do; gives what that was."""
    kind: Any = here.spot.kind
    if text := TYPED.get(type(kind)):
        await w.type(text)
        return text
    if isinstance(kind, Lines):
        await w.type("One; two\nThree")
        return ["One; two", "Three"]
    if isinstance(here, Chips):
        await w.press("2")
        return False if isinstance(kind, YesNo) else plan.raw(here.spot.id, here.spot.field)
    if isinstance(here, Scoring):
        await w.press("4", "2")
        first, second, *_ = plan.options(kind.list)
        return {first: 4, second: 2}
    assert isinstance(here, Pick)
    picked = [one.id for one in here.offered()][1 : 3 if here.many else 2]
    here._take(picked + ["Ana; Ben"] * isinstance(kind, Who))
    await w.quiet()
    if isinstance(kind, Links):
        await w.type("it floods: often\n")
        return [{"item": picked[0], "rationale": "it floods: often"}, {"item": picked[1]}]
    if isinstance(kind, Who):
        return [*picked, "Ana; Ben"]
    return picked if here.many else picked[0]


def numbered(plan: Plan) -> Callable[[Any, str], str]:
    """The numbers of records as plain prompts offer them."""
    return lambda kind, id: next(one.number for one in offers(kind, plan) if one.word == id)
