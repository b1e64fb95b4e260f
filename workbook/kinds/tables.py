"""Values that are tables of their own: a prompt's rows, a row's cells, a published series."""

from __future__ import annotations

from typing import Any

from workbook.kinds.kind import Ground, Invalid, Kind


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
    """Published values by year: {year: {value, low, high, quality}}, as the file gave them."""

    def holds(self, value: object) -> bool:
        return isinstance(value, dict) and all(isinstance(one, dict) for one in value.values())

    def clean(self, value: Any, ground: Ground) -> dict[str, Any] | None:
        if not self.holds(value):
            raise Invalid("This takes values by year.")
        return value or None

    def show(self, value: dict[str, Any], ground: Ground) -> str:
        return "; ".join(f"{one.get('value')} ({year})" for year, one in sorted(value.items()))
