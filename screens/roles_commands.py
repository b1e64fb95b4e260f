"""What can be done on the roles screen: going to a cell, giving a part, adding work."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from screens.asking import Asking
from screens.commands import Command

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.roles import RolesView

LETTERS = {"accountable": "A", "responsible": "R", "consulted": "C", "informed": "I"}
"""The letter of each part, in its order."""


class RolesCommand(Command):
    """A command on the roles screen that is open."""

    @classmethod
    def view(cls, app: WorkbookApp) -> RolesView | None:
        """The screen, if it is open."""
        view = app.frame.view
        return cast("RolesView", view) if view is not None and view.view == "roles" else None

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """While there is work and somebody to do it."""
        view = cls.view(app)
        return view is not None and view.item is not None and bool(view.person)


class GoToCell(RolesCommand):
    """Go to another piece of work or another person."""

    name, key, label = "Another cell", "←↑↓→", "cell"

    def run(self, app: WorkbookApp) -> None:
        app.notify("The arrow keys go from cell to cell.")


class GivePart(RolesCommand):
    """Give or take a part: one answers for the work, some do it, some are asked, some are told."""

    part: ClassVar[str] = ""

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            view.toggle(self.part)


class Answers(GivePart):
    """Let the selected person answer for the work, in place of whoever did; or take that back."""

    name, key, label, part = "Answers for it", "a", "answers", "accountable"


class Does(GivePart):
    """Let the selected person do the work, or take that back."""

    name, key, label, part = "Does it", "r", "does", "responsible"


class AskedBefore(GivePart):
    """Let the selected person be asked before it is done, or take that back."""

    name, key, label, part = "Asked before", "c", "asked", "consulted"


class ToldAfter(GivePart):
    """Let the selected person be told after, or take that back."""

    name, key, label, part = "Told after", "i", "told", "informed"


class OpenWork(RolesCommand):
    """Open the form of the selected piece of work. Esc comes back here."""

    name, key, label = "Open the work", "enter", "open"

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            view.open_item()


class AddWork(RolesCommand):
    """Add a piece of work that someone could be asked about next week."""

    name, key, label = "Add a piece of work", "plus", "add"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """Always."""
        return True

    def run(self, app: WorkbookApp) -> None:
        view = self.view(app)
        if view is None:
            return

        def take(title: str | None) -> None:
            if title:
                app.attempt(lambda: view.add(title))

        app.push_screen(Asking("What has to be done?", take="add"), take)


ROLES_COMMANDS: tuple[type[Command], ...] = (
    GoToCell,
    Answers,
    Does,
    AskedBefore,
    ToldAfter,
    OpenWork,
    AddWork,
)
