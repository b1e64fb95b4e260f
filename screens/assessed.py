"""The views of what is rated and decided: profile, condition, sheet, meeting, decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.places import Place
from workbook.records.assessing import Rater, Round

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.frame import View


def assessed(app: WorkbookApp, place: Place) -> View | None:
    """The view of a place; None for another place, or for what is no more."""
    if place.view == "decision":
        from screens.decision import DecisionView

        return DecisionView(place)
    return _assessed(app, place) or _rated(app, place)


def _assessed(app: WorkbookApp, place: Place) -> View | None:
    """The profile of an assessment, or one of its conditions."""
    curriculum = app.curriculum
    if place.view == "profile" and place.id in curriculum.assessments:
        from screens.profile import ProfileView

        return ProfileView(place, curriculum.assessments[place.id])
    found = curriculum.assessment_of(place.id) if place.view == "condition" else None
    dimension = (
        next((one for one in found.dimensions if one.id == place.id), None) if found else None
    )
    if found and dimension:
        from screens.condition import ConditionView

        return ConditionView(place, found, dimension)
    return None


def _rated(app: WorkbookApp, place: Place) -> View | None:
    """The sheet of one rater in a round, or a round on the wall of a meeting."""
    round = app.plan.record(place.id) if place.view in ("rating", "meeting") else None
    found = (
        app.curriculum.assessments.get(round.assessment or "") if isinstance(round, Round) else None
    )
    if not isinstance(round, Round) or found is None:
        return None
    if place.view == "meeting":
        from screens.meeting import MeetingView

        return MeetingView(place, found)
    if place.field and app.plan.type_of(place.field) != Rater.type:
        return None
    from screens.rating import RatingView

    return RatingView(place, found)
