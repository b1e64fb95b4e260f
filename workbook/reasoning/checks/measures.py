"""Chapter 6: what shows that something happened, and who counts it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbook.kinds.numbers import first_day, last_day
from workbook.reasoning.checks.check import Check, Found
from workbook.reasoning.checks.ground import over
from workbook.reasoning.checks.looks import empty
from workbook.records.impact import Measure, Observation

if TYPE_CHECKING:
    import datetime

    from workbook.reasoning.checks.ground import Ground

DAYS = {
    "weekly": 7, "monthly": 31, "quarterly": 92, "twice-a-year": 184, "yearly": 366,
    "every-two-years": 731,
}  # fmt: skip
"""Days from one value to the next, at most (lists.toml, how-often). The others have no beat."""

PERCENT = ("%", "percent", "per cent")
"""Units that say that a measure is a share of a whole."""


def _without_baseline(ground: Ground) -> Iterator[Found]:
    """Measures without a first value, unless the day on which it is taken lies ahead."""
    for one in ground.all(Measure):
        taken = last_day(one.baseline_date or "x")
        if one.baseline is None and (taken is None or taken < ground.today):
            yield Found(one.id, "baseline")


def _undated(ground: Ground) -> Iterator[Found]:
    """Baselines of no day."""
    for one in ground.all(Measure):
        if one.baseline is not None and not one.baseline_date:
            yield Found(one.id, "baseline_date")


def _away(ground: Ground) -> Iterator[Found]:
    """Targets that lie on the wrong side of where the measure stood."""
    for one in ground.all(Measure):
        better = {"up": 1, "down": -1}.get(one.direction or "", 0)
        known = one.target is not None and one.baseline is not None
        if known and better * ((one.target or 0) - (one.baseline or 0)) < 0:
            yield Found(one.id, "target")


def _past_the_whole(ground: Ground) -> Iterator[Found]:
    """Shares of less than nothing, or of more than there is."""
    units = {one.id: one.unit for one in ground.all(Measure)}
    for one in ground.all(Measure):
        for field, share in (("baseline", one.baseline), ("target", one.target)):
            if past_the_whole(one.unit, share):
                yield Found(one.id, field)
    for seen in ground.all(Observation):
        if past_the_whole(units.get(seen.measure or ""), seen.value):
            yield Found(seen.id, "value")


def past_the_whole(unit: str | None, share: float | None) -> bool:
    """Whether a number counted in percent is no part of a whole."""
    return (unit or "").strip().casefold() in PERCENT and not 0 <= (share or 0) <= 100


def _unshown(ground: Ground) -> Iterator[Found]:
    """Targets whose day is past, with no value of that day or since."""
    newest = ground.made_of((Observation,), _newest)
    for one in ground.all(Measure):
        due = first_day(one.target_date or "x")
        seen = newest.get(one.id)
        if due and over(one.target_date, ground.today) and (seen is None or seen < due):
            yield Found(one.id, "target_date")


def _not_taken(ground: Ground) -> Iterator[Found]:
    """Measures of which no value came in twice the time in which one should."""
    newest = ground.made_of((Observation,), _newest)
    for one in ground.all(Measure):
        wait = DAYS.get(one.how_often or "")
        last = newest.get(one.id) or last_day(one.baseline_date or "x")
        if wait and last and (ground.today - last).days > 2 * wait:
            yield Found(one.id, "how_often")


def _newest(ground: Ground) -> dict[str, datetime.date]:
    """The last day of the newest value of each measure that has one."""
    found: dict[str, datetime.date] = {}
    for one in ground.all(Observation):
        last = last_day(one.period or "x")
        if one.measure and one.value is not None and last:
            found[one.measure] = max(last, found.get(one.measure, last))
    return found


CHAPTER = "impact"
MEASURES = (
    Check(
        "measure-of-nothing", "warning", CHAPTER, "{it} measures nothing in this plan.",
        "Choose the output, outcome or action that it is about, or the condition that it watches.",
        "field paper 7", empty(Measure, "about", "condition"), ("measure.about",), loose=True,
    ),
    Check(
        "measure-without-baseline", "warning", CHAPTER, "{it} has no baseline.",
        "Write where it stands now, or the day on which that will be counted.",
        "field paper 1.6", _without_baseline, ("measure.baseline",),
    ),
    Check(
        "baseline-without-date", "note", CHAPTER, "{it} has a baseline of no day.",
        "Write when it stood there; what changed since cannot be told otherwise.",
        "field paper 1.6", _undated, ("measure.baseline", "measure.baseline_date"),
    ),
    Check(
        "measure-without-target", "warning", CHAPTER, "{it} has no target.",
        "Write where it should stand, and for whom a gap closes.",
        "field paper 1.6", empty(Measure, "target"), ("measure.target",),
    ),
    Check(
        "measure-without-date", "warning", CHAPTER, "{it} has no day for its target.",
        "Write by when; look at how old its data are when they come.",
        "field paper 1.6", empty(Measure, "target_date"), ("measure.target_date",),
    ),
    Check(
        "measure-without-owner", "warning", CHAPTER, "{it} has nobody who collects it.",
        "Name who collects it. A measure that is nobody's job is not taken.",
        "field paper 1.6", empty(Measure, "collects"), ("measure.collects",),
    ),
    Check(
        "target-against-direction", "warning", CHAPTER,
        "{it}: the target lies on the worse side of the baseline.",
        "Correct the target, the baseline, or which way is better.",
        "common practice", _away,
        ("measure.target", "measure.baseline", "measure.direction"),
    ),
    Check(
        "percent-past-the-whole", "warning", CHAPTER,
        "{it} is counted in percent, and lies below 0 or over 100.",
        "Correct the number, or say in the unit of what it is so many percent.",
        "common practice", _past_the_whole,
        ("measure.unit", "measure.baseline", "measure.target", "observation.value"),
        by_field=True,
    ),
    Check(
        "target-passed", "warning", CHAPTER,
        "{it}: the day of its target is past, and no value says whether it was reached.",
        "Write the value of that day, and what you make of it; then set the next target.",
        "field paper 1.6", _unshown, ("measure.target_date",), "observation",
    ),
    Check(
        "measure-not-taken", "note", CHAPTER,
        "{it} has had no new value in twice the time in which one was to come.",
        "Write the newest value, or say how often it is really taken.",
        "field paper 1.6", _not_taken, ("measure.how_often",), "observation",
    ),
    Check(
        "observation-of-nothing", "warning", CHAPTER, "{it} is a value of no measure.",
        "Choose the measure that it is a value of.",
        "common practice", empty(Observation, "measure"), ("observation.measure",),
    ),
)  # fmt: skip
"""What a measure needs so that it is taken and used."""
