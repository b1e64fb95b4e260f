"""What the tests of rating share: the example's file, a round with its raters, where one is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from screens.places import Place
from tests.screens.conftest import Window

EXAMPLE = Path(__file__).parents[2] / "content/examples/prairie-fork.workbook.json"
SIZES = [(80, 24), (120, 36)]
FEBRUARY = "rnd-haw9gpez"
EXECUTIVE = "readiness.leaders.executive"


def desk(app: Window) -> Any:
    """The app itself."""
    return app.pilot.app


def plan(app: Window) -> Any:
    """The open plan."""
    return desk(app).plan


async def go(app: Window, view: str, id: str = "", field: str = "") -> None:
    """Goes to a view."""
    desk(app).go(Place(view, id, field))
    await app.quiet()
    await app.quiet()


def here(app: Window) -> Place:
    """The view that is open, with what it shows."""
    place: Place = desk(app).frame.view.place
    return place


def a_round(app: Window, *names: str, closed: bool = False, assessment: str = "readiness") -> str:
    """A round of today with its raters."""
    raters = [plan(app).add("rater", {"alias": one}) for one in names]
    values = {"assessment": assessment, "name": "First look", "date": "2026-05-20"}
    id: str = plan(app).add("round", {**values, "raters": raters, "closed": closed})
    return id


def raters(app: Window, round: str) -> list[str]:
    """The raters of a round."""
    found: list[str] = plan(app).raw(round, "raters")
    return found


def rate(
    app: Window, round: str, rater: str, *levels: int | str, evidence: str = "", at: int = 0
) -> None:
    """Gives levels to the indicators of one condition of readiness, in order."""
    part = plan(app).curriculum.assessments["readiness"].dimensions[at]
    for one, level in zip(part.indicators, levels, strict=False):
        values = {"round": round, "indicator": one.id, "level": level, "evidence": evidence}
        plan(app).add("rating", {**values, "rater": rater} if rater else values)


def fits(app: Window) -> None:
    """Every line of every drawing fits into its panel: none wraps, none is cut at the edge."""
    from screens.board import Board

    for board in desk(app).screen.query(Board):
        page = board.parent
        lines = board.render().plain.split("\n")
        assert max(map(len, lines), default=0) <= page.scrollable_content_region.width, lines
        assert board.content_size.height == len(lines)
