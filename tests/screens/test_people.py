"""The stakeholder map: drawn, found, moved, undone, filtered, told as a table."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.marks import Marks
from screens.places import Place
from screens.stakeholder_grid import Chip, Words, draw, packed, size_for
from tests.screens.conftest import Opening, Window

SIZES = [(80, 24), (120, 36), (60, 16), (160, 50)]
BARNES = "stk-sngkh1mn"
WORDS = Words("power", "interest", "Win over", "Decide with", "Keep in touch", "Keep informed")


def desk(app: Window) -> Any:
    return app.pilot.app


async def people(app: Window, id: str = "") -> None:
    desk(app).go(Place("people", id))
    await app.quiet()
    await app.quiet()


def crowd(app: Window, count: int, **scores: int) -> list[str]:
    """So many people in one cell."""
    rows = [{"name": f"Person {n}", **scores} for n in range(1, count + 1)]
    ids: list[str] = desk(app).plan.take_in("stakeholder", rows)
    return ids


# The drawing alone


@given(
    st.lists(st.booleans(), min_size=1, max_size=30),
    st.integers(0, 29),
    st.integers(5, 11),
    st.integers(1, 5),
)
def test_marks_of_one_cell_never_hide_each_other_and_the_selected_is_in_sight(
    shares, selected, width, height
):
    at = selected % len(shares)
    chips = [Chip(f"{n}", n, one, n == at + 1) for n, one in enumerate(shares, 1)]
    spots = packed(chips, width, height)
    taken = [(one.y, x) for one in spots for x in range(one.x, one.x + len(one.text))]
    assert len(taken) == len(set(taken))
    assert all(0 <= y < height and 0 <= x < width for y, x in taken)
    shown = [one.id for one in spots if one.id]
    assert f"{at + 1}" in shown
    more = [int(one.text[1:]) for one in spots if not one.id]
    assert len(shown) + sum(more) == len(chips) or (height, more) == (1, [])


@given(st.integers(30, 120), st.integers(8, 60))
def test_the_grid_fits_the_room_it_was_given_or_its_least(width, height):
    made = draw({(1, 5): [Chip("a", 1, False)]}, WORDS, width, height)
    across, down = size_for(width, height)
    assert {one.cell_length for one in made.lines} == {7 + 5 * across}
    assert len(made.lines) == 5 * down + 4
    assert made.lines[0].plain.count("Decide with") == 1
    [(y, x, end, id)] = made.spots
    assert made.lines[y].plain[x:end].strip() == "1"
    assert id == "a"


# In the app


@pytest.mark.parametrize("size", SIZES)
async def test_no_row_is_wrapped_clipped_or_leaves_its_parent(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size=size) as app:
        await people(app, BARNES)
        for keys in ([], ["T"]):
            await app.press(*keys)
            for marks in desk(app).frame.view.query(Marks):
                if not marks.display:
                    continue
                rows = str(marks.render()).split("\n")
                assert max(map(len, rows)) <= marks.content_size.width
                assert marks.region.bottom <= desk(app).frame.view.region.bottom
        assert len(app.text().splitlines()) == size[1]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_two_residents_stand_as_share_power_with(window, example, size):
    async with window(example, size=size) as app:
        await people(app, BARNES)
        text = app.text()
        assert "◆‹6›" in text
        assert "◆ 7 " in text
        assert "Share power with Keisha Barnes, Luis Ortega" in text
        assert "affected 5 and power 2 come first" in " ".join(text.split())
        assert "health" in text
        assert "Young people" in text


async def test_twelve_in_one_cell_are_each_found_moved_and_undone_by_keyboard(window: Opening):
    async with window() as app:
        ids = crowd(app, 12, power=3, interest=3)
        await people(app)
        for number, id in enumerate(ids, 1):
            await app.press("slash")
            await app.type(f"{number}\n")
            assert f"‹{number}›" in app.text()
            assert f"Person {number}" in app.text()
            await app.press("up", "right")
            assert (desk(app).plan.raw(id, "power"), desk(app).plan.raw(id, "interest")) == (4, 4)
            await app.press("ctrl+z", "ctrl+z")
            assert (desk(app).plan.raw(id, "power"), desk(app).plan.raw(id, "interest")) == (3, 3)


async def test_tab_goes_through_all_of_them_and_round(window: Opening):
    async with window() as app:
        crowd(app, 12, power=3, interest=3)
        await people(app)
        met = []
        for _ in range(12):
            met.append(desk(app).frame.view.here)
            await app.press("tab")
        assert len(set(met)) == 12
        assert desk(app).frame.view.here == met[0]
        await app.press("shift+tab")
        assert desk(app).frame.view.here == met[-1]
        await app.press("home", "end")
        assert desk(app).frame.view.here == met[-1]


async def test_a_move_is_kept_with_the_first_score_and_stops_at_the_edge(window: Opening):
    async with window() as app:
        [id] = crowd(app, 1)
        await people(app)
        assert "no place yet" in app.text().lower()
        await app.press("up")
        assert (desk(app).plan.raw(id, "power"), desk(app).plan.raw(id, "interest")) == (3, 3)
        await app.press("up", "up", "up", "left", "left", "5")
        held = app.file()["stakeholder"][id]
        assert [held[one] for one in ("power", "interest", "affected")] == [5, 1, 5]
        assert [held[one] for one in ("first_power", "first_interest")] == [5, 1]
        await app.press(*["ctrl+z"] * 6)
        held = app.file()["stakeholder"][id]
        assert "power" not in held
        assert "first_power" not in held


async def test_moving_down_with_much_at_stake_makes_it_share_power(window: Opening):
    async with window() as app:
        crowd(app, 1, power=3, interest=1, affected=4)
        await people(app)
        assert "Win over" in app.text().splitlines()[-3]
        await app.press("down")
        assert "◆ Share power with" in app.text().splitlines()[-3]


async def test_filters_leave_the_numbers_as_they_are(window: Opening, example: Path):
    async with window(example) as app:
        await people(app)
        assert "20 people" in app.text()
        await app.press("f")
        assert "13 of 20 people, members" in app.text()
        await app.press("f")
        assert "7 of 20 people, not members yet" in app.text()
        assert "18 Karen Association" in app.text()
        await app.press("f", "slash")
        await app.type("clinic\n")
        assert "1 of 20 people with “clinic”" in app.text()
        assert "‹17›" in app.text()
        await app.press("slash")
        await app.type("nobody at all\n")
        assert "Nobody fits" in app.text()
        await app.press("slash", "enter")
        assert "20 people" in app.text()


async def test_wide_letters_and_high_numbers_leave_the_columns_where_they_are(window: Opening):
    async with window() as app:
        plan = desk(app).plan
        rows = [{"name": f"漢字の名前{n}" * 4, "power": 1, "interest": 5, "affected": 5,
                 "status": "active"} for n in range(1001)]  # fmt: skip
        plan.take_in("stakeholder", rows)
        await people(app)
        await app.press("end")
        legend = desk(app).frame.view.query_one("#people-legend")
        lines = [one for one in legend.render().split("\n") if "漢" in one.plain]
        assert len(lines) > 3
        assert {one.cell_length for one in lines} == {legend.content_size.width}
        assert all(one.plain.endswith("◆ ") for one in lines)
        await app.press("slash")
        await app.type("1001\n")
        await app.press("T")
        row = next(one for one in app.text().splitlines() if "1001" in one and "▌" in one)
        assert row.endswith("◆ Share power with")


async def test_the_same_as_a_table_where_rows_are_walked_and_scores_changed(window, example):
    async with window(example) as app:
        await people(app, BARNES)
        await app.press("T")
        [row] = [one for one in app.text().splitlines() if "▌" in one]
        assert row.split()[:7] == ["▌", "6", "Keisha", "Barnes", "2", "5", "5"]
        assert "◆ Share power with" in row
        await app.press("down", "left")
        assert desk(app).plan.raw("stk-pdmx9qr2", "interest") == 3
        await app.press("T")
        assert "‹7›" in app.text()


async def test_the_form_opens_and_esc_comes_back_to_the_mark(window: Opening, example: Path):
    async with window(example) as app:
        await people(app, BARNES)
        await app.press("enter")
        await app.quiet()
        assert "Keisha Barnes" in app.text().splitlines()[0]
        await app.press("escape")
        await app.quiet()
        assert "‹6›" in app.text()
        await app.press("f", "enter")
        await app.quiet()
        await app.press("escape")
        await app.quiet()
        assert "20 people, members" in app.text()
        await app.press("escape")
        assert "See who is missing" in app.text()
        await app.press("f5")
        await app.quiet()
        assert "Who has power, who has a stake" in app.text()


async def test_somebody_is_added_and_placed(window: Opening):
    async with window() as app:
        await people(app)
        assert "Nobody is here yet" in app.text()
        await app.press("plus")
        await app.type("Ana [bold]Ruiz[/]\n")
        await app.press("right")
        [held] = app.file()["stakeholder"].values()
        assert (held["name"], held["power"], held["interest"]) == ("Ana [bold]Ruiz[/]", 3, 3)
        assert "[bold]" in app.text()


async def test_a_click_selects_and_a_second_one_opens(window: Opening, example: Path):
    async with window(example, size=(120, 36)) as app:
        await people(app)
        rows = app.text().splitlines()
        y = next(n for n, one in enumerate(rows) if " 15 " in one)
        x = rows[y].index(" 15 ") + 1
        await app.pilot.click(offset=(x, y))
        await app.quiet()
        assert "‹15›" in app.text()
        await app.pilot.click(offset=(x, y))
        await app.quiet()
        assert "Halden City Council" in app.text().splitlines()[0]


async def test_a_workbook_that_is_read_only_says_so_and_moves_nobody(window, example):
    async with window(example) as app:
        await people(app, BARNES)
        desk(app).plan.sealed = "This workbook is read only."
        await app.press("up")
        assert "read only" in app.text()
        assert "‹6›" in app.text()
        assert desk(app).plan.raw(BARNES, "power") == 2
