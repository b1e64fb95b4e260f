"""Taking back, in words: what was undone, and the question when somebody changed it since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.widgets import TextArea

from screens.asking import Confirm, ask
from screens.fields import Editor
from screens.plain import brief
from workbook.edits import Edit
from workbook.history.recalling import Recalling, clash
from workbook.history.restoring import returned
from workbook.plan import ChangedSince
from workbook.store.merge import CONFLICTS

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.store.format import Held


UNDONE, REDONE = "Undone", "Done again"
PASSING = 160
"""Characters of a word that passes: it must not cover the screen."""
TITLE = 100
"""Characters of what a command says that it would do."""
BETWEEN = "the choice between two values"
TOLD = 3
"""Changes that were made as one, up to which each is told."""


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
    before = held(app)
    try:
        edits = verb(force=force)
    except ChangedSince as error:
        _ask(app, error, lambda: take_back(app, word, verb, force=True))
        return
    nothing = f"There is nothing to {'take back' if word == UNDONE else 'do again'} since you came."
    app.notify(f"{word}: {in_words(app, edits, before)}" if edits else nothing)
    _show(app, edits)


def held(app: WorkbookApp) -> Held:
    """What the open workbook holds, as it stays while the plan goes on."""
    assert app.session is not None
    return app.session.store.read() or {}


def _ask(app: WorkbookApp, error: ChangedSince, anyway: Callable[[], None]) -> None:
    """Says who changed it since, and both values; one key takes it back all the same."""
    assert app.session is not None
    said = clash(error, app.session, screen=True)
    if error.gone:
        app.notify(said, severity="warning")
        return
    question = Confirm(said, "take it back all the same", "leave it as it is")
    ask(app, question, lambda yes: anyway())


def in_words(app: WorkbookApp, edits: Sequence[Edit], before: Held | None = None) -> str:
    """What taking back did, or will do: the place, and old → new. before: what the workbook held
    before, where it was done already; else it is taken as it stands."""
    now = held(app)
    after = returned(now, edits) if before is None else now
    told = Recalling(app.curriculum, after, before or now, screen=True).named(edits)
    if not told:
        return BETWEEN if edits[0].table == CONFLICTS else "nothing that is seen"
    more = f", and {len(told) - 1:,} more changes" if len(told) > TOLD else ""
    shown = told[:1] if more else told
    return brief("; ".join(one.back for one in shown), PASSING) + more


def titled(app: WorkbookApp, name: str, edits: Sequence[Edit]) -> str:
    """The name of a command with what it would do now, worked out once until the plan changes."""
    if not edits or app.session is None:
        return name
    said = app.session.once(f"title of {name}", lambda plan: in_words(app, edits))
    return f"{name}: {brief(said, TITLE)}"


def _show(app: WorkbookApp, edits: Sequence[Edit]) -> None:
    """What was taken back is shown also in the field with the cursor."""
    focused = app.focused
    if isinstance(focused, Editor):
        place = (focused.spot.id, focused.spot.field)
        if any((one.id, one.field) == place for one in edits):
            focused.look()
            focused.show_value()
