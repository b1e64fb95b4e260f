"""The chain on the screen, drawn up into the team's own text and watched from then on."""

from pathlib import Path

import pytest

from tests.screens.conftest import Opening, Window
from workbook.reasoning.theory import TEXT


async def chain(app: Window) -> None:
    """Goes to the chain as a user does."""
    await app.press("ctrl+t")
    await app.type("theory")
    await app.press("enter", "f5")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_examples_chain_is_drawn_within_the_window(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size) as app:
        await chain(app)
        seen = app.text()
        assert "Fair, reachable housing" in seen
        assert "few homes lease to" in seen
        assert "rests on: The council passes the ordinance" in seen
        ledger = app.pilot.app.screen.query_one("#ledger")
        assert all(line.cell_length <= ledger.size.width for line in ledger.render().split("\n"))
        await app.press("end")
        assert "Screening rules, funding formulas" in app.text()


async def test_it_is_drawn_up_and_says_later_what_changed(window: Opening):
    async with window() as app:
        plan = app.pilot.app.plan
        priority = plan.add("priority", {"title": "Homes"})
        plan.add("root_cause", {"because": "[bold]rules[/bold] are old", "priority": priority})
        plan.add("strategic_action", {"title": "Change them", "priority": priority})
        await chain(app)
        await app.press("d")
        said = "Because [bold]rules[/bold] are old, if we carry out “Change them”."
        assert app.file()["answers"][TEXT]["value"] == said
        assert "[bold]rules[/bold] are old" in app.text()
        plan.add("strategic_action", {"title": "A second one", "priority": priority})
        await app.quiet()
        await app.press("end")
        assert "○ New since it was drawn up: A2 A second one" in app.text()
        await app.press("d", "n")
        assert app.file()["answers"][TEXT]["value"] == said
        await app.press("d", "y")
        assert "A second one" in app.file()["answers"][TEXT]["value"]
        assert "New since" not in app.text()
        await app.press("enter")
        assert "Say why these actions should lead there" in app.text()


async def test_where_nothing_is_there_it_says_so(window: Opening):
    async with window() as app:
        await chain(app)
        assert "The chain is drawn from" in app.text()
        await app.press("d")
        assert "There is nothing yet" in app.text()
        assert TEXT not in app.file().get("answers", {})
