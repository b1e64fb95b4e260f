"""Taking back, in words: what was undone, and the question when somebody changed it since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.widgets import TextArea

from screens.asking import Confirm
from screens.fields import Editor
from workbook.edits import Edit
from workbook.kinds.text import brief
from workbook.plan import ChangedSince, Plan
from workbook.records import is_carried

if TYPE_CHECKING:
    from screens.app import WorkbookApp


UNDONE, REDONE = "Undone", "Done again"
CARRIED = 3
"""Edits up to which one of them was what a person did, and the others went along."""


def undo(app: WorkbookApp) -> None:
    """In a text, takes back what was typed there; else the plan's last edit."""
    focused = app.focused
    if isinstance(focused, TextArea) and focused.history.undo_stack:
        focused.undo()
    elif isinstance(focused, Editor) and focused.forget():
        app.notify(f"Undone: what “{focused.spot.name}” could not read.")
    else:
        take_back(app, UNDONE, app.plan.undo)


def redo(app: WorkbookApp) -> None:
    """In a text, does again what was taken back there; else the plan's last edit that was."""
    focused = app.focused
    if isinstance(focused, TextArea) and focused.history.redo_stack:
        focused.redo()
    else:
        take_back(app, REDONE, app.plan.redo)


def take_back(
    app: WorkbookApp, word: str, verb: Callable[..., list[Edit]], *, force: bool = False
) -> None:
    """Undoes or redoes one edit and says which; asks first where it was changed since."""
    try:
        edits = verb(force=force)
    except ChangedSince as error:
        app.push_screen(
            Confirm(f"{error} Take it back all the same?", "take it back"),
            lambda yes: take_back(app, word, verb, force=True) if yes else None,
        )
        return
    nothing = f"There is nothing to {'take back' if word == UNDONE else 'do again'} since you came."
    more = f", and {len(edits) - 1:,} more changes" if len(edits) > CARRIED else ""
    said = f"{word}: {_said(app.plan, _first(edits), word)}{more}" if edits else nothing
    app.notify(said)
    _show(app, edits)


def _first(edits: Sequence[Edit]) -> Edit:
    """The edit to speak of: not one that was only carried along."""
    return next((one for one in edits if not is_carried(one)), edits[0])


def _said(plan: Plan, edit: Edit, word: str) -> str:
    """An edit in words: of a whole row, what was done to it before it was undone."""
    if edit.table.startswith("_"):
        return "the choice between two values"
    if edit.table == "answers":
        prompt = plan.curriculum.prompt(edit.id)
        return prompt.name if prompt else edit.id
    if edit.whole and not edit.new:
        what = edit.table.replace("_", " ")
        return f"{'adding' if word == UNDONE else 'removing'} the {what}"
    label = brief(plan.label(edit.id), 40)
    if edit.whole:
        return f"{'removing' if word == UNDONE else 'adding'} “{label}”; it is back"
    home = plan.record(edit.id)
    table = plan.curriculum.home(home) if home else None
    asked = table.field(edit.field) if table else None
    return f"{asked.name if asked else edit.field} of “{label}”"


def _show(app: WorkbookApp, edits: Sequence[Edit]) -> None:
    """What was taken back is shown also in the field with the cursor."""
    focused = app.focused
    if isinstance(focused, Editor):
        place = (focused.spot.id, focused.spot.field)
        if any((one.id, one.field) == place for one in edits):
            focused.look()
            focused.show_value()
