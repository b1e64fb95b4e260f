"""The list that picks, and the palette: found by typing, with the keys in sight."""

import re

import pytest

from tests.screens.conftest import Opening
from tests.screens.test_writing import go


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_a_long_list_leaves_its_keys_in_sight(window: Opening, size):
    async with window(size=size) as app:
        await app.press("ctrl+t")
        assert "⏎ choose   Esc cancel" in app.text()


async def test_where_several_are_picked_it_says_how_to_finish_and_how_many(window: Opening):
    async with window() as app:
        await app.press(*["tab"] * 4, "enter")
        assert "⏎ mark or unmark   Tab done   (or Esc)" in app.text()
        await app.press("enter", "down", "enter")
        assert "Tab done, 2 marked" in app.text()
        await app.press("tab")
        chosen = app.file()["answers"]["workbook.chapters"]["value"]
        assert len(chosen) == 2


async def test_typing_on_a_field_with_a_list_opens_it_with_all_that_was_typed(window: Opening):
    async with window() as app:
        await go(app, "activities")
        await app.press("plus", "tab")
        await app.type("Which first")
        assert "+ Add the open decision “Which first”" in app.text()
        await app.press("enter")
        assert "Which first" in str(app.file()["open_decision"])


async def test_the_palette_offers_commands_first_and_steps_once_one_types(window: Opening):
    async with window() as app:
        await app.press("ctrl+p")
        assert "Next step  ^n" in app.text()
        assert "Readiness" not in app.text()
        await app.type("readi")
        await app.pilot.pause(0.5)
        assert "1 Embarking › Readiness" in app.text()


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 36)])
async def test_scores_stand_beside_what_is_scored(window: Opening, size):
    async with window(size=size) as app:
        await go(app, "strategic-actions")
        await app.press("plus")
        while app.pilot.app.focused.spot.field != "scores":
            await app.press("tab")
        await app.press("4")
        assert re.search(r"Impact +1  2  3  4  5|Impact +.1..2..3..4..5", app.text())
        [row] = app.file()["strategic_action"].values()
        assert row["scores"] == {"impact": 4}
