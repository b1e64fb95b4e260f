"""Coverage: who is at the table, and from each gap one key to somebody of that kind."""

from pathlib import Path
from typing import Any

import pytest

from screens.coverage import CoverageView
from screens.ledger import Ledger
from screens.places import Place
from tests.screens.conftest import Opening, Window

SIZES = [(80, 24), (120, 36), (60, 16)]
YOUTH = "grp-szeh0vxk"


def desk(app: Window) -> Any:
    return app.pilot.app


async def coverage(app: Window, id: str = "") -> CoverageView:
    desk(app).go(Place("coverage", id))
    await app.quiet()
    await app.quiet()
    view = desk(app).frame.view
    assert isinstance(view, CoverageView)
    return view


def selected(app: Window) -> str:
    return next(one for one in app.text().splitlines() if "▌" in one)


@pytest.mark.parametrize("size", SIZES)
async def test_every_row_fits_and_the_selected_one_is_in_sight(window, example, size):
    async with window(example, size=size) as app:
        view = await coverage(app)
        ledger = view.query_one(Ledger)
        for _ in range(30):
            rows = str(ledger.render()).split("\n")
            assert max(map(len, rows)) <= ledger.content_size.width
            assert ledger.content_size.height == len(rows)
            assert "▌" in app.text()
            await app.pilot.press("down")
            for _ in range(3):
                await app.pilot.pause()
        await app.quiet()
        assert "Young people" in selected(app)


async def test_gaps_are_named_with_what_they_are_held_against(window: Opening, example: Path):
    async with window(example, size=(120, 60)) as app:
        await coverage(app, "sector.health")
        text = app.text()
        assert "8 gaps" in text
        assert "○ 1 missing" in selected(app)
        assert "Health: nobody yet; not members yet: Prairie Fork County Clinic" in text
        await coverage(app, f"group.{YOUTH}")
        assert selected(app).split()[:10] == [
            "│", "▌", "Young", "people", "aged", "14", "to", "21", "–", "1",
        ]  # fmt: skip
        assert "Your aim is 1 by March 17, 2027." in " ".join(app.text().split())


@pytest.mark.parametrize(
    ("key", "field", "value"),
    [
        ("sector.health", "sector", "health"),
        ("pillar.work", "pillars", ["work"]),
        ("executive.executive", "executive", True),
        ("votes.votes", "votes", True),
        ("lived.lived", "brings", ["lived-experience"]),
        (f"group.{YOUTH}", "groups", [YOUTH]),
    ],
)
async def test_each_gap_leads_to_adding_somebody_of_that_kind(window, example, key, field, value):
    async with window(example) as app:
        await coverage(app, key)
        await app.press("plus")
        await app.type("Nurse Kay\n")
        await app.quiet()
        assert "Nurse Kay" in app.text().splitlines()[0]
        [held] = [
            one for one in app.file()["stakeholder"].values() if one.get("name") == "Nurse Kay"
        ]
        assert held[field] == value
        assert held["status"] == "identified"
        await app.press("ctrl+z")
        assert "Nurse Kay" not in {one.get("name") for one in app.file()["stakeholder"].values()}


async def test_an_aim_is_set_where_there_is_none_and_opened_where_there_is(window, example):
    async with window(example) as app:
        await coverage(app, "sector.health")
        await app.press("s")
        await app.quiet()
        rows = [one["cells"] for one in app.file()["row"].values()
                if one["prompt"] == "coalition.seat-goals"]  # fmt: skip
        assert {"seat": "Health", "now": 0} in rows
        before = len(rows)
        await coverage(app, f"group.{YOUTH}")
        await app.press("s")
        await app.quiet()
        assert "Young people aged 14 to 21" in app.text().splitlines()[0]
        after = [one for one in app.file()["row"].values()
                 if one["prompt"] == "coalition.seat-goals"]  # fmt: skip
        assert len(after) == before


async def test_enter_lists_who_is_of_a_kind_and_opens_one(window: Opening, example: Path):
    async with window(example) as app:
        await coverage(app, "sector.resident")
        await app.press("enter")
        assert "Luis Ortega" in app.text()
        assert "not a member yet" in app.text()
        await app.type("luis\n")
        await app.quiet()
        assert "Luis Ortega" in app.text().splitlines()[0]


async def test_it_is_reached_from_the_map_and_back(window: Opening, example: Path):
    async with window(example) as app:
        desk(app).go(Place("people"))
        await app.quiet()
        await app.press("c")
        await app.quiet()
        assert "Who is at the table" in app.text()
        await app.press("m")
        await app.quiet()
        assert "Who has power" in app.text()
