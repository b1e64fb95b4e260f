"""The form of one row: every field of its table, one under another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget
from textual.widgets import Static

from screens.citing import CiteFigure
from screens.command import Command
from screens.fields import Spot
from screens.fields.entry import Entry
from screens.guided import Guided
from screens.places import Place
from screens.plain import MUTED, brief, plain
from workbook.curriculum import Step, Table

if TYPE_CHECKING:
    from screens.app import WorkbookApp


class RecordCommand(Command):
    """A command on the form that is open."""

    def form(self, app: WorkbookApp) -> RecordView | None:
        """The form, if one is open."""
        return app.frame.query_one_optional(RecordView)


class OtherRow(RecordCommand):
    """A command that goes to another row."""

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """Where there is another."""
        form = app.frame.query_one_optional(RecordView)
        return form is not None and form.count > 1


class NextRow(OtherRow):
    """Go to the next row of the table."""

    name, key, label = "Next row", "alt+down", "next row"

    def run(self, app: WorkbookApp) -> None:
        if form := self.form(app):
            form.another(1)


class PreviousRow(OtherRow):
    """Go to the row before."""

    name, key = "Previous row", "alt+up"

    def run(self, app: WorkbookApp) -> None:
        if form := self.form(app):
            form.another(-1)


class AnotherRow(RecordCommand):
    """Add another row of the same table and open it."""

    name, key, label = "Add another row", "f8", "add another"

    def run(self, app: WorkbookApp) -> None:
        if form := self.form(app):
            form.add()


class RecordView(Guided):
    """The form of one row, one question under another. Fill in what you know; the rest can wait.
    Esc goes back to where you came from, and nothing has to be saved. A field that points to
    another row chooses it from a list, and can make it on the spot."""

    view: ClassVar[str] = "record"
    at_once: ClassVar[int] = 16

    def __init__(self, place: Place, step: Step, table: Table) -> None:
        super().__init__(place, step)
        self.table = table

    @property
    def _ids(self) -> list[str]:
        return [one.id for one in self.desk.plan.rows(self.table)]

    @property
    def count(self) -> int:
        """How many rows the table has."""
        return len(self._ids)

    def commands(self) -> tuple[type[Command], ...]:
        return (NextRow, PreviousRow, AnotherRow, CiteFigure)

    @property
    def crumbs(self) -> list[str]:
        return [*super().crumbs, brief(self.desk.plan.label(self.place.id), 40)]

    @property
    def panel_title(self) -> str:
        ids = self._ids
        number = ids.index(self.place.id) + 1 if self.place.id in ids else 1
        return f"{self.table.one.capitalize()} {number} of {len(ids)}"

    def work(self) -> Iterable[Widget]:
        yield Static(plain(self.step.title, MUTED), classes="form-head")
        for one in self.table.fields:
            spot = Spot(self.place.id, one.id, one.kind, one.name, one.ask, one.why, one.hint)
            yield Entry(spot, self.desk.plan, asks=False)

    def another(self, by: int) -> None:
        """Goes to the row that many places on."""
        ids = self._ids
        if self.place.id in ids:
            there = ids[(ids.index(self.place.id) + by) % len(ids)]
            self.desk.swap(replace(self.refocus(), id=there))

    def add(self) -> None:
        """Adds a row of the same table and opens it."""
        plan, table = self.desk.plan, self.table
        if table.of == "row":
            id = plan.add("row", prompt=table.id)
        else:
            id = plan.add(table.of, table.where)
        self.desk.swap(Place("record", id, table=table.id))

    def renew(self) -> None:
        if self.desk.plan.record(self.place.id) is None:
            self.desk.go(Place("step", self.step.id))
        else:
            super().renew()

    def up(self) -> Place | None:
        return Place("step", self.step.id, self.place.id)
