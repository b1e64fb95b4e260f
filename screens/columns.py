"""How wide the columns of a table are: what is in them, as far as there is room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

MAIN, OTHER, NARROWEST, GAP = 30, 14, 10, 2
"""Cells that the column with most in it, and any other, may ask for before a further column
gets room; of the narrowest; between two."""


def fitted(
    room: int, heads: Mapping[str, str], texts: Mapping[str, Sequence[str]], adds: str
) -> dict[str, int]:
    """Each column that has room, with its width in cells; the last ones go first.

    room: cells of a row. heads, texts: what stands over and in each column. adds: the last line,
    which the first column holds. What nobody needs goes to the column with most in it.
    """
    wanted = {id: max(map(cell_len, texts[id]), default=0) for id in heads}
    main = max(heads, key=wanted.__getitem__)
    widths = {
        id: max(cell_len(head), NARROWEST, min(wanted[id], MAIN if id == main else OTHER))
        for id, head in heads.items()
    }
    first = next(iter(widths))
    widths[first] = max(widths[first], cell_len(adds))
    while len(widths) > 1 and _taken(widths) > room:
        widths.popitem()
    left = room - _taken(widths)
    while left > 0 and (short := [id for id in widths if widths[id] < wanted[id]]):
        for id in short[:left]:
            widths[id] += 1
            left -= 1
    widths[max(widths, key=wanted.__getitem__)] += left
    return widths


def _taken(widths: Mapping[str, int]) -> int:
    return sum(widths.values()) + GAP * len(widths)
