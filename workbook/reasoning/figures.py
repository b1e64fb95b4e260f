"""Published figures as people read them: a value with its unit, its year and its quality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbook.kinds import Money, Option
from workbook.reading import Reading
from workbook.records.data import MetricSeries

WEAK = 3
"""The quality at which the publisher advises against acting on a figure (field paper 2.3)."""
UNITS = frozenset(("share", "ratio", "rate", "count", "dollars", "index", "grade levels", "pair"))
"""The units of published figures; a figure of the team's own names its own."""
LOCAL = "local"
"""The quality of a figure of the team's own."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a series says of one year. value: a number, or a pair as text. of: for a median, how
    many places it is the middle of."""

    year: str
    value: int | float | str
    low: float | None = None
    high: float | None = None
    quality: int | str | None = None
    of: int | None = None

    @property
    def weak(self) -> bool:
        """Whether nobody should act on it alone."""
        return self.quality == WEAK

    @property
    def number(self) -> float | None:
        """Its height in a drawing: the number, or the first side of a pair over the second."""
        if isinstance(self.value, int | float):
            return float(self.value)
        sides = pair(self.value)
        return sides[0] / sides[1] if sides and sides[1] else None


def pair(text: str) -> tuple[float, float] | None:
    """The two shares of a text such as 0.034:0.118 or 3.4%:11.8%; None for another text."""
    sides = [one.strip() for one in text.split(":")]
    try:
        found = [float(one.removesuffix("%")) / (100 if one.endswith("%") else 1) for one in sides]
    except ValueError:
        return None
    return (found[0], found[1]) if len(found) == 2 else None


def values(series: MetricSeries) -> dict[str, Value]:
    """The values of a series by year, the oldest first; what holds none is left out."""
    all_ = sorted((series.values or {}).items())
    return {year: value for year, one in all_ if (value := _value(year, one))}


def _value(year: str, one: Mapping[str, Any]) -> Value | None:
    value = one.get("value")
    if not isinstance(value, int | float | str) or isinstance(value, bool):
        return None
    low, high, of = (_number(one.get(name)) for name in ("low", "high", "of"))
    whole = int(of) if of is not None else None
    return Value(year, value, low, high, _quality(one.get("quality")), whole)


def _number(value: object) -> float | None:
    known = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if known else None  # type: ignore[arg-type]


def _quality(value: object) -> int | str | None:
    """1, 2, 3 or local; a file edited by hand may have the number as text."""
    if value == LOCAL:
        return LOCAL
    return int(str(value)) if str(value) in ("1", "2", "3") else None


def newest(series: MetricSeries) -> Value | None:
    """The newest value of a series: what people mean by "the" value."""
    found = (_value(year, one) for year, one in sorted((series.values or {}).items(), reverse=True))
    return next(filter(None, found), None)


def metric(reading: Reading, variable: str) -> Mapping[str, Any]:
    """What the framework says of a published variable, by any name that it had; {} for none."""
    metrics = reading.curriculum.framework.get("metric", {})
    if variable in metrics:
        return dict(metrics[variable])
    older = (one for one in metrics.values() if variable and variable in one["columns"])
    return dict(next(older, {}))


def shown(reading: Reading, value: object, unit: str) -> str:
    """A value with its unit, as short as it can be: 84.1%, $66,167, 0.62, 3.4% : 11.8%."""
    if isinstance(value, str):
        sides = pair(value) if unit == "pair" else None
        return f"{_percent(sides[0])} : {_percent(sides[1])}" if sides else value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if unit == "share":
        return _percent(value)
    if unit == "dollars":
        return Money().show(round(value), reading)
    if unit not in UNITS:
        return f"{value:,}{'' if unit in ('', '%') else ' '}{unit}"
    if unit == "count" or isinstance(value, int):
        return f"{value:,}"
    digits = 2 if abs(value) < 10 else 1 if abs(value) < 1000 else 0
    return f"{value:,.{digits}f}"


def unit_of(reading: Reading, series: MetricSeries) -> str:
    """The unit of a series: the framework's, or that of a figure of the team's own."""
    return str(metric(reading, series.variable or "").get("unit") or series.unit or "")


def _percent(share: float) -> str:
    return f"{share * 100:.1f}%"


def quality(reading: Reading, value: Value) -> Option | None:
    """The word for a value's quality, and what it means; None where nobody rated it."""
    options = reading.curriculum.lists.get("quality", {})
    return options.get(str(value.quality)) if value.quality is not None else None


def told(reading: Reading, value: Value, unit: str) -> str:
    """A value with its year, and its quality in words: 84.1% (2023, strong)."""
    word = quality(reading, value)
    rated = f", {_lowered(reading, word)}" if word else ""
    return f"{shown(reading, value.value, unit)} ({value.year}{rated})"


def _lowered(reading: Reading, word: Option) -> str:
    """A quality inside a sentence; a weak one with its warning, which is never left out."""
    name = word.name[:1].lower() + word.name[1:]
    return f"{name}: {warning(reading)}" if word.id == str(WEAK) else name


def warning(reading: Reading) -> str:
    """What is said wherever a weak value stands."""
    return reading.curriculum.map_words["alone"]
