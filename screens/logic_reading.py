"""What the board of the logic model shows: the plan's items, laid out for the room there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from screens.board import Board
from screens.logic_doing import ALL, LogicDoing
from screens.logic_layout import Layout, Size
from screens.logic_rows import LEFT, RIGHT
from workbook.reasoning.logic_model import COLUMNS, model

if TYPE_CHECKING:
    from workbook.reasoning.checks import Finding

ALL_FROM = 106
"""Cells from which all six columns stand side by side; else a window of three slides."""
WIDEST = 30
"""Cells of a column at the most."""
TALLEST = 7
"""Rows of an item at the most, with the blank one under it."""
ROWS = 30
"""Rows of a window from which there is room for more lines of an item, and under the board."""


class LogicReading(LogicDoing):
    """The board as it is read anew after each change."""

    _findings: Mapping[str, Sequence[Finding]] = MappingProxyType({})

    def _read(self) -> None:
        """Reads the plan, and lays the board out for the room there is."""
        found: dict[str, list[Finding]] = {}
        for one in self.desk.session.checks.standing if self.desk.session else ():
            found.setdefault(one.id, []).append(one)
        self._findings = found
        self.model = model(self.desk.plan)
        self._find_action()
        room = self.room
        many = len(COLUMNS) if room >= ALL_FROM else 3
        gutter = 5 if many < len(COLUMNS) or room >= ALL_FROM + 8 else 4
        width = (room - LEFT - RIGHT - gutter * (many - 1)) // many
        size = Size(min(width, WIDEST), gutter, self._slot())
        self.layout_ = Layout(self.model, self.bands(), size, titled=self.action == ALL)
        if self.here in self.layout_.spots:
            self.column = self.layout_.spots[self.here][0]
        else:
            self.here = self.layout_.at(self.column, 0)

    def _slot(self) -> int:
        """Rows of an item: more where all of the board fits all the same."""
        least = 5 if self.app.size.height >= ROWS else 4
        most = max((len(one) for id in self.bands() for one in self.model.bands[id]), default=1)
        room = self.query_one(Board).size.height // max(1, most)
        return least if self.action == ALL else min(max(least, room), TALLEST)

    def _find_action(self) -> None:
        """The action that is shown: the one that was, else the one of the item, else the first
        that has items."""
        bands = self.model.bands
        if self.action == ALL or self.action in bands:
            return
        if self.here in self.model.items:
            self.action = self.model.items[self.here].action
        else:
            begun = (id for id, columns in bands.items() if any(columns))
            self.action = next(begun, next(iter(bands), ""))

    def bands(self) -> list[str]:
        """The actions that are shown; of all of them those that have items."""
        bands = self.model.bands
        if self.action == ALL:
            return [id for id, columns in bands.items() if any(columns)]
        return [id for id in bands if id == self.action]
