"""What can be done where it shows what carries each action."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class ContinuityCommand(ViewCommand):
    """A command on what carries each action."""

    of = "continuity"


class OpenSteward(ContinuityCommand):
    """Open who keeps the selected action up; where nobody does yet, begin it."""

    name, key, label, does = "Its steward", "enter", "steward", "open_entry"


class AddAllocation(ContinuityCommand):
    """Add money for the selected action: from whom, in which year, how sure."""

    name, key, label, does = "Money for it", "m", "money", "add_money"


class AddRiskTo(ContinuityCommand):
    """Add a risk that would hit the selected action."""

    name, key, label, does = "A risk to it", "k", "risk", "add_risk"


class OpenAction(ContinuityCommand):
    """Open the selected action, to name who else works on it."""

    name, key, label, does = "The action", "o", "action", "open_action"


class Homes(ContinuityCommand):
    """Say where each action could live when nobody is watching: a formula, a job, a form."""

    name, key, label, does = "Where it could live", "h", "home", "turn_homes"


class StewardsAsTable(ContinuityCommand):
    """Show all stewards as a table."""

    name, key, label, does = "As a table", "T", "table", "turn_table"


CONTINUITY_COMMANDS: tuple[type[Command], ...] = (
    OpenSteward, OpenAction, AddAllocation, AddRiskTo, Homes, StewardsAsTable,
)  # fmt: skip
