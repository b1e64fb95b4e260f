"""The way to what was found: the field, the question, or the page of the guidance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.guidance import Guidance
from screens.places import Place
from workbook.reasoning.metrics import pillars, places
from workbook.records.data import MetricSeries
from workbook.search import Hit, about

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.plan import Plan

PIECE = 24
"""Characters of a line by which it is found again on its page."""


def go_to(app: WorkbookApp, hit: Hit) -> None:
    """Goes to where a hit stands; Esc comes back from there."""
    place = place_of(app, hit)
    if place is None:
        app.notify("No screen shows this, or it was removed meanwhile.")
        return
    if hit.page:
        app.guidance_open, app.guidance_page = True, hit.page
    app.visit(place)
    if hit.page:
        start = hit.line.met[0][0] if hit.line.met else 0
        app.call_later(app.call_after_refresh, _reveal, app, hit.line.text[start:][:PIECE])


def _reveal(app: WorkbookApp, text: str) -> None:
    for one in app.frame.query(Guidance):
        one.reveal(text)


def place_of(app: WorkbookApp, hit: Hit) -> Place | None:
    """The place of a hit; None where no screen shows it."""
    curriculum, id = app.curriculum, about(hit.id)
    if hit.sort == "guidance":
        rated = curriculum.assessment_of(hit.field)
        for part in rated.dimensions if rated else ():
            if hit.field in [one.id for one in part.indicators]:
                return Place("condition", part.id, table=hit.field)
        return Place("step", hit.id, hit.field)
    if hit.sort == "answers" and id in curriculum.prompts:
        return Place("step", curriculum.step_of(id).id, id)
    id, _, field = (id, "", hit.field) if hit.sort == "records" else id.partition(".")
    record = app.plan.record(id)
    if isinstance(record, MetricSeries):
        return Place("metrics", _figure(app.plan, record))
    return Place("record", id, field) if record and curriculum.home(record) else None


def _figure(plan: Plan, series: MetricSeries) -> str:
    """The figure under which a series stands: its own, or that of which it is a group or a peer."""
    shown = [one for part in pillars(plan, next(iter(places(plan)), "")) for one in part.figures]
    same = [one.key for one in shown if one.said.get("id") == series.variable]
    return next((one.key for one in shown if one.id == series.id), same[0] if same else "")
