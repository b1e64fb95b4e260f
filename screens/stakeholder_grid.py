"""The grid of power and interest, drawn: power upward, interest to the right, a mark for each.

It takes plain values and can be looked at alone. No mark hides another: several in a cell stand
side by side and under one another; where there is no room for all, `+3` says how many more there
are, and the selected one is always in sight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from textual.content import Content

from screens.canvas import Canvas
from screens.plain import ACCENT, INK, MUTED, RAIL

LEVELS = 5
LEFT = 7
"""Cells of the axis and its numbers."""
AROUND = 4
"""Rows above and below the cells: words, words, axis, numbers."""
SHARE = "◆"
LIFT, SELECTED, WASH = f"{INK} bold on $wb-lift", "$wb-paper bold on $wb-accent", "on $wb-wash"


@dataclass(frozen=True, slots=True)
class Chip:
    """A mark as it is drawn. shares: whether power is to be shared with them."""

    id: str
    number: int
    shares: bool
    selected: bool = False

    def text(self, *, tight: bool) -> str:
        """Its number; tight where there is little room. The selected one stands in ‹ ›."""
        number = f"‹{self.number}›" if self.selected else f"{self.number}"
        padded = number if tight or self.selected else f" {number} "
        return (SHARE if self.shares else "") + padded


@dataclass(frozen=True, slots=True)
class Spot:
    """A chip at its place in a cell. id: "" for the one that says how many more there are."""

    x: int
    y: int
    text: str
    id: str
    chip: Chip | None


def packed(chips: Sequence[Chip], width: int, height: int) -> list[Spot]:
    """The chips of one cell in its rows, in the middle of it.

    One row and one cell stay free where that can be, so that cells are told apart.
    """
    may_fit = 2 * len(chips) <= width * height  # a cell each, and one free beside it
    for most, tight in product((max(1, height - 1), height), (False, True)) if may_fit else ():
        rows = _rows([(one.text(tight=tight), one) for one in chips], width - 1)
        if len(rows) <= most and max(map(_length, rows)) < width:
            return _spots(rows, width, height)
    return _spots(_as_many(chips, width, height), width, height)


Piece = tuple[str, Chip | None]


def _rows(pieces: Sequence[Piece], width: int) -> list[list[Piece]]:
    """Pieces one after another, with a space between them, on as many rows as they need."""
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        if rows[-1] and _length([*rows[-1], piece]) > width:
            rows.append([])
        rows[-1].append(piece)
    return rows


def _length(row: Sequence[Piece]) -> int:
    return sum(len(text) for text, _ in row) + len(row) - 1


def _as_many(chips: Sequence[Chip], width: int, height: int) -> list[list[Piece]]:
    """As many chips as there is room for, the selected one among them, and how many more."""
    first = sorted(chips, key=lambda one: not one.selected)
    for count in range(min(len(chips) - 1, width * height // 2), 0, -1):
        some = sorted(first[:count], key=lambda one: one.number)
        pieces: list[Piece] = [(one.text(tight=True), one) for one in some]
        rows = _rows([*pieces, (f"+{len(chips) - count}", None)], width)
        if len(rows) <= height:
            return rows
    alone = first[0]
    return [[(alone.text(tight=True), alone) if alone.selected else (f"+{len(chips)}", None)]]


def _spots(rows: list[list[Piece]], width: int, height: int) -> list[Spot]:
    found, top = [], (height - len(rows)) // 2
    for y, row in enumerate(rows, top):
        x = max(0, (width - _length(row)) // 2)
        for text, chip in row:
            found.append(Spot(x, y, text, chip.id if chip else "", chip))
            x += len(text) + 1
    return found


@dataclass(frozen=True, slots=True)
class Drawing:
    """The grid as lines, and where each chip stands: row, first cell, last cell, id."""

    lines: list[Content]
    spots: list[tuple[int, int, int, str]]


@dataclass(frozen=True, slots=True)
class Words:
    """What is written around the grid: the names of its axes and of its corners."""

    power: str
    interest: str
    win: str
    decide: str
    touch: str
    inform: str


def size_for(width: int, height: int) -> tuple[int, int]:
    """Cells of one cell of the grid, across and down, for the room there is."""
    across = min(max((width - LEFT) // LEVELS, 5), 11)
    down = min(max((height - AROUND) // LEVELS, 1), 5)
    return across, down


def draw(
    cells: Mapping[tuple[int, int], Sequence[Chip]], words: Words, width: int, height: int
) -> Drawing:
    """Draws the marks. cells: the chips by interest and power, each from 1 to 5."""
    across, down = size_for(width, height)
    canvas = Canvas(LEFT + LEVELS * across, LEVELS * down + AROUND)
    _frame(canvas, words, across, down)
    spots = []
    for interest in range(1, LEVELS + 1):
        for power in range(1, LEVELS + 1):
            x, y = LEFT + (interest - 1) * across, 1 + (LEVELS - power) * down
            chips = cells.get((interest, power), ())
            if not chips:
                canvas.put(x + across // 2, y + (down - 1) // 2, "·", RAIL)
            for one in packed(chips, across, down) if chips else ():
                canvas.put(x + one.x, y + one.y, one.text, _style(one))
                if one.chip and one.chip.shares:
                    canvas.put(x + one.x, y + one.y, SHARE, ACCENT)
                spots.append((y + one.y, x + one.x, x + one.x + len(one.text), one.id))
    return Drawing(canvas.lines(), spots)


def _style(spot: Spot) -> str:
    if spot.chip is None:
        return MUTED
    if spot.chip.selected:
        return SELECTED
    return f"{INK} bold {WASH}" if spot.chip.shares else LIFT


def _frame(canvas: Canvas, words: Words, across: int, down: int) -> None:
    """The axes with their numbers, and the words in the corners."""
    right, floor = canvas.width, canvas.height - 2
    canvas.put(0, 0, words.power[: LEFT - 1], MUTED)
    for y in range(floor):
        canvas.put(LEFT - 1, y, "│", RAIL)
    canvas.put(LEFT - 1, floor, "╰" + "─" * (right - LEFT), RAIL)
    for y, left, other in ((0, words.win, words.decide), (floor - 1, words.touch, words.inform)):
        canvas.put(LEFT + 1, y, left[: right - LEFT - len(other) - 3], MUTED)
        canvas.put(right - len(other) - 1, y, other, MUTED)
    for level in range(1, LEVELS + 1):
        canvas.put(LEFT - 4, 1 + (LEVELS - level) * down + (down - 1) // 2, f"{level}", MUTED)
        canvas.put(LEFT + (level - 1) * across + across // 2, floor + 1, f"{level}", MUTED)
    canvas.put(0, floor + 1, words.interest[: LEFT + 1], MUTED)
