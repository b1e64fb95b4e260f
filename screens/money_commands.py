"""What can be done on the money."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class MoneyCommand(ViewCommand):
    """A command on the money."""

    of = "money"


class OpenMoney(MoneyCommand):
    """Open the selected source or action, or what cannot be added, to write all of its fields."""

    name, key, label, does = "Open", "enter", "open", "open_entry"


class Allot(MoneyCommand):
    """Add money of the selected source, or for the selected action: an amount, a year, how sure."""

    name, key, label, does = "Add money", "plus", "money", "allot"


class AddSource(MoneyCommand):
    """Add a source and open it."""

    name, key, label, does = "Add a source", "f", "source", "add_source"


class AllotmentsAsTable(MoneyCommand):
    """Show where the money goes as a table, a row for each source, action and year."""

    name, key, label, does = "Where it goes, as a table", "v", "where it goes", "turn_parts"


class SourcesAsTable(MoneyCommand):
    """Show all sources as a table."""

    name, key, label, does = "As a table", "T", "table", "turn_table"


MONEY_COMMANDS: tuple[type[Command], ...] = (
    Allot, OpenMoney, AddSource, SourcesAsTable, AllotmentsAsTable,
)  # fmt: skip
