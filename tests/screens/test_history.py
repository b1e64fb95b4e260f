"""The history on the screen: what others did, going there, going back, comparing."""

import json
from pathlib import Path
from typing import Any

import pytest

from screens.places import Place
from tests.conftest import TODAY
from tests.screens.conftest import Opening, Window
from workbook.curriculum import Curriculum
from workbook.session import open_session
from workbook.store.beside import Beside

ACTIVITY = "act-377d7hb7"
SIZES = [(80, 24), (120, 36)]


@pytest.fixture
def changes(example: Path, curriculum: Curriculum):
    """Lets a person change the example outside of the window."""

    def change(who: str, *edits: tuple[str, str, Any]) -> None:
        session = open_session(example, curriculum, who=who, today=TODAY)
        for id, field, value in edits:
            session.plan.put(id, value, field)
            session.plan.settle()
        session.save()
        session.close()

    return change


async def go(app: Window, place: Place) -> None:
    desk: Any = app.pilot.app
    desk.go(place)
    await app.quiet()
    await app.quiet()


def toast(app: Window) -> str:
    """What the app said last."""
    desk: Any = app.pilot.app
    return [one.message for one in desk._notifications][-1]


async def test_undo_says_what_it_takes_back_before_and_after(window: Opening, example: Path):
    async with window(example, size=(120, 36)) as app:
        desk: Any = app.pilot.app
        desk.plan.put(ACTIVITY, 2, "level")
        change = "“Their power” of the activity “Data walk, school gym”, Consult → Involve"
        titles = [one.title for one in desk.get_system_commands(desk.screen)]
        assert f"Undo: {change}" in titles
        await go(app, Place("overview"))
        await app.press("ctrl+z")
        assert toast(app) == f"Undone: {change}"
        await app.press("f9")
        assert toast(app) == "Done again: " + change.replace(
            "Consult → Involve", "Involve → Consult"
        )


async def test_undo_asks_with_both_values_where_a_colleague_changed_it_since(
    window: Opening, example: Path, changes
):
    async with window(example) as app:
        desk: Any = app.pilot.app
        await go(app, Place("overview"))
        desk.plan.put(ACTIVITY, 2, "level")
        desk.plan.settle()
        await app.quiet()
        changes("Ben", (ACTIVITY, "level", 4))
        while desk.plan.raw(ACTIVITY, "level") != 4:
            await app.pilot.pause(0.05)
        await app.quiet()
        await app.press("ctrl+z")
        text = " ".join(app.text().split())
        assert "by Ben" in text
        assert "Consult → Collaborate" in text
        await app.press("n")
        assert app.file()["activity"][ACTIVITY]["level"] == 4
        await app.press("ctrl+z", "y")
        await app.quiet()
        assert app.file()["activity"][ACTIVITY]["level"] == 3
        await app.press("f9")
        await app.quiet()
        assert app.file()["activity"][ACTIVITY]["level"] == 4


@pytest.mark.parametrize("size", SIZES)
async def test_what_others_changed_since_is_said_and_leads_to_the_history(
    window: Opening, example: Path, changes, size
):
    changes("Ana", (ACTIVITY, "level", 2))
    async with window(example, size=size) as app:
        await go(app, Place("overview"))
        assert "Since you were last here" not in app.text()
        desk: Any = app.pilot.app
        desk.plan.put(ACTIVITY, "Elm Street", "place")
        desk.plan.settle()
        await app.quiet()
    changes("Ben", (ACTIVITY, "level", 4), (ACTIVITY, "title", "A walk with [red]data[/red]"))
    changes("Cy", (ACTIVITY, "reach_planned", 90))
    async with window(example, size=size) as app:
        await go(app, Place("overview"))
        assert "Since you were last here" in app.text()
        assert "Ben changed 2 things, Cy 1" in app.text()
        await app.press("h")
        await app.quiet()
        text = app.text()
        assert "Who changed what" in text
        assert "[red]data[/red]" in text
        assert "seen before" in text
        assert "“Their power” of the activity" in " ".join(text.split())
        assert "changed from Consult to Collaborate." in " ".join(text.split())
        await app.press("enter")
        await app.quiet()
        assert desk_place(app) == Place("record", ACTIVITY, "level")
        await go(app, Place("overview"))
        await app.press("escape")
        assert not app.pilot.app.is_running
    async with window(example, size=size) as app:
        await go(app, Place("overview"))
        assert "Since you were last here" not in app.text()


def desk_place(app: Window) -> Place:
    desk: Any = app.pilot.app
    place = desk.frame.view.place
    return Place(place.view, place.id, place.field)


async def test_a_field_is_put_back_from_the_history_of_its_row(
    window: Opening, example: Path, changes
):
    changes("Ben", (ACTIVITY, "level", 4), ("workbook.place", "", "Elsewhere"))
    async with window(example) as app:
        desk: Any = app.pilot.app
        await go(app, Place("record", ACTIVITY, "place"))
        await app.press("f12")
        await app.quiet()
        assert "1 change here" in app.text()
        await app.press("f")
        assert "2 changes" in app.text()
        await app.press("f", "r")
        text = " ".join(app.text().split())
        assert "Only this" in text
        assert "Everything as it stood then" in text
        await app.press("enter")
        await app.quiet()
        assert app.file()["activity"][ACTIVITY]["level"] == 3
        assert toast(app).startswith("Put back: “Their power” of the activity")
        assert desk.frame.view.count() == "2 changes here"
        await app.press("escape")
        await app.quiet()
        assert desk_place(app).view == "record"
        line = json.loads(Beside(example).history.read_text().splitlines()[-1])
        assert (line["who"], line["edits"][0]["new"]) == ("Ana", 3)


async def test_a_snapshot_is_kept_compared_with_and_gone_back_to(window: Opening, example: Path):
    async with window(example, size=(120, 36)) as app:
        await go(app, Place("history"))
        assert "Nothing was changed yet." in app.text()
        await app.press("s")
        await app.type("now\n")
        assert "means another state" in app.text()
        await app.press(*["backspace"] * 3)
        await app.type("Board, May\n")
        assert "Kept as “Board, May”" in toast(app)
        desk: Any = app.pilot.app
        desk.plan.put(ACTIVITY, 2, "level")
        desk.plan.settle()
        desk.plan.put("workbook.place", "Elsewhere")
        await app.quiet()
        await app.press("c")
        await app.type("board")
        await app.press("enter")
        await app.quiet()
        text = app.text()
        assert "What changed since: “Board, May”" in text
        assert "3 Engagement › Activities" in text
        assert "Involve → Consult" in text
        await app.press("end", "r", "enter")
        await app.quiet()
        assert desk.frame.view.count() == "1 change"
        await app.press("escape")
        await app.quiet()
        assert desk_place(app).view == "history"


async def test_a_state_that_cannot_be_had_is_said_on_the_screen(window: Opening, example: Path):
    async with window(example) as app:
        await go(app, Place("compare", "1999-01-01"))
        assert "Nothing is known of earlier days" in app.text()
        assert app.pilot.app.frame.view is not None


async def test_votes_are_in_no_history_on_a_screen(window: Opening, example: Path):
    async with window(example, size=(120, 36)) as app:
        desk: Any = app.pilot.app
        rating = next(iter(app.file()["rating"]))
        desk.plan.put(rating, 0, "level")
        await go(app, Place("history"))
        assert "Nothing was changed yet." in app.text()


async def test_what_undo_says_of_long_texts_does_not_cover_the_screen(window: Opening):
    async with window() as app:
        await app.press("ctrl+t")
        await app.type("› vision")
        await app.press("enter", "plus")
        await app.type("very long " * 40)
        await app.press("escape", "ctrl+z")
        assert "Undone" in app.text()
        assert 5 < app.text().count("very") < 22
