"""Rows to a CSV file beside the workbook, and people from one, with a look at them first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from screens.asking import Asking, Confirm, ask
from screens.command import Command
from screens.picker import Pickable, Picker
from screens.plain import brief
from screens.reading import path, reading

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.curriculum import Table
    from workbook.imports.register import Changes, Choice, Incoming, Row
    from workbook.imports.sheet import Watch

MARK = "\ufeff"
"""What lets a spreadsheet read the file as UTF-8."""
SHOWN = 200
"""Wrong cells that are listed."""
CHOICES = (
    Pickable("same", "The same", "what is empty there is filled"),
    Pickable("new", "Somebody new"),
    Pickable("skip", "Leave this row out"),
)


class RowsToCsv(Command):
    """Write the rows of this table to a CSV file beside the workbook, for a spreadsheet. Private
    fields, and names of people who have not agreed to be named, go along where you mark them."""

    name, letter = "Rows to a CSV file", "R"

    def run(self, app: WorkbookApp) -> None:
        if table := _table(app):
            _ask_private(app, table)


class PeopleFromCsv(Command):
    """Take people and organizations from a CSV file into the register. You see what would change
    first; undo takes all of it back."""

    name, letter = "People from a CSV file", "P"

    def run(self, app: WorkbookApp) -> None:
        question = "Which CSV file? Its first line names the columns: Name, Organization, Sector, …"
        app.push_screen(
            Asking(question, take="read"), lambda text: _read(app, text) if text else None
        )


def _table(app: WorkbookApp) -> Table | None:
    """The table with the cursor, else the first on the screen."""
    from screens.rows import RowTable

    focused = app.focused
    parents = [focused.parent] if focused else []
    tables = [*parents, *app.frame.query(RowTable)]
    return next((one.table for one in tables if isinstance(one, RowTable)), None)


def _ask_private(app: WorkbookApp, table: Table) -> None:
    from workbook.spreadsheet import hidden

    names = {one.id: one.name for one in table.fields}
    items = [
        Pickable(one, names.get(one, one.replace("_", " "))) for one in hidden(table.of, table)
    ]
    if not items:
        _write(app, table, [])
        return
    app.push_screen(
        Picker("Which of these may stand in the file too? Tab: none of them.", items, many=True),
        lambda picked: _write(app, table, picked or []),
    )


def _write(app: WorkbookApp, table: Table, private: list[str], *, force: bool = False) -> None:
    from workbook.export import Refused, keep, path_for
    from workbook.map.public import Public
    from workbook.spreadsheet import written
    from workbook.store import StoreError

    assert app.session is not None
    text = MARK + written(app.plan, Public(app.plan), table.of, table, private)
    stem = path_for(app.session.path).name.removesuffix(".map.md")
    to = app.session.path.with_name(f"{stem}.{table.id.replace('.', '-')}.csv")
    try:
        keep(app.session, to, text, force=force)
    except Refused:
        app.push_screen(
            Confirm(f"{to.name} was not written here, or was edited since.", "replace it"),
            lambda yes: _write(app, table, private, force=True) if yes else None,
        )
    except StoreError as error:
        app.notify(str(error), severity="warning", timeout=10)
    else:
        app.notify(f"The rows are in {to}, beside your workbook.", timeout=8)


def _read(app: WorkbookApp, text: str) -> None:
    """Reads the file; lists what cannot be kept, or asks about the rest."""
    from workbook.imports.columns import Columns
    from workbook.imports.register import read
    from workbook.imports.sheet import load, sheet

    file = path(text)

    def work(watch: Watch) -> Incoming:
        columns = Columns(app.plan, "stakeholder")
        return read(app.plan, sheet(load(file), columns.knows), columns, watch)

    reading(app, file.name, work, partial(_judge, app))


def _judge(app: WorkbookApp, incoming: Incoming) -> None:
    if incoming.wrong:
        items = [Pickable(str(n), str(one)) for n, one in enumerate(incoming.wrong[:SHOWN])]
        title = f"{len(incoming.wrong):,} cells cannot be kept; nothing was taken in."
        app.push_screen(Picker(title, items))
    else:
        _decide(app, incoming, [one for one in incoming.rows if one.likely], {})


def _decide(
    app: WorkbookApp, incoming: Incoming, left: list[Row], chosen: dict[int, Choice]
) -> None:
    """Asks about each row that is likely somebody, one after another."""
    from workbook.imports.register import changes, decided

    if not left:
        rows, skipped = decided(incoming, lambda row: chosen[row.line])
        _confirm(app, incoming, changes(app.plan, rows, skipped=skipped))
        return
    row, *rest = left

    def take(picked: list[str] | None) -> None:
        if picked:
            _decide(app, incoming, rest, chosen | {row.line: _choice(picked[0])})

    there = app.plan.label(row.likely) if app.plan.record(row.likely) else row.likely
    title = f"Line {row.line}, {brief(row.values['name'], 40)}: the same as {brief(there, 40)}?"
    app.push_screen(Picker(title, CHOICES), take)


def _choice(word: str) -> Choice:
    return "same" if word == "same" else "new" if word == "new" else "skip"


def _confirm(app: WorkbookApp, incoming: Incoming, found: Changes) -> None:
    from workbook.imports.register import take_in
    from workbook.imports.telling import summary

    def take(yes: bool) -> None:
        take_in(app.plan, found)
        app.notify(f"{len(found.added):,} added, {len(found.changed):,} filled. ^z undoes it.")

    told = brief(" ".join(summary(incoming, found)), 600)
    ask(app, Confirm(told, "take this in"), take)
