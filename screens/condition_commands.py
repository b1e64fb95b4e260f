"""What can be done on one condition: judging it, agreeing on its items, its gaps, its line."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class ConditionCommand(ViewCommand):
    """A command on a condition."""

    of = "condition"


class JudgeHere(ConditionCommand):
    """Write your own word on this condition, then its reason, its gap and how to fill it."""

    name, key, label, does = "Judge this condition", "j", "judge", "judge"


class ReasonHere(ConditionCommand):
    """Write what your own word rests on, what is missing and how you fill it."""

    name, key, label, does = "Its reason", "tab", "reason", "to_editor"


class GapHere(ConditionCommand):
    """Make the item under the cursor a step of the preparedness plan."""

    name, key, label, does = "Gap to the preparedness plan", "g", "gap to plan", "plan_gap"


class TalkHere(ConditionCommand):
    """Put the item under the cursor on the wall, and write the level that you agree on."""

    name, key, label, does = "Talk it through", "enter", "agree", "talk"


class LineHere(ConditionCommand):
    """Draw your own line for this condition, with your reason."""

    name, key, label, does = "Our own line", "l", "your line", "draw_line"


class OtherCondition(ConditionCommand):
    """Go to the condition before or the one after."""

    name, key, label, does = "Another condition", "← →", "condition", "later"


CONDITION_COMMANDS: tuple[type[Command], ...] = (
    JudgeHere,
    ReasonHere,
    GapHere,
    TalkHere,
    LineHere,
    OtherCondition,
)
"""The commands of a condition, in the order of the footer."""
