"""Which rows of a table stand in the plan, in which order and groups, with which fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbook.curriculum import Table
from workbook.map.showing import Showing
from workbook.reasoning import judging
from workbook.records import Record, Row
from workbook.records.actions import LogicItem, RootCause
from workbook.records.assessing import Judgement

KEPT: Mapping[str, tuple[str, ...]] = {
    "stakeholder": ("may_be_named", "owner", "status", "needs", "groups", "paid"),
    "insight": ("may_quote",),
    "heard": ("station",),
    "vision_draft": ("chosen",),
    "strategic_action": ("smartie", "scores", "plain"),
    "finding": ("plain",),
    "metric_series": (
        "predictor",
        "place_code",
        "subgroup_type",
        "unit",
        "file",
        "imported_on",
        "peer",
    ),
}
"""Fields that a team does its own work with, what a named person would not want in print, and what
is told in the edition for everyone. They are not private, and no part of the whole plan."""
_ONLY: Mapping[str, tuple[str, tuple[Any, ...]]] = {
    "stakeholder": ("status", ("joined", "active")),
    "vision_draft": ("chosen", (True,)),
}
"""Rows that a plan is about: members and not those still to be asked, the vision that was chosen.
Where no row says so, those that say nothing stand in."""
_GROUPED: Mapping[str, str] = {
    "root_cause": "priority",
    "strategic_action": "priority",
    "logic_item": "action",
}
"""Rows that stand by what they belong to (field.md 4.2: 6.2, 6.4 and 6.5)."""


def rows(showing: Showing, table: Table) -> list[Record]:
    """The rows of a table that say something and belong in a plan, in the order they are read."""
    found = [one for one in showing.view.rows(table) if fields(showing, table, [one])]
    field, wanted = _ONLY.get(table.of, ("", ()))
    if field:
        said = [one for one in found if one.data.get(field) in wanted]
        found = said or [one for one in found if one.data.get(field) is None]
    return _ordered(showing, found)


def has_rows(showing: Showing, table: Table) -> bool:
    """Whether any row of a table says something and belongs in a plan."""
    if table.of in _ONLY:
        return bool(rows(showing, table))
    return any(fields(showing, table, [one]) for one in showing.view.rows(table))


def fields(showing: Showing, table: Table | None, found: Sequence[Record]) -> list[str]:
    """The fields that any of these rows fills: as they are asked, then those that nobody asks,
    without what all rows of the table have in common."""
    asked = [one.id for one in table.fields] if table else []
    common = table.where if table else {}
    own = [] if isinstance(found[0], Row) else [one for one in found[0].fields if one not in common]
    kept = KEPT.get(found[0].type, ())
    names = [one for one in dict.fromkeys([*asked, *own]) if one not in kept]
    return [one for one in names if any(showing.text(row, one) for row in found)]


def group_field(type: str) -> str:
    """The field by which rows of a type are grouped, "" for none."""
    return _GROUPED.get(type, "")


def groups(showing: Showing, found: Sequence[Record]) -> list[tuple[str, list[Record]]]:
    """Rows by the id of the record that they belong to, in that record's order. Those that
    belong to none come first, under "", so that no heading claims them."""
    field, view = group_field(found[0].type), showing.view
    by: dict[str, list[Record]] = {}
    for one in found:
        owner = str(one.data.get(field) or "")
        by.setdefault(owner if showing.label(owner) else "", []).append(one)
    place = {id: (record.order, id) for id in by if (record := view.record(id))}
    return sorted(by.items(), key=lambda pair: place.get(pair[0], ("", "")))


def _ordered(showing: Showing, found: list[Record]) -> list[Record]:
    """Causes under what they explain; a logic model from what goes in to what comes of it; what
    is judged now before what was judged in earlier rounds."""
    if found and isinstance(found[0], RootCause):
        return _as_tree(found)
    if found and isinstance(found[0], LogicItem):
        place = {column: at for at, column in enumerate(showing.view.options("logic-columns"))}
        return sorted(found, key=lambda one: place.get(str(one.data.get("column")), len(place)))
    if found and isinstance(found[0], Judgement):
        newest = {one.id for one in judging.newest(showing.view).values()}
        return sorted(found, key=lambda one: one.id not in newest)
    return found


def _as_tree(found: list[Record]) -> list[Record]:
    """Each cause before those that explain it; a ring of causes comes last, as it stands."""
    ids = {one.id for one in found}
    under: dict[str, list[Record]] = {}
    for one in found:
        parent = str(one.data.get("parent"))
        under.setdefault(parent if parent in ids else "", []).append(one)
    out, waiting = list[Record](), under.get("", [])[::-1]
    while waiting:
        one = waiting.pop()
        out.append(one)
        waiting.extend(under.get(one.id, [])[::-1])
    return out + [one for one in found if one not in out]
