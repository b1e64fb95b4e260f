"""What meeting people costs: every cost line of an activity, and pay that no line holds yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.kinds.numbers import first_day
from workbook.records.actions import StrategicAction
from workbook.records.engagement import Activity, CostLine

if TYPE_CHECKING:
    from workbook.plan import Plan

PAY, OTHER = "pay", "other"
"""What residents are paid; and where a cost goes that names no kind."""
CANCELED = "canceled"


@dataclass(frozen=True, slots=True)
class Cost:
    """One cost, in whole units of currency.

    activity: its id. kind: of the list `cost-kinds`. month: 2026-04, "" where no date says so;
    a line without a day of its own falls due when its activity begins. line: the cost line, ""
    where it is pay worked out from the activity.
    """

    activity: str
    kind: str
    amount: int
    month: str
    line: str


def month(day: str | None) -> str:
    """The first month that a kept date can mean, as 2026-04; "" for what is no date."""
    first = first_day(day or "x")
    return f"{first:%Y-%m}" if first else ""


def goes_on(one: Activity) -> bool:
    """Whether an activity takes place: it was not called off."""
    return one.status != CANCELED


def costs(plan: Plan) -> list[Cost]:
    """Every cost of the activities that take place: their lines, then pay (each times how many)
    of those that have no line for it."""
    going = {one.id: one for one in plan.records(Activity) if goes_on(one)}
    found = [
        Cost(one.about, one.kind or OTHER, one.amount, month(one.period) or _begins(going, one),
             one.id)
        for one in plan.records(CostLine) if one.about in going and one.amount
    ]  # fmt: skip
    paid = {one.activity for one in found if one.kind == PAY}
    return [*found, *_pay(one for id, one in going.items() if id not in paid)]


def _begins(activities: dict[str, Activity], line: CostLine) -> str:
    return "" if line.period else month(activities[line.about or ""].starts)


def _pay(activities: Iterable[Activity]) -> Iterator[Cost]:
    for one in activities:
        amount = (one.pay_each or 0) * int(one.people_paid or 0)
        if amount:
            yield Cost(one.id, PAY, amount, month(one.starts), "")


def loose(plan: Plan) -> list[CostLine]:
    """Cost lines that belong to nothing: no activity or action is chosen, or it was removed."""
    kept = {one.id for type in (Activity, StrategicAction) for one in plan.records(type)}
    return [one for one in plan.records(CostLine) if one.about not in kept]


def summed(found: Iterable[Cost], by: Callable[[Cost], str]) -> Counter[str]:
    """Amounts by what `by` gives for each."""
    sums = Counter[str]()
    for one in found:
        sums[by(one)] += one.amount
    return sums


def languages(text: str) -> list[str]:
    """The languages that a line names, parted by commas, semicolons or “and”."""
    parts = text.replace(";", ",").replace(" and ", ",").split(",")
    return list(dict.fromkeys(one.strip().capitalize() for one in parts if one.strip()))
