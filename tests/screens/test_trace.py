"""The trace: a line walked along, its breaks, and the ways to where each is mended."""

from pathlib import Path
from typing import Any

import pytest

from screens.marks import Marks
from screens.places import Place
from screens.trace import TraceView, Track
from tests.screens.conftest import Opening, Window

SIZES = [(80, 24), (120, 36), (60, 16), (160, 50)]
ACTION, OUTCOMES = "stg-p9ehgdk7", ("lgc-52nnfqdz", "lgc-ze2dw3fn", "lgc-ev4ebv3p")
FINDING, INSIGHT = "fnd-ekhqejxt", "ins-rxgdf930"
STEWARD, MEASURE = "stw-tkrv7hkm", "msr-522m87nv"
ALONG = ["Heard", "Finding", "Cause", "Action", "Outcome", "Measure", "Steward"]


def desk(app: Window) -> Any:
    """The app itself."""
    return app.pilot.app


async def trace(app: Window, id: str = "", field: str = "") -> None:
    desk(app).go(Place("trace", id, field))
    await app.quiet()
    await app.quiet()


def cut(app: Window, *ids: str) -> None:
    """Takes records out of the plan."""
    for id in ids:
        desk(app).plan.remove(id)


def loosen(app: Window) -> None:
    """Takes an insight out of the finding that rests on it."""
    plan = desk(app).plan
    rest = [one for one in plan.raw(FINDING, "evidence_for") if one != INSIGHT]
    plan.put(FINDING, rest, "evidence_for")


def focused(app: Window) -> str:
    """The words of the stop with the cursor."""
    lines = app.text().splitlines()
    return "\n".join(one for one in lines if "▌" in one)


def here(app: Window) -> Place:
    return desk(app).frame.view.place


@pytest.mark.parametrize("size", SIZES)
async def test_no_row_is_wrapped_clipped_or_leaves_its_parent(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(size=size) as app:
        cut(app, *OUTCOMES, STEWARD)
        await trace(app, ACTION)
        for _ in range(len(ALONG)):
            for marks in desk(app).frame.view.query(Marks):
                rows = str(marks.render()).split("\n")
                parent = marks.parent
                assert max(map(len, rows)) <= marks.content_size.width
                assert marks.content_size.height == len(rows)
                assert marks.region.width <= parent.content_region.width
                assert marks.parent.max_scroll_x == 0
            page = desk(app).frame.view.query_one("#trace-page")
            at = next(n for n, one in enumerate(_rows(app)) if "▌" in one)
            assert page.scroll_y <= at < page.scroll_y + page.content_size.height
            await app.press("up")


def _rows(app: Window) -> list[str]:
    return str(desk(app).frame.view.query_one(Track).render()).split("\n")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_whole_line_stands_on_the_screen_with_its_break(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(size=size) as app:
        cut(app, *OUTCOMES, MEASURE)
        await trace(app, ACTION, "outcome")
        text = app.text()
        at = [text.index(f" {one} ") for one in ALONG]
        assert at == sorted(at)
        assert "The school bus leaves at three" in text
        assert "waits for the outcome" in text
        assert "$19,000 of $38,000 secured" in text
        assert "What it pointed to was removed. What is different" in focused(app)
        assert "⏎ go there" in focused(app)
        assert "5 Actions › Logic model" in focused(app)
        assert "Late bus" in text
        assert "one break" in text
        assert ("●●●●○·●" if size[0] < 100 else "●─●─●─●╌○╌·╌●") in text


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_enter_on_a_break_goes_to_where_it_is_mended(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(size=size) as app:
        cut(app, *OUTCOMES, STEWARD)
        await trace(app, ACTION, "outcome")
        await app.press("enter")
        assert (here(app).view, here(app).id) == ("step", "logic")
        await trace(app, ACTION, "keeper")
        await app.press("enter")
        assert (here(app).view, here(app).id) == ("step", "stewards")
        desk(app).plan.put(ACTION, None, "causes")
        await trace(app, ACTION, "cause")
        await app.press("enter")
        assert (here(app).view, here(app).id) == ("record", ACTION)
        assert desk(app).focused.spot.field == "causes"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_enter_on_what_is_there_opens_it_and_on_what_waits_goes_to_the_break(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(size=size) as app:
        cut(app, *OUTCOMES, MEASURE)
        await trace(app, ACTION, "measure")
        await app.press("enter")
        assert "Outcome" in focused(app)
        await app.press("down", "down", "enter")
        assert (here(app).view, here(app).id) == ("record", STEWARD)


async def test_arrows_walk_the_line_and_go_to_other_lines_and_b_finds_the_breaks(
    window: Opening, example: Path
):
    async with window() as app:
        cut(app, *OUTCOMES, STEWARD)
        await trace(app)
        assert "Outcome" in focused(app)
        await app.press("up", "up")
        assert "Cause" in focused(app)
        await app.press(*["up"] * 9)
        assert "Heard" in focused(app)
        await app.press("right")
        assert "▸A5" in app.text()
        await app.press("right")
        assert "▸A1" in app.text()
        await app.press("left", "left")
        assert "▸A4" in app.text()
        await app.press("b")
        assert "Outcome" in focused(app)
        await app.press("b")
        assert "Steward" in focused(app)
        await app.press("b")
        assert "Outcome" in focused(app)


async def test_what_is_taken_back_mends_the_line_before_ones_eyes(window: Opening, example: Path):
    async with window() as app:
        await trace(app, ACTION)
        assert "●●●●●●○" not in app.text()
        cut(app, STEWARD)
        await app.quiet()
        assert "●●●●●●○" in app.text()
        await app.press("ctrl+z")
        assert "●●●●●●○" not in app.text()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_what_hangs_loose_is_listed_and_opened(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(size=size) as app:
        loosen(app)
        await trace(app)
        await app.press("l")
        assert "What hangs loose" in app.text()
        assert "leads to no finding and no cause." in app.text()
        await app.press("enter")
        assert here(app).id.startswith("ins-")


@pytest.mark.parametrize("size", SIZES)
async def test_the_lines_stand_in_a_table_too_and_it_is_walked_from_line_to_line(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(size=size) as app:
        cut(app, STEWARD)
        await trace(app)
        await app.press("T")
        assert "Finding  there    " in app.text()
        place = desk(app).frame.view.here
        await app.press(*["down"] * 7)
        assert desk(app).frame.view.here == (place[0] + 1, place[1])
        await app.press("b")
        row = next(one for one in app.text().splitlines() if "▌" in one)
        assert "Steward  missing" in row
        await app.press("enter")
        assert here(app).id == "stewards"


async def test_all_that_stands_at_a_stop_can_be_chosen_from(window: Opening, example: Path):
    async with window() as app:
        await trace(app, ACTION, "finding")
        await app.press("a")
        assert "F3 People here organize" in app.text()
        await app.press("down", "enter")
        assert here(app).id == "fnd-b3wznfab"


async def test_a_record_that_no_action_reaches_has_a_line_of_its_own(
    window: Opening, example: Path
):
    async with window() as app:
        loosen(app)
        await trace(app, INSIGHT)
        assert "School letters come home" in focused(app)
        assert "●○·····" in app.text()
        await app.press("b", "enter")
        assert (here(app).view, here(app).id) == ("step", "findings")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_overview_shows_the_lines_that_break_and_t_opens_them(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(size=size) as app:
        await app.press("ctrl+o")
        assert "All 5 lines hold" in app.text()
        cut(app, STEWARD)
        await app.quiet()
        assert "Breaks · 1 of 5 lines" in app.text()
        assert "●●●●●●○  no steward" in app.text()
        await app.press("t")
        await app.quiet()
        assert "Who keeps it up" in focused(app)
        await app.press("escape")
        assert "Next best step" in app.text()


async def test_a_click_on_a_broken_line_of_the_overview_goes_to_its_break(
    window: Opening, example: Path
):
    async with window() as app:
        await app.press("ctrl+o")
        cut(app, *OUTCOMES)
        await app.quiet()
        await app.pilot.click("#overview-breaks", offset=(3, 2))
        await app.quiet()
        assert "What is different for people" in focused(app)


async def test_from_a_row_the_palette_opens_its_line_and_escape_goes_back(
    window: Opening, example: Path
):
    async with window() as app:
        desk(app).go(Place("record", "fnd-t9khjpyg"))
        await app.quiet()
        await app.press("ctrl+p")
        await app.type("trace")
        await app.pilot.pause(0.5)
        await app.press("enter")
        await app.quiet()
        await app.quiet()
        assert "Finding" in focused(app)
        assert "Homes that people" in focused(app)
        await app.press("escape")
        assert here(app).id == "fnd-t9khjpyg"


async def test_a_plan_without_an_action_says_how_a_line_begins(window: Opening):
    async with window() as app:
        await trace(app)
        assert "A line begins with a strategic action" in app.text()
        await app.press("down", "right", "b", "l", "enter")
        assert (here(app).view, here(app).id) == ("step", "strategic-actions")


async def test_circles_nonsense_and_hostile_words_are_drawn(window: Opening):
    async with window(size=(120, 36)) as app:

        def keep(type: str, id: str, **fields: Any) -> None:
            desk(app).plan.db.of(type).keep(id, fields)

        keep("strategic_action", "stg-00000001", title="[/] \x1b[2J", causes=["cau-00000001"])
        keep("root_cause", "cau-00000001", parent="cau-00000002", because={"a": 1})
        keep(
            "root_cause", "cau-00000002", parent="cau-00000001", because="[red]x\n\n" + "long " * 99
        )
        keep("stewardship", "stw-00000001", action="stg-00000001", steward="Ana")
        keep("measure", "msr-00000001", about="stg-00000001", baseline="x", target=[])
        await trace(app)
        for _ in ALONG:
            await app.press("up")
        for _ in ALONG:
            await app.press("down")
        assert "[/] ␛[2J" in app.text()
        assert "\x1b" not in app.text()


async def test_forty_lines_leave_the_one_that_is_drawn_in_sight(window: Opening):
    for size in [(80, 24), (120, 36)]:
        async with window(size=size) as app:
            for number in range(40):
                desk(app).plan.add("strategic_action", {"title": f"Action number {number}"})
            await trace(app)
            await app.press(*["right"] * 25)
            assert "A26" in app.text()
            assert isinstance(desk(app).frame.view, TraceView)
            text = app.text()
            assert "+3" in text if size[0] == 80 else "more" in text
