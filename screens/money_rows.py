"""Money drawn: bars in which what is secured, applied for and an idea have signs of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from textual.content import Content

from screens.ledger import Entry, heading
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, WARN, brief, joined
from workbook.reasoning.funding import STATES, UNSAID, cells

SIGNS = {"secured": ("■", DATA), "applied": ("□", DATA), "idea": ("╌", MUTED), UNSAID: ("?", WARN)}
"""The sign of each state of money, and its style; ? where nobody said how sure it is."""
COSTS = "┃"
"""Where a bar should end: what an action costs."""
NAMES = {"secured": "secured", "applied": "applied for", "idea": "an idea"}
SUM = 14
"""Cells of a sum."""
LEAST = 24
"""Cells of a name at the least."""
LEFT, INDENT = 4, 10
"""Cells before a bar: under a name, and after a year."""


def head(width: int) -> Content:
    """The names of the columns with their signs."""
    names = [f"{SIGNS[state][0]} {NAMES[state]}".rjust(SUM) for state in STATES]
    legend = f"    {COSTS} what it costs"
    return joined((legend.ljust(max(0, width - SUM * len(names))), MUTED), ("".join(names), MUTED))


def bar(
    before: str, sums: Counter[str], whole: int, most: int, width: int, currency: str
) -> Content:
    """What stands before it, the bar, the sums. whole: what it should come to, marked by COSTS.
    most: the end of the scale."""
    room = max(8, width - len(before) - SUM * len(STATES) - 1)
    drawn = cells(sums, most, room - 1)
    track = [SIGNS[state] for state, count in drawn for _ in range(count)]
    end = round(Fraction(whole * (room - 1), most)) if whole > 0 and most > 0 else 0
    track += [("·", MUTED)] * (end - len(track))
    track += [(" ", "")] * (room - len(track))
    if end:
        track[end] = (COSTS, f"{INK} bold")
    figures = [
        (amount(sums[state], currency).rjust(SUM), INK if state == "secured" else BODY)
        for state in STATES
    ]
    return joined((before, MUTED), *track, *figures).truncate(width, ellipsis=True)


def amount(value: int, currency: str) -> str:
    """An amount as it is written; – for none."""
    return f"{'−' if value < 0 else ''}{currency}{abs(value):,}" if value else "–"


def named(name: str, tail: tuple[str, str], width: int, selected: bool) -> Content:
    """A name with what is said of it at the end of the line."""
    said = brief(tail[0], max(0, width - LEAST - 4))
    left = joined(
        ("▌ " if selected else "  ", ACCENT),
        (brief(name, max(LEAST, width - len(said) - 4)), f"{INK} bold" if selected else INK),
    )
    gap = max(1, width - left.cell_length - len(said))
    return grounded(joined(left, (" " * gap, ""), (said, tail[1])), width, selected)


def grounded(line: Content, width: int, selected: bool) -> Content:
    """A line in the whole width, on a ground of its own where it is selected."""
    line = joined(line, (" " * max(0, width - line.cell_length), ""))
    line = line.truncate(width, ellipsis=True)
    return line.stylize("on $wb-wash") if selected else line


def group(text: str, *, first: bool = False) -> Iterator[Entry]:
    """What stands over a group, a blank line before it."""
    if not first:
        yield heading(Content(""))
    yield heading(joined((f"  {text}", MUTED)))
