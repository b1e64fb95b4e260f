"""What can be done on the risks."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class RiskCommand(ViewCommand):
    """A command on the risks."""

    of = "risks"


class AddRisk(RiskCommand):
    """Add a risk and open it."""

    name, key, label, does = "Add a risk", "plus", "risk", "add"


class OpenRisk(RiskCommand):
    """Open the selected risk, to write all of its fields."""

    name, key, label, does = "Open", "enter", "open", "open_entry"


class HowLikely(RiskCommand):
    """Choose how likely the selected risk is."""

    name, key, label, does = "How likely", "l", "how likely", "choose_likelihood"


class HowBad(RiskCommand):
    """Choose how bad the selected risk would be."""

    name, key, label, does = "How bad", "b", "how bad", "choose_effect"


class RisksAsTable(RiskCommand):
    """Show all risks as a table."""

    name, key, label, does = "As a table", "T", "table", "turn_table"


class RemoveRisk(RiskCommand):
    """Remove the selected risk. Undo brings it back."""

    name, key, label, does = "Remove", "delete", "", "remove_entry"


RISK_COMMANDS: tuple[type[Command], ...] = (
    AddRisk, OpenRisk, HowLikely, HowBad, RisksAsTable, RemoveRisk,
)  # fmt: skip
