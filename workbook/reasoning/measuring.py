"""Measures against their targets: where each stands on a straight line from baseline to target.

The words are those of lists.toml, `on-track`, and a few for what cannot be judged. A straight line
is a proposal (field paper 1.6 asks for on or off track, and not how): real change is seldom even,
so every word stands beside the figures that it comes from.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbook.kinds.numbers import first_day, last_day
from workbook.kinds.text import brief
from workbook.reasoning.checks.ended import ended
from workbook.reasoning.figures import metric, newest, unit_of
from workbook.reasoning.metrics import whole
from workbook.records.actions import LogicItem
from workbook.records.data import MetricSeries
from workbook.records.impact import LearningCycle, Measure, Observation

if TYPE_CHECKING:
    from workbook.plan import Plan
    from workbook.records import Record

TREND = 3
"""Values before a trend is spoken of (lists.toml, on-track: too early to say)."""
BEGUN = 0.1
"""The part of the time to the target before which nothing is judged: the work has only begun."""
LEVEL = 0.1
"""How far from its target, as a part of it, a measure may lie that is to stay level."""
GROUPS = {
    "population": ("medium", "long"),
    "program": ("input", "activity", "output", "short", "process"),
    "conditions": ("systems",),
    "unsaid": (),
}
"""Levels (lists.toml, measure-levels) by what they tell of. No single program is answerable for a
result of the whole population (Clear Impact, on results-based accountability)."""
STANDINGS = "impact.on-track"
"""The question in which the team says itself how a measure stands."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day. id: of its observation, "" for the baseline and the target."""

    day: datetime.date
    value: float
    id: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """A measure on its way.

    baseline, target: None where the value or its day is missing. points: what was seen up to
    today, the baseline with it, one a day, the oldest first. ahead: values of a time to come.
    unread: observations that hold no value or no date. word: how it stands. asked: what the line
    asks for on the day of the newest value, None where there is no line.
    """

    measure: Measure
    baseline: Point | None
    target: Point | None
    points: Sequence[Point]
    ahead: Sequence[str]
    unread: Sequence[str]
    word: str
    asked: float | None

    @property
    def newest(self) -> Point | None:
        """The newest value that was observed."""
        return next((one for one in reversed(self.points) if one.id), None)


def tracks(plan: Plan) -> dict[str, list[Track]]:
    """Every measure under what it tells of, in the order of `GROUPS`; only groups that have one."""
    seen: dict[str, list[Observation]] = {}
    for one in plan.records(Observation):
        seen.setdefault(one.measure or "", []).append(one)
    found: dict[str, list[Track]] = {name: [] for name in GROUPS}
    for measure in plan.records(Measure):
        found[group(measure)].append(track(measure, seen.get(measure.id, ()), plan.today))
    return {name: of for name, of in found.items() if of}


def group(measure: Measure) -> str:
    """What a measure tells of: its level decides, else the condition that it watches."""
    found = (name for name, levels in GROUPS.items() if measure.level in levels)
    return next(found, "conditions" if measure.condition else "unsaid")


def track(measure: Measure, seen: Sequence[Observation], today: datetime.date) -> Track:
    """Where one measure stands today, with its observations in any order."""
    baseline = _point(measure.baseline_date, measure.baseline)
    days = {baseline.day: baseline} if baseline else {}
    ahead, unread = list[str](), list[str]()
    for one in seen:
        point, first = _point(one.period, one.value, one.id), first_day(one.period or "x")
        if point is None or first is None:
            unread.append(one.id)
        elif first > today:
            ahead.append(one.id)
        else:
            days[point.day] = point
    points = [days[day] for day in sorted(days)]
    target = _point(measure.target_date, measure.target)
    newest = next((one for one in reversed(points) if one.id), None)
    asked = _asked(baseline, target, newest.day) if newest else None
    word = _word(measure, points, newest, asked, today)
    return Track(measure, baseline, target, points, ahead, unread, word, asked)


def _point(date: str | None, value: float | None, id: str = "") -> Point | None:
    """A value on the last day that its date can mean; a month's value is known when it is over."""
    day = last_day(date or "x")
    return Point(day, float(value), id) if day and value is not None else None


def _asked(baseline: Point | None, target: Point | None, day: datetime.date) -> float | None:
    """The value of the straight line on a day; None where there is no line."""
    if not baseline or not target or target.day <= baseline.day:
        return None
    part = (day - baseline.day).days / (target.day - baseline.day).days
    return baseline.value + (target.value - baseline.value) * min(1.0, max(0.0, part))


def _word(
    one: Measure,
    points: Sequence[Point],
    newest: Point | None,
    asked: float | None,
    today: datetime.date,
) -> str:
    """How a measure stands: a word of the list `on-track`, or why none can be said."""
    due = last_day(one.target_date or "x")
    past = due is not None and due < today
    if newest is None:
        return "unshown" if past else "no-value"
    if one.direction == "none":
        return "described"
    if one.target is None:
        return "no-line"
    if _away(one, one.target) > 0 and one.direction in ("up", "down"):
        return "contrary"
    left = _left(one, one.target, newest.value)
    if left <= 0 and (past or one.direction != "hold"):
        return "reached"
    if past:
        first = first_day(one.target_date or "x")
        return "missed" if first and newest.day >= first else "unshown"
    return _on_the_way(one, points, newest, asked)


def _on_the_way(one: Measure, points: Sequence[Point], newest: Point, asked: float | None) -> str:
    goal, due = one.target or 0.0, last_day(one.target_date or "x")
    if asked is None or due is None or one.baseline is None:
        return "no-line"
    start = last_day(one.baseline_date or "x") or newest.day
    begun = (newest.day - start).days >= BEGUN * (due - start).days
    if len(points) < TREND or not begun:
        return "too-early"
    left, before = (_left(one, goal, point.value) for point in (newest, points[-2]))
    if left <= _left(one, goal, asked):
        return "on-track"
    return "slower" if left < before else "stuck" if left == before else "wrong-way"


def _left(one: Measure, goal: float, value: float) -> float:
    """How far a value still is from the target; 0 or less where it is reached."""
    if one.direction in ("parity", "hold"):
        slack = LEVEL * abs(goal) if one.direction == "hold" else 0.0
        return max(0.0, abs(goal - value) - slack)
    rises = goal >= (one.baseline if one.baseline is not None else value)
    up = one.direction == "up" or (one.direction != "down" and rises)
    return goal - value if up else value - goal


def _away(one: Measure, goal: float) -> float:
    """How far the target lies on the worse side of the baseline; 0 where it does not."""
    return max(0.0, -_left(one, goal, one.baseline)) if one.baseline is not None else 0.0


def word(plan: Plan, one: Track) -> str:
    """How a measure stands, in the words of its list."""
    option = plan.options("on-track").get(one.word) or plan.options("off-line").get(one.word)
    return option.name if option else one.word


def number(value: float) -> str:
    """A value with at most one decimal, or two where it is small: 12, 4.1, 0.56."""
    shown = round(value, 2 if abs(value) < 2 else 1)
    return f"{int(shown):,}" if shown == int(shown) else f"{shown:,}"


# How old a figure is


def published(plan: Plan, measure: Measure) -> int | None:
    """The newest published year of the figures that a population result rests on: of the metric of
    that name, else of the predictor that its outcome leads to. None where there is none."""
    metrics = plan.curriculum.framework.get("metric", {}).values()
    text = (measure.text or "").casefold()
    years = [one.get("latest") for one in metrics if one["name"].casefold() == text]
    if not years and group(measure) == "population":
        predictors = set(_predictors(plan, measure.about or ""))
        years = [one.get("latest") for one in metrics if one["predictor"] in predictors]
    return max((int(year) for year in years if year), default=None)


def _predictors(plan: Plan, id: str) -> Iterator[str]:
    """The predictors of an item of the logic model and of all that it leads to."""
    seen, ahead = set[str](), [id]
    while ahead:
        here = plan.record(ahead.pop())
        if not isinstance(here, LogicItem) or here.id in seen:
            continue
        seen.add(here.id)
        if here.predictor:
            yield here.predictor
        ahead += [str(one.get("item")) for one in here.leads_to or ()]


# A measure of a published figure


def offered(plan: Plan) -> list[MetricSeries]:
    """The plan's own figures that have a value and that no measure is called after yet."""
    taken = {(one.text or "").casefold() for one in plan.records(Measure)}
    series = whole(plan.records(MetricSeries))
    return [one for one in series if newest(one) and called(plan, one).casefold() not in taken]


def called(plan: Plan, series: MetricSeries) -> str:
    """What a series is called."""
    name = metric(plan, series.variable or "").get("name") or series.variable or ""
    return str(name)


def measure_of(plan: Plan, series: MetricSeries) -> dict[str, Any]:
    """The fields of a measure that follows a figure: its newest value is the baseline, with its
    year and source. It is about the outcome of the same predictor, where there is one."""
    said, unit = metric(plan, series.variable or ""), unit_of(plan, series)
    here = newest(series)
    values: dict[str, Any] = {
        "text": brief(called(plan, series), 200), "level": "long", "how_often": "yearly",
        "direction": said.get("direction"), "unit": {"share": "%", "dollars": plan.currency,
        "count": ""}.get(unit, unit), "source": brief(series.source or "", 200),
    }  # fmt: skip
    if here and isinstance(here.value, int | float):
        share = unit == "share"
        values["baseline"] = round(here.value * 100, 2) if share else here.value
        values["baseline_date"] = here.year
    predictor = said.get("predictor") or series.predictor
    items = [one for one in plan.records(LogicItem) if predictor and one.predictor == predictor]
    values["about"] = items[0].id if items else None
    return {name: value for name, value in values.items() if value not in (None, "")}


# Looking and telling


@dataclass(frozen=True, slots=True)
class Look:
    """A day to stop and look. day: its last possible day, None where none is set. over: whether
    that is past and nothing came of it yet."""

    cycle: LearningCycle
    day: datetime.date | None
    done: bool
    over: bool


def looks(plan: Plan) -> list[Look]:
    """The learning cycles: those still to come by their day, then those that are done."""
    found = [_look(one, plan.today) for one in plan.records(LearningCycle)]
    return sorted(found, key=lambda one: (one.done, one.day or datetime.date.max))


def _look(one: LearningCycle, today: datetime.date) -> Look:
    day, done = last_day(one.date or "x"), ended(one, today)
    return Look(one, day, done, not done and day is not None and day < today)


def own_word(plan: Plan, measure: str) -> Record | None:
    """The team's own newest word on how a measure stands."""
    table = plan.curriculum.tables.get(STANDINGS)
    rows = plan.rows(table) if table else []
    mine = [one for one in rows if plan.value(one, "measure") == measure]
    return max(mine, key=lambda one: str(plan.value(one, "as_of") or ""), default=None)
