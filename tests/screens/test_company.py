"""Two people at one workbook: who is there, what they wrote at once, and the choice."""

from __future__ import annotations

from tests.screens.conftest import Opening, Window
from tests.screens.test_guarding import other_window
from workbook.session import Session

PLACE = "workbook.place"


async def wait(app: Window, words: str) -> None:
    for _ in range(60):
        if words in app.text():
            return
        await app.pilot.pause(0.05)
    raise AssertionError(f"{words!r} is not in:\n{app.text()}")


def writes(one: Session, text: str) -> None:
    one.poll()
    one.plan.put(PLACE, text)
    one.save()


async def test_the_others_step_stands_in_the_header_the_list_and_the_overview(window: Opening):
    async with window() as app:
        ben = other_window(app)
        ben.presence.be_at("roles", "", "")
        ben.poll()
        await wait(app, "● Ben: Roles")
        await app.press("ctrl+t")
        await app.type("Roles")
        assert "Ben is here" in app.text()
        await app.press("escape", "ctrl+o")
        await wait(app, "Ben is on 2")
        assert [one.who for one in (ben.poll(), ben.presence.others)[1]] == ["Ana"]
        ben.presence.go()
        await wait(app, "Overview")
        ben.close()


async def test_a_name_is_never_read_as_anything_but_a_name(window: Opening):
    async with window(size=(120, 36)) as app:
        ben = other_window(app, "[/b] \x1b[2J x")
        ben.presence.be_at("roles")
        ben.poll()
        await wait(app, "● [/b] ␛[2J x: Roles")
        await app.press("ctrl+o")
        await wait(app, "[/b] ␛[2J x is on 2")
        await app.press("ctrl+p")
        await app.type("Roles")
        await wait(app, "[/b] ␛[2J x is here")
        ben.close()


async def test_what_is_typed_stays_under_two_hundred_edits_of_another(window: Opening):
    async with window() as app:
        await app.press("tab")
        await app.type("A")
        ben = other_window(app)
        for number in range(200):
            writes(ben, f"Ben {number}")
            if number % 50 == 0:
                app.pilot.app.session.poll()  # type: ignore[attr-defined]
                await app.pilot.press("b")
        app.pilot.app.session.poll()  # type: ignore[attr-defined]
        await wait(app, "Ben 199")
        assert app.pilot.app.focused.text == "Abbbb"  # type: ignore[union-attr]
        await app.press("f10")
        assert app.pilot.app.focused.text == "Ben 199"  # type: ignore[union-attr]
        ben.close()


async def test_who_gives_way_while_typing_leaves_no_conflict(window: Opening):
    async with window() as app:
        await app.press("tab")
        ben = other_window(app)
        await app.type("A")
        ben.plan.put(PLACE, "B")
        ben.save()
        await wait(app, "F10 takes what Ben wrote here: “B”")
        await wait(app, "1 conflict")
        await app.press("f10")
        await wait(app, "▌B")
        assert app.file()["answers"][PLACE]["value"] == "B"
        assert not app.file()["_conflicts"]
        ben.close()


async def test_a_conflict_is_shown_and_settled_with_one_key_and_undone(window: Opening):
    async with window() as app:
        await app.press("tab")
        await app.type("A")
        ben = other_window(app)
        writes(ben, "Ben's")
        app.pilot.app.session.poll()  # type: ignore[attr-defined]
        await app.type("B")
        await wait(app, "1 conflict")
        ben.poll()
        assert ben.store.read()["_conflicts"]  # type: ignore[index]
        await app.press("ctrl+o", "s")
        await wait(app, "was set aside")
        assert "Ben's" in app.text()
        await app.press("t")
        await wait(app, "Nothing waits")
        assert app.file()["answers"][PLACE]["value"] == "Ben's"
        ben.poll()
        assert not ben.store.read()["_conflicts"]  # type: ignore[index]
        await app.press("ctrl+z")
        assert app.file()["answers"][PLACE]["value"] == "AB"
        await wait(app, "1 conflict")
        ben.close()
