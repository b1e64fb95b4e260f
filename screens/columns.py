"""How wide the columns of a table are: what is in them, as far as there is room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

MAIN, OTHER, NARROWEST, GAP = 30, 14, 6, 2
"""Cells that the column with most in it, and any other, may ask for before a further column
gets room; of the narrowest; between two."""


def fitted(
    room: int, heads: Mapping[str, str], texts: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    """Each column that has room, with its width in cells; the last ones go first.

    room: cells of a row. heads, texts: what stands over and in each column. The first and the
    one with most in it always stay; what nobody needs goes to the latter.
    """
    wanted = {id: max(map(cell_len, texts[id]), default=0) for id in heads}
    first, main = next(iter(heads)), fullest(texts)
    widths = {
        id: max(cell_len(head), NARROWEST, min(wanted[id], MAIN if id == main else OTHER))
        for id, head in heads.items()
    }
    for id in list(widths)[::-1]:
        if _taken(widths) > room and id not in (first, main):
            del widths[id]
    widths[main] -= max(0, _taken(widths) - room)
    left = room - _taken(widths)
    while left > 0 and (short := [id for id in widths if widths[id] < wanted[id]]):
        for id in short[:left]:
            widths[id] += 1
            left -= 1
    widths[main] += left
    return widths


def fullest(texts: Mapping[str, Sequence[str]]) -> str:
    """The column with most in it; the first where nothing is written."""
    return max(texts, key=lambda id: max(map(cell_len, texts[id]), default=0))


def _taken(widths: Mapping[str, int]) -> int:
    return sum(widths.values()) + GAP * len(widths)
