"""Measures on their way to their targets, and money by year: what no table of records says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbook.kinds import Money
from workbook.map.outline import Blocks, Inlines, Table, Text
from workbook.map.rows import captioned
from workbook.map.showing import Showing
from workbook.plan import Plan
from workbook.reasoning.funding import STATES, Pot, money
from workbook.reasoning.measuring import Track, number, tracks, word


def on_the_way(showing: Showing, plan: Plan) -> Blocks:
    """Every measure that has a value: the newest one, what a straight line asks for by then, and
    how it stands; () where no measure has one."""
    words = showing.words
    heads = [_called(plan, "measurement", "text"), words("newest"), words("line_asks"),
             words("standing")]  # fmt: skip
    found = [one for of in tracks(plan).values() for one in of if one.newest]
    rows = [list(_track(showing, plan, one)) for one in found]
    return _table(words("on_line"), heads, rows)


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


def by_year(showing: Showing, plan: Plan) -> Blocks:
    """What is secured, applied for and an idea in each year; () where no money is named."""
    options = plan.options("money-status")
    names = [options[one].name if one in options else one for one in STATES]
    pots = [one for one in money(plan).years if one.id]
    rows = [[one.id, *_sums(plan, one)] for one in pots]
    return _table(showing.words("by_year"), [showing.words("year"), *names], rows)


def _sums(plan: Plan, one: Pot) -> Iterator[str]:
    for state in STATES:
        yield Money().show(one.sums[state], plan) if one.sums[state] else ""


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Blocks:
    """A table under its title, without the columns in which nothing stands."""
    kept = [at for at in range(len(heads)) if any(row[at] for row in rows)]

    def line(cells: Sequence[str]) -> tuple[Inlines, ...]:
        return tuple((Text(cells[at]),) if cells[at] else () for at in kept)

    if len(kept) < 2:
        return ()
    return captioned(title, (Table(line(heads), tuple(map(line, rows))),))
