"""What people said by theme, what it leads to, and one key that makes a finding of it."""

from pathlib import Path
from typing import Any

import pytest

from screens.insights import InsightsView
from screens.ledger import Ledger
from screens.places import Place
from tests.screens.conftest import Opening, Window


async def themes(app: Window, id: str = "") -> InsightsView:
    desk: Any = app.pilot.app
    desk.go(Place("insights", id))
    await app.quiet()
    await app.quiet()
    view = desk.frame.view
    assert isinstance(view, InsightsView)
    return view


def row(app: Window, name: str) -> str:
    return next(one for one in app.text().splitlines() if name in one)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16)])
async def test_every_row_fits_and_says_what_it_leads_to(window, example, size):
    async with window(example, size=size) as app:
        view = await themes(app)
        ledger = view.query_one(Ledger)
        rows = str(ledger.render()).split("\n")
        assert max(map(len, rows)) <= ledger.content_size.width
        assert "F3, F5" in row(app, "who is")
        if size[0] >= 80:
            assert "up to 14" in row(app, "who is trusted")


async def test_what_is_of_one_theme_stands_together_and_makes_one_finding(
    window: Opening, tmp_path: Path
):
    async with window(tmp_path / "plan.workbook.json", size=(120, 36)) as app:
        plan: Any = app.pilot.app.plan  # type: ignore[attr-defined]
        said = {"text": "Nine doors", "theme": "Fees", "how_often": 4, "quote": "Nine!"}
        first = plan.add("insight", said | {"predictor": "housing-stability"})
        heard = plan.add("heard", {"text": "Every form costs", "theme": " fees ", "how_many": 22})
        plan.add("insight", {"text": "No bus", "theme": "[b]Bus"})
        await app.quiet()
        await themes(app)
        assert row(app, "Fees").split("Fees")[1].split()[:3] == ["■■", "up", "to"]
        assert "up to 22" in row(app, "Fees")
        assert "○ none yet" in row(app, "Fees")
        assert "[b]Bus" in app.text()
        assert "! 1 without a yes to being quoted" in app.text()
        await app.press("f")
        await app.type("Why.")
        await app.press("escape")
        [(id, finding)] = app.file()["finding"].items()
        assert finding["evidence_for"] == [first, heard]
        assert (finding["claim"], finding["predictors"]) == ("Why.", ["housing-stability"])
        await themes(app)
        assert finding["code"] in row(app, "Fees")
        assert id
