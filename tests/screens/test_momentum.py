"""The calendar of what falls due: month by month, thin months named, dates ticked off."""

from pathlib import Path

import pytest

from tests.screens.conftest import Opening, Window


async def calendar(app: Window) -> None:
    """Goes to the calendar as a user does."""
    await app.press("ctrl+t")
    await app.type("calendar")
    await app.press("enter", "f5")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_examples_year_begins_at_what_is_still_to_come(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size) as app:
        app.pilot.app.plan.today = app.pilot.app.plan.as_of
        await calendar(app)
        seen = app.text()
        assert "Dec 2026 ‹now›" in seen
        assert "Voucher holders who lease" in seen
        assert "‹Dec›" in seen
        assert "people see" in seen
        ledger = app.pilot.app.screen.query_one("#ledger")
        assert all(line.cell_length <= ledger.size.width for line in ledger.render().split("\n"))


async def test_a_date_is_ticked_off_and_an_empty_stretch_named(window: Opening):
    async with window() as app:
        plan = app.pilot.app.plan
        plan.add("milestone", {"text": "[b]Bus[/b] leaves", "due": "2026-05-01"})
        plan.add("milestone", {"text": "Supper", "due": "2026-09"})
        plan.add("milestone", {"text": "Someday"})
        await calendar(app)
        seen = app.text()
        assert "○ Past and not done" in seen
        assert "[b]Bus[/b] leaves" in seen
        assert "○ Jun 2026 to Aug 2026: nothing is due" in seen
        assert "○ Without a day" in seen
        await app.press("x")
        assert "○ Past and not done" not in app.text()
        assert "✓  1 [b]Bus[/b] leaves" in app.text()
        await app.press("ctrl+z")
        assert "○ Past and not done" in app.text()


async def test_whoever_adds_a_date_comes_back_to_it(window: Opening):
    async with window() as app:
        app.pilot.app.plan.add("milestone", {"text": "Supper", "due": "2027-09"})
        await calendar(app)
        await app.press("plus")
        await app.type("Bus leaves")
        await app.press("tab", "tab", "end", "backspace", "backspace")
        await app.type("11")
        await app.press("escape", "x")
        held = {one["text"]: one for one in app.file()["milestone"].values()}
        assert held["Bus leaves"]["due"] == "2027-11"
        assert held["Bus leaves"]["done"] is True
        assert "done" not in held["Supper"]
