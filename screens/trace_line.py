"""One line drawn down the screen: seven stations, what stands at each, and where it breaks.

Plain words go in, rows come out; it folds by what there is room for (look.md 5, "Trace").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from textual.content import Content

from screens.dots import joint
from screens.plain import ACCENT, INK, MUTED, RAIL, WARN, joined, plain
from screens.trace_words import Words
from workbook.reasoning.trace import DOTS, NAMES, Stop

TEXT = 13
"""The column at which the words begin; the rail runs three before it."""
FOLDS = ((3, True), (2, True), (1, True), (1, False))
"""What a stop may take when it has not the cursor, the roomiest first: rows of its text, and
whether what is known of it stands under it."""
_WASH = "on $wb-wash"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the drawing and the number of the stop that it belongs to."""

    content: Content
    stop: int


def draw(stops: Sequence[tuple[Stop, Words]], at: int, width: int, room: int) -> list[Row]:
    """The line in `width` cells, in `room` rows where it can be folded into so many.

    at: the stop with the cursor, which is never folded.
    """
    blocks: list[list[Content]] = []
    for rows, facts in FOLDS:
        blocks = [
            _words(stop, words, width - TEXT - 1, rows, facts=facts, focused=number == at)
            for number, (stop, words) in enumerate(stops)
        ]
        if sum(map(len, blocks)) <= room:
            break
    spare = (room - sum(map(len, blocks))) // (len(stops) - 1)
    return list(_rows([one for one, _ in stops], blocks, at, width, max(0, min(2, spare))))


def _words(
    stop: Stop, words: Words, width: int, most: int, *, facts: bool, focused: bool
) -> list[Content]:
    """The words of a stop in rows of at most `width` cells."""
    style = {"there": INK, "missing": WARN, "waits": MUTED}[stop.state]
    rows = plain(words.text, f"{style} bold" if focused else style).wrap(width)
    most = max(most, 3) if focused else most
    if len(rows) > most:
        left = joined(*(part for one in rows[most - 1 :] for part in (one, (" ", style))))
        rows = [*rows[: most - 1], left.truncate(width, ellipsis=True)]
    more = _more(stop, words, focused=focused)
    return [*rows, more.truncate(width, ellipsis=True)] if more and (facts or focused) else rows


def _more(stop: Stop, words: Words, *, focused: bool) -> Content | None:
    """The row under the words: what is known, and with the cursor where Enter goes."""
    known = words.place if focused and words.place else words.facts
    if focused and stop.state != "waits":
        return joined(("⏎ go there", f"{ACCENT} bold"), (f"   {known}" if known else "", MUTED))
    return plain(known, MUTED) if known else None


def _rows(
    stops: Sequence[Stop], blocks: Sequence[Sequence[Content]], at: int, width: int, gap: int
) -> Iterator[Row]:
    rails = [joint(one.state, two.state, "│", "╎") for one, two in pairwise(stops)]
    for number, (stop, block) in enumerate(zip(stops, blocks, strict=True)):
        rail = rails[number] if number < len(rails) else (" ", RAIL)
        for row, words in enumerate(block):
            name, mark = ("", rail) if row else (NAMES[stop.station], _mark(stop))
            yield Row(_row(name, mark, words, width, focused=number == at), number)
        for _ in range(gap if number < len(rails) else 0):
            yield Row(joined((" " * (TEXT - 3), ""), rail), number)


def _mark(stop: Stop) -> tuple[str, str]:
    return DOTS[stop.state], {"there": INK, "missing": WARN, "waits": MUTED}[stop.state]


def _row(name: str, mark: tuple[str, str], words: Content, width: int, *, focused: bool) -> Content:
    """One row; the one with the cursor is washed to its end, and its rail is drawn as muted."""
    if not focused:
        return joined(("  ", ""), (name.ljust(8), MUTED), mark, ("  ", ""), words)
    sign, style = mark
    style = MUTED if style == RAIL else style
    row = joined(
        ("▌", ACCENT), (" ", ""), (name.ljust(8), f"{INK} bold"), (sign, style), ("  ", ""), words
    )
    return row.pad_right(width - row.cell_length).stylize_before(_WASH)
