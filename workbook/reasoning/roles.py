"""Who has which part in the coalition's work, and what in it cannot hold (field paper 1.2, 4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.reasoning.stakeholders import is_member
from workbook.records.coalition import Stakeholder, WorkItem

if TYPE_CHECKING:
    from workbook.reading import Reading

PARTS = ("accountable", "responsible", "consulted", "informed")
"""The parts that a member can have in a piece of work, in their order: A, R, C, I."""
NONE, SEVERAL, NOBODY = "none", "several", "nobody"
"""What can be wrong: nobody answers for it, several do, nobody does it."""
RESIDENT = "resident"


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of work: each person's parts by id, and what is wrong with it."""

    id: str
    parts: Mapping[str, tuple[str, ...]]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Roles:
    """The work items by people.

    people: members and whoever has a part, in the register's order. load: how much each answers
    for or does. only_told: residents who have a part, and are never more than told.
    """

    items: tuple[Item, ...]
    people: tuple[str, ...]
    load: Mapping[str, int]
    only_told: tuple[str, ...]


def roles(plan: Reading) -> Roles:
    """Who has which part in what."""
    register = plan.records(Stakeholder)
    there = {one.id for one in register}
    items = tuple(_item(one, there) for one in plan.records(WorkItem))
    named = {id for one in items for id in one.parts}
    people = tuple(one.id for one in register if one.id in named or is_member(one))
    gone = tuple(sorted(named - set(people)))
    load = Counter(id for one in items for id, parts in one.parts.items() if _works(parts))
    residents = [one.id for one in register if one.sector == RESIDENT]
    told = tuple(id for id in residents if _only_told(id, items))
    return Roles(items, people + gone, load, told)


def _item(one: WorkItem, there: Collection[str]) -> Item:
    held = {part: list(getattr(one, part) or ()) for part in PARTS}
    people = dict.fromkeys(id for ids in held.values() for id in ids)
    parts = {id: tuple(part for part in PARTS if id in held[part]) for id in people}
    return Item(one.id, parts, tuple(_wrong(held, there)))


def _wrong(held: Mapping[str, list[str]], there: Collection[str]) -> list[str]:
    """What is wrong: exactly one answers for it, and one at least does it. Whoever was removed
    from the register does neither."""
    answer, do = ([id for id in held[part] if id in there] for part in PARTS[:2])
    found = []
    if len(answer) != 1:
        found.append(SEVERAL if answer else NONE)
    if not do:
        found.append(NOBODY)
    return found


def _works(parts: tuple[str, ...]) -> bool:
    return "accountable" in parts or "responsible" in parts


def _only_told(id: str, items: tuple[Item, ...]) -> bool:
    parts = {part for one in items for part in one.parts.get(id, ())}
    return parts == {"informed"}
