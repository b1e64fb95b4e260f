"""Chapter 5: the logic model, item by item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbook.reasoning.checks.check import Check, Found
from workbook.reasoning.checks.looks import empty
from workbook.reasoning.circles import circles
from workbook.reasoning.graph import OUTCOMES
from workbook.reasoning.logic_model import COLUMNS, LED
from workbook.records.actions import Assumption, LogicItem

if TYPE_CHECKING:
    from collections.abc import Container

    from workbook.reasoning.checks.ground import Ground


def _after(ground: Ground) -> dict[str, list[str]]:
    """The items that each leads to; made once for all checks that ask it."""
    return ground.made_of((LogicItem,), _made_after)


def _made_after(ground: Ground) -> dict[str, list[str]]:
    return {one.id: ground.after(one.id, LogicItem, LED) for one in ground.all(LogicItem)}


def _columns(ground: Ground) -> dict[str, str]:
    """The column of each item; as `_after`."""
    return ground.made_of((LogicItem,), _made_columns)


def _made_columns(ground: Ground) -> dict[str, str]:
    return {one.id: one.column or "" for one in ground.all(LogicItem)}


def _circles(ground: Ground) -> Iterator[Found]:
    """Items that lead back to themselves, by the first of each circle."""
    yield from (Found(one[0], LED) for one in circles(_after(ground)))


def _backward(ground: Ground) -> Iterator[Found]:
    """Items that lead to an earlier column, such as an outcome that leads back to an input."""
    place = {id: COLUMNS.index(one) for id, one in _columns(ground).items() if one in COLUMNS}
    for id, ends in _after(ground).items():
        if any(place.get(one, len(COLUMNS)) < place.get(id, -1) for one in ends):
            yield Found(id, LED)


def _without_activity(ground: Ground, wanted: Container[str]) -> Iterator[Found]:
    """Items of these columns to which no activity leads. Of a chain only the first is told: what
    follows waits for it. Another item mends it, by leading there."""
    columns, nearest = _columns(ground), _Nearest(ground)
    begun = ground.made_of((LogicItem,), _begun)
    for id, column in columns.items():
        if column not in wanted or id in begun:
            continue
        before = ground.before(id, LogicItem, LED)
        if not any(columns[one] in ("output", *OUTCOMES) for one in before):
            yield Found(id, go=nearest.before(id))


class _Nearest:
    """The items by their action and column, the last of each."""

    def __init__(self, ground: Ground) -> None:
        self._all = {one.id: one for one in ground.all(LogicItem)}
        self._last = {(one.action, one.column): id for id, one in self._all.items()}

    def before(self, id: str) -> tuple[str, str] | None:
        """The item of the same action in the nearest column before that can bring about one, and
        the field that says so; None where there is none."""
        one = self._all[id]
        for column in reversed(COLUMNS[1 : COLUMNS.index(one.column or "")]):
            if found := self._last.get((one.action, column)):
                return found, LED
        return None


def _begun(ground: Ground) -> set[str]:
    """The activities, and what follows from any."""
    after, columns = _after(ground), _columns(ground)
    waiting = [id for id, column in columns.items() if column == "activity"]
    found = set(waiting)
    while waiting:
        fresh = [one for one in after[waiting.pop()] if one not in found]
        found.update(fresh)
        waiting += fresh
    return found


def _without_output(ground: Ground) -> Iterator[Found]:
    """Activities that lead to no output, nor to an activity of which that is asked in turn."""
    columns = _columns(ground)
    for id, ends in _after(ground).items():
        on = any(columns[one] in ("activity", "output") for one in ends)
        if columns[id] == "activity" and not on:
            yield Found(id, LED)


def _nowhere(ground: Ground) -> Iterator[Found]:
    """Items before the last column that lead to nothing. An activity has a check of its own."""
    for one in ground.all(LogicItem):
        if one.column in ("input", "output", "short", "medium") and not one.data.get(LED):
            yield Found(one.id, LED)


def _long(one: LogicItem) -> bool:
    return one.column == "long"


CHAPTER = "actions"
LOGIC = (
    Check(
        "item-circle", "error", CHAPTER, "{it} leads back to itself.",
        "Take out the link that runs backward; what comes later cannot bring about what came "
        "first.",
        "common practice", _circles, ("logic_item.leads_to",),
    ),
    Check(
        "item-leads-back", "warning", CHAPTER, "{it} leads to something that comes earlier.",
        "Turn the link around, or move one of the two to another column.",
        "field paper 1.5", _backward, ("logic_item.leads_to", "logic_item.column"),
    ),
    Check(
        "item-without-action", "warning", CHAPTER, "{it} belongs to no action.",
        "Choose the action whose logic model it is part of.",
        "field paper 1.5", empty(LogicItem, "action"), ("logic_item.action",), loose=True,
    ),
    Check(
        "output-without-activity", "warning", CHAPTER,
        "{it} is an output that no activity leads to.",
        "Link the activity that brings it about, or add it.",
        "field paper 1.5", lambda ground: _without_activity(ground, ("output",)),
        ("logic_item.leads_to", "logic_item.column"), "logic_item",
    ),
    Check(
        "outcome-without-activity", "warning", CHAPTER,
        "{it} is an outcome that no activity leads to.",
        "Link the output or outcome that brings it about, or add what is missing.",
        "field paper 1.5", lambda ground: _without_activity(ground, OUTCOMES),
        ("logic_item.leads_to", "logic_item.column"), "logic_item",
    ),
    Check(
        "activity-without-output", "warning", CHAPTER,
        "{it} is an activity that leads to no output.",
        "Write what can be counted right away when it is done, and link it.",
        "field paper 1.5", _without_output, ("logic_item.leads_to", "logic_item.column"),
    ),
    Check(
        "item-leads-nowhere", "note", CHAPTER, "{it} leads to nothing.",
        "Link what it makes possible, or take it out.",
        "field paper 1.5", _nowhere, ("logic_item.leads_to", "logic_item.column"),
    ),
    Check(
        "long-without-predictor", "warning", CHAPTER,
        "{it} is a long-term outcome that moves no predictor.",
        "Choose the mobility predictor that would show it.",
        "field paper 1.5", empty(LogicItem, "predictor", when=_long), ("logic_item.predictor",),
    ),
    Check(
        "assumption-of-nothing", "note", CHAPTER, "{it} is an assumption that nothing rests on.",
        "Choose what would fall if it were wrong.",
        "field paper 1.5", empty(Assumption, "about"), ("assumption.about",),
    ),
)  # fmt: skip
"""Activities, outputs and outcomes, and what links them."""
