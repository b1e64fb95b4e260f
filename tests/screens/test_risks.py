"""The risks on their grid: walked, placed by two keys, with what is missing said."""

from pathlib import Path

import pytest

from tests.screens.conftest import Opening, Window


async def risks(app: Window) -> None:
    """Goes to the risks as a user does."""
    await app.press("ctrl+t")
    await app.type("risks")
    await app.press("enter", "f5")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_selected_risk_stands_in_marks_with_its_first_sign_and_answer(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size) as app:
        await risks(app)
        assert "‹1›" in app.text()
        assert "how likely" in app.text().split("\n")[-1]
        await app.press("down", "down")
        seen = app.text()
        assert "‹3›" in seen
        assert "‹1›" not in seen
        assert "First sign: No award letter by January 4, 2027" in seen
        assert "We do: One route runs on the county's $19,000." in seen
        ledger = app.pilot.app.screen.query_one("#ledger")
        assert all(line.cell_length <= ledger.size.width for line in ledger.render().split("\n"))


async def test_a_risk_is_placed_by_two_keys_and_comes_back_after_removal(window: Opening):
    async with window() as app:
        app.pilot.app.plan.add("risk", {"event": "[b]Vote[/b]"})
        await risks(app)
        assert "○ how bad?" in app.text()
        assert "‹1›" not in app.text()
        await app.press("l")
        await app.type("likely")
        await app.press("enter", "b")
        await app.type("5")
        await app.press("enter")
        [made] = app.file()["risk"].values()
        assert made["effect"] == 5
        assert "‹1›" in app.text()
        assert "[b]Vote[/b]" in app.text()
        assert "○ first sign?" in app.text()
        await app.press("delete")
        assert "No risk yet." in " ".join(app.text().split())
        assert "0 risks" in app.text()
        await app.press("ctrl+z")
        assert "‹1›" in app.text()


async def test_whoever_adds_a_risk_comes_back_to_it(window: Opening):
    async with window() as app:
        app.pilot.app.plan.add("risk", {"event": "Vote"})
        await risks(app)
        await app.press("plus")
        await app.type("Flood")
        await app.press("escape", "b")
        await app.type("4")
        await app.press("enter")
        held = {one["event"]: one for one in app.file()["risk"].values()}
        assert held["Flood"]["effect"] == 4
        assert "effect" not in held["Vote"]
