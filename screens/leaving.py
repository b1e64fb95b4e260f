"""Leaving a row, a workbook, the app: nothing goes away without a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from screens.places import Place

if TYPE_CHECKING:
    from screens.app import WorkbookApp


def leave(app: WorkbookApp) -> None:
    """Saves and ends the app; where nothing can be saved it asks first."""
    _unless_lost(app, lambda: _leave(app))


def close_workbook(app: WorkbookApp) -> None:
    """Saves, and goes back to Welcome; where nothing can be saved the workbook stays open."""
    _unless_lost(app, lambda: _close(app))


def _unless_lost(app: WorkbookApp, going: Callable[[], None]) -> None:
    """Goes; asks first where something was typed that cannot be kept."""
    if app.session is None or not (app.session.read_only and app.session.drafts):
        going()
        return
    _ask(app, "What you typed is lost: this workbook can only be read.", going)


def _ask(app: WorkbookApp, lost: str, going: Callable[[], None]) -> None:
    from screens.asking import Confirm

    app.push_screen(Confirm(lost, "leave", "stay"), lambda yes: going() if yes else None)


def _close(app: WorkbookApp) -> None:
    if app.session is None:
        return
    if failure := app.end():
        app.notify(failure, title="This workbook stays open", severity="warning", timeout=12)
        return
    app.call_later(app.show_welcome)


def _leave(app: WorkbookApp) -> None:
    if failure := app.end():
        _ask(app, f"{failure} What is not saved would be lost.", app.exit)
    else:
        app.exit()  # what is drawn until then still looks into the plan


def drop_empty(app: WorkbookApp, left: Iterable[Place], to: Place | None = None) -> None:
    """A row that was added and left without a word goes away again. left: places that one does
    not come back to. to: where one goes."""
    for place in left:
        if place.view == "record" and not app.plan.sealed and not (to and to.id == place.id):
            _drop(app, place)


def _drop(app: WorkbookApp, place: Place) -> None:
    record = app.plan.record(place.id)
    table = app.curriculum.tables.get(place.table)
    table = table or (app.curriculum.home(record) if record else None)
    typed = any(id == place.id for id, _ in app.to_mend)
    if record and table and not typed and not _written(record.data, table.where):
        app.plan.remove(record.id)


def _written(data: Any, where: Any) -> bool:
    """Whether a row holds anything that a person wrote."""
    given = {"order", "prompt", "code", *where}
    return any(value not in (None, "", [], {}) for key, value in data.items() if key not in given)
