"""Screens that draw what a step asks for: which step has one, and the command that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from screens.citing import CiteFigure
from screens.commands import Command
from screens.csv_files import PeopleFromCsv
from screens.metric_import import MetricsFromFile
from screens.places import Place

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.frame import View
    from workbook.curriculum import Curriculum, Step


class Draw(Command):
    """Open the drawing of this step."""

    key: ClassVar[str] = "f5"
    opens: ClassVar[str] = ""
    """The view that it opens."""

    def run(self, app: WorkbookApp) -> None:
        app.go(Place(self.opens))


class DrawPeople(Draw):
    """See everybody of the register by power and interest, and with whom to share power."""

    name, label, opens = "Stakeholder map", "the map", "people"


class DrawRoles(Draw):
    """See who has which part in each piece of work, and what in it cannot hold."""

    name, label, opens = "Roles", "roles", "roles"


class DrawWorking(Draw):
    """See what the charter settles, what the backbone covers, and the health checks so far."""

    name, label, opens = "Working together", "at a glance", "working"


class HealthAtAGlance(DrawWorking):
    """See what the charter settles, what the backbone covers, and the health checks so far."""

    key = "ctrl+l"


class DrawProfile(Draw):
    """Rate, alone, in turn or in a meeting; see how your answers lie, and write your own word."""

    name, label = "Rate, and see how your answers lie", "profile"

    def run(self, app: WorkbookApp) -> None:
        tables = step.tables if (step := app.step_here()) else []
        of = (one.where.get("assessment") for one in tables if one.of == "round")
        if assessment := next(of, None):
            app.go(Place("profile", assessment))


class DrawMeans(Draw):
    """See what leaders have promised, and what is set aside against what activities cost."""

    name, label, opens = "What is promised, and what it takes", "means", "means"


class DrawDecision(Draw):
    """See the four ways side by side, decide, and see what follows."""

    name, label, opens = "The four ways, and what follows", "decide", "decision"


class ShowCoverage(Draw):
    """See which sectors, pillars and groups are at the table, and who is missing."""

    name, key, label, opens = "Coverage", "", "coverage", "coverage"


class DrawMetrics(Draw):
    """See where your place stands in the published figures, beside others and by groups."""

    name, label, opens = "Mobility Metrics", "the figures", "metrics"


class DrawThemes(Draw):
    """See what people told you by theme, who said it, and which findings rest on it."""

    name, label, opens = "Themes", "themes", "themes"


class DrawPriorities(Draw):
    """See your priorities on your criteria, each with its parts, and what would swap them."""

    name, label, opens = "Priorities weighed", "weighed", "priorities"


class DrawStory(Draw):
    """Read the story of conditions here as it stands, part by part, with the figures it cites."""

    name, label, opens = "The story, read", "read it", "story"


_OF_STEP: dict[str, tuple[type[Command], ...]] = {
    "register": (DrawPeople, ShowCoverage, PeopleFromCsv),
    "coverage": (DrawPeople, ShowCoverage),
    "roles": (DrawRoles,),
    "charter": (DrawWorking,),
    "health": (DrawProfile, HealthAtAGlance),
    "readiness": (DrawProfile,),
    "systems": (DrawProfile,),
    "blocks": (DrawProfile,),
    "commitments": (DrawMeans,),
    "decision": (DrawDecision,),
    "metrics": (DrawMetrics, MetricsFromFile),
    "insights": (DrawThemes,),
    "findings": (CiteFigure,),
    "story": (DrawStory, CiteFigure),
    "priorities": (DrawPriorities,),
}
_STEPS = {
    "means": "commitments",
    "people": "coverage",
    "coverage": "coverage",
    "roles": "roles",
    "working": "health",
    "metrics": "metrics",
    "themes": "insights",
    "story": "story",
    "priorities": "priorities",
}
"""The step that each drawing belongs to, by its view."""


def of_step(step_id: str) -> tuple[type[Command], ...]:
    """The commands that open what is drawn of a step."""
    return _OF_STEP.get(step_id, ())


def drawing(curriculum: Curriculum, place: Place) -> View | None:
    """The view of a drawing; None for another place, or where the content lacks its step."""
    step = curriculum.steps.get(_STEPS.get(place.view, ""))
    if step is None:
        return None
    if place.view == "means":
        from screens.means import MeansView

        return MeansView(place, step)
    if place.view == "people":
        from screens.people import PeopleView

        return PeopleView(place, step)
    if place.view == "coverage":
        from screens.coverage import CoverageView

        return CoverageView(place, step)
    if place.view == "roles":
        from screens.roles import RolesView

        return RolesView(place, step)
    if of_data := _of_data(place, step):
        return of_data
    from screens.working import WorkingView

    return WorkingView(place, step)


def _of_data(place: Place, step: Step) -> View | None:
    """The views of chapter 4."""
    if place.view == "metrics":
        from screens.metrics import MetricsView

        return MetricsView(place, step)
    if place.view == "themes":
        from screens.themes import ThemesView

        return ThemesView(place, step)
    if place.view == "story":
        from screens.story import StoryView

        return StoryView(place, step)
    if place.view == "priorities":
        from screens.priorities import PrioritiesView

        return PrioritiesView(place, step)
    return None


def back_to(place: Place, curriculum: Curriculum) -> Place | None:
    """The drawing that a row was opened from, with the cursor on it; None for another table."""
    step = _STEPS.get(place.table, "")
    return Place(place.table, place.id) if step in curriculum.steps else None
