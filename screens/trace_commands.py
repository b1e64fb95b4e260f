"""What can be done on the trace: going along a line, to its breaks, to what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from screens.command import Command
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import brief
from workbook.reasoning.checks import BY_CODE
from workbook.reasoning.trace import NAMES

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.trace import TraceView


class TraceCommand(Command):
    """A command on the trace that is open."""

    @classmethod
    def view(cls, app: WorkbookApp) -> TraceView | None:
        """The trace, if it is open."""
        view = app.frame.view
        return cast("TraceView", view) if view is not None and view.view == "trace" else None

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """While there is a line."""
        view = cls.view(app)
        return view is not None and view.line is not None


class Along(TraceCommand):
    """Go along the line: up to what was heard, down to who keeps it up."""

    name, key, label = "Along the line", "↑↓", "along"

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            view.along(1)


class OtherLine(TraceCommand):
    """Go to the line of another action."""

    name, key, label = "Another line", "← →", "lines"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """Where there is another."""
        view = cls.view(app)
        return view is not None and len(view.lines) > 1

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            view.other(1)


class GoToStop(TraceCommand):
    """Go to what stands at this stop; where it is missing, to the question that would fill it."""

    name, key, label = "Go there", "enter", "go there"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """Always: without a line, to where one begins."""
        return True

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            view.go_there()


class NextBreak(TraceCommand):
    """Go to the next break, on this line or another."""

    name, key, label = "Next break", "b", "next break"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """While a line breaks."""
        view = cls.view(app)
        return view is not None and any(one.breaks for one in view.lines)

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            view.next_break()


class MoreHere(TraceCommand):
    """Choose among all that stands at this stop, and go there."""

    name, key, label = "All that is here", "a", "all here"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """Where more than one record stands at the stop."""
        view = cls.view(app)
        return view is not None and view.stop is not None and len(view.stop.ids) > 1

    def run(self, app: WorkbookApp) -> None:
        if (view := self.view(app)) and view.stop:
            items = [Pickable(id, brief(app.plan.label(id), 60)) for id in view.stop.ids]
            _choose(app, NAMES[view.stop.station], items)


class HangsLoose(TraceCommand):
    """List what no line takes up: findings, words heard, causes, measures. Enter goes there."""

    name, key, label = "What hangs loose", "l", "loose"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """While something does."""
        view = cls.view(app)
        return view is not None and bool(view.loose)

    def run(self, app: WorkbookApp) -> None:
        found = view.loose if (view := self.view(app)) else []
        items = [
            Pickable(one.id, brief(app.plan.label(one.id), 28), BY_CODE[one.code].lacks)
            for one in found
        ]
        if items:
            _choose(app, "What hangs loose", items)
        else:
            app.notify("Nothing hangs loose.")


class AsTable(TraceCommand):
    """Show all lines as a table, or one of them as a drawing."""

    name, key, label = "Line or table", "T", "table"

    def run(self, app: WorkbookApp) -> None:
        if view := self.view(app):
            view.turn_table()


def _choose(app: WorkbookApp, title: str, items: list[Pickable]) -> None:
    app.push_screen(
        Picker(title, items),
        lambda picked: app.visit(Place("record", picked[0])) if picked else None,
    )


TRACE_COMMANDS = (Along, OtherLine, GoToStop, NextBreak, MoreHere, HangsLoose, AsTable)
"""The commands of the trace, in the order of the footer."""
