"""Chapter 4: what findings rest on, and what rests on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbook.reasoning.checks.check import Check, Found
from workbook.reasoning.checks.engagement import used
from workbook.reasoning.checks.ground import counted, says
from workbook.reasoning.checks.looks import empty, nothing_after, once
from workbook.reasoning.figures import LOCAL, Value, newest, unit_of
from workbook.reasoning.metrics import whole
from workbook.records.actions import RootCause, StrategicAction
from workbook.records.data import (
    DataSource,
    Finding,
    Insight,
    MetricReading,
    MetricSeries,
    Priority,
)
from workbook.records.engagement import Heard

if TYPE_CHECKING:
    from workbook.reasoning.checks.ground import Ground

FOR = "evidence_for"
SMALLEST = "impact.smallest-count"
"""The answer that says below how many people a group's figure is left out."""
TIMES = 3
"""More concerns than this to a strength are too many (field paper 6.3)."""
SOME = 3
"""Concerns from which on a strength should stand beside them."""
FINDINGS = "findings"


def _voiceless(ground: Ground) -> Iterator[Found]:
    """Findings with evidence in which no resident speaks."""
    for one in ground.all(Finding):
        voices = (ground.before(one.id, Insight, FOR), ground.before(one.id, Heard, FOR),
                  ground.before(one.id, Heard, "changed"))  # fmt: skip
        if says(one.data.get(FOR)) and not any(voices):
            yield Found(one.id, FOR)


def _only_weak(ground: Ground) -> Iterator[Found]:
    """Findings whose figures are all Weak, with nothing beside them that is no figure."""
    weak = {one.id for one in ground.all(MetricSeries) if _weak(one)}
    for one in ground.all(Finding):
        figures = ground.before(one.id, MetricSeries, FOR)
        other = any(ground.before(one.id, type, FOR) for type in (Heard, Insight, DataSource))
        if figures and weak.issuperset(figures) and not other:
            yield Found(one.id, FOR)


def _weak(series: MetricSeries) -> bool:
    """Whether the newest value of a series is Weak."""
    found = newest(series)
    return found is not None and found.weak


def _on_weak(ground: Ground) -> Iterator[Found]:
    """Predictors that are judged, where every figure of them is Weak and no resident speaks."""
    weak = ground.made_of((MetricSeries,), _weak_predictors)
    for one in ground.all(MetricReading):
        if one.judged and one.predictor in weak and not says(one.data.get("why")):
            yield Found(one.id, "why")


def _weak_predictors(ground: Ground) -> set[str]:
    """The predictors of which every figure for everyone is Weak."""
    figures = [one for one in whole(ground.all(MetricSeries)) if one.predictor and newest(one)]
    return {one.predictor or "" for one in figures} - {
        one.predictor for one in figures if not _weak(one)
    }


def _small(ground: Ground) -> Iterator[Found]:
    """Counts of people below the number under which the team leaves a group's figure out."""
    least = _least(ground)
    for one in ground.all(MetricSeries) if least else ():
        found = newest(one) if not one.peer else None
        if found and _counts(ground, one, found) and float(found.value) < least:
            yield Found(one.id, "values", {"count": f"{found.value}", "least": f"{least:g}"})


def _few_speakers(ground: Ground) -> Iterator[Found]:
    """Insights of fewer people of one group than that number: the plan prints both."""
    least = _least(ground)
    for one in ground.all(Insight) if least else ():
        if one.group and one.how_often is not None and 0 < one.how_often < least:
            words = {"count": counted(int(one.how_often), "person", "people")}
            yield Found(one.id, "how_often", words | {"least": f"{least:g}"})


def _least(ground: Ground) -> float:
    """Below how many people the team leaves a group's figure out; 0 where it has not said."""
    least = ground.plan.answer(SMALLEST)
    return float(least) if isinstance(least, int | float) else 0


def _counts(ground: Ground, one: MetricSeries, found: Value) -> bool:
    """Whether a figure is a number of people or cases: a published count, or a whole number of the
    team's own that is no percent."""
    unit, own = unit_of(ground.plan, one), found.quality == LOCAL
    counted = unit == "count" or (own and unit != "%")
    return counted and isinstance(found.value, int)


def _unasked(ground: Ground) -> Iterator[Found]:
    """Quotations of which nobody wrote whether the speaker agreed."""
    for one in ground.all(Insight):
        if says(one.data.get("quote")) and one.may_quote is None:
            yield Found(one.id, "may_quote")


def _few_strengths(ground: Ground) -> Iterator[Found]:
    """More than three concerns to each strength."""
    concerns, strengths = _judged(ground)
    if concerns > TIMES * strengths > 0:
        yield Found(FINDINGS)


def _no_strength(ground: Ground) -> Iterator[Found]:
    """Concerns alone, as many as a balance can be asked of."""
    concerns, strengths = _judged(ground)
    if concerns >= SOME and not strengths:
        yield Found(FINDINGS)


def _judged(ground: Ground) -> tuple[int, int]:
    """How many findings are concerns, and how many are strengths, or both."""
    judged = [one.judged for one in ground.all(Finding)]
    return judged.count("concern"), judged.count("strength") + judged.count("both")


def _unused_findings(ground: Ground) -> Iterator[Found]:
    """Findings that no priority takes up and no cause rests on. A strength may stand alone."""
    for one in ground.all(Finding):
        led = any(ground.after(one.id, type) for type in (Priority, RootCause))
        if one.judged != "strength" and not led:
            yield Found(one.id)


def _unused_insights(ground: Ground) -> Iterator[Found]:
    """Insights that are evidence of nothing, neither for nor against."""
    yield from (Found(one.id) for one in ground.all(Insight) if not used(ground, one.id))


def _unused_readings(ground: Ground) -> Iterator[Found]:
    """Predictors that are judged a strength or a concern, which no finding and no cause names."""
    for one in ground.all(MetricReading):
        if one.judged in ("strength", "concern") and not used(ground, one.id):
            yield Found(one.id, "judged")


def _concern(one: Finding) -> bool:
    return one.judged != "strength"


CHAPTER = "data"
DATA = (
    Check(
        "finding-without-evidence", "warning", CHAPTER, "{it} rests on no evidence.",
        "Choose the figures, insights and words that show it, or take it back.",
        "field paper 1.4", empty(Finding, FOR), ("finding.evidence_for",),
    ),
    Check(
        "finding-without-voice", "warning", CHAPTER, "{it} rests on no word of a resident.",
        "Add what residents said of it, or ask them whether it matches what they live.",
        "field paper 1.4", _voiceless, ("finding.evidence_for",),
    ),
    Check(
        "finding-only-weak", "warning", CHAPTER, "{it} rests on Weak figures alone.",
        "Add a local source, or what residents say of it. The publisher advises against acting on "
        "a Weak figure.",
        "field paper 2.3", _only_weak, ("finding.evidence_for",),
    ),
    Check(
        "reading-on-weak", "warning", CHAPTER,
        "{it} is judged by figures that are all Weak; do not act on them alone.",
        "Write what residents say of it, or find a local figure.",
        "field paper 2.3", _on_weak, ("metric_reading.why",),
    ),
    Check(
        "small-count", "warning", CHAPTER,
        "{it} counts {count}, fewer than the {least} people below whom you leave a figure out.",
        "Leave it out of what you print, or join two years or two towns. Or set this aside with a "
        "reason.",
        "field paper 7", _small, at="metric_reading",
    ),
    Check(
        "few-speakers", "warning", CHAPTER,
        "{it} gives the word of {count} of one group, fewer than the {least} below whom you leave "
        "a figure out.",
        "Leave the number or the group out, or join two groups. Or set this aside with a reason: "
        "that a group is large, and nobody can be told from it.",
        "field paper 1.4", _few_speakers, ("insight.how_often", "insight.group"),
    ),
    Check(
        "quote-not-asked", "warning", CHAPTER,
        "{it} holds a quotation, and nothing says whether its speaker agreed; the plan leaves it "
        "out.",
        "Ask whoever said it, and write yes or no.",
        "field paper 1.4", _unasked, ("insight.may_quote",),
    ),
    Check(
        "finding-without-strength", "note", CHAPTER, "{it} names nothing that helps already.",
        "Write who or what already helps, so that the plan builds on it.",
        "toolkit ch. 1", empty(Finding, "asset", when=_concern), ("finding.asset",),
    ),
    Check(
        "few-strengths", "note", CHAPTER, "There are more than three concerns to each strength.",
        "Add findings on what this place is strong in. A plan speaks of needs and of assets.",
        "field paper 6.3", _few_strengths, ("finding.judged",),
    ),
    Check(
        "no-finding-of-strength", "note", CHAPTER, "No finding names a strength.",
        "Add a finding on what this place is strong in. A plan speaks of needs and of assets.",
        "field paper 6.3", _no_strength, ("finding.judged",),
    ),
    Check(
        "finding-unused", "warning", CHAPTER, "{it} leads to no priority and no cause.",
        "Let a priority rest on it, or make it evidence of a cause.",
        "field paper 7", once(Priority, _unused_findings), ("priority.findings",), "priority",
        loose=True,
    ),
    Check(
        "insight-unused", "note", CHAPTER, "{it} leads to no finding and no cause.",
        "Make it evidence for a finding or a cause, or evidence against one.",
        "field paper 7", once(Finding, _unused_insights), ("finding.evidence_for",), "finding",
        loose=True,
    ),
    Check(
        "reading-unused", "note", CHAPTER, "{it} leads to no finding and no cause.",
        "Write the finding that follows from it, or make it evidence of a cause.",
        "field paper 1.4", once(Finding, _unused_readings), ("finding.predictors",), "finding",
        loose=True,
    ),
    Check(
        "priority-without-finding", "warning", CHAPTER, "{it} rests on no finding.",
        "Choose the findings that it rests on, or write the finding that is missing.",
        "field paper 7", empty(Priority, "findings"), ("priority.findings",),
    ),
    Check(
        "priority-not-agreed", "note", CHAPTER, "{it}: nothing says who agreed to it.",
        "Write who agreed to it, and when.",
        "field paper 1.4", empty(Priority, "agreed_by"), ("priority.agreed_by",),
    ),
    Check(
        "priority-without-cause", "warning", "actions", "{it} has no root cause.",
        "Ask why this condition exists, and why that, and write the first cause.",
        "field paper 7", once(RootCause, nothing_after(Priority, RootCause)),
        ("root_cause.priority",), "root_cause", loose=True,
    ),
    Check(
        "priority-without-action", "warning", "actions", "{it} is served by no action.",
        "Add an action that serves it, or say openly that it waits.",
        "field paper 7", once(StrategicAction, nothing_after(Priority, StrategicAction)),
        ("strategic_action.priority",), "strategic_action", loose=True,
    ),
)  # fmt: skip
"""From evidence to priorities, both ways."""
