"""The middle of all places of a published file, year by year, each place counted once.

Only values of the whole population are taken, and of these only what the publisher calls strong or
marginal: a middle of weak values would be one itself (field paper 2.4). A pair has no middle, and
a number that grows with the place is not compared.
"""

from __future__ import annotations

import math
import statistics
from array import array
from collections.abc import Callable, Sequence

from workbook.imports.metric_cells import MISSING, WORDS, Point
from workbook.imports.published import Column, Layout
from workbook.imports.sheet import Unreadable
from workbook.kinds.text import brief

WEAK = 3
FEWEST = 3
"""Places of which a middle is one."""
_WEAK = frozenset(spelt for word, n in WORDS.items() if n == WEAK for spelt in (word, word.title()))
_NONE = ("pair", "count")
Gather = Callable[[float], None]


class Medians:
    """Takes rows one after another; 8 bytes a value are kept."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.columns = [one for one in layout.columns if one.metric["unit"] not in _NONE]
        self._values: dict[str, list[array[float]]] = {}
        self._gather: dict[str, list[tuple[int, int, Gather]]] = {}

    def take(self, row: Sequence[str], line: int) -> None:
        """Takes the values of a row in. Raises Unreadable for one that is no number."""
        if self.layout.group >= 0 and row[self.layout.group].strip().casefold() != "all":
            return
        year = row[self.layout.year]
        gather = self._gather.get(year) or self._begin(year)
        text = ""
        try:
            for at, quality, add in gather:
                text = row[at]
                if text not in MISSING and row[quality] not in _WEAK:
                    add(float(text.removesuffix(":1")))  # older files: 851:1
        except ValueError:
            raise Unreadable(
                f"Line {line:,}: “{brief(text, 30)}” is not a number, so the median of all places "
                "cannot be told. Use the file as it was downloaded."
            ) from None

    def _begin(self, year: str) -> list[tuple[int, int, Gather]]:
        lists = self._values[year] = [array("d") for _ in self.columns]
        self._gather[year] = [
            (one.value, one.quality if one.quality >= 0 else self.layout.year, kept.append)
            for one, kept in zip(self.columns, lists, strict=True)
        ]
        return self._gather[year]

    def found(self) -> dict[str, dict[str, Point]]:
        """{year: {value, of}} by metric; of: how many places it is the middle of.

        Raises Unreadable where a value is not finite or not in its range.
        """
        medians: dict[str, dict[str, Point]] = {}
        for year, lists in self._values.items():
            for column, values in zip(self.columns, lists, strict=True):
                if len(values) >= FEWEST:
                    _refuse_range(column, values, year)
                    middle = {"value": statistics.median(values), "of": len(values)}
                    medians.setdefault(column.id, {})[year.strip()] = middle
        return medians


def _refuse_range(column: Column, values: Sequence[float], year: str) -> None:
    low, high = column.metric["low"], column.metric["high"]
    if math.isfinite(sum(values)) and low <= min(values) and max(values) <= high:
        return
    raise Unreadable(
        f"Column “{column.id}” has a value of {brief(year, 10)} that is not between {low:,} and "
        f"{high:,}. Use the file as it was downloaded."
    )
