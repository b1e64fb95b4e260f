"""Screens that draw what a step asks for: which step has one, and the command that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from screens.commands import Command
from screens.csv_files import PeopleFromCsv
from screens.places import Place

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.frame import View
    from workbook.curriculum import Curriculum


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


class DrawDecisions(Draw):
    """See what is still open, how open it is, and which activities feed each decision."""

    name, label, opens = "What is open, and what feeds it", "by decision", "feeding"


class DrawCalendar(Draw):
    """See the activities month by month; by decision, on the ladder of power, with costs."""

    name, label, opens = "The engagement plan", "calendar", "months"


class DrawUnheard(Draw):
    """See which community groups nobody has met or heard, and plan something for them."""

    name, label, opens = "Who has not been heard", "not heard", "unheard"


class UnheardToo(DrawUnheard):
    """See which community groups nobody has met or heard, and plan something for them."""

    key = ""


class DrawWalk(Draw):
    """See the stations of the data walk with their sheets; make some of metrics, print them, key in
    what people said there."""

    name, label, opens = "The stations and their sheets", "stations", "walk"


class DrawThemes(Draw):
    """See what was heard theme by theme: what changed, why not, and who was told when."""

    name, label, opens = "What was heard, and what came of it", "themes", "themes"


class WriteDown(Draw):
    """Write down what people say, one line after another, as in a meeting."""

    name, key, label, opens = "Write down what is said", "f8", "write down", "capture"


class DrawReports(Draw):
    """See who waits to hear what came of what they said."""

    name, label, opens = "Who waits to hear", "report-backs", "reports"


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
    "open-decisions": (DrawDecisions,),
    "who-lives-here": (DrawUnheard,),
    "activities": (DrawCalendar, UnheardToo),
    "data-walk": (DrawWalk,),
    "what-we-heard": (DrawThemes, WriteDown, UnheardToo),
    "report-back": (DrawReports,),
}
_STEPS = {
    "means": "commitments",
    "people": "coverage",
    "coverage": "coverage",
    "roles": "roles",
    "working": "health",
    "engagement": "activities",
    "months": "activities",
    "ladder": "activities",
    "costs": "activities",
    "feeding": "open-decisions",
    "reports": "report-back",
    "unheard": "who-lives-here",
    "walk": "data-walk",
    "themes": "what-we-heard",
    "capture": "what-we-heard",
}
"""The step that each drawing belongs to, by its view."""
ENGAGING = ("open-decisions", "who-lives-here", "activities", "data-walk", "what-we-heard",
            "report-back")  # fmt: skip
"""The steps of chapter 3, whose drawings are made in `engaging`."""


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
    if step.id in ENGAGING:
        from screens.engaging import engaging

        return engaging(place, step)
    from screens.working import WorkingView

    return WorkingView(place, step)


def back_to(place: Place, curriculum: Curriculum) -> Place | None:
    """The drawing that a row was opened from, with the cursor on it; None for another table."""
    step = _STEPS.get(place.table, "")
    return Place(place.table, place.id) if step in curriculum.steps else None
