"""The tour of the worked example: ten stops, each on the screen that it speaks of."""

from __future__ import annotations

from pathlib import Path

from screens.places import Place
from screens.tour import TourCard
from tests.screens.conftest import Opening, Window
from workbook.curriculum import Curriculum


def at(app: Window) -> tuple[str, str]:
    """Where one is."""
    view = app.pilot.app.frame.view
    return view.view, view.place.id


def line(app: Window) -> str:
    return " ".join(app.text().replace("│", " ").split())


async def test_it_leads_from_welcome_through_all_chapters_and_leaves_one_there(
    window: Opening, curriculum: Curriculum
):
    assert [one.name[0] for one in curriculum.tour if one.name[0].isdigit()] == list("1234567")
    async with window(path=None) as app:
        await app.press("t")
        for number, stop in enumerate(curriculum.tour, 1):
            await app.quiet()
            view, id = at(app)
            assert view == stop.view
            assert stop.at in ("", id)
            assert f"{stop.name} {number} of {len(curriculum.tour)}" in line(app)
            assert " ".join(stop.text.split()) in line(app)
            assert isinstance(app.pilot.app.focused, TourCard)
            await app.press("enter")
        assert "of 10" not in app.text()
        assert at(app)[0] == "map"
        assert app.pilot.app.focused is not None


async def test_one_may_look_around_and_go_on_from_there(window: Opening, example: Path):
    async with window(example) as app:
        desk = app.pilot.app
        desk.go(Place("causes"))
        await app.quiet()
        await run_tour(app)
        assert "6 of 10" in line(app)
        await app.press("left")
        assert "5 of 10" in line(app)
        assert at(app) == ("metrics", "")
        await app.press("escape")
        assert "of 10" not in app.text()
        await app.press("down")
        assert at(app)[0] == "metrics"
        await run_tour(app)
        assert "5 of 10" in line(app)
        await app.press("ctrl+o")
        assert "of 10" not in app.text()
        assert at(app)[0] == "overview"


async def test_its_keys_can_be_clicked(window: Opening, example: Path):
    async with window(example) as app:
        await run_tour(app)
        assert "1 of 10" in line(app)
        for word, stop in (("next", "2 of 10"), ("next", "3 of 10"), ("back", "2 of 10")):
            rows = app.text().splitlines()
            y = next(n for n, one in enumerate(rows) if "⏎ next" in one)
            await app.pilot.click(offset=(rows[y].index(word), y))
            await app.quiet()
            assert stop in line(app)


async def test_in_a_workbook_of_ones_own_it_asks_before_it_closes_that(window: Opening):
    async with window() as app:
        await app.type("Marten County")
        await run_tour(app)
        assert "The tour goes through the worked example." in line(app)
        await app.press("n")
        assert at(app)[0] == "step"
        await run_tour(app)
        await app.press("y")
        await app.quiet()
        assert "Where the plan stands 1 of 10" in line(app)
        assert app.pilot.app.community == "Prairie Fork County"
        assert app.file()["answers"]["workbook.community"]["value"] == "Marten County"


async def test_a_copy_that_demo_wrote_offers_it_on_the_overview(window: Opening, example: Path):
    async with window(example) as app:
        await app.press("ctrl+o")
        assert "g tour" in app.text()
        await app.press("g")
        assert "1 of 10" in line(app)
    async with window(example.with_name("own.workbook.json")) as app:
        await app.press("ctrl+o")
        assert "g tour" not in app.text()
        await app.press("g")
        assert "of 10" not in line(app)


async def run_tour(app: Window) -> None:
    """As anybody finds it."""
    await app.press("ctrl+p")
    await app.type("tour")
    await app.see("Take a tour through")
    await app.press("enter")
    await app.quiet()
