"""Texts that stand in a field and are no value yet: which they are, and the way to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import brief

if TYPE_CHECKING:
    from screens.app import WorkbookApp


def choose(app: WorkbookApp) -> None:
    """Lists the texts with their places; the one that is picked is gone to."""
    assert app.session is not None
    if not app.to_mend:
        app.notify("Every text is read and kept as a value.")
        return
    drafts = app.session.drafts
    places = dict(enumerate(app.to_mend))
    items = [
        Pickable(str(number), f"“{brief(drafts[place], 30)}”", _where(app, *place))
        for number, place in places.items()
    ]
    app.push_screen(
        Picker("Texts that their field cannot read yet", items),
        lambda picked: app.go(_place(app, *places[int(picked[0])])) if picked else None,
    )


def _where(app: WorkbookApp, id: str, field: str) -> str:
    """What people call a place: a question, or a field of a row."""
    if not field:
        return app.curriculum.prompts[id].name
    record = app.plan.record(id)
    table = app.curriculum.home(record) if record else None
    asked = table.field(field) if table else None
    return f"{asked.name if asked else field} of {brief(app.plan.label(id), 30)}"


def _place(app: WorkbookApp, id: str, field: str) -> Place:
    if field:
        return Place("record", id, field)
    return Place("step", app.curriculum.step_of(id).id, id)
