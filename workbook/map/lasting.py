"""Measures on their way to their targets, money by year and by action, and what carries an action:
what no table of records says."""

from __future__ import annotations

from collections.abc import Iterator

from workbook.kinds import Money
from workbook.map import drawn
from workbook.map.outline import Blocks
from workbook.map.rows import tabled
from workbook.map.showing import Showing
from workbook.plan import Plan
from workbook.reasoning.continuity import Lasting, continuity
from workbook.reasoning.funding import BACKBONE, STATES, Pot, money
from workbook.reasoning.measuring import Track, number, tracks, word


def on_the_way(showing: Showing, plan: Plan) -> Blocks:
    """Every measure that has a value: the newest one, what a straight line asks for by then, and
    how it stands; () where no measure has one."""
    words = showing.words
    heads = [_called(plan, "measurement", "text"), words("newest"), words("line_asks"),
             words("standing")]  # fmt: skip
    found = [one for of in tracks(plan).values() for one in of if one.newest]
    rows = [list(_track(showing, plan, one)) for one in found]
    return tabled(words("on_line"), heads, rows)


def _track(showing: Showing, plan: Plan, one: Track) -> Iterator[str]:
    yield showing.label(one.measure.id)
    unit = one.measure.unit or ""
    after = unit if unit in ("", "%") else f" {unit}"
    newest = one.newest
    record = plan.record(newest.id) if newest else None
    period = str(plan.value(record, "period") or "") if record else ""
    yield f"{number(newest.value)}{after} ({showing.words.date(period)})" if newest else ""
    yield f"{number(one.asked)}{after}" if one.asked is not None else ""
    yield word(plan, one)


def _called(plan: Plan, table: str, field: str) -> str:
    found = plan.curriculum.tables.get(table)
    asked = found.field(field) if found else None
    return asked.name if asked else field


def resources(showing: Showing, plan: Plan) -> Blocks:
    """Money by year, and by action with what nothing certain covers; () where none is named."""
    options, words, found = plan.options("money-status"), showing.words, money(plan)
    names = [options[one].name if one in options else one for one in STATES]
    years = [[one.id, *_sums(plan, one)] for one in found.years if one.id]
    actions = [_action(showing, plan, one) for one in found.actions if one.id and any(one.parts)]
    return (
        *drawn.money(plan, showing, [one for one in found.years if one.id]),
        *tabled(words("by_year"), [words("year"), *names], years),
        *tabled(words("by_action"), [words("action"), *names, words("open")], actions),
    )


def _action(showing: Showing, plan: Plan, one: Pot) -> list[str]:
    name = showing.words("backbone") if one.id == BACKBONE else showing.label(one.id)
    return [name, *_sums(plan, one), Money().show(one.short, plan) if one.short else ""]


def _sums(plan: Plan, one: Pot) -> Iterator[str]:
    for state in STATES:
        yield Money().show(one.sums[state], plan) if one.sums[state] else ""


def carried(showing: Showing, plan: Plan) -> Blocks:
    """How far secured money carries each action beside its own end, and what is still missing."""
    words = showing.words
    heads = [words("action"), words("work_ends"), words("paid_until"), words("lacking")]
    return tabled(words("carried"), heads, [_carried(showing, one) for one in continuity(plan)])


def _carried(showing: Showing, one: Lasting) -> list[str]:
    words = showing.words
    until = words.date(one.until.isoformat()) if one.until else ""
    missing = ", ".join(words(f"no_{part}") for part in one.lacks)
    action = showing.view.record(one.action.id) or one.action
    return [showing.label(action.id), showing.text(action, "ends"), until, missing]
