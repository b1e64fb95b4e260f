"""What a user can do with the rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from screens.command import Command
from screens.csv_files import RowsToCsv
from screens.rows import Grid, RowTable

if TYPE_CHECKING:
    from screens.app import WorkbookApp


class TableCommand(Command):
    """A command on the row under the cursor."""

    does: ClassVar[str] = ""

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """While the cursor is in a table."""
        return isinstance(app.focused, Grid)

    def run(self, app: WorkbookApp) -> None:
        focused = app.focused
        tables = [focused.parent] if isinstance(focused, Grid) else list(app.frame.query(RowTable))
        if tables and isinstance(tables[0], RowTable):
            getattr(tables[0], self.does)()


class OpenRow(TableCommand):
    """Open the row under the cursor; on the last line, add one."""

    name, key, label, does = "Open the row", "enter", "open", "open_row"


class AddRow(TableCommand):
    """Add a row to the table and open it."""

    name, key, label, does = "Add a row", "plus", "add", "add"


class DuplicateRow(TableCommand):
    """Add a row with the same values as the one under the cursor."""

    name, key, does = "Duplicate the row", "d", "duplicate"


class RemoveRow(TableCommand):
    """Remove the row under the cursor. Undo brings it back."""

    name, key, label, does = "Remove the row", "delete", "remove", "remove_row"


class SortRows(TableCommand):
    """Sort by the next column; after the last, in your own order again."""

    name, key, does = "Sort the rows", "s", "sort"


class WholeTable(TableCommand):
    """Show the table on the whole screen."""

    name, key, does = "The whole table", "w", "whole"


class FilterRows(TableCommand):
    """Show only the rows that hold some text."""

    name, key, does = "Filter the rows", "slash", "filter"


TABLE_COMMANDS: tuple[type[Command], ...] = (
    OpenRow,
    AddRow,
    RemoveRow,
    DuplicateRow,
    SortRows,
    FilterRows,
    WholeTable,
    RowsToCsv,
)
