"""The strategic actions as cards: what each rests on, what is missing, the seven tests ticked."""

from pathlib import Path

import pytest

from tests.screens.conftest import Opening, Window

SIZES = [(80, 24), (120, 36)]


async def cards(app: Window) -> None:
    """Goes to the cards as a user does."""
    await app.press("ctrl+t")
    await app.type("strategic act")
    await app.press("enter", "f5")


async def test_a_card_says_what_is_missing_and_is_filled_by_keys(window: Opening):
    async with window(size=(120, 36)) as app:
        plan = app.pilot.app.plan
        cause = plan.add("root_cause", {"because": "the rule [red]is[/red] old"})
        await cards(app)
        assert "No action yet" in app.text()
        await app.press("plus")
        await app.type("A new rule")
        await app.press("enter")
        for missing in ("no root cause", "no condition of", "nothing says", "no lead", "no day",
                        "no cost", "which kind?", "No statement yet"):  # fmt: skip
            assert f"○ {missing}" in app.text()
        await app.press("c", "enter", "tab", "k")
        await app.type("program")
        await app.press("enter", "h")
        await app.type("power")
        await app.press("enter", "tab")
        assert "1 cause: the rule [red]is[/red] old" in app.text()
        assert "Power dynamics" in app.text()
        [held] = app.file()["strategic_action"].values()
        assert (held["causes"], held["kind"], held["conditions"]) == (
            [cause], "program", ["power-dynamics"],
        )  # fmt: skip
        assert "○ All actions are programs." in app.text()


async def test_a_number_ticks_what_its_test_asks_and_takes_the_tick_away(window: Opening):
    async with window() as app:
        plan = app.pilot.app.plan
        id = plan.add("strategic_action", {"title": "A new rule"})
        await cards(app)
        assert "5 ○ Time-bound" in app.text()
        assert "It has a date." in app.text()
        await app.press("5", "1")
        assert "5 ✓ Time-bound" in app.text()
        assert app.file()["strategic_action"][id]["smartie"] == ["strategic", "time-bound"]
        await app.press("5", "1", "8", "9", "0")
        assert "smartie" not in app.file()["strategic_action"][id]


@pytest.mark.parametrize("size", SIZES)
async def test_every_line_fits_and_a_card_opens_at_its_statement(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size) as app:
        await cards(app)
        ledger = app.pilot.app.screen.query_one("#ledger")
        assert all(line.cell_length <= ledger.size.width for line in ledger.render().split("\n"))
        assert "SMARTIE" in app.text()
        await app.press("down", "down", "down", "down")
        assert "▌ A5 Residents hold 40%" in app.text()
        await app.press("s", "escape")
        assert "▌ A5 Residents hold 40%" in app.text()
        await app.press("T")
        assert "Strategic actions" in app.text()


async def test_what_is_broken_is_said_on_the_card(window: Opening):
    async with window(size=(120, 36)) as app:
        plan = app.pilot.app.plan
        cause = plan.add("root_cause", {"because": "the rule is old"})
        plan.add("strategic_action", {"title": "A new rule", "causes": [cause]})
        plan.remove(cause)
        await cards(app)
        assert "points to a record that was removed" in app.text()
        await app.press("c", "tab")
        assert "points to a record that was removed" not in app.text()
        assert "○ no root cause" in app.text()
