"""Published figures as the plan names and cites them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from workbook.kinds.numbers import Money
from workbook.kinds.pointing import CITED
from workbook.map.outline import Cite, Inlines, Text
from workbook.reading import Reading
from workbook.records.data import MetricSeries


def cited(view: Reading, text: str) -> Inlines:
    """A text with the figures that it cites in their newest value."""
    return tuple(_pieces(view, text))


def _pieces(view: Reading, text: str) -> Iterator[Text | Cite]:
    done = 0
    for match in CITED.finditer(text):
        series = view.record(match[1])
        shown = latest(view, series) if isinstance(series, MetricSeries) else ""
        if shown:
            yield from (Text(one) for one in [text[done : match.start()]] if one)
            yield Cite(match[1], shown)
            done = match.end()
    yield from (Text(one) for one in [text[done:]] if one)


def metric(view: Reading, series: MetricSeries) -> Mapping[str, Any]:
    """What the framework says of a published variable, by any name that it had."""
    for one in view.curriculum.framework["metric"].values():
        if series.variable and series.variable in (one["id"], *one["columns"]):
            return dict(one)
    return {}


def called(view: Reading, series: MetricSeries) -> str:
    """What people call a published figure."""
    return str(metric(view, series).get("name") or series.variable or "")


def name(view: Reading, series: MetricSeries) -> str:
    """What people call a published figure, and for which group it stands."""
    return ", ".join(filter(None, (called(view, series), series.subgroup)))


def latest(view: Reading, series: MetricSeries) -> str:
    """The newest value of a series, with its year; "" where there is none."""
    values = series.values or {}
    years = [year for year in sorted(values) if values[year].get("value") is not None]
    if not years:
        return ""
    unit = str(metric(view, series).get("unit", ""))
    return f"{_shown(view, values[years[-1]]['value'], unit)} ({years[-1]})"


def by_year(view: Reading, series: MetricSeries) -> list[tuple[str, str]]:
    """Every year that has a value, the latest first, with the value as people read it."""
    values, unit = series.values or {}, str(metric(view, series).get("unit", ""))
    found = ((year, values[year].get("value")) for year in sorted(values, reverse=True))
    return [(year, _shown(view, value, unit)) for year, value in found if value is not None]


COLUMNS = ("variable", "geography", "subgroup", "values", "source")
"""The fields of a series that a plan shows. No step asks them, so map.toml says their names."""

SHOWN: Mapping[str, Callable[[Reading, MetricSeries], str]] = {
    "variable": called,
    "values": latest,
}
"""How the fields of a series are shown that the file gives for machines."""


def _shown(view: Reading, value: object, unit: str) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if unit == "share":
        return f"{value * 100:.1f}%"
    if unit == "dollars":
        return Money().show(round(value), view)
    return f"{value:,}"
