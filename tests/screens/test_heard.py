"""What was heard: written down line by line, closed theme by theme; a data walk's stations."""

import json
from typing import Any

from textual.events import Paste

from tests.screens.conftest import Opening, Window
from tests.screens.test_engagement import EASTSIDE, WALK, desk, row_of, see

FEES, BUSES = "hrd-ncn0hgy0", "hrd-cv24w37p"
HOMES = "stn-sjbaz62c"


def notes(app: Window) -> list[dict[str, Any]]:
    """What was heard, as the file holds it, in its order."""
    return sorted(app.file().get("heard", {}).values(), key=lambda one: one["order"])


# Writing down


async def test_a_meeting_is_written_down_line_by_line_with_tags_by_number(window, example):
    async with window(example) as app:
        await see(app, "capture", WALK)
        assert "#2 late bus" in app.text()
        before = len(notes(app))
        await app.type("x #77\n")
        assert "#77: there is no theme 77. The last is 6." in app.text()
        assert "x #77" in app.text()
        assert len(notes(app)) == before
        await app.press(*["backspace"] * 5)
        assert "@1 Eastside renters" in app.text()
        await app.type("I work. #4 @1 x6\n")
        await app.type("[b]No[/] #dignity\n")
        first, second = notes(app)[-2:]
        assert first["text"] == "I work."
        assert (first["theme"], first["group"], first["how_many"], first["activity"]) == (
            "hours", EASTSIDE, 6, WALK,
        )  # fmt: skip
        assert (second["text"], second["theme"]) == ("[b]No[/]", "dignity")
        assert "[b]No[/]" in app.text()
        assert "#7 dignity" in app.text()
        await app.type("#a say\n")
        assert notes(app)[-1]["theme"] == "a say"
        assert "2 lines" in app.text()
        await app.press("ctrl+z", "ctrl+z")
        assert notes(app)[-1]["text"] == "I work."
        assert "1 line" in app.text()


async def test_several_lines_that_are_pasted_are_several_things_heard(window: Opening):
    async with window() as app:
        await see(app, "capture")
        desk(app).post_message(Paste("One\nTwo x3\n\nThr\x1b[2Jee"))
        await app.quiet()
        await app.press("enter")
        assert [one["text"] for one in notes(app)] == ["One", "Two", "Thr[2Jee"]
        assert notes(app)[1]["how_many"] == 3


async def test_where_it_is_said_is_chosen_among_activities_and_stations(window, example):
    async with window(example) as app:
        await see(app, "capture")
        assert "no activity of the plan" in app.text()
        await app.press("f8")
        await app.type("38")
        await app.press("enter")
        await app.type("No\n")
        assert (notes(app)[-1]["activity"], notes(app)[-1]["station"]) == (WALK, HOMES)


# Themes


async def test_a_theme_is_closed_by_what_changed_or_why_not_and_a_day(window, example):
    async with window(example) as app:
        plan = desk(app).plan
        for text in ("Late again", "And again"):
            plan.add("heard", {"text": text, "theme": "Late BUS"})
        plan.settle()
        await see(app, "themes", "theme.late bus")
        assert "2 of 3 open, 2 not told" in row_of(app, "▌")
        assert "1 of 6 themes open" in app.text()
        await app.press("n")
        await app.type("Law.\n")
        assert "2 not told" in row_of(app, "▌")
        await app.press("d", *["backspace"] * 10)
        await app.type("6/1/2026\n")
        assert "answered and told" in row_of(app, "▌")
        assert [one["told_on"] for one in notes(app)[-2:]] == ["2026-06-01"] * 2
        assert {one.get("why_not") for one in notes(app) if one["theme"] == "late bus"} == {None}
        await app.press("ctrl+z", "ctrl+z")
        assert "2 of 3 open" in row_of(app, "▌")


async def test_what_changed_is_picked_among_what_the_plan_holds(window, example):
    async with window(example) as app:
        await see(app, "themes", BUSES)
        await app.press("c")
        await app.type("A4")
        await app.press("enter", "tab")
        await app.quiet()
        [held] = [one for one in notes(app) if one["theme"] == "evening buses"]
        assert held["changed"] == ["stg-p9ehgdk7"]
        assert "→ A4" in row_of(app, "▌")


async def test_two_themes_of_one_name_become_one(window, example):
    async with window(example) as app:
        await see(app, "themes", "theme.evening buses")
        await app.press("enter", *["backspace"] * 13)
        await app.type("late bus\n")
        assert "evening buses" not in app.text()
        assert "26" in row_of(app, "✓ late bus")
        await app.press("ctrl+z")
        assert "evening buses" in app.text()


# The data walk


async def test_stations_are_made_of_metrics_with_caption_and_questions(window, example):
    async with window(example) as app:
        desk(app).plan.db.of("metric_series").keep(
            "mts-00000001", {"variable": "x[/]", "subgroup": "Black residents",
                             "values": {"2022": {"value": 4.1}}},
        )  # fmt: skip
        await see(app, "walk")
        await app.press("plus")
        assert "x[/], Black residents" in app.text()
        assert "4.1 (2022)" in app.text()
        await app.type("trauma")
        await app.press("enter")
        await app.type("city utility")
        await app.press("enter", "tab")
        await app.quiet()
        one, two = sorted(app.file()["station"].values(), key=lambda one: one["order"])[-2:]
        assert one["shows"] == "mtr-zj9fj1tx"
        assert one["caption"].startswith("88 injury deaths for every 100,000 residents, 2023")
        assert "Is that how it is for you?" in one["questions"]
        assert one["activity"] == two["activity"] == WALK
        await app.press("ctrl+z")
        assert len(app.file()["station"]) == 6


async def test_notes_of_a_station_are_keyed_in_at_it(window, example):
    async with window(example) as app:
        await see(app, "walk", HOMES)
        assert "Housing affordability: 38 homes affordable" in app.text()
        await app.press("n")
        await app.quiet()
        await app.type("Mold. x3\n")
        assert notes(app)[-1]["station"] == HOMES
        await see(app, "walk", HOMES)
        assert row_of(app, "▌").split()[-1] == "2"


async def test_the_sheets_are_written_beside_the_workbook(window, example):
    async with window(example) as app:
        await see(app, "walk")
        await app.press("p")
        await app.quiet()
        sheets = example.with_name("plan.sheets.md")
        text = sheets.read_text()
        assert "## Station 6" in text
        assert "- What makes it so?" in text
        sheets.write_text("mine")
        await app.press("p")
        await app.quiet()
        assert "was edited since" in " ".join(app.text().split())
        await app.press("n")
        assert sheets.read_text() == "mine"


async def test_stations_whose_walk_and_metric_were_removed_stay_in_sight(window, example):
    held = json.loads(example.read_text())
    del held["metric_reading"]["mtr-1xv7xc39"]
    del held["activity"][WALK]
    example.write_text(json.dumps(held))
    async with window(example, size=(120, 36)) as app:
        await see(app, "walk", HOMES)
        assert "removed: mtr-1xv7xc39" in app.text()
        assert "○ Stations of no data walk that is here" in app.text()
        await app.press("p")
        assert "# Data walk: sheets" in example.with_name("plan.sheets.md").read_text()


async def test_of_many_notes_those_of_one_theme_stand_in_the_list(window: Opening):
    async with window() as app:
        plan = desk(app).plan
        plan.take_in(
            "heard", [{"text": f"{n} said", "theme": f"theme {n % 3}"} for n in range(120)]
        )
        await see(app, "themes")
        assert "  0 said" in app.text()
        assert "  1 said" not in app.text()
        await app.press("end")
        await app.quiet()
        assert "theme 2" in row_of(app, "▌")
        await app.press("end")
        await app.quiet()
        assert "119 said" in row_of(app, "▌")
