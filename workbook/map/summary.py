"""The plan on one page: its vision, its priorities, its first actions (field.md 4.2, 1)."""

from __future__ import annotations

from collections.abc import Iterator

from workbook.map import arranging, prose
from workbook.map.outline import Block, Blocks, Link, List, Paragraph, Strong, Text
from workbook.map.sentences import closed
from workbook.map.showing import Showing
from workbook.plan import Plan
from workbook.records import Record
from workbook.records.actions import VisionDraft

TOP = 5
"""How many actions stand in a summary."""
_SHOWN = ("strategy.vision", "conditions.priorities", "strategy.actions")
"""The slots whose tables are named, in the order of a summary."""


def blocks(showing: Showing, plan: Plan) -> Blocks:
    """What the summary says by itself, each part under a link to where it stands."""
    return tuple(block for slot in _SHOWN for block in _part(showing, slot))


def _part(showing: Showing, slot: str) -> Iterator[Block]:
    title = next((part.title for section in showing.view.curriculum.sections
                  for part in section.parts if part.id == slot), "")  # fmt: skip
    found = _rows(showing, slot)
    link = Link(slot, title)
    if found and isinstance(found[0], VisionDraft):
        text = prose.flat(found[0].text or "")
        yield Paragraph((Strong(closed((link,))), Text(" "), *showing.read(text)))
    elif names := [name for one in found if (name := showing.name(one))][:TOP]:
        yield Paragraph((Strong((link,)),))
        yield List(tuple((Paragraph(showing.read(one)),) for one in names))


def _rows(showing: Showing, slot: str) -> list[Record]:
    """The rows of the steps' own tables: what a question asks in rows is no part of a summary."""
    steps = showing.view.curriculum.steps.values()
    tables = [one.table for one in steps if one.table and one.table.slot == slot]
    return [row for one in tables for row in arranging.rows(showing, one)]
