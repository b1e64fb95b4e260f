"""How the plan is going: actions by their state, and outcomes that moved since the release."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from workbook.curriculum import RELEASE
from workbook.kinds.numbers import first_day, last_day
from workbook.map.outline import Blocks
from workbook.map.rows import tabled
from workbook.map.showing import Showing
from workbook.plan import Plan
from workbook.reasoning.measuring import Point, Track, number, tracks
from workbook.records.actions import StrategicAction
from workbook.records.sustaining import Milestone

STEPS: Mapping[str, str] = {
    "actions": "strategic-actions", "measures": "observations", "changes": "observations",
    "found": "findings", "doing": "strategic-actions",
    "release": "release",
}  # fmt: skip
"""Where all that is worked out for a document is written."""
STATES = ("act_over", "act_ongoing", "act_ahead", "act_done", "act_undated")
"""The states of an action, what needs eyes first: its time is over and not all is done; under way;
not begun; done; without dates."""
_OUTCOMES = ("short", "medium", "long")
"""Levels of measure that tell of outcomes (lists.toml, measure-levels)."""


def actions(showing: Showing, plan: Plan) -> Blocks:
    """Each action with its state by its dates and milestones, how many of these are done, and the
    next one; () where there is no action."""
    words = showing.words
    due: dict[str, list[Milestone]] = {}
    for one in showing.view.records(Milestone):
        due.setdefault(one.action or "", []).append(one)
    found = showing.view.records(StrategicAction)
    states = {one.id: _state(one, due.get(one.id, ()), plan.today) for one in found}
    ordered = sorted(found, key=lambda one: STATES.index(states[one.id]))
    heads = [words(one) for one in ("action", "act_state", "act_steps", "act_next")]
    rows = [[showing.label(one.id), words(states[one.id]), *_steps(showing, due.get(one.id, ()))]
            for one in ordered]  # fmt: skip
    return tabled("", heads, rows)


def _state(one: StrategicAction, due: Sequence[Milestone], today: datetime.date) -> str:
    starts, ends = first_day(one.starts or "x"), last_day(one.ends or "x")
    if due and all(step.done for step in due) and (ends is None or ends < today):
        return "act_done"
    if ends and ends < today:
        return "act_over"
    if starts and starts > today:
        return "act_ahead"
    return "act_ongoing" if starts or ends else "act_undated"


def _steps(showing: Showing, due: Sequence[Milestone]) -> list[str]:
    """How many milestones are done, and the next of the others."""
    if not due:
        return ["", ""]
    open_ = sorted((one for one in due if not one.done), key=lambda one: one.due or "9")
    done = showing.words("count", count=len(due) - len(open_), total=len(due))
    if not open_:
        return [done, ""]
    day = showing.text(open_[0], "due")
    return [done, f"{showing.label(open_[0].id)}{f' ({day})' if day else ''}"]


def changes(showing: Showing, plan: Plan) -> Blocks:
    """Outcomes with a value from after the release, beside the last one before it; () where the
    release has no day, or nothing was seen since."""
    release = last_day(str(plan.answer(RELEASE) or "x"))
    if release is None:
        return ()
    words = showing.words
    heads = [words("outcome"), words("at_release"), words("newest"), words("aimed_at")]
    found = [one for of in tracks(plan).values() for one in of if one.measure.level in _OUTCOMES]
    rows = [row for one in found if (row := _change(showing, one, release))]
    return tabled("", heads, rows)


def _change(showing: Showing, one: Track, release: datetime.date) -> list[str]:
    newest = one.newest
    if newest is None or newest.day <= release:
        return []
    before = [point for point in one.points if point.day <= release]
    return [
        showing.label(one.measure.id), _value(showing, one, before[-1]) if before else "",
        _value(showing, one, newest), _value(showing, one, one.target) if one.target else "",
    ]  # fmt: skip


def _value(showing: Showing, one: Track, point: Point) -> str:
    unit = one.measure.unit or ""
    after = unit if unit in ("", "%") else f" {unit}"
    return f"{number(point.value)}{after} ({showing.words.date(point.day.isoformat())})"
