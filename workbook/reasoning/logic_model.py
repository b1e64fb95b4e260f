"""The logic model: what goes in, is done, comes out and changes, and what leads to what (field
1.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.reasoning.circles import circles
from workbook.reasoning.graph import OUTCOMES
from workbook.records.actions import LogicItem, StrategicAction

if TYPE_CHECKING:
    from workbook.reading import Reading

COLUMNS = ("input", "activity", "output", *OUTCOMES)
"""The columns from left to right, by their ids in the list."""
LED = "leads_to"


@dataclass(frozen=True, slots=True)
class Item:
    """One item. action: the one that it belongs to, "" for none or one that was removed. column:
    its place among the columns, from 0; placed: whether it names one, else it stands first."""

    id: str
    text: str
    action: str
    column: int
    placed: bool


@dataclass(frozen=True, slots=True)
class Link:
    """One item leads to another, and why. gone: whether what it leads to was removed. circle:
    whether the way goes on from there back to where it began."""

    start: str
    end: str
    why: str
    gone: bool = False
    circle: bool = False


Columns = tuple[tuple[str, ...], ...]
"""The ids of items, column by column."""


@dataclass(frozen=True, slots=True)
class Model:
    """All items and links. bands: the items of each action that is there, by its id, in the order
    of the plan; those of no action by "", where there are any. after, before: the links that
    begin, and those that end, at an item."""

    items: Mapping[str, Item]
    bands: Mapping[str, Columns]
    links: Sequence[Link]
    after: Mapping[str, Sequence[Link]]
    before: Mapping[str, Sequence[Link]]

    def leads_back(self, link: Link) -> bool:
        """Whether a link ends in an earlier column than it begins."""
        return not link.gone and self.items[link.end].column < self.items[link.start].column


def model(plan: Reading) -> Model:
    """The logic model of a plan. Every item is in one band and one column, once."""
    actions = [one.id for one in plan.records(StrategicAction)]
    records = plan.records(LogicItem)
    items = {one.id: _item(one, set(actions)) for one in records}
    links = _links(records)
    after, before = dict[str, list[Link]](), dict[str, list[Link]]()
    for link in links:
        after.setdefault(link.start, []).append(link)
        if not link.gone:
            before.setdefault(link.end, []).append(link)
    bands: dict[str, list[list[str]]] = {id: [[] for _ in COLUMNS] for id in actions}
    for one in items.values():
        bands.setdefault(one.action, [[] for _ in COLUMNS])[one.column].append(one.id)
    whole = {id: tuple(map(tuple, columns)) for id, columns in bands.items()}
    return Model(items, whole, links, after, before)


def _item(one: LogicItem, actions: set[str]) -> Item:
    placed = one.column in COLUMNS
    action = one.action if one.action in actions else ""
    at = COLUMNS.index(one.column) if placed and one.column else 0
    return Item(one.id, one.text or "", action or "", at, placed)


def _links(records: Sequence[LogicItem]) -> list[Link]:
    ids = {one.id for one in records}
    given = {one.id: {link["item"]: link for link in one.leads_to or ()} for one in records}
    net = {id: [end for end in ends if end in ids] for id, ends in given.items()}
    ring = {id: number for number, circle in enumerate(circles(net)) for id in circle}
    return [
        Link(
            start, end, link.get("rationale", ""), gone=end not in ids,
            circle=start in ring and ring[start] == ring.get(end),
        )
        for start, ends in given.items()
        for end, link in ends.items()
    ]  # fmt: skip


def linked(plan: Reading, start: str, end: str, why: str) -> list[dict[str, str]]:
    """What an item leads to, with one link more, or with another reason on it. Links to what was
    removed are left out: no plan takes them."""
    ends = {one["item"]: one for one in _given(plan, start) if _is_there(plan, one["item"])}
    return list((ends | {end: {"item": end, "rationale": why}}).values())


def unlinked(plan: Reading, start: str, end: str) -> list[dict[str, str]]:
    """What an item leads to, without one of these, and without what was removed."""
    given = _given(plan, start)
    return [one for one in given if one["item"] != end and _is_there(plan, one["item"])]


def _given(plan: Reading, id: str) -> list[dict[str, str]]:
    record = plan.record(id)
    return list(record.leads_to or ()) if isinstance(record, LogicItem) else []


def _is_there(plan: Reading, id: str) -> bool:
    return plan.type_of(id) == LogicItem.type


def may_lead_to(found: Model, start: str) -> list[str]:
    """The items to which a link may be drawn: those of its own and of later columns, without a
    circle. Its own action's come first, and of these the nearest columns."""
    one = found.items[start]
    above = {start}
    waiting = [start]
    while waiting:
        fresh = {link.start for link in found.before.get(waiting.pop(), ())} - above
        above |= fresh
        waiting += fresh
    fits = [
        other for other in found.items.values()
        if other.column >= one.column and other.id not in above
    ]  # fmt: skip
    fits.sort(key=lambda it: (it.action != one.action, it.column == one.column, it.column))
    return [other.id for other in fits]
