"""The view of each place. A view is imported when it is first gone to: the first paint waits
for no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.drawings import drawing
from screens.places import Place

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.frame import View


def view_for(app: WorkbookApp, place: Place) -> View:
    """The view of a place; the overview where the place is no more."""
    if place.view == "help":
        from screens.help import HelpView

        return HelpView(place, app)
    if place.view == "welcome" or app.session is None:
        from screens.welcome import WelcomeView

        return WelcomeView(place)
    if place.view == "map":
        from screens.plan_map import MapView

        return MapView(place)
    if place.view == "conflicts":
        from screens.conflicts import ConflictsView

        return ConflictsView(place)
    if place.view == "trace":
        from screens.trace import TraceView

        return TraceView(place)
    if place.view == "history":
        from screens.history import HistoryView

        return HistoryView(place)
    if place.view == "compare":
        from screens.compared import ComparedView

        return ComparedView(place)
    return drawing(app.curriculum, place) or _work(app, place) or _overview()


def _work(app: WorkbookApp, place: Place) -> View | None:
    """The view of a step, a table or a row; None where it is no more."""
    curriculum = app.curriculum
    if place.view == "step" and place.id in curriculum.steps:
        from screens.step import StepView

        return StepView(place, curriculum.steps[place.id])
    record = app.plan.record(place.id) if place.view == "record" else None
    table = curriculum.tables.get(place.table)
    if record and not (table and curriculum.shows(table, record)):
        table = curriculum.home(record)
    if record and table:
        from screens.record import RecordView

        return RecordView(place, curriculum.step_of(table.id), table)
    table = curriculum.tables.get(place.id) if place.view == "table" else None
    if table:
        from screens.table import TableView

        return TableView(place, curriculum.step_of(table.id), table)
    from screens.assessed import assessed

    return assessed(app, place)


def _overview() -> View:
    from screens.overview import OverviewView

    return OverviewView(Place("overview"))
