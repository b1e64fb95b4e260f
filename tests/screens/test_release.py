"""The way to the release: counted back, late ones marked, gone to, and the same by topic."""

from pathlib import Path

import pytest

from tests.screens.conftest import Opening, Window


async def the_way(app: Window) -> None:
    """Goes to the drawing as a user does."""
    await app.press("ctrl+t")
    await app.type("› release")
    await app.press("enter", "f5")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_examples_release_stands_among_what_led_to_it(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size) as app:
        app.pilot.app.plan.today = app.pilot.app.plan.as_of
        await the_way(app)
        seen = app.text()
        assert "3 ahead" in seen
        assert "◆ 16 The plan comes out" in " ".join(seen.split())
        assert "Dissemination" in seen
        ledger = app.pilot.app.screen.query_one("#ledger")
        assert all(line.cell_length <= ledger.size.width for line in ledger.render().split("\n"))
        await app.press("T")
        assert "Adoption" in app.text()
        assert "written" in app.text()


async def test_a_day_dates_the_rest_what_is_late_says_so_and_goes_where_it_is_written(
    window: Opening,
):
    async with window() as app:
        app.pilot.app.plan.add("channel", {"audience": "[b]Night[/b] shift", "date": "2026-01"})
        await the_way(app)
        assert "six months before" in app.text()
        await app.press("enter")
        await app.type("2026-07-01")
        await app.press("f5", "home")
        seen = " ".join(app.text().split())
        assert "overdue" in seen
        assert "Jan 2026 ▌ ○ 2 Boards know" in seen
        assert "✓ Hear of it: [b]Night[/b] shift" in seen
        await app.press("plus")
        await app.type("Choir")
        await app.press("escape")
        assert "Choir" in {one.get("audience") for one in app.file()["channel"].values()}
        await app.press("ctrl+z", "ctrl+z")
        assert len(app.file()["channel"]) == 1
