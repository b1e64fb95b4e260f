"""What can be done on the screens of the engagement plan: adding, opening, going from one drawing
of it to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from screens.command import Command
from screens.places import Place

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.engagement import EngagementView


def view(app: WorkbookApp) -> EngagementView | None:
    """The screen of the engagement plan that is open."""
    from screens.engagement import EngagementView

    found = app.frame.view
    return found if isinstance(found, EngagementView) else None


class OpenHere(Command):
    """Open the form of what is selected. Esc comes back here."""

    name, key, label = "Open", "enter", "open"

    def run(self, app: WorkbookApp) -> None:
        if here := view(app):
            here.open_entry()


class AddActivity(Command):
    """Plan another activity: here for this decision, on this level, or for no more than a name."""

    name, key, label = "Plan an activity", "plus", "plan one"

    def run(self, app: WorkbookApp) -> None:
        if here := view(app):
            here.add()


class ToDrawing(Command):
    """Go to another drawing of the plan; the selected activity stays selected."""

    opens: ClassVar[str] = ""
    word: ClassVar[str] = ""
    """What the line of drawings calls it."""

    def run(self, app: WorkbookApp) -> None:
        here = view(app)
        app.swap(Place(self.opens, here.activity_id if here else ""))


class ToCalendar(ToDrawing):
    """See the activities month by month, and when people hear back."""

    name, key, word, opens = "Calendar", "c", "calendar", "months"


class ToDecisions(ToDrawing):
    """See what is still open, and which activities feed each decision."""

    name, key, word, opens = "By decision", "d", "decisions", "feeding"


class ToLadder(ToDrawing):
    """See how much power each activity gives, level by level, with what the level promises."""

    name, key, word, opens = "The ladder", "l", "ladder", "ladder"


class ToCosts(ToDrawing):
    """See supports, languages, pay and costs by activity, month and kind, against the means."""

    name, key, word, opens = "What it costs", "m", "costs", "costs"


class ToReports(ToDrawing):
    """See who waits to hear what came of it."""

    name, key, word, opens = "Report-backs", "r", "report-backs", "reports"


class ToUnheard(ToDrawing):
    """See which groups nobody has met or heard."""

    name, key, word, opens = "Who has not been heard", "u", "unheard", "unheard"


class PlanAsTable(Command):
    """Show all activities as a table, or the drawing again."""

    name, key, label = "Drawing or table", "T", "table"

    def run(self, app: WorkbookApp) -> None:
        here = view(app)
        if here and here.view == "engagement":
            app.swap(Place(here.place.field or "months", here.activity_id))
        elif here:
            app.swap(Place("engagement", here.activity_id, here.view))


WAYS: tuple[type[ToDrawing], ...] = (
    ToDecisions,
    ToCalendar,
    ToLadder,
    ToCosts,
    ToReports,
    ToUnheard,
)
"""The drawings of the plan, in the order in which it is made."""
ENGAGEMENT_COMMANDS: tuple[type[Command], ...] = (OpenHere, AddActivity, PlanAsTable, *WAYS)
