"""The money on the screen: by year, action and source, each state with its own sign."""

import json
from pathlib import Path

import pytest

from tests.screens.conftest import Opening, Window


async def money(app: Window) -> None:
    """Goes to the money as a user does."""
    await app.press("ctrl+t")
    await app.type("money")
    await app.press("enter", "f5")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_examples_money_is_drawn_within_the_window(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size) as app:
        await money(app)
        seen = app.text()
        assert "$108,000" in seen
        assert "○ $15,000 of $45,000 not secured" in seen
        assert "■ secured" in seen
        assert "2026: ■ $30,000 Halden Community Fund, housing and reading" in seen
        ledger = app.pilot.app.screen.query_one("#ledger")
        assert all(line.cell_length <= ledger.size.width for line in ledger.render().split("\n"))
        await app.press("end")
        assert "nothing secured, until December 2028" in app.text()


async def test_money_is_added_for_what_is_selected_and_one_giver_of_most_is_named(window: Opening):
    async with window() as app:
        plan = app.pilot.app.plan
        action = plan.add("strategic_action", {"title": "[bold]Bus[/bold]", "cost": 100})
        source = plan.add("funding_source", {"name": "County"})
        await money(app)
        assert "[bold]Bus[/bold]" in app.text()
        assert "○ $100 of $100 not secured" in app.text()
        await app.press("plus")
        [made] = app.file()["allocation"]
        assert app.file()["allocation"][made]["action"] == action
        for field, value in (("source", source), ("amount", 60), ("status", "secured")):
            plan.put(made, value, field)
        await app.press("escape")
        assert "○ $40 of $100 not secured" in app.text()
        assert "100% of what is secured, over half" in app.text()
        plan.put(action, -5, "cost")
        await app.quiet()
        assert "○ −$5 is below zero" in app.text()


async def test_an_amount_that_is_no_number_is_shown_and_opened_where_it_is_mended(
    window: Opening, example: Path
):
    held = json.loads(example.read_text())
    first = next(iter(held["allocation"]))
    held["allocation"][first]["amount"] = "forty [b]"
    example.write_text(json.dumps(held))
    async with window(example) as app:
        await money(app)
        assert "What cannot be added" in app.text()
        assert "○ “forty [b]” is no amount" in app.text()
        await app.press("enter")
        assert "forty [b]" in app.text()
        assert "Amount" in app.text()
