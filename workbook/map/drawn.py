"""The figures of a plan: from what each is drawn, and in which words it is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from workbook.kinds import Money
from workbook.map import figures
from workbook.map.outline import Blocks, Figure
from workbook.map.pictures.drawing import Bar, Bars, Flow, Item, Lines, Point
from workbook.map.rows import tabled
from workbook.map.sentences import shortened, uncapitalized
from workbook.reasoning import figures as published
from workbook.reasoning.coverage import coverage
from workbook.reasoning.funding import STATES
from workbook.reasoning.logic_model import COLUMNS, model
from workbook.reasoning.weighing import MOST, scale
from workbook.records.actions import StrategicAction
from workbook.records.data import MetricSeries

if TYPE_CHECKING:
    from workbook.map.showing import Showing
    from workbook.plan import Plan
    from workbook.reasoning.funding import Pot
    from workbook.reasoning.logic_model import Model
    from workbook.reasoning.readiness import Condition

_ALTERNATIVE = 300
"""Characters of what a figure says, in the place of the figure; all of it follows as text."""
_ON_ONE = 10
"""Lines in one figure."""
_HIGHEST = 4
"""The highest level of an assessment."""


def figure(
    name: str, title: str, drawing: Bars | Lines | Flow, data: Iterable[Sequence[str | float]],
    told: Blocks = (),
) -> Figure:  # fmt: skip
    """A figure that is told in words by what it draws."""
    rows = tuple(map(tuple, data))
    said = shortened(f"{title}. {drawing.said}", _ALTERNATIVE)
    return Figure(name, title, said, drawing, rows, told)


def profile(showing: Showing, assessment: str, found: Sequence[Condition]) -> Blocks:
    """The levels of an assessment; its table follows."""
    words, named = showing.words, showing.view.curriculum.assessments
    title = f"{named[assessment].name}: {words('profile')}"
    bars = tuple(
        Bar(one.dimension.short, one.level, _level(showing, one)) for one in found
    )  # fmt: skip
    heads = (words("condition"), words("level"))
    rows = [(one.dimension.short, "" if one.level is None else one.level) for one in found]
    return (
        figure(f"profile-{assessment}", title, Bars((("", bars),), _HIGHEST, True), [heads, *rows]),
    )


def _level(showing: Showing, one: Condition) -> str:
    if one.level is None:
        return showing.words("too_few")
    return f"{one.level} ({one.word})" if one.word else str(one.level)


def sectors(showing: Showing, plan: Plan) -> Blocks:
    """How many members come from each sector; () while nobody has one."""
    words = showing.words
    found = [one for one in coverage(plan) if one.kind == "sector"]
    if not any(one.members for one in found):
        return ()
    rows = [(one.name, len(one.members)) for one in found]
    bars = tuple(Bar(name, count, str(count)) for name, count in rows)
    heads = (words("sector"), words("members"))
    told = tabled(words("by_sector"), heads, [(name, str(count)) for name, count in rows])
    top = max(count for _, count in rows)
    drawing = Bars((("", bars),), top)
    return (figure("sectors", words("by_sector"), drawing, [heads, *rows], told),)


def priorities(showing: Showing) -> Blocks:
    """The priorities on the criteria that the team weighed; () where fewer than two are."""
    words, found = showing.words, scale(showing.view)
    if not found.weighed or len(found.items) < 2:
        return ()
    options = showing.view.options(found.subject.criteria)
    names = {one: options[one].name for one in found.weights}
    rows = [
        (showing.label(item.id), names[one], item.scores[one])
        for item in found.items for one in found.weights
    ]  # fmt: skip
    groups = tuple(
        (label, tuple(Bar(name, score, str(score)) for of, name, score in rows if of == label))
        for label in dict.fromkeys(label for label, *_ in rows)
    )
    heads = (words("priority"), words("criterion"), words("scores"))
    title = words("priorities_scored")
    told = tabled(title, heads, [(label, name, str(score)) for label, name, score in rows])
    return (figure("priorities", title, Bars(groups, MOST, True), [heads, *rows], told),)


def chain(place: int, title: str, parts: Sequence[tuple[str, Sequence[str]]]) -> Figure:
    """A priority's line through its parts, each under its name; the same follows as a list."""
    stages = tuple(
        (name, tuple(Item(f"{name} {at}", text) for at, text in enumerate(texts)))
        for name, texts in parts
    )
    data = [tuple(name for name, _ in parts)]
    longest = max(len(texts) for _, texts in parts)
    rows = [tuple(t[at] if at < len(t) else "" for _, t in parts) for at in range(longest)]
    return figure(f"theory-{place}", title, Flow(stages), [*data, *rows])


def logic(showing: Showing, plan: Plan) -> Blocks:
    """The logic model of each action; its table follows."""
    found = model(showing.view)
    actions = [one.id for one in showing.view.records(StrategicAction)]
    bands = [one for one in [*actions, ""] if any(found.bands.get(one, ()))]
    return tuple(_band(showing, found, one, at) for at, one in enumerate(bands, 1))


def _band(showing: Showing, found: Model, action: str, place: int) -> Figure:
    options, words = showing.view.options("logic-columns"), showing.words
    names = [options[one].name if one in options else one for one in COLUMNS]
    own = {id for column in found.bands[action] for id in column}

    def item(id: str) -> Item:
        leads = [one.end for one in found.after.get(id, ()) if not one.gone]
        return Item(id, showing.label(id), tuple(leads))

    stages = tuple(
        (name, tuple(map(item, ids)))
        for name, ids in zip(names, found.bands[action], strict=True)
        if ids
    )
    leads = [id for _, items in stages for one in items for id in one.leads]
    beyond = tuple(Item(id, showing.label(id)) for id in dict.fromkeys(leads) if id not in own)
    heads = (words("logic_column"), words("logic_item"), words("opens"))
    rows = [
        (name, one.text, "; ".join(showing.label(id) for id in one.leads))
        for name, items in stages for one in items
    ]  # fmt: skip
    title = showing.label(action) or words("no_action")
    return figure(f"logic-{place}", title, Flow(stages, beyond), [heads, *rows])


def trends(showing: Showing, series: Sequence[MetricSeries]) -> Blocks:
    """Published figures that have values of two years or more, over the years."""
    lines = [(figures.name(showing.view, one), _points(showing, one)) for one in series]
    rest = iter([(name, points) for name, points in lines if len(points) > 1])
    found = list[Figure]()
    while some := tuple(islice(rest, _ON_ONE)):
        found.append(_trends(showing, some, len(found) + 1))
    return tuple(found)


def _trends(
    showing: Showing, lines: tuple[tuple[str, tuple[Point, ...]], ...], place: int
) -> Figure:
    words = showing.words
    heads = (words("variable"), words("year"), words("value"))
    data = [(name, str(one.year), one.value) for name, points in lines for one in points]
    rows = [
        (name, "; ".join(f"{one.year}: {one.said}" for one in points)) for name, points in lines
    ]
    told = tabled(words("trends"), (words("variable"), words("years")), rows)
    return figure(f"trends-{place}", words("trends"), Lines(lines), [heads, *data], told)


def _points(showing: Showing, series: MetricSeries) -> tuple[Point, ...]:
    return tuple(
        Point(int(year), one.number, _value(showing, series, one), one.weak)
        for year, one in published.values(series).items()
        if one.number is not None and year.isdecimal()
    )


def _value(showing: Showing, series: MetricSeries, one: published.Value) -> str:
    """A value as people read it; a weak one says so."""
    said = published.shown(showing.view, one.value, published.unit_of(showing.view, series))
    quality = published.quality(showing.view, one) if one.weak else None
    return f"{said} ({uncapitalized(quality.name)})" if quality else said


def money(plan: Plan, showing: Showing, years: Sequence[Pot]) -> Blocks:
    """Money by year, what is sure and what is not side by side; its table follows."""
    options, words = plan.options("money-status"), showing.words
    names = {one: str(options[one].name if one in options else one) for one in STATES}
    rows: list[tuple[str, str, int]] = [
        (one.id, state, one.sums[state]) for one in years for state in STATES
    ]
    if not any(amount for *_, amount in rows):
        return ()
    groups = tuple(
        (year.id, tuple(
            Bar(names[state], amount, Money().show(amount, plan))
            for of, state, amount in rows if of == year.id and amount
        ))
        for year in years
    )  # fmt: skip
    heads = (words("year"), words("money_state"), words("amount"))
    data: list[Sequence[str | float]] = [heads]
    data += [(of, names[state], amount) for of, state, amount in rows]
    top = max(amount for *_, amount in rows)
    return (figure("money", words("by_year"), Bars(groups, top), data),)
