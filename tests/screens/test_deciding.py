"""What is promised and what it takes; the decision and what follows; steps that are due."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.assessing import EXAMPLE, SIZES, fits, go, here, plan
from tests.screens.conftest import Opening, Window


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "plan.workbook.json"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


def line(app: Window, words: str) -> str:
    """The line with these words, its blanks made one."""
    return next((" ".join(one.split()) for one in app.text().splitlines() if words in one), "")


@pytest.mark.parametrize("size", SIZES)
async def test_promises_stand_with_their_end_and_what_shows_them(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size=size) as app:
        await go(app, "means")
        assert "Dana Whitlock 24 $60,000 June 30, 2027" in line(app, "Dana Whitlock")
        assert "Government executive · Commission minutes" in app.text()
        assert "32 $108,000 June 30, 2027" in line(app, "promised today")
        assert "$12,000 – $7,415 –" in line(app, "Pay for residents")
        fits(app)


async def test_what_nothing_covers_is_said(window: Opening):
    async with window(size=(120, 36)) as app:
        cells = {"purpose": "food", "amount": 100, "sure": "secured"}
        plan(app).add("row", cells, prompt="embarking.engagement-money")
        walk = plan(app).add("activity", {"title": "Walk"})
        plan(app).add("cost_line", {"about": walk, "kind": "food", "amount": 450})
        await go(app, "means")
        assert "Food $100 – $450 $350" in line(app, "Food")
        assert "All kinds $100 – $450 $350" in line(app, "All kinds")


async def test_a_promise_is_added_opened_and_gone_back_from(window: Opening):
    async with window() as app:
        await go(app, "means")
        assert "Nobody has promised anything yet." in app.text()
        await app.press("plus")
        await app.quiet()
        assert here(app).view == "record"
        assert plan(app).type_of(here(app).id) == "commitment"


@pytest.mark.parametrize("number", [1, 2, 3, 4])
async def test_any_of_the_four_ways_may_follow_and_is_kept_with_its_day(
    window: Opening, number: int
):
    ways = ["full", "named-gaps", "chapters", "prepare"]
    async with window() as app:
        await go(app, "decision")
        await app.press(str(number))
        [found] = app.file()["decision"].values()
        assert (found["option"], found["date"]) == (ways[number - 1], "2026-05-20")
        await app.press("f")
        assert "What follows; every other step stays open too" in app.text()
        await app.press("enter")
        await app.quiet()
        assert here(app).view == "step"
        await app.press("ctrl+z")
        await app.press("ctrl+z")
        assert not app.file().get("decision")


async def test_a_decision_of_another_day_stays_with_its_reasons(window: Opening, example: Path):
    async with window(example, size=(120, 36)) as app:
        await go(app, "decision")
        assert "decided February 12, 2026" in app.text()
        assert app.text().count("Partly in place") == 5
        await app.press("4")
        found = app.file()["decision"]
        assert len(found) == 3
        assert found["dec-s93xmasz"]["option"] == "named-gaps"
        await app.press("3")
        assert len(app.file()["decision"]) == 3


async def test_what_follows_chosen_chapters_begins_with_these(window: Opening):
    async with window() as app:
        plan(app).put("embarking.chapters-now", ["engaging", "data"])
        await go(app, "decision")
        await app.press("3", "f")
        text = app.text()
        assert text.index("3 Engagement") < text.index("4 Local data") < text.index("Next steps")


async def test_the_overview_names_steps_that_are_overdue_and_due(window: Opening):
    async with window(size=(120, 36)) as app:
        for missing, due, status in (
            ("Paid hosts", "2026-05-01", "under-way"), ("Seats", "2026-06", "not-started"),
            ("A backup", None, None), ("Rooms", "2026-01-01", "in-place"),
            ("Nonsense", "2026-02-30", "stuck"),
        ):  # fmt: skip
            id = plan(app).add("preparedness_step", {"missing": missing, "status": status})
            plan(app).db.of("preparedness_step").change(
                id, lambda one, due=due: one.update(due=due)
            )
        await go(app, "overview")
        assert "Preparedness steps · 4 promised · 1 overdue" in app.text()
        assert "Paid hosts" in app.text()
        assert "overdue since May 1, 2026" in app.text()
        assert "due June 2026" in app.text()
        assert "and 1 more" in app.text()
        assert "Rooms" not in app.text()
