"""What can be done where priorities are weighed."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class PriorityCommand(ViewCommand):
    """A command on the priorities that are open."""

    of = "priorities"


class ScorePriority(PriorityCommand):
    """Open the selected priority, to score it on each criterion."""

    name, key, label, does = "Score the priority", "enter", "score", "open_entry"


class AddPriority(PriorityCommand):
    """Add a priority and open it."""

    name, key, label, does = "Add a priority", "plus", "add", "add"


class WeighCriteria(PriorityCommand):
    """Go to the weights: how much each criterion counts. Agree on them before you score."""

    name, key, label, does = "The weights", "w", "weights", "weigh"


class PrioritiesAsTable(PriorityCommand):
    """Turn the bars into numbers, and back: each score, and what it comes to by its weight."""

    name, key, label, does = "Drawing or table", "T", "table", "turn"


PRIORITY_COMMANDS: tuple[type[Command], ...] = (
    ScorePriority,
    AddPriority,
    WeighCriteria,
    PrioritiesAsTable,
)
