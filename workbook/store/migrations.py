"""Older formats of the file, each brought to the one after it.

To change the format: write one function here that takes the tables of the format before and gives
those of the new one, put it at the end of `_STEPS`, and add a file of the old form to the tests.
A file is brought up when it is read; it is written in the new form with the first real change,
and the old file is kept beside it for good.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Tables = dict[str, dict[str, Any]]


def _from_0(held: Tables) -> Tables:
    """Before the first release stakeholders were people, who had an organization spelled so."""
    out = {("stakeholder" if name == "person" else name): table for name, table in held.items()}
    out["stakeholder"] = {
        id: {("organisation" if name == "organization" else name): one for name, one in was.items()}
        for id, was in out.get("stakeholder", {}).items()
    }
    return out


_STEPS: tuple[Callable[[Tables], Tables], ...] = (_from_0,)
"""From format 0 to 1, from 1 to 2, and so on."""
SCHEMA = len(_STEPS)
"""The format that this program writes."""


def migrated(held: Tables, written: int) -> Tables:
    """The tables of a file of an older format, in today's. Fields that nobody knows stay."""
    for step in _STEPS[written:]:
        held = step(held)
    meta = held["_meta"]
    return held | {"_meta": meta | {"schema": meta["schema"] | {"version": SCHEMA}}}
