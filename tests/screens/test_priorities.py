"""Priorities on weighted criteria: drawn with their parts, and what would change what is first."""

from pathlib import Path
from typing import Any

import pytest

from screens.ledger import Ledger
from screens.places import Place
from screens.priorities import PrioritiesView
from tests.screens.conftest import Opening, Window
from workbook.curriculum import Curriculum


async def priorities(app: Window) -> PrioritiesView:
    desk: Any = app.pilot.app
    desk.go(Place("priorities"))
    await app.quiet()
    await app.quiet()
    view = desk.frame.view
    assert isinstance(view, PrioritiesView)
    return view


def said(app: Window) -> str:
    """What stands on the screen, without the line breaks of a narrow window."""
    return " ".join(app.text().replace("│", " ").split())


def row(app: Window, name: str) -> str:
    return next(one for one in app.text().splitlines() if name in one)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16)])
async def test_each_priority_is_drawn_with_its_parts_and_as_numbers(window, example, size):
    async with window(example, size=size) as app:
        view = await priorities(app)
        for table in (False, True):
            ledger = view.query_one(Ledger)
            rows = str(ledger.render()).split("\n")
            assert max(map(len, rows)) <= ledger.content_size.width
            assert ledger.content_size.height == len(rows)
            if size[0] >= 80:
                assert row(app, "1 Fair").rstrip("│ ").endswith("99")
                assert "a ×4   b ×5   c ×5   d ×3   e ×3   f ×2" in app.text()
            if not table:
                await app.press("T")
        if size[0] >= 80:
            assert "5: 20  5: 25  5: 25  4: 12  3: 9   4: 8" in row(app, "1 Fair")


async def test_it_says_how_little_would_change_what_comes_first(
    window: Opening, example: Path, curriculum: Curriculum
):
    async with window(example, size=(120, 36)) as app:
        await priorities(app)
        none = "No change of a single weight, from 0 to 5, would put another one first."
        assert none in said(app)
        plan: Any = app.pilot.app.plan  # type: ignore[attr-defined]
        plan.put("data.weights", dict.fromkeys(curriculum.lists["priority-criteria"], 1))
        await app.quiet()
        assert (
            "If “Local control” counted 3 in place of 1, 2 Early reading would draw level"
            in said(app)
        )


async def test_enter_opens_the_scores_and_w_the_weights(window: Opening, example: Path):
    async with window(example) as app:
        await priorities(app)
        await app.press("enter")
        assert "How does it score on each criterion?" in app.text()
        await app.press("escape")
        await priorities(app)
        await app.press("w")
        assert "How much should each criterion count" in app.text()


async def test_one_without_every_score_is_named_and_an_empty_screen_teaches(
    window: Opening, tmp_path: Path
):
    async with window(tmp_path / "plan.workbook.json") as app:
        await priorities(app)
        assert "None yet. + adds one" in app.text()
        await app.press("plus")
        await app.type("[b]Buses")
        await app.press("escape")
        await priorities(app)
        assert "[b]Buses  ○ not yet scored on: Size of the gap" in app.text()
