"""A table on the whole screen, for when it is long."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from screens.command import Command
from screens.drawings import of_step
from screens.guided import Guided
from screens.places import Place
from screens.plain import MUTED, plain
from screens.row_commands import TABLE_COMMANDS
from screens.rows import RowTable
from workbook.curriculum import Step, Table


class TableView(Guided):
    """All rows of one table on the whole window, with as many columns as fit. Whatever you do here
    can be taken back. Rows stand in your own order until you sort them."""

    view: ClassVar[str] = "table"
    lists: ClassVar[bool] = False

    def __init__(self, place: Place, step: Step, table: Table) -> None:
        super().__init__(place, step)
        self.table = table

    def commands(self) -> tuple[type[Command], ...]:
        """Those of rows; for the main table of a step those of the step too."""
        own = of_step(self.step.id) if self.step.table is self.table else ()
        return (*TABLE_COMMANDS, *own)

    @property
    def crumbs(self) -> list[str]:
        return [*super().crumbs, self.table.name]

    async def guide(self, *, open: bool) -> None:
        """The table has the whole width."""

    @property
    def panel_title(self) -> str:
        return self.table.name

    def work(self) -> Iterable[Widget]:
        prompt = self.desk.plan.curriculum.prompts.get(self.table.id)
        yield Static(plain(prompt.ask if prompt else self.step.why, MUTED), classes="form-head")
        yield RowTable(self.table, whole=True)

    def renew(self) -> None:
        super().renew()
        self.query_one(RowTable).fill()

    def up(self) -> Place | None:
        return Place("step", self.step.id)
