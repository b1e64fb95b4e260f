"""What can be done on the stakeholder map: selecting, moving, scoring, filtering, adding."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from screens.asking import Asking
from screens.commands import Command
from screens.places import Place

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.people import PeopleView

PLAN_HOW = "coalition.share-power"
"""The question that asks what power will be shared."""


class PeopleCommand(Command):
    """A command on the stakeholder map that is open."""

    @classmethod
    def view(cls, app: WorkbookApp) -> PeopleView | None:
        """The map, if it is open."""
        view = app.frame.view
        return cast("PeopleView", view) if view is not None and view.view == "people" else None

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """While somebody is on it."""
        view = cls.view(app)
        return view is not None and view.selected is not None


class MoveMark(PeopleCommand):
    """Move the selected mark: up and down change power, left and right interest. Undo takes each
    step back. In the table, up and down go through the rows."""

    name, key, label = "Move the mark", "←↑↓→", "move"

    def run(self, app: WorkbookApp) -> None:
        app.notify("The arrow keys move the selected mark.")


class NextMark(PeopleCommand):
    """Select the next mark; Shift and Tab the one before."""

    name, key, label = "Next mark", "tab", "next"

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            view.other(1)


class AffectedMark(PeopleCommand):
    """Say how directly this touches the selected one's own life, from 1 to 5."""

    name, key, label = "How directly affected", "1–5", "affected"

    def run(self, app: WorkbookApp) -> None:
        app.notify("A number from 1 to 5 says how directly it touches the selected one.")


class OpenMark(PeopleCommand):
    """Open the form of the selected one. Esc comes back to the map."""

    name, key, label = "Open the form", "enter", "open"

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            view.open_mark()


class AddMark(PeopleCommand):
    """Add somebody to the register. An arrow key then places them on the map."""

    name, key, label = "Add somebody", "plus", "add"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """Always."""
        return True

    def run(self, app: WorkbookApp) -> None:
        view = self.view(app)
        if view is None:
            return

        def take(name: str | None) -> None:
            if name:
                app.attempt(lambda: view.add(name))

        app.push_screen(Asking("Whom do you add? A person or an organization.", take="add"), take)


class FilterMarks(PeopleCommand):
    """Show only those whose name, organization, role, sector, status or stance holds a text; or the
    one with a number. An empty text shows all."""

    name, key, label = "Find on the map", "slash", "find"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """Also where nobody fits what was asked before."""
        view = cls.view(app)
        return view is not None and bool(view.everybody)

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            question = "Show only those with this text, or with this number. Empty shows all."
            app.push_screen(
                Asking(question, take="show"),
                lambda text: view.narrow(text) if text is not None else None,
            )


class StatusFilter(FilterMarks):
    """Show everyone, then members only, then those who have not joined."""

    name, key, label = "Members, or not yet", "f", "who"

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            view.turn_filter()


class AsTable(FilterMarks):
    """Show the map as a table, or the table as a map."""

    name, key, label = "Map or table", "T", "table"

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            view.turn_table()


class PlanHow(PeopleCommand):
    """Write what power you will share with those whom it touches most and who can decide least."""

    name, key = "Plan how to share power", "p"

    def run(self, app: WorkbookApp) -> None:
        homes = app.curriculum.prompts
        if PLAN_HOW in homes:
            app.go(Place("step", app.curriculum.step_of(PLAN_HOW).id, PLAN_HOW))


class ToCoverage(PeopleCommand):
    """See which sectors, pillars and groups are at the table, and who is missing."""

    name, key, label = "Coverage", "c", "coverage"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """Always."""
        return True

    def run(self, app: WorkbookApp) -> None:
        app.go(Place("coverage"))


PEOPLE_COMMANDS: tuple[type[Command], ...] = (
    MoveMark,
    NextMark,
    OpenMark,
    AddMark,
    AsTable,
    FilterMarks,
    StatusFilter,
    ToCoverage,
    AffectedMark,
    PlanHow,
)
