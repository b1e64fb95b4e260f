"""Esc comes back to where one was, with the cursor where it stood."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.assessing import EXAMPLE, desk, go, here, plan
from tests.screens.conftest import Opening, Window


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "plan.workbook.json"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


async def back(app: Window) -> str:
    """Presses Esc; gives the view and what it shows."""
    await app.press("escape")
    await app.quiet()
    return f"{here(app).view} {here(app).id}".strip()


async def opened(app: Window, *keys: str) -> str:
    """Presses keys, one after another; gives the view that is open then."""
    for one in keys:
        await app.press(one)
        await app.quiet()
    return here(app).view


async def test_from_the_register_over_the_map_to_a_form_and_back_again(
    window: Opening, example: Path
):
    async with window(example) as app:
        await go(app, "step", "register")
        assert await opened(app, "f5", "tab", "tab", "c", "m") == "people"
        assert await opened(app, "enter", "alt+down") == "record"
        assert (await back(app)).startswith("people")
        assert "‹3›" in app.text()
        assert await back(app) == "step register"
        assert await back(app) == "overview"


async def test_from_a_stop_of_the_trace_and_back_to_the_stop(window: Opening, example: Path):
    async with window(example) as app:
        await go(app, "trace")
        await app.press("down")
        stop = desk(app).frame.view.refocus()
        assert await opened(app, "enter") == "record"
        assert (await back(app)).startswith("trace")
        assert desk(app).frame.view.refocus() == stop


async def test_from_a_condition_to_the_wall_and_back_to_the_third_bar(
    window: Opening, example: Path
):
    async with window(example) as app:
        await go(app, "step", "readiness")
        assert await opened(app, "f5", "down", "down", "enter", "down", "enter") == "meeting"
        assert await back(app) == "condition readiness.systems"
        assert desk(app).frame.view.refocus().table == "readiness.systems.causes"
        assert await back(app) == "profile readiness"
        assert "▌ Systems change" in app.text()
        assert await back(app) == "step readiness"


async def test_a_row_that_was_added_and_left_empty_is_gone_where_one_comes_back(
    window: Opening, example: Path
):
    async with window(example) as app:
        before = len(app.file()["commitment"])
        await go(app, "means")
        assert await opened(app, "down", "plus", "f1") == "help"
        assert (await back(app)).startswith("record")
        assert len(plan(app).db.of("commitment")) == before + 1
        assert (await back(app)).startswith("means")
        assert len(plan(app).db.of("commitment")) == before


async def test_the_backbone_is_rated_from_the_roles_and_workgroups(window: Opening, example: Path):
    async with window(example) as app:
        await go(app, "step", "roles")
        assert "^l Rate the backbone" in app.text()
        assert await opened(app, "ctrl+l") == "profile"
        assert "Backbone, November 5, 2026" in app.text()
        await app.press("r")
        assert "How do you rate backbone this time?" in app.text()
        await app.press("escape")
        assert await back(app) == "step roles"
