"""What can be done on the metrics screen."""

from __future__ import annotations

from screens.command import Command, ViewCommand
from screens.metric_import import MetricsFromFile


class MetricCommand(ViewCommand):
    """A command on the metrics screen that is open."""

    of = "metrics"


class ReadPredictor(MetricCommand):
    """Write what you make of this predictor: with whom you compare, what residents say."""

    name, key, label, does = "What we make of it", "enter", "what we make of it", "open_entry"


class FindingOfMetric(MetricCommand):
    """Write a finding with this figure as its evidence."""

    name, key, label, does = "Make a finding of it", "f", "finding", "make_finding"


class MetricStrength(MetricCommand):
    """Say that this predictor is a strength here; once more takes it back."""

    name, key, label, does = "A strength", "s", "strength", "judge_strength"


class MetricConcern(MetricCommand):
    """Say that this predictor is a concern here; once more takes it back."""

    name, key, label, does = "A concern", "c", "concern", "judge_concern"


class MetricsAsTable(MetricCommand):
    """Turn the drawing into words and numbers, and back."""

    name, key, label, does = "Drawing or table", "T", "table", "turn"


class OtherPlace(MetricCommand):
    """Show another of your own places, where you have more than one."""

    name, key, label, does = "Another place", "p", "place", "choose_place"


class AddOwnFigure(MetricCommand):
    """Write a figure of your own with its year and its source, under the selected predictor. Of
    one that you wrote before it adds a year, or replaces the one that is there."""

    name, key, label, does = "A figure of your own", "a", "own figure", "add_own"


class RemoveOwnFigure(MetricCommand):
    """Remove the selected figure of your own. Undo brings it back."""

    name, key, does = "Remove your own figure", "delete", "remove_own"


METRIC_COMMANDS: tuple[type[Command], ...] = (
    ReadPredictor,
    FindingOfMetric,
    MetricStrength,
    MetricConcern,
    MetricsAsTable,
    MetricsFromFile,
    OtherPlace,
    AddOwnFigure,
    RemoveOwnFigure,
)
