"""A long text written in the person's own editor, while the app has let go of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from screens.fields.typed import LongText
from screens.plain import pasted
from workbook.kinds import Invalid
from workbook.kinds.text import unmarked
from workbook.own_editor import in_own_editor

if TYPE_CHECKING:
    from screens.app import WorkbookApp


def write_elsewhere(app: WorkbookApp) -> None:
    """Opens the editor on the text with the cursor; what it leaves is typed there, so that undo
    takes it back. Says why not, where there is no such text, editor or terminal."""
    field = app.frame.focused
    if not isinstance(field, LongText):
        app.notify("Put the cursor into a long text first; a short one is written here.")
        return
    spot, why = field.spot, ""
    notes = [one for one in (spot.ask or spot.name, spot.why, spot.hint) if one]
    try:
        with app.suspend():
            try:
                text = in_own_editor(unmarked(field.text), notes)
            except Invalid as error:  # the terminal is taken back first
                why = str(error)
    except SuspendNotSupported:
        why = "This terminal cannot be given to an editor."
    app.refresh()
    if why:
        app.notify(why, severity="warning")
    else:
        field.replace(pasted(text), (0, 0), field.document.end)
