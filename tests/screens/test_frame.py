"""The frame: where you are, the keys, help, sizes, and the ways between screens."""

from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from screens.commands import EVERYWHERE
from screens.example import FILE as EXAMPLE
from screens.overview import OverviewView
from screens.record import RecordView
from screens.row_commands import TABLE_COMMANDS
from screens.rows import Grid
from screens.trace import TraceView
from tests.screens.conftest import Opening
from tests.screens.test_writing import go


def keys_of(widget: type) -> set[str]:
    """Every key that a widget of the pinned Textual uses."""
    return {
        key.strip()
        for base in widget.__mro__
        for binding in vars(base).get("BINDINGS", [])
        for key in (binding.key if hasattr(binding, "key") else binding[0]).split(",")
    }


def test_no_key_of_ours_is_one_that_writing_needs():
    taken = keys_of(Input) | keys_of(TextArea) | {"ctrl+b", "ctrl+s", "ctrl+q"}
    # ^z and ^c work in a text first; the other two would only mark a line or a whole text
    ours = {"ctrl+z", "ctrl+c", "f6", "f7"}
    assert {one.key for one in EVERYWHERE if one.key} & taken <= ours


def test_every_command_has_a_name_and_a_help():
    views = (OverviewView, RecordView, TraceView)
    own = [*(two for one in views for two in one.commands(None)), *TABLE_COMMANDS]  # type: ignore[arg-type]
    for command in (*EVERYWHERE, *own):
        assert command.name
        assert command.help().endswith(".")


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16)])
async def test_every_step_can_be_walked_and_says_where_it_is(window: Opening, size):
    async with window(size=size) as app:
        steps = list(app.pilot.app.curriculum.steps.values())
        for step in steps:
            assert step.name in app.text().splitlines()[0]
            await app.pilot.press("ctrl+n")
            await app.pilot.pause()
            await app.pilot.pause()
        await app.quiet()
        assert "That was the last step" in app.text()


async def test_a_window_that_is_too_small_says_so_and_keeps_what_was_typed(window: Opening):
    async with window() as app:
        await app.type("Prairie")
        await app.pilot.resize_terminal(50, 12)
        await app.quiet()
        assert "too small" in app.text()
        await app.pilot.resize_terminal(80, 24)
        await app.quiet()
        assert "Prairie" in app.text()


async def test_escape_goes_up_one_level_at_a_time_and_then_out(window: Opening):
    async with window() as app:
        await go(app, "activities")
        await app.press("plus")
        await app.type("Walk")
        await app.press("escape")
        assert "Plan each time you meet people" in app.text()
        await app.press("escape")
        assert "Next best step" in app.text()
        await app.press("escape")
        assert not app.pilot.app.is_running


async def test_the_overview_names_what_comes_next_and_goes_there(window: Opening):
    async with window() as app:
        await go(app, "activities")
        await app.press("plus")
        await app.type("Data walk")
        await app.press("ctrl+o")
        assert "Data walk" in app.text()
        await app.press("enter")
        assert "Activity 1 of 1" in app.text()


async def test_guidance_opens_beside_the_work_and_stays_as_it_was_left(window: Opening):
    async with window() as app:
        assert "What goes wrong" not in app.text()
        await app.press("f2")
        guide = app.text()
        for _ in range(40):
            await app.press("f3")
            if app.pilot.app.guidance_page == "mistakes":
                break
        [wrong, *_] = app.pilot.app.curriculum.steps["place"].mistakes
        assert wrong.text[:30] not in guide
        assert wrong.text[:30] in app.text()
        await app.press("ctrl+n")
        [other, *_] = app.pilot.app.curriculum.steps["readiness"].mistakes
        assert other.text[:30] in app.text()
        await app.press("f2")
        assert "What goes wrong" not in app.text()


async def test_the_map_reads_what_was_written_and_is_written_to_a_file(window: Opening):
    async with window() as app:
        await app.type("Prairie Fork County")
        await app.press("ctrl+g")
        assert "Prairie Fork County" in app.text()
        await app.press("e")
        assert app.path is not None
        written = app.path.with_name("plan.map.md").read_text()
        assert written.startswith("# Prairie Fork County")


async def test_welcome_makes_a_workbook_through_a_door(window: Opening, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with window(path=None) as app:
        assert "does not endorse it" in app.text()
        await app.press("1")
        await app.type("Prairie Fork")
        await app.press("enter")
        assert "step 1 of" in app.text()
    assert (tmp_path / "prairie-fork.workbook.json").is_file()
    async with window(path=None) as app:
        assert "Go on where you stopped" in app.text()
        assert "Prairie Fork" in app.text()


async def test_the_example_opens_as_a_copy_of_ones_own(window: Opening, tmp_path: Path):
    ours = EXAMPLE.read_bytes()
    async with window(path=None, size=(120, 36)) as app:
        await app.press("x", "1")
        await app.type(" and Marten")
        assert "Prairie Fork County and Marten" in app.text()
    [copy] = (tmp_path / "xdg_data_home").rglob("*.workbook.json")
    assert b"Prairie Fork County and Marten" in copy.read_bytes()
    assert EXAMPLE.read_bytes() == ours


async def test_long_tables_open_on_the_whole_screen(window: Opening):
    async with window() as app:
        plan = app.pilot.app.plan
        for number in range(40):
            plan.add("activity", {"title": f"Walk {number:02}"})
        await go(app, "activities")
        assert isinstance(app.pilot.app.focused, Grid)
        await app.press("w", "end", "end")
        assert "Walk 39" in app.text()
        await app.press("slash")
        await app.type("walk 07")
        assert "Walk 07" in app.text()
        assert "Walk 08" not in app.text()


async def test_enter_on_welcome_asks_once_and_a_plus_adds_one_row(window: Opening):
    async with window(path=None) as app:
        await app.press("enter")
        assert "coalition called?" in app.text()
        await app.press("escape")
        assert "coalition called?" not in app.text()
    async with window() as app:
        await go(app, "activities")
        await app.press("plus")
        assert "Activity 1 of 1" in app.text()
