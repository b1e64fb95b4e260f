"""One change in one row of a list: its place, and old → new, both cut so that both are seen."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from screens.plain import brief, column, joined
from workbook.reasoning.telling.told import Told

LEAST = 18
"""Cells that the place keeps at least."""
LONGEST = 400


def change(told: Told, room: int, style: str, *, more: int = 0) -> Content:
    """A change in exactly so many cells. more: how many others were made with it."""
    tail = f" +{more}" if more > 0 else ""
    values = brief(told.row, LONGEST) + tail
    place = brief(told.place, LONGEST)
    wide = min(cell_len(place), max(LEAST, room // 2, room - cell_len(values) - 2))
    left = max(0, room - wide - 2)
    return joined((column(place, wide) + "  ", style), (column(values, left), style))
