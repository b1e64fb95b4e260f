"""Where the items of a logic model stand on its board, and the way of every link between them.

Places are cells of the whole board, all six columns of it; the screen shows a window of that.
A link leaves an item on its right at its first line, goes along a trunk between two columns, and
comes to the left of another. Links to one item share a trunk; links to two do not. A link back to
an earlier column leaves on the left, at the second line, where no other comes in, and comes to the
right of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from workbook.reasoning.logic_model import COLUMNS, Link, Model

N, E, S, W = 1, 2, 4, 8
FAR = 60
"""Rows up and down in which a free one is looked for; beyond them a link shares one."""
GLYPHS = " ╵╶╰╷│╭├╴╯─┴╮┤┬┼"
"""A cell's character by the sides that its lines go to."""


@dataclass(frozen=True, slots=True)
class Size:
    """Cells of a column, of the gutter after it, and of an item from its first line to the next
    one's."""

    column: int
    gutter: int
    slot: int

    @property
    def step(self) -> int:
        """Cells from a column's first cell to the next one's."""
        return self.column + self.gutter


@dataclass(slots=True)
class Lines:
    """The lines of links, cell by cell: the sides that they go to, and the heads of arrows."""

    sides: dict[tuple[int, int], int] = field(default_factory=dict)
    heads: dict[tuple[int, int], str] = field(default_factory=dict)

    def across(self, y: int, x: int, end: int) -> None:
        """A line from one cell to another in a row, either way."""
        x, end = min(x, end), max(x, end)
        for at in range(x, end + 1):
            self._add(at, y, (W if at > x else 0) | (E if at < end else 0))

    def touch(self, x: int, y: int, *, left: bool = True) -> None:
        """A line in a cell begins at what stands on its left, or on its right."""
        self._add(x, y, W if left else E)

    def down(self, x: int, y: int, end: int, rows: range) -> None:
        """A line from one cell to another in a column, either way, as far as it is in sight."""
        y, end = min(y, end), max(y, end)
        for at in range(max(y, rows.start), min(end + 1, rows.stop)):
            self._add(x, at, (N if at > y else 0) | (S if at < end else 0))

    def _add(self, x: int, y: int, sides: int) -> None:
        self.sides[x, y] = self.sides.get((x, y), 0) | sides


def cell(lines: Sequence[Lines], x: int, y: int) -> tuple[str, int]:
    """What stands in a cell, and which of some lines has it: the first that goes through it. Lines
    that cross are drawn as a crossing. ("", 0) for nothing."""
    through = [n for n, one in enumerate(lines) if (x, y) in one.sides or (x, y) in one.heads]
    if not through:
        return "", 0
    head = next((one.heads[x, y] for one in lines if (x, y) in one.heads), "")
    sides = reduce(or_, (one.sides.get((x, y), 0) for one in lines))
    return head or GLYPHS[sides], through[0]


class Layout:
    """The board of some bands of a model. spots: of each item its column and first row. titles:
    the row of each band's title, where there are several. starts: the item that begins at a column
    and row. links: those that are drawn. height: rows of all of it."""

    def __init__(self, model: Model, bands: Sequence[str], size: Size, *, titled: bool) -> None:
        self.size, self.spots, self.titles = size, dict[str, tuple[int, int]](), dict[int, str]()
        self.columns: list[list[str]] = [[] for _ in COLUMNS]
        self.height = 0
        for band in bands:
            if titled:
                self.titles[self.height] = band
                self.height += 1
            self._place(model.bands[band])
        self.links = [
            one for one in model.links
            if one.start in self.spots and one.end in self.spots
        ]  # fmt: skip
        self.starts = {spot: id for id, spot in self.spots.items()}
        self._lanes = self._find_lanes()
        self._trunks = self._find_trunks()

    def _place(self, columns: Sequence[Sequence[str]]) -> None:
        """Items stand in slots; a column with fewer of them stands in the middle."""
        slots = max(map(len, columns))
        for at, ids in enumerate(columns):
            first = self.height + (slots - len(ids)) * self.size.slot // 2
            for number, id in enumerate(ids):
                self.spots[id] = at, first + number * self.size.slot
            self.columns[at] += ids
        self.height += max(1, slots) * self.size.slot

    def at(self, column: int, y: int) -> str:
        """The item nearest to a row in a column, "" for an empty column."""
        return min(self.columns[column], key=lambda id: abs(self.spots[id][1] - y), default="")

    def beside(self, id: str, by: int) -> str:
        """The item above or below another in its column; itself where there is none."""
        ids = self.columns[self.spots[id][0]]
        return ids[min(max(ids.index(id) + by, 0), len(ids) - 1)]

    # The way of a link

    def _find_lanes(self) -> dict[tuple[str, str], int]:
        """Of each link that passes columns, the nearest row in which it meets no item there."""
        long = [one for one in self.links if abs(self._reach(one)) > 1]
        taken: dict[tuple[int, int], str] = {}
        if long:
            for column, y in self.spots.values():
                taken |= {(column, y + row): " " for row in range(self.size.slot - 1)}
            taken |= {(at, y): " " for at in range(len(COLUMNS)) for y in self.titles}
        lanes = {}
        for one in long:
            y, key = self._leaves(one), self._trunk(one)
            start, end = sorted(self.spots[id][0] for id in (one.start, one.end))
            passed = range(start + 1, end)
            rows = (row for off in range(FAR) for row in (y + off, y - off) if row >= 0)
            free = (
                row for row in rows
                if all(taken.get((at, row), key) == key for at in passed)
            )  # fmt: skip
            lane = next(free, y + self.size.slot - 1)
            taken |= {(at, lane): key for at in passed}
            lanes[one.start, one.end] = lane
            self.height = max(self.height, lane + 1)
        return lanes

    def _reach(self, one: Link) -> int:
        return self.spots[one.end][0] - self.spots[one.start][0]

    def goes_back(self, one: Link) -> bool:
        """Whether a link that is drawn ends in an earlier column than it begins."""
        return self._reach(one) < 0

    def _leaves(self, one: Link) -> int:
        """The row in which a link leaves its item."""
        return self.spots[one.start][1] + self.goes_back(one)

    def _trunk(self, one: Link) -> str:
        """What links have in common that share their trunks and their ways past columns."""
        return f"{one.end} back" if self.goes_back(one) else one.end

    def _find_trunks(self) -> dict[tuple[int, str], int]:
        """The trunk in each gutter of the links to an item: its cell in the gutter. Two stand in
        one cell only where they do not meet, or where there is no other room."""
        spans: dict[tuple[int, str], tuple[int, int]] = {}
        for one in self.links:
            for gutter, y, end in self._falls(one):
                key = gutter, self._trunk(one)
                low, high = spans.get(key, (y, y))
                spans[key] = min(low, y, end), max(high, y, end)
        trunks = {}
        room = range(1, self.size.gutter - 1)
        ends: dict[tuple[int, int], int] = {}
        for (gutter, id), (low, high) in sorted(spans.items(), key=lambda one: one[1]):
            used = {x: ends.get((gutter, x), -1) for x in room}
            x = next((x for x in room if used[x] < low), min(room, key=used.__getitem__))
            ends[gutter, x] = max(high, ends.get((gutter, x), -1))
            trunks[gutter, id] = x
        return trunks

    def _falls(self, one: Link) -> Iterator[tuple[int, int, int]]:
        """The gutters in which a link changes its row: gutter, from, to."""
        (start, _), (end, to) = self.spots[one.start], self.spots[one.end]
        first, last = (start - 1, end) if self.goes_back(one) else (start, max(start, end - 1))
        y, lane = self._leaves(one), self._lanes.get((one.start, one.end))
        if lane is None:
            yield first, y, to
        else:
            yield first, y, lane
            yield last, lane, to

    def draw(self, links: Iterable[Link], rows: range) -> Lines:
        """The lines of some links, as far as they are in these rows."""
        lines = Lines()
        for one in links:
            falls = list(self._falls(one))
            low = min(min(y, end) for _, y, end in falls)
            high = max(max(y, end) for _, y, end in falls)
            if low < rows.stop and high >= rows.start:
                self._draw(one, falls, lines, rows)
        return lines

    def _draw(
        self, one: Link, falls: list[tuple[int, int, int]], lines: Lines, rows: range
    ) -> None:
        size, back = self.size, self.goes_back(one)
        x = falls[0][0] * size.step + size.column + back * (size.gutter - 1)
        lines.touch(x, falls[0][1], left=not back)
        for gutter, y, end in falls:
            left = gutter * size.step + size.column
            trunk = left + self._trunks[gutter, self._trunk(one)]
            lines.across(y, x, trunk)
            lines.down(trunk, y, end, rows)
            x = trunk
        last, y = falls[-1][0], falls[-1][2]
        left = last * size.step + size.column
        right = self._reach(one) <= 0
        head = left if right else left + size.gutter - 1
        lines.across(y, x, head)
        lines.heads[head, y] = "◂" if right else "▸"
