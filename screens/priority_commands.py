"""What can be done where priorities are weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from screens.commands import Command

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.priorities import PrioritiesView


class PriorityCommand(Command):
    """A command on the priorities that are open."""

    does: ClassVar[str] = ""

    @classmethod
    def view(cls, app: WorkbookApp) -> PrioritiesView | None:
        """The screen, if it is open."""
        view = app.frame.view
        fits = view is not None and view.view == "priorities"
        return cast("PrioritiesView", view) if fits else None

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            app.attempt(getattr(view, self.does))


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
