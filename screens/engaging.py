"""The drawings of chapter 3, each by the name of its view."""

from __future__ import annotations

from screens.capture import CaptureView
from screens.costs import CostsView
from screens.engagement import ActivityTable
from screens.feeding import FeedingView
from screens.frame import View
from screens.ladder import LadderView
from screens.listed import Listed
from screens.months import MonthsView
from screens.places import Place
from screens.reports import ReportsView
from screens.themes import ThemesView
from screens.unheard import UnheardView
from screens.walk import WalkView
from workbook.curriculum import Step

VIEWS: tuple[type[CaptureView | Listed], ...] = (
    ActivityTable,
    MonthsView,
    CaptureView,
    CostsView,
    FeedingView,
    LadderView,
    ReportsView,
    ThemesView,
    UnheardView,
    WalkView,
)


def engaging(place: Place, step: Step) -> View:
    """The view of a drawing of chapter 3."""
    made = next(one for one in VIEWS if one.view == place.view)
    return made(place, step)
