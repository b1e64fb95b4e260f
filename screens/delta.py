"""Writes to the terminal only the cells that have changed on it.

Textual writes a whole widget for each key (Textualize/textual#4086): 6 KB in a full text at 80x24,
a twentieth of a second on a line of a megabit. What stands on the terminal is kept here, cell by
cell, and what is the same is left out. It stands on parts of Textual that are its own (`_display`
and the two kinds of updates); a test says so when they change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from rich.cells import split_graphemes
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

GAP = 16
"""Cells that are the same and are written all the same, where to leave them out costs more."""
Cell = tuple[str, str]
"""A character with its escape codes; "" for the second half of a wide one."""
UNKNOWN: Cell = ("\0", "")
"""What may be anything."""


class Written(CompositorUpdate):
    """What is written, ready for the terminal."""

    def __init__(self, codes: str) -> None:
        self.codes = codes

    def render_segments(self, console: Console) -> str:
        """The codes."""
        return self.codes


class Delta:
    """What stands on the terminal, and what has to be written to make it something else."""

    def __init__(self) -> None:
        self._rows: dict[int, list[Cell]] = {}

    def forget(self) -> None:
        """Nobody knows what stands there: it was resized, or somebody else has drawn on it."""
        self._rows.clear()

    def of(self, update: object, console: Console) -> Written | None:
        """What to write for one of Textual's updates; None for one of another kind, after which
        nobody knows what stands there."""
        if type(update) is LayoutUpdate:
            pieces = _laid(update)
        elif type(update) is ChopsUpdate:
            pieces = _chopped(update)
        else:
            self.forget()
            return None
        colours = console._color_system or ColorSystem.TRUECOLOR  # as Strip does
        return Written("".join(self._piece(y, x, strips, colours) for y, x, strips in pieces))

    def _piece(self, y: int, x: int, strips: Iterable[Strip], colours: ColorSystem) -> str:
        """What to write for a part of a row that begins at x, which is kept from now on."""
        new = _cells(strips, colours)
        row, end = self._rows.setdefault(y, []), x + len(new)
        row += [UNKNOWN] * (end - len(row))
        old = row[x:end]
        if old == new:
            return ""
        row[x:end] = new
        if x and not old[0][0]:  # a wide character was cut in two: its other half may be anything
            row[x - 1] = UNKNOWN
        if end < len(row) and not row[end][0]:
            row[end] = UNKNOWN
        runs = _changed(old, new)
        return "".join(f"\x1b[{y + 1};{x + one.start + 1}H{_written(new, one)}" for one in runs)


def _laid(update: LayoutUpdate) -> Iterator[tuple[int, int, Iterable[Strip]]]:
    for y, strips in enumerate(update.strips, update.region.y):
        yield y, update.region.x, strips


def _chopped(update: ChopsUpdate) -> Iterator[tuple[int, int, Iterable[Strip]]]:
    """The pieces that such an update writes, cut as Textual cuts them."""
    for y, start, end in update.spans:
        for last, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or x > end or last <= start:
                continue
            whole = end > x >= start and last <= end
            yield y, x, [strip if whole else strip.crop(0, min(last, end) - x)]


def _cells(strips: Iterable[Strip], colours: ColorSystem) -> list[Cell]:
    """Strips cell by cell, as Textual counts cells: a mark that has none stands with the one before
    it, also where that is of another style."""
    found: list[Cell] = []
    for strip in strips:
        for text, style, control in strip:
            if control:
                continue
            mark, cells = _of_text(text, _codes(style, colours))
            if mark and found:
                found[-1] = (found[-1][0] + mark, found[-1][1])
            found += cells
    return found


@lru_cache(4096)
def _of_text(text: str, codes: str) -> tuple[str, tuple[Cell, ...]]:
    """The marks that a text begins with, and its cells."""
    if text.isascii():
        return "", tuple((one, codes) for one in text)
    found: list[Cell] = []
    mark = ""
    for start, end, width in split_graphemes(text)[0]:
        if width:
            found += [(text[start:end], codes), *[("", codes)] * (width - 1)]
        elif found:
            found[-1] = (found[-1][0] + text[start:end], codes)
        else:
            mark += text[start:end]
    return mark, tuple(found)


def _codes(style: Style | None, colours: ColorSystem) -> str:
    """The escape codes of a style, without what surrounds them."""
    return "" if style is None else Strip.render_ansi(style, colours)


def _changed(old: Sequence[Cell], new: Sequence[Cell]) -> Iterator[range]:
    """The parts of a row that are another. Where a character has another width than one cell, the
    row goes to its end: terminals do not agree on it."""
    uneven = any(len(text) != 1 for cells in (old, new) for text, _ in cells)
    start = end = -1
    for at, (before, now) in enumerate(zip(old, new, strict=True)):
        if before == now:
            continue
        if start < 0:
            start = at
            if uneven:
                break
        elif at - end > GAP:
            yield range(start, end)
            start = at
        end = at + 1
    if start >= 0:
        while uneven and start and not new[start][0]:
            start -= 1
        yield range(start, len(new) if uneven else end)


def _written(cells: Sequence[Cell], part: range) -> str:
    """Some cells of a row as codes for the terminal."""
    found = (cells[at] for at in part)
    return "".join(
        f"\x1b[{codes}m{text}\x1b[0m" if codes else text
        for codes, text in (
            (codes, "".join(one for one, _ in run))
            for codes, run in groupby(found, key=lambda cell: cell[1])
        )
    )
