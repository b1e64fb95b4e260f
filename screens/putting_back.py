"""Putting back what stood before: one field, a whole row, or everything, as a new change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from screens.picker import Pickable, Picker
from screens.places import Place
from screens.undoing import held, in_words
from workbook.edits import Edit
from workbook.history.points import Point
from workbook.history.restoring import place, restore, returning

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.reasoning.telling.told import Told
    from workbook.store.format import Held

FIELD, ROW, ALL = "field", "row", "all"


def choose(app: WorkbookApp, told: Sequence[Told], before: Held) -> None:
    """Asks whether to put back a field, its row, or everything. told: the changes that are meant.
    before: the state in which they were not made."""
    app.plan.settle()
    everything = returning(app.plan, held(app), Point("then", before))
    ids = {one.edit.id for one in told}
    places = {place(one.edit) for one in told}
    mine = {
        FIELD: [one for one in everything if place(one) in places or (one.whole and one.id in ids)],
        ROW: [one for one in everything if one.id in ids],
        ALL: everything,
    }
    items = [Pickable(ALL, "Everything as it stood then", _count(everything))] if everything else []
    if mine[ROW] and len(mine[ROW]) < len(everything) and mine[ROW] != mine[FIELD]:
        items.insert(0, Pickable(ROW, "The whole row as it stood then", _count(mine[ROW])))
    if mine[FIELD]:
        items.insert(0, Pickable(FIELD, "Only this", in_words(app, mine[FIELD])))
    if not items:
        app.notify("Nothing to put back: all stands as it did before this change.")
        return
    picker = Picker("Put back what stood before", items)
    app.push_screen(picker, lambda picked: put(app, mine[picked[0]]) if picked else None)


def _count(edits: Sequence[Edit]) -> str:
    return f"{len(edits):,} change{'' if len(edits) == 1 else 's'}"


def put(app: WorkbookApp, edits: Sequence[Edit]) -> None:
    """Makes the edits as one new change, and says what it was."""
    before = held(app)

    def putting() -> None:
        restore(app.plan, edits)
        app.notify(f"Put back: {in_words(app, edits, before)}")

    app.attempt(putting)


def go_to(app: WorkbookApp, told: Told) -> None:
    """Goes to the place that a change was made at."""
    edit = told.edit
    if edit.table != "answers":
        if app.plan.record(edit.id) is not None:
            app.visit(Place("record", edit.id, edit.field))
        else:
            app.notify("It was removed. r brings it back.")
    elif told.step:
        app.visit(Place("step", told.step.id, edit.id))
    else:
        app.notify("No screen shows this.")
