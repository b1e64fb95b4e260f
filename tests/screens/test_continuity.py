"""What carries each action, on the screen: marks, what if the steward left, and mended there."""

from pathlib import Path

import pytest

from tests.screens.conftest import Opening, Window


async def continuity(app: Window) -> None:
    """Goes to what carries each action as a user does."""
    await app.press("ctrl+t")
    await app.type("stewards")
    await app.press("enter", "f5")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_each_action_shows_what_carries_it_and_what_if_its_steward_left(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size) as app:
        await continuity(app)
        seen = app.text()
        assert "kept by Naomi Feld · approved by Housing authority board" in seen
        assert "If Naomi Feld left: Keisha Barnes, Carl Dunning would know" in seen
        assert "3 of 5 hold" in seen
        ledger = app.pilot.app.screen.query_one("#ledger")
        assert all(line.cell_length <= ledger.size.width for line in ledger.render().split("\n"))


async def test_a_missing_steward_is_named_there(window: Opening):
    async with window() as app:
        plan = app.pilot.app.plan
        action = plan.add("strategic_action", {"title": "[b]Bus[/b]"})
        await continuity(app)
        seen = app.text()
        assert "○ ○ ○ ○ ○" in seen
        assert "○ no steward" in seen
        assert "Nobody keeps it up" in seen
        await app.press("enter")
        [made] = app.file()["stewardship"]
        assert app.file()["stewardship"][made]["action"] == action
        plan.put(made, ["Ana [x]"], "steward")
        await app.press("escape")
        assert "kept by Ana [x]" in app.text()
        assert "If Ana [x] left: nobody named here knows how." in app.text()
