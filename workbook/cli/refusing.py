"""What of a file cannot be taken in: told line by line, and refused whole."""

from __future__ import annotations

from collections.abc import Sequence

from workbook.cli.problem import Problem
from workbook.cli.settings import here

SHOWN = 20
"""Wrong places that are told one by one."""


def refuse(wrong: Sequence[object], source: str, place: str, cannot: str, done: str) -> None:
    """Raises Problem where anything is wrong, after telling the first of it. place: what one of
    them is, such as cell. cannot: what could not be done with it; done: what was done instead."""
    if not wrong:
        return
    for one in wrong[:SHOWN]:
        here().note(str(one))
    rest = len(wrong) - SHOWN
    more = f" ({rest:,} more are not listed)" if rest > 0 else ""
    count = f"1 {place}" if len(wrong) == 1 else f"{len(wrong):,} {place}s"
    raise Problem(f"{count} of {source} cannot be {cannot}{more}; {done}.")
