"""Money of chapter 7 by source, by action and by year, and what actions still lack.

All sums are whole units of the one currency. What is secured, what is applied for and what is an
idea are never added to each other (toolkit ch. 7, stable funding; field paper 1.7).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from workbook.records.actions import StrategicAction
from workbook.records.sustaining import Allocation, FundingSource

if TYPE_CHECKING:
    from workbook.plan import Plan

STATES = ("secured", "applied", "idea")
"""How sure money is, the surest first (lists.toml, money-status)."""
UNSAID = "unsaid"
"""Money of which nobody said how sure it is: it is kept apart from all three."""
BACKBONE = "backbone"
"""What stands for running the coalition, in the place of an action's id."""
PAID = "sustaining.paid-coordination"
"""The question whose rows say who is paid to coordinate, and what that costs a year."""


@dataclass(frozen=True, slots=True)
class Pot:
    """Money that belongs together: of one source, for one action, or of one year.

    id: the source's, the action's, `BACKBONE`, the year; "" for money of no source, for no action,
    or of no year. sums: amounts by state. parts: its allocations. whole: what the action costs, or
    the source holds; None where nobody said.
    """

    id: str
    sums: Counter[str]
    parts: Sequence[Allocation]
    whole: int | None = None

    @property
    def secured(self) -> int:
        """What is certain."""
        return self.sums["secured"]

    @property
    def short(self) -> int:
        """How much of what it costs nothing certain covers; 0 where nobody said what it costs."""
        return max(0, (self.whole or 0) - self.secured)


@dataclass(frozen=True, slots=True)
class Money:
    """All of it. broken: allocations that cannot be added, each with the field that is wrong and
    what stands there, None for nothing."""

    sources: Sequence[Pot]
    actions: Sequence[Pot]
    years: Sequence[Pot]
    secured: int
    broken: Sequence[tuple[Allocation, str, object]]

    def share(self, pot: Pot) -> Fraction:
        """The part of all that is secured which a source gives, exact."""
        return Fraction(pot.secured, self.secured) if self.secured else Fraction(0)


def money(plan: Plan) -> Money:
    """The money as it stands: every source and every action, those without any with them."""
    all_ = plan.records(Allocation)
    good = [one for one in all_ if one.amount is not None]
    broken = [(one, "amount", one.data.get("amount")) for one in all_ if one.amount is None]
    sources, actions = plan.records(FundingSource), plan.records(StrategicAction)
    holds = {one.id: one.amount for one in sources} | {"": None}
    costs: dict[str, int | None] = {one.id: one.cost for one in actions}
    costs |= {BACKBONE: None, "": None}
    by_source = _pots(good, lambda one: _known(one.source, holds), holds)
    by_action = _pots(good, lambda one: _for(one, costs), costs)
    years = [*(str(year) for year in sorted(_years(good))), ""]
    by_year = _pots(good, _year, dict.fromkeys(years))
    secured = sum(one.amount or 0 for one in good if one.status == "secured")
    return Money(_told(by_source, {""}), _told(by_action, {"", BACKBONE}), _told(by_year, {""}),
                 secured, broken)  # fmt: skip


def _years(all_: Iterable[Allocation]) -> set[int]:
    return {int(one.year) for one in all_ if one.year is not None}


def _year(one: Allocation) -> str:
    return str(int(one.year)) if one.year is not None else ""


def _known(id: str | None, known: Collection[str]) -> str:
    return id if id in known and id else ""


def _for(one: Allocation, actions: Collection[str]) -> str:
    """What money is for. An action that was removed is nothing."""
    return _known(one.action, actions) or (BACKBONE if one.backbone and not one.action else "")


def _pots(
    all_: Sequence[Allocation], of: Callable[[Allocation], str], wholes: Mapping[str, int | None]
) -> list[Pot]:
    parts: dict[str, list[Allocation]] = {id: [] for id in wholes}
    for one in all_:
        parts[of(one)].append(one)
    return [Pot(id, summed(parts[id]), parts[id], whole) for id, whole in wholes.items()]


def _told(pots: Sequence[Pot], only_filled: set[str]) -> list[Pot]:
    """Those that are shown: what is for nothing, or of nothing, only where there is any."""
    return [one for one in pots if one.parts or one.id not in only_filled]


def summed(parts: Iterable[Allocation]) -> Counter[str]:
    """Amounts by how sure they are."""
    sums = Counter[str]()
    for one in parts:
        sums[one.status if one.status in STATES else UNSAID] += one.amount or 0
    return sums


def years_of(pot: Pot) -> list[Pot]:
    """The parts of a pot by year, those of no year last."""
    names = sorted({_year(one) for one in pot.parts}, key=lambda year: (not year, year))
    found = ((year, [one for one in pot.parts if _year(one) == year]) for year in names)
    return [Pot(year, summed(parts), parts) for year, parts in found]


def coordination(plan: Plan) -> int:
    """What paid coordination costs a year, all who are paid together."""
    table = plan.curriculum.tables.get(PAID)
    costs = (plan.value(row, "cost") for row in (plan.rows(table) if table else ()))
    return sum(one for one in costs if isinstance(one, int))


def cells(sums: Counter[str], most: int, width: int) -> list[tuple[str, int]]:
    """How many of so many cells each state takes, on a scale from 0 to `most`; amounts below 0
    take none. Borders are rounded and not lengths, so that the whole is as long as it should be."""
    at, total, found = 0, 0, []
    for state in (*STATES, UNSAID):
        total += max(0, sums[state])
        end = min(width, round(Fraction(total * width, most))) if most > 0 else 0
        found.append((state, end - at))
        at = end
    return found


def percent(part: Fraction) -> str:
    """A part of a whole as a percentage with at most one decimal, half of it never rounded away:
    what is over half is never written as 50%."""
    tenths = round(part * 1000)
    if tenths == 500 and part != Fraction(1, 2):
        return "just over 50%" if part > Fraction(1, 2) else "just under 50%"
    return f"{tenths // 10}{f'.{tenths % 10}' if tenths % 10 else ''}%"
