"""Chapter 6: what shows that something happened, and who counts it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbook.kinds.numbers import last_day
from workbook.reasoning.checks.check import Check, Found
from workbook.reasoning.checks.lacking import empty
from workbook.records.impact import Measure, Observation

if TYPE_CHECKING:
    from workbook.reasoning.checks.ground import Ground


def _without_baseline(ground: Ground) -> Iterator[Found]:
    """Measures without a first value, unless the day on which it is taken lies ahead."""
    for one in ground.all(Measure):
        taken = last_day(one.baseline_date or "x")
        if one.baseline is None and (taken is None or taken < ground.today):
            yield Found(one.id, "baseline")


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
        "observation-of-nothing", "warning", CHAPTER, "{it} is a value of no measure.",
        "Choose the measure that it is a value of.",
        "common practice", empty(Observation, "measure"), ("observation.measure",),
    ),
)  # fmt: skip
"""What a measure needs so that it is taken and used."""
