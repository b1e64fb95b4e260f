"""What is set aside for meeting people, held against what the activities of chapter 3 cost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbook.reasoning.costs import OTHER, costs, goes_on, summed
from workbook.records.engagement import Activity

if TYPE_CHECKING:
    from workbook.plan import Plan

SET_ASIDE = "embarking.engagement-money"
"""The question of chapter 1 whose rows say what money there is."""


@dataclass(frozen=True, slots=True)
class Means:
    """One kind of cost: what is there for it and what is planned, in whole units of currency.

    kind: of the list `cost-kinds`. secured: what is certain. hoped: applied for, or an idea.
    cost: of the activity plan.
    """

    kind: str
    secured: int
    hoped: int
    cost: int

    @property
    def short(self) -> int:
        """How much of the cost nothing certain covers."""
        return max(0, self.cost - self.secured)


def means(plan: Plan) -> list[Means]:
    """Every kind of cost that has money or a cost, in the order of the list."""
    secured, hoped = _aside(plan, sure=True), _aside(plan, sure=False)
    cost = summed(costs(plan), lambda one: one.kind)
    return [
        Means(kind, secured[kind], hoped[kind], cost[kind])
        for kind in plan.options("cost-kinds")
        if secured[kind] or hoped[kind] or cost[kind]
    ]


def staff_hours(plan: Plan) -> float:
    """Hours of staff time that the activities take, all together."""
    return sum(one.staff_hours or 0 for one in plan.records(Activity) if goes_on(one))


def _aside(plan: Plan, *, sure: bool) -> Counter[str]:
    table = plan.curriculum.tables.get(SET_ASIDE)
    found = Counter[str]()
    for row in plan.rows(table) if table else ():
        cells: Any = {name: plan.value(row, name) for name in ("purpose", "amount", "sure")}
        if cells["amount"] and (cells["sure"] == "secured") is sure:
            found[cells["purpose"] or OTHER] += cells["amount"]
    return found
