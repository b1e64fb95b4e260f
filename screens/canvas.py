"""A drawing made cell by cell, turned into lines of content."""

from __future__ import annotations

from itertools import groupby

from textual.content import Content

from screens.plain import joined


class Canvas:
    """Rows of cells, each a character with its style. What lies outside is not drawn."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._cells = [[(" ", "")] * width for _ in range(height)]

    def put(self, x: int, y: int, text: str, style: str = "") -> None:
        """Writes a text of one-cell characters from a cell to the right."""
        for at, one in enumerate(text, x):
            if 0 <= y < self.height and 0 <= at < self.width:
                self._cells[y][at] = (one, style)

    def lines(self) -> list[Content]:
        """The rows, with cells of one style joined."""
        return [joined(*_runs(row)) for row in self._cells]


def _runs(row: list[tuple[str, str]]) -> list[tuple[str, str]]:
    runs = groupby(row, key=lambda cell: cell[1])
    return [("".join(one for one, _ in cells), style) for style, cells in runs]
