"""What can be done on the calendar of what falls due."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class MomentumCommand(ViewCommand):
    """A command on the calendar."""

    of = "momentum"


class AddDate(MomentumCommand):
    """Add a date that people see happen, in the selected month."""

    name, key, label, does = "Add a date", "plus", "date", "add"


class OpenDue(MomentumCommand):
    """Open what falls due, to write what came of it or to move its day."""

    name, key, label, does = "Open", "enter", "open", "open_entry"


class HasHappened(MomentumCommand):
    """Say that the selected date has happened; once more takes it back."""

    name, key, label, does = "It has happened", "x", "happened", "happen"


class DatesAsTable(MomentumCommand):
    """Show your own dates as a table."""

    name, key, label, does = "As a table", "T", "table", "turn_table"


MOMENTUM_COMMANDS: tuple[type[Command], ...] = (AddDate, OpenDue, HasHappened, DatesAsTable)
