"""What can be done on the measures."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class MeasureCommand(ViewCommand):
    """A command on the measures."""

    of = "measures"


class AddValue(MeasureCommand):
    """Write a value of the selected measure: what was seen, for which time, what lies behind it."""

    name, key, label, does = "Add a value", "o", "add a value", "observe"


class OpenMeasure(MeasureCommand):
    """Open what is selected, to write all of its fields."""

    name, key, label, does = "Open", "enter", "open", "open_entry"


class AddMeasure(MeasureCommand):
    """Add a measure of your own and open it."""

    name, key, label, does = "Add a measure", "plus", "measure", "add"


class FromMetric(MeasureCommand):
    """Make a measure of a published figure: its newest value is the baseline, with year and
    source. How late such figures come is said beside the target."""

    name, key, label, does = "Follow a published figure", "m", "from a metric", "follow"


class LookAgain(MeasureCommand):
    """Set a day to stop and look at the selected measure: what you ask, what you expect."""

    name, key, label, does = "A day to look", "l", "day to look", "learn"


class ValuesAsTable(MeasureCommand):
    """Show the values of all measures as a table."""

    name, key, label, does = "The values as a table", "v", "", "turn_values"


class MeasuresAsTable(MeasureCommand):
    """Show all measures as a table."""

    name, key, label, does = "As a table", "T", "table", "turn_table"


class RemoveMeasure(MeasureCommand):
    """Remove what is selected. Undo brings it back."""

    name, key, label, does = "Remove", "delete", "", "remove_entry"


MEASURE_COMMANDS: tuple[type[Command], ...] = (
    AddValue, OpenMeasure, AddMeasure, FromMetric, LookAgain, MeasuresAsTable, ValuesAsTable,
    RemoveMeasure,
)  # fmt: skip
