"""Figures of the team's own: counted or asked for here, each year with its source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbook.kinds import Invalid
from workbook.kinds.text import brief
from workbook.reasoning.figures import LOCAL
from workbook.records.data import MetricSeries

if TYPE_CHECKING:
    from workbook.plan import Plan

FORM = "a number, its unit and the year, such as 412 filings 2025, 9.2% 2025 or 1,204 2025"
_WRITTEN = re.compile(
    r"(?P<number>[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?)\s*(?P<unit>\D*?)[\s,]+(?P<year>\d{4})",
    re.ASCII,
)
YEARS = range(1900, 2101)


def read(text: str) -> tuple[float | int, str, str]:
    """The number, unit and year that somebody wrote. Raises Invalid with a sentence."""
    found = _WRITTEN.fullmatch(" ".join(text.split()))
    if found is None or int(found["year"]) not in YEARS:
        raise Invalid(f"“{brief(text, 40)}” is not {FORM}.")
    digits = found["number"].replace(",", "")
    if len(digits) > 15:
        raise Invalid("That number is too large to keep.")
    number = float(digits) if "." in digits else int(digits)
    return number, brief(found["unit"].strip(), 40), found["year"]


def write(plan: Plan, name: str, text: str, source: str, *, predictor: str = "") -> str:
    """Keeps a figure, or another year of one that is called the same; gives its id.

    Raises Invalid for a text that is no figure, for a name that is none, and without a source.
    """
    number, unit, year = read(text)
    if not source.strip():
        raise Invalid("A figure needs its source: who counted, or where it stands.")
    here = next((one for one in own(plan) if (one.variable or "") == name.strip()), None)
    point = {"value": number, "quality": LOCAL}
    if here is None:
        if not name.strip():
            raise Invalid("A figure needs a name.")
        return plan.add(MetricSeries.type, {
            "variable": name, "predictor": predictor or None, "unit": unit, "source": source,
            "values": {year: point},
        })  # fmt: skip
    values = {**(here.values or {}), year: point}
    plan.take_in(MetricSeries.type, (), {here.id: {"values": values, "source": source}})
    return here.id


def own(plan: Plan) -> list[MetricSeries]:
    """The figures that the team wrote itself."""
    return [
        one for one in plan.records(MetricSeries)
        if any(point.get("quality") == LOCAL for point in (one.values or {}).values())
    ]  # fmt: skip
