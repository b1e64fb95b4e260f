"""The widgets that a value is written in. A kind decides its widget here, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.fields.chips import Chips
from screens.fields.editor import Editor, Spot
from screens.fields.picking import Pick
from screens.fields.scoring import Scoring
from screens.fields.typed import Figure, LongText, TextLine
from workbook.kinds import (
    Choice,
    Line,
    Lines,
    Links,
    Long,
    Ref,
    Refs,
    Scale,
    Scores,
    Several,
    Who,
    YesNo,
)

if TYPE_CHECKING:
    from workbook.plan import Plan

FEW = 6
"""Up to so many options stand in sight; more are picked from a list."""


def editor(spot: Spot, plan: Plan) -> Editor:
    """The widget for a spot, by the kind of its value."""
    kind = spot.kind
    if isinstance(kind, Long | Lines):
        return LongText(spot)
    if isinstance(kind, Scores):
        return Scoring(spot)
    if isinstance(kind, YesNo | Scale) and not (
        isinstance(kind, Scale) and kind.max - kind.min > 6
    ):
        return Chips(spot)
    if isinstance(kind, Choice) and len(plan.options(kind.list)) <= FEW:
        return Chips(spot)
    if isinstance(kind, Choice | Several | Ref | Refs | Who | Links):
        return Pick(spot)
    if isinstance(kind, Line):
        return TextLine(spot)
    return Figure(spot)


__all__ = ["Editor", "Spot", "editor"]
