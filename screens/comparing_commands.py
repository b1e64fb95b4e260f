"""What can be done where the actions are compared."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class CompareCommand(ViewCommand):
    """A command on the comparison."""

    of = "comparing"


class ScoreAction(CompareCommand):
    """Open the selected action, to score it on each criterion."""

    name, key, label, does = "Score the action", "enter", "score", "open_entry"


class NeedsFirst(CompareCommand):
    """Choose which actions must come before the selected one."""

    name, key, label, does = "Needs first", "d", "needs first", "choose_first"


class SeeOrder(CompareCommand):
    """Go from an action's scores to its place in the order, and back."""

    name, key, label, does = "Its place in the order", "o", "the order", "turn_order"


class WeighActions(CompareCommand):
    """Go to the weights: how much each criterion counts. Agree on them before you score."""

    name, key, label, does = "The weights", "w", "weights", "weigh"


class NewAction(CompareCommand):
    """Add an action and open it."""

    name, key, label, does = "Add an action", "plus", "add", "add"


class ComparisonAsTable(CompareCommand):
    """Turn the bars into numbers, and back: each score, and what it comes to by its weight."""

    name, key, label, does = "Drawing or table", "T", "table", "turn"


COMPARING_COMMANDS: tuple[type[Command], ...] = (
    ScoreAction, NeedsFirst, SeeOrder, WeighActions, NewAction, ComparisonAsTable,
)  # fmt: skip
