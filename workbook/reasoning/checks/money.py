"""Chapter 7: what actions cost, and where that comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from workbook.reasoning.checks.check import Check, Found
from workbook.reasoning.checks.ground import earlier
from workbook.reasoning.checks.looks import empty, once
from workbook.records import Record
from workbook.records.actions import StrategicAction
from workbook.records.engagement import CostLine
from workbook.records.sustaining import Allocation, FundingSource

if TYPE_CHECKING:
    from workbook.reasoning.checks.ground import Ground


def _unfunded(ground: Ground) -> Iterator[Found]:
    """Actions that cost something, or of which nobody said what, with no money named."""
    for one in ground.all(StrategicAction):
        if one.cost != 0 and not ground.after(one.id, Allocation):
            yield Found(one.id)


def _short(ground: Ground) -> Iterator[Found]:
    """Actions for which money is named, ideas included, and less than they cost."""
    named = _summed((one.action, one.amount) for one in ground.all(Allocation))
    for action in ground.all(StrategicAction):
        if action.cost and action.id in named and named[action.id] < action.cost:
            yield Found(action.id)


def _summed(parts: Iterable[tuple[str | None, int | None]]) -> Counter[str]:
    """Amounts by what they are for, or from; an amount that nobody named is none."""
    sums = Counter[str]()
    for end, amount in parts:
        sums[end or ""] += amount or 0
    return sums


def _one_source(ground: Ground) -> Iterator[Found]:
    """A source that gives more than half of what is secured."""
    given = _given(ground, "secured")
    for id, amount in given.items():
        if id and not ground.is_gone(id) and 2 * amount > given.total():
            yield Found(id)


def _overdrawn(ground: Ground) -> Iterator[Found]:
    """Sources of which more is given away or asked for than they hold. An idea takes nothing."""
    given = _given(ground, "secured", "applied")
    for source in ground.all(FundingSource):
        if source.amount is not None and given[source.id] > source.amount:
            yield Found(source.id, "amount")


def _given(ground: Ground, *states: str) -> Counter[str]:
    all_ = ground.all(Allocation)
    return _summed((one.source, one.amount) for one in all_ if one.status in states)


def _runs_out(ground: Ground) -> Iterator[Found]:
    """Money whose source ends before the action that it carries, where no other source of the
    action reaches further."""
    until = {one.id: one.ends for one in ground.all(FundingSource)}
    ends = {one.id: one.ends for one in ground.all(StrategicAction)}
    short, reached = list[Allocation](), set[str]()
    for one in ground.all(Allocation):
        if earlier(until.get(one.source or ""), ends.get(one.action or "")):
            short.append(one)
        elif one.source in until:
            reached.add(one.action or "")
    yield from (Found(one.id, "source") for one in short if one.action not in reached)


def _for_nothing(ground: Ground) -> Iterator[Found]:
    """Money that is set aside for no action, and not for running the coalition either."""
    for one in ground.all(Allocation):
        if not one.action and not one.backbone:
            yield Found(one.id, "action")


def _below_zero(ground: Ground) -> Iterator[Found]:
    """Amounts of less than nothing: they would be taken off what others give."""
    for type, field in AMOUNTS:
        for one in ground.all(type):
            if (getattr(one, field) or 0) < 0:
                yield Found(one.id, field)


AMOUNTS: tuple[tuple[type[Record], str], ...] = (
    (StrategicAction, "cost"), (FundingSource, "amount"), (Allocation, "amount"),
    (CostLine, "amount"),
)  # fmt: skip
CHAPTER = "sustaining"
MONEY = (
    Check(
        "action-without-money", "warning", CHAPTER, "{it} has no money named for it.",
        "Name a source and an amount, even if it is an idea so far, or write a cost of 0.",
        "field paper 1.7", once(Allocation, _unfunded), ("allocation.action",), "allocation",
    ),
    Check(
        "action-short-of-money", "note", CHAPTER, "{it} costs more than is named for it.",
        "Name where the rest could come from, or what would be left out.",
        "field paper 1.7", _short, ("allocation.action", "strategic_action.cost"), "allocation",
    ),
    Check(
        "one-source-over-half", "warning", CHAPTER, "{it} gives more than half of what is secured.",
        "Look for a second source, and write what you would protect if this one ended.",
        "field paper 1.7", _one_source, ("allocation.source",),
    ),
    Check(
        "source-overdrawn", "warning", CHAPTER,
        "{it}: more is given away or asked for than it holds.",
        "Correct its amount, or take some of it back.",
        "common practice", _overdrawn, ("allocation.source", "funding_source.amount"),
    ),
    Check(
        "amount-below-zero", "warning", "", "{it} has an amount below zero.",
        "Write what it costs or gives, without a sign before it.",
        "common practice", _below_zero,
        ("strategic_action.cost", "funding_source.amount", "allocation.amount",
         "cost_line.amount"),
    ),
    Check(
        "funding-ended", "warning", CHAPTER, "{it}: the source ends before the action does.",
        "Name what carries the action on, or end it when the money ends.",
        "field paper 1.7", _runs_out,
        ("allocation.source", "funding_source.ends", "strategic_action.ends"),
    ),
    Check(
        "allocation-without-source", "warning", CHAPTER, "{it} is money without a source.",
        "Choose the source that it comes from.",
        "field paper 1.7", empty(Allocation, "source"), ("allocation.source",),
    ),
    Check(
        "allocation-of-nothing", "warning", CHAPTER, "{it} is money for no action.",
        "Choose the action that it is for, or say that it runs the coalition.",
        "field paper 1.7", _for_nothing, ("allocation.action",), loose=True,
    ),
    Check(
        "cost-of-nothing", "note", "engaging", "{it} is a cost of nothing.",
        "Choose the activity or action that it belongs to.",
        "common practice", empty(CostLine, "about"), ("cost_line.about",),
    ),
)  # fmt: skip
"""Money by action and by source."""
