"""The actions compared: weighed as the priorities are, and put in their order."""

from pathlib import Path

import pytest

from tests.screens.conftest import Opening, Window


async def comparing(app: Window) -> None:
    """Goes to the comparison as a user does."""
    await app.press("ctrl+t")
    await app.type("comparing")
    await app.press("enter", "f5")


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16)])
async def test_each_action_is_drawn_with_its_parts_and_in_its_order(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size) as app:
        app.pilot.app.plan.add("strategic_action", {"title": "住宅家族が安心して暮らせる町" * 4})
        await comparing(app)
        ledger = app.pilot.app.screen.query_one("#ledger")
        for key in ("T", "T", "end"):
            lines = ledger.render().split("\n")
            assert all(one.cell_length <= ledger.size.width for one in lines)
            if key == "T" and size[0] >= 80:
                assert "a ×4   b ×5   c ×3   d ×3   e ×5   f ×2   g ×2" in app.text()
            await app.press(key)
        if size[0] >= 80:
            assert "▌ 2  A3 Tutoring money by need" in app.text()
            assert "waits for A5" in app.text()
            assert "opens the way for A3" in app.text()
        await app.press("enter", "escape")
        assert "A3 Tutoring money" in app.text()
        await app.press("o", "o")
        assert app.pilot.app.screen.view.here.startswith("order:")


async def test_what_comes_first_is_chosen_and_a_circle_is_shown_and_mended(window: Opening):
    async with window(size=(120, 36)) as app:
        plan = app.pilot.app.plan
        first = plan.add("strategic_action", {"title": "first [b]x[/b]"})
        second = plan.add("strategic_action", {"title": "second", "depends_on": [first]})
        await comparing(app)
        assert "○ not yet scored on: Impact" in app.text()
        await app.press("end", "d")
        assert "What must come before “A2 second”?" in app.text()
        await app.press("escape", "up", "d", "enter", "tab")
        assert app.file()["strategic_action"][first]["depends_on"] == [second]
        assert "○ waits for itself, with A2: d" in app.text()
        await app.press("d", "enter", "tab")
        assert "waits for itself" not in app.text()
        assert "opens the way for A2" in app.text()


async def test_without_actions_it_says_what_belongs_here(window: Opening):
    async with window() as app:
        await comparing(app)
        assert "None yet. + adds one" in app.text()
        await app.press("d", "enter", "T")
        assert app.file().get("strategic_action", {}) == {}
