"""What the way in, chosen at the start, leaves out."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from workbook.curriculum import CHAPTERS, DOOR, SOME_CHAPTERS

if TYPE_CHECKING:
    from workbook.reading import Reading


def chosen(plan: Reading) -> Collection[str]:
    """The chapters that the team does, by id: all of them where it did not choose some."""
    every = [one.id for one in plan.curriculum.chapters]
    some = plan.answer(CHAPTERS) if plan.answer(DOOR) == SOME_CHAPTERS else None
    return [one for one in every if one in (some or ())] or every
