"""Screens that draw what a step asks for: which step has one, and the command that opens it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from screens.citing import CiteFigure
from screens.command import Command
from screens.csv_files import PeopleFromCsv
from screens.metric_import import MetricsFromFile
from screens.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from screens.app import WorkbookApp
    from screens.frame import View
    from workbook.curriculum import Curriculum, Step


class Draw(Command):
    """Open the drawing of this step."""

    key: ClassVar[str] = "f5"
    opens: ClassVar[str] = ""
    """The view that it opens."""

    def run(self, app: WorkbookApp) -> None:
        app.visit(Place(self.opens))


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
            app.visit(Place("profile", assessment))


class RateBackbone(DrawProfile):
    """Rate the backbone, alone, in turn or in a meeting; see how your answers lie."""

    name, key, label = "Rate the backbone", "ctrl+l", "backbone"


class DrawMeans(Draw):
    """See what leaders have promised, and what is set aside against what activities cost."""

    name, label, opens = "What is promised, and what it takes", "means", "means"


class DrawDecision(Draw):
    """See the four ways side by side, decide, and see what follows."""

    name, label, opens = "The four ways, and what follows", "decide", "decision"


class DrawRelease(Draw):
    """See the way to the day on which the plan comes out, counted back from it, by topic too."""

    name, label, opens = "The way to the release", "the way", "release"


class DrawCauses(Draw):
    """See the tree of whys: grow it, and see what holds each cause and which action reaches it."""

    name, label, opens = "The tree of whys", "the tree", "causes"


class DrawTheory(Draw):
    """See the chain from causes to the vision, and have the sentence drawn up from it."""

    name, label, opens = "The chain, and its sentence", "the chain", "theory"


class DrawLogic(Draw):
    """See the logic model on one board, with its links; add items, link them, mend what breaks."""

    name, label, opens = "The logic model, drawn", "the board", "logic"


class DrawActions(Draw):
    """See the actions as cards: what each rests on, who leads it, what it lacks; tick its tests."""

    name, label, opens = "The actions as cards", "cards", "actions"


class DrawComparing(Draw):
    """See your actions on your criteria, each with its parts, and what waits for what."""

    name, label, opens = "Actions compared", "compared", "comparing"


class DrawVision(Draw):
    """See the drafts side by side, each held against the five tests; choose one."""

    name, label, opens = "The drafts side by side", "drafts", "vision"


class ShowCoverage(Draw):
    """See which sectors, pillars and groups are at the table, and who is missing."""

    name, key, label, opens = "Coverage", "ctrl+l", "coverage", "coverage"


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

    key = "ctrl+l"


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


class DrawMetrics(Draw):
    """See where your place stands in the published figures, beside others and by groups."""

    name, label, opens = "Mobility Metrics", "the figures", "metrics"


class DrawInsights(Draw):
    """See what people told you by theme, who said it, and which findings rest on it."""

    name, label, opens = "Themes", "themes", "insights"


class DrawPriorities(Draw):
    """See your priorities on your criteria, each with its parts, and what would swap them."""

    name, label, opens = "Priorities weighed", "weighed", "priorities"


class DrawStory(Draw):
    """Read the story of conditions here as it stands, part by part, with the figures it cites."""

    name, label, opens = "The story, read", "read it", "story"


class DrawMeasures(Draw):
    """See each measure on its way to its target, the days to look, and who hears how it goes."""

    name, label, opens = "Measures on their way", "on their way", "measures"


class DrawMoney(Draw):
    """See the money by year, action and source: what is secured, hoped for, and not there."""

    name, label, opens = "Money drawn", "drawn", "money"


class DrawRisks(Draw):
    """See the risks by how likely and how bad they are, with the first sign and the answer."""

    name, label, opens = "Risks on a grid", "the grid", "risks"


class DrawMomentum(Draw):
    """See month by month what people see, what they are owed, and what is due to be counted, looked
    at, reviewed and renewed."""

    name, label, opens = "What falls due, month by month", "month by month", "momentum"


class DrawContinuity(Draw):
    """See what carries each action, and what would happen if its steward left."""

    name, label, opens = "What carries each action", "what carries it", "continuity"


_OF_STEP: dict[str, tuple[type[Command], ...]] = {
    "register": (DrawPeople, ShowCoverage, PeopleFromCsv),
    "coverage": (DrawPeople, ShowCoverage),
    "roles": (DrawRoles, RateBackbone),
    "charter": (DrawWorking,),
    "health": (DrawProfile, HealthAtAGlance),
    "readiness": (DrawProfile,),
    "systems": (DrawProfile,),
    "blocks": (DrawProfile,),
    "commitments": (DrawMeans,),
    "decision": (DrawDecision,),
    "publishing": (DrawRelease,),
    "release": (DrawRelease,),
    "open-decisions": (DrawDecisions,),
    "who-lives-here": (DrawUnheard,),
    "activities": (DrawCalendar, UnheardToo),
    "data-walk": (DrawWalk,),
    "what-we-heard": (DrawThemes, WriteDown, UnheardToo),
    "report-back": (DrawReports,),
    "metrics": (DrawMetrics, MetricsFromFile),
    "insights": (DrawInsights,),
    "findings": (CiteFigure,),
    "story": (DrawStory, CiteFigure),
    "priorities": (DrawPriorities,),
    "root-causes": (DrawCauses,),
    "theory": (DrawTheory,),
    "logic": (DrawLogic,),
    "vision": (DrawVision,),
    "comparing": (DrawComparing,),
    "strategic-actions": (DrawActions,),
    "measurement": (DrawMeasures,),
    "observations": (DrawMeasures,),
    "learning": (DrawMeasures,),
    "telling": (DrawMeasures,),
    "stewards": (DrawContinuity,),
    "money": (DrawMoney,),
    "risks": (DrawRisks,),
    "calendar": (DrawMomentum,),
}
VIEWS = {
    "means": ("commitments", "means", "MeansView"),
    "release": ("release", "release", "ReleaseView"),
    "people": ("coverage", "people", "PeopleView"),
    "coverage": ("coverage", "coverage", "CoverageView"),
    "roles": ("roles", "roles", "RolesView"),
    "working": ("health", "working", "WorkingView"),
    "engagement": ("activities", "engagement", "ActivityTable"),
    "months": ("activities", "months", "MonthsView"),
    "ladder": ("activities", "ladder", "LadderView"),
    "costs": ("activities", "costs", "CostsView"),
    "feeding": ("open-decisions", "feeding", "FeedingView"),
    "reports": ("report-back", "reports", "ReportsView"),
    "unheard": ("who-lives-here", "unheard", "UnheardView"),
    "walk": ("data-walk", "walk", "WalkView"),
    "themes": ("what-we-heard", "themes", "ThemesView"),
    "capture": ("what-we-heard", "capture", "CaptureView"),
    "metrics": ("metrics", "metrics", "MetricsView"),
    "insights": ("insights", "insights", "InsightsView"),
    "priorities": ("priorities", "priorities", "PrioritiesView"),
    "story": ("story", "story", "StoryView"),
    "language": ("messages", "language", "LanguageView"),
    "causes": ("root-causes", "causes", "CausesView"),
    "theory": ("theory", "theory", "TheoryView"),
    "logic": ("logic", "logic", "LogicView"),
    "vision": ("vision", "vision", "VisionView"),
    "comparing": ("comparing", "comparing", "ComparingView"),
    "actions": ("strategic-actions", "actions", "ActionsView"),
    "measures": ("measurement", "measures", "MeasuresView"),
    "money": ("money", "money", "MoneyView"),
    "risks": ("risks", "risks", "RisksView"),
    "momentum": ("calendar", "momentum", "MomentumView"),
    "continuity": ("stewards", "continuity", "ContinuityView"),
}
"""Of each drawing, by its view: the step that it belongs to, and the file and the class that make
it. The file is read when the drawing is first gone to."""


def of_step(step_id: str) -> tuple[type[Command], ...]:
    """The commands that open what is drawn of a step."""
    return _OF_STEP.get(step_id, ())


def drawing(curriculum: Curriculum, place: Place) -> View | None:
    """The view of a drawing; None for another place, or where the content lacks its step."""
    step_id, file, name = VIEWS.get(place.view, ("", "", ""))
    step = curriculum.steps.get(step_id)
    if step is None:
        return None
    make: Callable[[Place, Step], View] = getattr(import_module(f"screens.{file}"), name)
    return make(place, step)
