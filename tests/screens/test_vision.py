"""The drafts of the vision side by side: held against the tests, endorsed, chosen."""

from pathlib import Path

import pytest

from tests.screens.conftest import Opening, Window


async def drafts(app: Window) -> None:
    """Goes to the drafts as a user does."""
    await app.press("ctrl+t")
    await app.type("vision")
    await app.press("enter", "f5")


async def test_a_draft_is_written_endorsed_and_chosen(window: Opening):
    async with window() as app:
        await drafts(app)
        assert "No draft yet" in app.text()
        await app.press("c", "w", "e", "1", "delete", "enter", "right", "down")
        assert app.file().get("vision_draft", {}) == {}
        await app.press("plus")
        await app.type("We strive for homes [b]here[/b]")
        await app.press("enter")
        assert "We strive for homes [b]here[/b]" in app.text()
        assert "look again: “strive”" in app.text()
        assert "○ whose words? w" in app.text()
        await app.press("e")
        await app.type("The circle, May 3")
        await app.press("enter", "c")
        assert "behind it  The circle, May 3" in app.text()
        assert "◉ chosen" in app.text()
        [held] = app.file()["vision_draft"].values()
        assert (held["chosen"], held["endorsed_by"]) == (True, "The circle, May 3")


async def test_another_draft_takes_the_choice_over_and_undo_brings_it_back(
    window: Opening, example: Path
):
    async with window(example, (120, 36)) as app:
        await drafts(app)
        before = {id: one["chosen"] for id, one in app.file()["vision_draft"].items()}
        await app.press("right", "c")
        now = [one["chosen"] for one in app.file()["vision_draft"].values()]
        assert sorted(now) == [False, False, True]
        assert now != list(before.values())


async def test_the_team_ticks_the_tests_for_the_chosen_draft_alone(window: Opening, example: Path):
    async with window(example, (120, 36)) as app:
        await drafts(app)
        assert "5 ○ One breath" in app.text()
        await app.press("5")
        assert "5 ✓ One breath" in app.text()
        assert "one-breath" in app.file()["answers"]["actions.vision-tests"]["value"]
        await app.press("right", "4")
        assert "4 · Fair" in app.text()
        assert "fair" in app.file()["answers"]["actions.vision-tests"]["value"]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16)])
async def test_every_line_fits_and_all_drafts_are_walked_to(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size) as app:
        app.pilot.app.plan.add("vision_draft", {"text": "home " * 3000})
        await drafts(app)
        board = app.pilot.app.screen.query_one("#board")
        for _ in range(4):
            lines = board.content.split("\n")
            assert all(one.cell_length <= board.size.width for one in lines)
            assert board.content_size.height == len(lines)
            await app.press("right")
        assert "▌ draft 4" in app.text()
        await app.press("enter", "escape")
        assert "▌ draft 4" in app.text()
