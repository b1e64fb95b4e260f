"""Leaving and opening: nothing goes away without a word."""

import fcntl
import json
import re
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.screens.conftest import Opening
from tests.screens.test_writing import go
from workbook.session import open_session


async def test_what_cannot_be_saved_is_not_left_without_a_question(window: Opening, tmp_path: Path):
    folder, elsewhere = tmp_path / "ours", tmp_path / "elsewhere"
    folder.mkdir()
    async with window(path=folder / "plan.workbook.json") as app:
        folder.rename(elsewhere)
        await app.type("Prairie")
        await app.press("escape")
        assert "NOT SAVED: " in app.text()
        await app.press("escape")
        assert "y leave   n stay" in app.text()
        await app.press("enter", "n")
        assert app.pilot.app.is_running
        elsewhere.rename(folder)
        await app.press("escape")
        assert not app.pilot.app.is_running
    assert "Prairie" in str(app.file()["answers"])


async def test_the_file_name_that_was_wrong_stays_to_be_mended(window: Opening):
    async with window(path=None) as app:
        await app.press("o")
        await app.type("nowhere.workbook.json")
        await app.press("enter")
        assert "There is no file nowhere.workbook.json here." in app.text()
        assert app.text().count("nowhere.workbook.json") == 2


async def test_what_others_write_comes_in_and_the_header_stays_saved(window: Opening):
    async with window() as app:
        await app.type("Prairie")
        assert app.path is not None
        curriculum = app.pilot.app.curriculum
        theirs = open_session(app.path, curriculum, who="Ben", today=TODAY)
        theirs.plan.put("workbook.place", "Six towns")
        theirs.save()
        theirs.close()
        await app.see("Six towns")
        await app.quiet()
        assert "saved" in app.text().splitlines()[0]


async def test_one_press_of_e_writes_once_and_says_so_once(window: Opening):
    async with window() as app:
        await app.type("Prairie")
        await app.press("ctrl+g", "e")
        assert app.text().count("The MAP is in") == 1
        await app.press("escape", "f9")
        assert "There is nothing to do again" in app.text()
        assert "The MAP is in" not in app.text()


async def test_a_workbook_is_closed_from_the_field_that_is_written_in(window: Opening):
    async with window() as app:
        await app.press("tab", "tab")
        await app.type("Why now")
        app.pilot.app.close_workbook()
        await app.quiet()
        assert "Go on where you stopped" in app.text()
        assert app.text().splitlines()[0].strip() == "Mobility Workbook"
        assert "Why now" in str(app.file()["answers"])


async def test_what_a_field_cannot_read_is_there_again_after_the_window_is_gone(window: Opening):
    async with window() as app:
        await go(app, "preparedness")
        await app.press("plus")
        await app.type("A backup")
        await tab_to_due(app)
        await app.type("by summer")
        await app.press("tab")
        assert "· 1 to mend" in app.text().splitlines()[0]
        await app.press("escape")
        assert re.search(r"! +A backup", app.text())
    assert "by summer" not in str(app.file())
    async with window() as app:
        assert "· 1 to mend" in app.text().splitlines()[0]
        await app.press("ctrl+p")
        await app.type("Texts to mend")
        await app.press("enter")
        assert "“by summer”" in app.text()
        await app.press("enter")
        assert "by summer" in app.text()
        await app.press("ctrl+u")
        await app.type("June 2027")
        await app.press("escape")
        assert "to mend" not in app.text()
        [row] = app.file()["preparedness_step"].values()
        assert row["due"] == "2027-06"
    async with window() as app:
        assert "to mend" not in app.text()


async def test_half_a_date_is_not_called_saved_before_it_is_on_disk(window: Opening):
    async with window() as app:
        await go(app, "preparedness")
        await app.press("plus")
        await tab_to_due(app)
        beside = app.pilot.app.session.store.beside
        with beside.lock.open() as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            await app.pilot.press("b", "y")
            await app.see("saving… · 1 to mend")
            assert not beside.drafts.exists()
        await app.quiet()
        assert re.search(r"saved .*1 to mend", app.text().splitlines()[0])
        assert "by" in json.loads(beside.drafts.read_text())["Ana"].popitem()[1]


async def test_a_line_too_long_leaves_no_piece_of_itself_in_the_plan(window: Opening):
    long = "a very long line " * 14
    async with window() as app:
        await app.type("Marten")
        await app.press("tab", "shift+tab")
        await app.type(long)
        assert "· 1 to mend" in app.text().splitlines()[0]
        assert app.file()["answers"]["workbook.community"]["value"] == "Marten"
    async with window() as app:
        assert long.strip() in " ".join(app.text().replace("▌", " ").split())


async def test_one_comes_back_to_the_field_and_not_to_the_overview_one_left_by(window: Opening):
    async with window() as app:
        await app.press("tab", "tab")
        await app.press("escape")
        assert "Next best step" in app.text()
        await app.press("escape")
        assert not app.pilot.app.is_running
    async with window() as app:
        assert "step 1 of 9" in app.text()
        assert app.pilot.app.focused.spot.id == "embarking.why-now"


async def test_help_explains_welcome_too_and_goes_back_to_where_one_was(window: Opening):
    async with window(path=None) as app:
        await app.press("f1")
        assert "Choose a workbook, begin a new one" in app.text()
        await app.press("escape")
        assert "Begin" in app.text()
    async with window() as app:
        await app.press("ctrl+g", "f1")
        assert "The plan as a reader will see it" in app.text()
        await app.press("escape")
        assert "The Mobility Action Plan" in app.text().splitlines()[0]
        await app.press("escape")
        assert "step 1 of 9" in app.text()


async def test_some_chapters_asks_which(
    window: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    async with window(path=None) as app:
        await app.press("2")
        await app.type("Marten")
        await app.press("enter", "enter", "down", "enter", "tab")
        assert "Marten" in app.text().splitlines()[0]
        file = json.loads((tmp_path / "marten.workbook.json").read_text())
        assert file["answers"]["workbook.chapters"]["value"] == ["embarking", "coalition"]


async def tab_to_due(app) -> None:
    while "due" not in str(app.pilot.app.focused.spot.field):
        await app.press("tab")


async def test_a_workbook_that_can_only_be_read_says_so_where_one_writes(
    window: Opening, tmp_path: Path
):
    path = tmp_path / "plan.workbook.json"
    async with window() as app:
        await app.type("Prairie")
    path.write_text(path.read_text().replace('"version": 1', '"version": 2'))
    before = path.read_bytes()
    async with window() as app:
        assert "read only" in app.text().splitlines()[0]
        await app.type(" Fork")
        await app.press("tab")
        assert "newer" in app.text()
        await app.press("escape", "escape", "y")
        assert not app.pilot.app.is_running
    assert path.read_bytes() == before
