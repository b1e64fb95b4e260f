"""What can be done on the coverage screen: adding somebody, setting a seat to fill, the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from screens.commands import Command
from screens.places import Place

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.coverage import CoverageView


class CoverageCommand(Command):
    """A command on the coverage screen that is open."""

    @classmethod
    def view(cls, app: WorkbookApp) -> CoverageView | None:
        """The screen, if it is open."""
        view = app.frame.view
        return cast("CoverageView", view) if view is not None and view.view == "coverage" else None


class AddOfKind(CoverageCommand):
    """Add somebody of the selected kind to the register: of that sector, pillar or group."""

    name, key, label = "Add somebody of this kind", "plus", "add one"

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            view.add()


class WhoIsHere(CoverageCommand):
    """List who is of this kind, members first, and open one. Where nobody is, add somebody."""

    name, key, label = "Who is of this kind", "enter", "who"

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            view.open_entry()


class SetSeat(CoverageCommand):
    """Set how many seats you aim for, and by when."""

    name, key, label = "Set a seat to fill", "s", "set an aim"

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            view.set_goal()


class ToMap(CoverageCommand):
    """See everybody by power and interest."""

    name, key, label = "Stakeholder map", "m", "the map"

    def run(self, app: WorkbookApp) -> None:
        app.go(Place("people"))


COVERAGE_COMMANDS: tuple[type[Command], ...] = (AddOfKind, WhoIsHere, SetSeat, ToMap)
