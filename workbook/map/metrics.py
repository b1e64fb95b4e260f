"""The published figures in full (field.md 4.2, 9)."""

from __future__ import annotations

from workbook.curriculum import TableForm
from workbook.map import drawn, figures
from workbook.map.outline import Blocks
from workbook.map.rows import RowSet
from workbook.map.showing import Showing
from workbook.plan import Plan
from workbook.records.data import MetricSeries

_FORM = TableForm("metric_series", "table", ("variable", "subgroup", "values", "source"))
"""How figures stand where map.toml does not say."""


def blocks(showing: Showing, plan: Plan) -> Blocks:
    """A row for each series of the plan's own places that has a value."""
    view = showing.view
    own = (one for one in view.records(MetricSeries) if not one.peer)
    found = [one for one in own if figures.latest(view, one)]
    form = view.curriculum.forms.get(MetricSeries.type, _FORM)
    table = RowSet(showing, None, form, found).blocks() if found else ()
    return (*drawn.trends(showing, found), *table)
