"""What can be done on the metrics screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from screens.commands import Command
from screens.metric_import import MetricsFromFile

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.metrics import MetricsView


class MetricCommand(Command):
    """A command on the metrics screen that is open."""

    does: ClassVar[str] = ""
    needs: ClassVar[bool] = True
    """Whether it is about the selected figure."""

    @classmethod
    def view(cls, app: WorkbookApp) -> MetricsView | None:
        """The screen, if it is open."""
        view = app.frame.view
        return cast("MetricsView", view) if view is not None and view.view == "metrics" else None

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        view = cls.view(app)
        return view is not None and (not cls.needs or view.figure is not None)

    def run(self, app: WorkbookApp) -> None:
        if (view := self.view(app)) and self.useful(app):
            app.attempt(getattr(view, self.does))


class ReadPredictor(MetricCommand):
    """Write what you make of this predictor: with whom you compare, what residents say."""

    name, key, label, does = "What we make of it", "enter", "what we make of it", "open_entry"


class FindingOfMetric(MetricCommand):
    """Write a finding with this figure as its evidence."""

    name, key, label, does = "Make a finding of it", "f", "finding", "make_finding"


class MetricStrength(MetricCommand):
    """Say that this predictor is a strength here; once more takes it back."""

    name, key, label = "A strength", "s", "strength"

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            app.attempt(lambda: view.judge("strength"))


class MetricConcern(MetricCommand):
    """Say that this predictor is a concern here; once more takes it back."""

    name, key, label = "A concern", "c", "concern"

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            app.attempt(lambda: view.judge("concern"))


class MetricsAsTable(MetricCommand):
    """Turn the drawing into words and numbers, and back."""

    name, key, label, does, needs = "Drawing or table", "T", "table", "turn", False


class OtherPlace(MetricCommand):
    """Show another of your own places, where you have more than one."""

    name, key, label, does, needs = "Another place", "p", "place", "choose_place", False

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        view = cls.view(app)
        return view is not None and view.several


class AddOwnFigure(MetricCommand):
    """Write a figure of your own with its year and its source, under the selected predictor. Of
    one that you wrote before it adds a year, or replaces the one that is there."""

    name, key, label, does, needs = "A figure of your own", "a", "own figure", "add_own", False


class RemoveOwnFigure(MetricCommand):
    """Remove the selected figure of your own. Undo brings it back."""

    name, key, does = "Remove your own figure", "delete", "remove_own"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        view = cls.view(app)
        return view is not None and view.figure is not None and view.figure.own


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
