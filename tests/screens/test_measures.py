"""The measures on the screen: drawn, a value added with one key, a metric followed."""

from pathlib import Path

import pytest

from tests.screens.conftest import Opening, Window

SIZES = [(80, 24), (120, 36)]


async def measures(app: Window) -> None:
    """Goes to the measures as a user does."""
    await app.press("ctrl+t")
    await app.type("measurement p")
    await app.press("enter", "f5")


def fits(app: Window) -> bool:
    """Whether no line of the list is wider than the list."""
    ledger = app.pilot.app.screen.query_one("#ledger")
    return all(line.cell_length <= ledger.size.width for line in ledger.render().split("\n"))


@pytest.mark.parametrize("size", SIZES)
async def test_the_examples_measures_stand_on_their_way(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size) as app:
        app.pilot.app.plan.today = app.pilot.app.plan.as_of
        await measures(app)
        assert "Results for everybody here: no single program answers" in app.text()
        assert "3.2% (2029)" in app.text()
        assert "published 4 years late" in app.text()
        assert fits(app)
        await app.press("down")
        seen = app.text()
        assert "▾ slower than hoped" in seen
        assert "Eight were expected." in seen
        assert "You say: slower than hoped" in seen
        await app.press("end")
        assert "Who hears how it goes" in app.text()
        assert "Gets: Two-page tally" in app.text() or "Gets: " in app.text()


async def test_a_value_is_added_with_one_key_and_undone_with_another(window: Opening):
    async with window() as app:
        plan = app.pilot.app.plan
        id = plan.add("measure", {
            "text": "Leases [bold]signed[/bold]", "baseline": 2, "baseline_date": "2025-12",
            "target": 20, "target_date": "2026-12", "direction": "up",
        })  # fmt: skip
        await measures(app)
        assert "○ no value yet" in app.text()
        await app.press("o")
        await app.type("many")
        await app.press("enter")
        assert "is not a number" in app.text()
        await app.press(*["backspace"] * 4)
        await app.type("5")
        await app.press("enter", "enter")
        await app.type("three waited")
        await app.press("enter")
        [seen] = app.file()["observation"].values()
        assert {name: seen[name] for name in ("measure", "period", "value", "note")} == {
            "measure": id, "period": "2026-05", "value": 5, "note": "three waited",
        }  # fmt: skip
        assert "Leases [bold]signed[/bold]" in app.text()
        assert "now 5" in app.text()
        await app.press("ctrl+z")
        assert "now 5" not in app.text()


async def test_a_metric_is_followed_from_its_newest_value(window: Opening):
    async with window() as app:
        app.pilot.app.plan.add("metric_series", {
            "variable": "share_affordable_available_30_ami", "source": "Mobility Metrics",
            "values": {"2023": {"value": 0.38, "quality": 1}},
        })  # fmt: skip
        await measures(app)
        await app.press("m", "enter")
        [made] = app.file()["measure"].values()
        assert (made["baseline"], made["baseline_date"]) == (0.38, "2023")
        assert "0.38 (2023)" in app.text()
        assert "Newest published figure: 2023, 3 years old" in app.text()


async def test_what_cannot_be_read_is_shown_and_the_tables_are_a_key_away(window: Opening):
    async with window() as app:
        plan = app.pilot.app.plan
        id = plan.add("measure", {
            "text": "Rides", "baseline": 5, "baseline_date": "2027", "target": 3,
            "target_date": "2026-01", "direction": "up",
        })  # fmt: skip
        plan.add("observation", {"measure": id, "period": "2029", "value": 1})
        await measures(app)
        assert "○ its day is past, no value says" in app.text()
        assert "○ 1 value of no time or number" in app.text()
        await app.press("v")
        assert "2029" in app.text()
        await app.press("escape", "T")
        assert "Rides" in app.text()
        await app.press("escape")
        assert "Is anything changing" in app.text()


async def test_a_share_of_more_than_the_whole_and_a_day_that_is_none_stand_out(window: Opening):
    async with window() as app:
        plan = app.pilot.app.plan
        id = plan.add("measure", {
            "text": "Leases", "unit": "%", "baseline": 30, "baseline_date": "2026",
            "target": 500, "target_date": "2027",
        })  # fmt: skip
        plan.db.of("measure").keep(id, plan.raw(id) | {"baseline_date": "soon"})
        await measures(app)
        assert "30% ○ “soon”" in app.text()
        assert "○ 500% (2027)" in app.text()
