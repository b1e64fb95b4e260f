"""Whether each action outlives its steward, its grant and its project: worked out from the records
and nowhere written (field paper 1.7: a body, a person, a budget line and a date for each)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbook.kinds.numbers import last_day
from workbook.reasoning.persons import Register
from workbook.records.actions import StrategicAction
from workbook.records.coalition import Stakeholder
from workbook.records.sustaining import Allocation, FundingSource, Risk, Stewardship

if TYPE_CHECKING:
    from workbook.plan import Plan

HOMES = "sustaining.normal-work"
"""The question whose rows say where each action could live when nobody is watching."""
SURE = "secured"


@dataclass(frozen=True, slots=True)
class End:
    """Something that an action stands on and that ends. kind: `source`, its money; `action`, the
    work itself; id: the record that says so."""

    kind: str
    id: str
    day: datetime.date
    date: str


@dataclass(frozen=True, slots=True)
class Lasting:
    """What carries one action.

    stewards: people by id, or by name where they are not in the register, those who left not among
    them; left: those who left. bodies: who approves. others: who else knows the action, its leads
    first; elsewhere: how many other actions its stewards carry too. until: the last day of money
    that is secured, None where there is none or no source has an end that can be read. ends: what
    ends when, the first first. home: where it could live (lists.toml, action-homes), where: in
    whose work. risks: those that would hit it, its steward or its money.
    """

    action: StrategicAction
    stewardships: Sequence[str]
    stewards: Sequence[str]
    left: Sequence[str]
    bodies: Sequence[str]
    others: Sequence[str]
    elsewhere: int
    until: datetime.date | None
    ends: Sequence[End]
    home: str
    where: str
    risks: Sequence[str]

    @property
    def beyond(self) -> bool:
        """Whether secured money reaches beyond the action's own end, it needs none, or normal work
        carries it."""
        end = last_day(self.action.ends or "x")
        paid = self.until is not None and (end is None or self.until > end)
        return paid or self.action.cost == 0 or self.home == "there"

    @property
    def lacks(self) -> list[str]:
        """What does not hold: `steward`, `body`, `money`, `other`, `home`."""
        held = {
            "steward": bool(self.stewards), "body": bool(self.bodies), "money": self.beyond,
            "other": bool(self.others) or len(self.stewards) > 1,
            "home": self.home in ("there", "can-move"),
        }  # fmt: skip
        return [name for name, holds in held.items() if not holds]


def continuity(plan: Plan) -> list[Lasting]:
    """What carries each action, in the team's order."""
    ground = _Ground(plan)
    return [ground.of(one) for one in plan.records(StrategicAction)]


class _Ground:
    """The records of chapter 7 by the action that they are about."""

    def __init__(self, plan: Plan) -> None:
        self._register = Register(plan)
        self._gone = {one.id for one in plan.records(Stakeholder) if one.status == "left"}
        self._kept = _by(plan.records(Stewardship), "action")
        self._paid = _by(plan.records(Allocation), "action")
        self._sources = {one.id: one for one in plan.records(FundingSource)}
        self._risks = _by(plan.records(Risk), "about")
        table = plan.curriculum.tables.get(HOMES)
        rows = plan.rows(table) if table else []
        self._homes = {
            str(plan.value(row, "action")): (
                str(plan.value(row, "home") or ""), str(plan.value(row, "where") or ""),
            )
            for row in rows
        }  # fmt: skip
        self._carried: dict[str, set[str]] = {}
        for id, kept in self._kept.items():
            for person in self._people(_stewards(kept)):
                self._carried.setdefault(person, set()).add(id)

    def _people(self, given: Iterable[str]) -> dict[str, str]:
        """Each who is meant once, with the id or the name as it was first written; blanks and who
        was removed are nobody."""
        found: dict[str, str] = {}
        for one in given:
            if person := self._register.person(one):
                known = self._register.has(person)
                found.setdefault(person, person if known else one)
        return found

    def of(self, action: StrategicAction) -> Lasting:
        """What carries one action."""
        kept = self._kept.get(action.id, ())
        named = self._people(_stewards(kept))
        stewards = [one for one in named if one not in self._gone]
        involved = self._people([*(action.lead or ()), *(action.partners or ())])
        others = [involved[one] for one in involved if one not in {*named, *self._gone}]
        each = [self._carried.get(one, set()) for one in stewards]
        carried = each[0] if len(each) == 1 else set().union(*each)
        ends, until = self._ends(action)
        home, where = self._homes.get(action.id, ("", ""))
        hit = [action.id, *(one.id for one in kept)]
        hit += [one.id for one in ends if one.kind == "source"]
        return Lasting(
            action, [one.id for one in kept], [named[one] for one in stewards],
            [named[one] for one in named if one in self._gone],
            list(dict.fromkeys(one.approving_body for one in kept if one.approving_body)), others,
            len(carried) - (action.id in carried), until, ends, home, where,
            list(dict.fromkeys(risk.id for id in hit for risk in self._risks.get(id, ()))),
        )  # fmt: skip

    def _ends(self, action: StrategicAction) -> tuple[list[End], datetime.date | None]:
        sure = [one for one in self._paid.get(action.id, ()) if one.status == SURE and one.amount]
        sources = dict.fromkeys(one.source for one in sure if one.source in self._sources)
        ends = [_end("source", id or "", self._sources[id or ""].ends) for id in sources]
        known = [one for one in (*ends, _end("action", action.id, action.ends)) if one]
        days = [one.day for one in ends if one]
        return sorted(known, key=lambda one: one.day), max(days, default=None)


def _end(kind: str, id: str, date: str | None) -> End | None:
    day = last_day(date or "x")
    return End(kind, id, day, date or "") if day else None


def _stewards(kept: Iterable[Stewardship]) -> Iterator[str]:
    return (name for one in kept for name in one.steward or ())


def _by(records: Sequence[Any], field: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for one in records:
        found.setdefault(getattr(one, field) or "", []).append(one)
    return found
