"""Pieces of content that can be clicked, laid out in lines that never break inside a piece."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual.content import Content
from textual.events import Click

from screens.steady import Steady

Piece = tuple[Content, Callable[[], None] | None]
"""A piece and what a click on it does."""


class Marks(Steady):
    """Draws pieces and knows which of them is clicked.

    (Textual's own click marks restyle the text as a link; here a drawing keeps its colours.)
    """

    _hits: Sequence[tuple[int, int, int, Callable[[], None]]] = ()

    def lay_lines(self, lines: Sequence[Piece]) -> None:
        """Draws one piece a line; a click anywhere on the line counts."""
        self._hits = [(y, 0, 10_000, do) for y, (_, do) in enumerate(lines) if do]
        self.update(Content("\n").join(piece for piece, _ in lines))

    def lay_flow(self, pieces: Sequence[Piece], gap: int = 3) -> None:
        """Draws pieces after one another, on as many lines as they need."""
        width = self.content_size.width or 60
        rows: list[list[Content]] = [[]]
        hits, x = [], 0
        for piece, do in pieces:
            if x and x + piece.cell_length > width:
                rows.append([])
                x = 0
            if do:
                hits.append((len(rows) - 1, x, x + piece.cell_length, do))
            rows[-1].append(piece)
            x += piece.cell_length + gap
        self._hits = hits
        self.update(Content("\n").join(Content(" " * gap).join(row) for row in rows))

    def lay_drawing(
        self,
        lines: Sequence[Content],
        spots: Sequence[tuple[int, int, int, Callable[[], None]]],
    ) -> None:
        """Draws lines as they are. spots: row, first cell, the cell after the last, what a click
        there does."""
        self._hits = spots
        self.update(Content("\n").join(lines))

    def on_click(self, event: Click) -> None:
        """Does what the piece under the mouse does."""
        at = event.get_content_offset(self)
        if at is None:
            return
        for y, start, end, do in self._hits:
            if y == at.y and start <= at.x < end:
                event.stop()
                app: Any = self.app
                app.attempt(do)
                return
