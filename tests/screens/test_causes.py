"""The tree of whys on the screen: grown, held, reached and hung elsewhere by keyboard."""

from pathlib import Path

import pytest

from tests.screens.conftest import Opening, Window

SIZES = [(80, 24), (120, 36)]


async def tree(app: Window) -> None:
    """Goes to the tree as a user does."""
    await app.press("ctrl+t")
    await app.type("root cau")
    await app.press("enter", "f5")


async def test_a_tree_grows_from_a_priority_down_one_why_at_a_time(window: Opening):
    async with window() as app:
        app.pilot.app.plan.add("priority", {"title": "Homes [bold]here[/bold]"})
        await tree(app)
        assert "Homes [bold]here[/bold]" in app.text()
        assert "+ asks the first why" in app.text()
        await app.press("plus")
        assert "Why is that? Because …" in app.text()
        await app.type("landlords refuse")
        await app.press("enter")
        await app.press("plus")
        await app.type("reports show dismissed cases")
        await app.press("enter")
        seen = app.text()
        assert "╰─ landlords refuse" in seen
        assert "   ╰─ reports show dismissed cases" in seen
        assert "2 causes" in seen
        held = app.file()["root_cause"]
        first, second = sorted(held.values(), key=lambda one: one["order"])
        assert second["parent"] in held
        assert first["priority"] == second["priority"]
        assert "parent" not in first
        await app.press("ctrl+z")
        assert "╰─ reports show" not in app.text()
        assert len(app.file()["root_cause"]) == 1


async def test_what_holds_it_what_you_can_do_and_what_reaches_it_are_chosen_there(window: Opening):
    async with window(size=(120, 36)) as app:
        plan = app.pilot.app.plan
        cause = plan.add("root_cause", {"because": "the rule is old"})
        await tree(app)
        assert "○ On no priority" in app.text()
        assert "○ not said" in app.text()
        assert "○ nothing" in app.text()
        assert "○ no action reaches this" in app.text()
        await app.press("h")
        await app.type("power")
        await app.press("enter", "i")
        await app.type("watch")
        await app.press("enter")
        seen = app.text()
        assert "Power dynamics" in seen
        assert "outside our reach; we watch it" in seen
        await app.press("a")
        await app.type("A new rule")
        await app.press("enter", "tab")
        assert "→ A1 A new rule" in app.text()
        [action] = app.file()["strategic_action"].values()
        assert action["causes"] == [cause]
        await app.press("a", "enter", "tab")
        assert "→ A1" not in app.text()


async def test_a_cause_that_blames_people_is_advised_on(window: Opening):
    async with window(size=(120, 36)) as app:
        app.pilot.app.plan.add("root_cause", {"because": "tenants don't read the letters"})
        await tree(app)
        assert "○ “tenants don't”: F6" in app.text()
        assert "let the system do the verb" in app.text()


async def test_a_circle_is_drawn_and_mended(window: Opening):
    async with window() as app:
        plan = app.pilot.app.plan
        priority = plan.add("priority", {"title": "Homes"})
        a = plan.add("root_cause", {"because": "aaa", "priority": priority})
        b = plan.add("root_cause", {"because": "bbb", "priority": priority, "parent": a})
        plan.put(a, b, "parent")
        await tree(app)
        assert "In a circle" in app.text()
        await app.press("down", "m", "enter")
        assert "In a circle" not in app.text()
        assert [one.get("parent") for one in app.file()["root_cause"].values()].count(None) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_every_line_fits_and_all_causes_are_walked_to(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size) as app:
        await tree(app)
        ledger = app.pilot.app.screen.query_one("#ledger")
        assert all(line.cell_length <= ledger.size.width for line in ledger.render().split("\n"))
        for _ in range(12):
            await app.press("down")
        assert "the bus contract" in app.text()
        await app.press("enter")
        await app.press("escape")
        assert "the bus contract" in app.text()
        await app.press("T")
        assert "Root causes" in app.text()


async def test_without_priorities_it_says_where_they_are_chosen(window: Opening):
    async with window() as app:
        await tree(app)
        assert "^t goes to Priorities" in " ".join(app.text().split())
        await app.press("plus", "h", "i", "a", "m", "v", "enter", "delete")
        assert app.file().get("root_cause", {}) == {}
