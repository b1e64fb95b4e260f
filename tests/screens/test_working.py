"""Working together: charter, backbone and checks at a glance, and the way to what is missing."""

from pathlib import Path
from typing import Any

import pytest

from screens.ledger import Ledger
from screens.places import Place
from tests.screens.conftest import Opening, Window
from workbook.reasoning.working import HEALTH

LINE = "coalition-health.purpose.same"


def desk(app: Window) -> Any:
    return app.pilot.app


async def working(app: Window, id: str = "") -> None:
    desk(app).go(Place("working", id))
    await app.quiet()
    await app.quiet()


def check(app: Window, date: str, level: int, *, closed: bool) -> None:
    """A check of the coalition's health by two raters who agreed on one line."""
    plan = desk(app).plan
    raters = [plan.add("rater", {"alias": f"{date} {n}"}) for n in range(2)]
    fields = {"assessment": HEALTH, "name": date, "date": date, "closed": closed, "raters": raters}
    round = plan.add("round", fields)
    for line in (LINE, "coalition-health.purpose.needed"):
        given = {"round": round, "indicator": line, "level": level}
        plan.add("rating", given | {"rater": raters[0]})
        plan.add("consensus", given)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16)])
async def test_every_row_fits(window: Opening, example: Path, size: tuple[int, int]):
    async with window(example, size=size) as app:
        await working(app)
        ledger = desk(app).frame.view.query_one(Ledger)
        rows = str(ledger.render()).split("\n")
        assert max(map(len, rows)) <= ledger.content_size.width
        await app.press("end")
        assert "How work goes" in next(one for one in app.text().splitlines() if "▌" in one)


async def test_checks_stand_side_by_side_and_an_open_one_shows_nothing(window: Opening):
    async with window(size=(120, 60)) as app:
        check(app, "2025-09-10", 2, closed=True)
        check(app, "2026-03-11", 4, closed=False)
        await working(app)
        rows = app.text().splitlines()
        assert any(one.split()[-3:-1] == ["2025-09-10", "2026-03-11"] for one in rows)
        [purpose] = [one for one in rows if "Shared purpose" in one]
        assert purpose.split()[-3:-1] == ["2.0", "–"]
        assert "its levels stay hidden" in app.text()
        assert "The next check is due by September 11, 2026" in app.text()


async def test_a_check_that_is_overdue_is_said(window: Opening):
    async with window(size=(120, 60)) as app:
        check(app, "2025-09-10", 2, closed=True)
        await working(app)
        assert "○ The next check was due by March 10, 2026" in app.text()


async def test_a_clause_that_is_missing_is_written_and_one_that_is_there_opened(window: Opening):
    async with window() as app:
        await working(app, "charter.purpose")
        assert "Nothing agreed yet." in app.text()
        await app.press("enter")
        await app.type("We change rules.\n")
        [held] = app.file()["charter_clause"].values()
        assert (held["topic"], held["text"]) == ("purpose", "We change rules.")
        assert "We change rules." in app.text()
        await app.press("enter")
        await app.quiet()
        assert "Clause" in app.text()
        await app.press("escape")
        await app.quiet()
        assert "What holds us together" in app.text()


async def test_a_backbones_job_gets_the_teams_word(window: Opening):
    async with window() as app:
        await working(app, "backbone.backbone.tasks.money")
        assert "Nobody has said yet" in app.text()
        await app.press("enter")
        await app.type("partly\n")
        await app.quiet()
        [held] = app.file()["row"].values()
        assert held["cells"] == {"job": "backbone.tasks.money", "state": "partly"}


async def test_it_opens_from_charter_and_health(window: Opening):
    async with window() as app:
        for step, key in (("charter", "f5"), ("health", "ctrl+l")):
            desk(app).go(Place("step", step))
            await app.quiet()
            await app.press(key)
            await app.quiet()
            assert "What holds us together" in app.text()
