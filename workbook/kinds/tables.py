"""Values that are tables of their own: a prompt's rows, a row's cells, a published series."""

from __future__ import annotations

import math
import re
from typing import Any

from workbook.kinds.kind import Ground, Invalid, Kind
from workbook.kinds.text import brief
from workbook.kinds.words import LINE_LIMIT


class Rows(Kind[Any]):
    """A prompt that is answered with rows. The rows are records, so the prompt has no value."""

    word = "rows"
    whole = True

    def holds(self, value: object) -> bool:
        return False

    def clean(self, value: object, ground: Ground) -> Any:
        raise Invalid("This question is answered with rows; use `workbook add`.")

    def show(self, value: Any, ground: Ground) -> str:
        return ""


class Cells(Kind[dict[str, Any]]):
    """What stands in one row, by column. Each cell is checked by its column's own kind."""

    def holds(self, value: object) -> bool:
        return isinstance(value, dict)

    def clean(self, value: object, ground: Ground) -> dict[str, Any] | None:
        raise Invalid("Set a row's cells one by one, by their column.")

    def show(self, value: dict[str, Any], ground: Ground) -> str:
        return "; ".join(str(cell) for cell in value.values())


class Series(Kind[dict[str, Any]]):
    """Published values by year: {year: {value, low, high, quality, of}}, as the file gave them.

    A value is a number, or a pair as text; low and high bound it; quality is 1, 2, 3 or local; of
    says of how many places it is the middle. What a newer version wrote beside these is kept.
    """

    def holds(self, value: object) -> bool:
        return isinstance(value, dict) and all(isinstance(one, dict) for one in value.values())

    def clean(self, value: Any, ground: Ground) -> dict[str, Any] | None:
        if not self.holds(value):
            raise Invalid('This takes values by year, such as {"2025": {"value": 412}}.')
        for year, one in value.items():
            if not re.fullmatch(r"\d{4}", str(year), re.ASCII):
                raise Invalid(f"“{brief(str(year), 20)}” is no year, such as 2025.")
            self._refuse(year, one)
        return value or None

    def _refuse(self, year: str, one: dict[str, Any]) -> None:
        """Raises Invalid for what no value can be."""
        for name in ("value", "low", "high", "of"):
            given = one.get(name)
            if isinstance(given, str) and name == "value" and len(given) <= LINE_LIMIT:
                continue
            if given is not None and not _is_finite(given):
                raise Invalid(f"The {name} of {year} must be a number.")
        if one.get("quality") not in (None, 1, 2, 3, "local"):
            raise Invalid(f"The quality of {year} is 1, 2 or 3, or local.")

    def show(self, value: dict[str, Any], ground: Ground) -> str:
        return "; ".join(f"{one.get('value')} ({year})" for year, one in sorted(value.items()))


def _is_finite(value: object) -> bool:
    known = isinstance(value, int | float) and not isinstance(value, bool)
    return known and math.isfinite(value) and abs(value) < 2**63  # type: ignore[arg-type]
