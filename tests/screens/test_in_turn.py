"""Keys that come all at once, as over a slow line, each do what they would have done in turn."""

from __future__ import annotations

from textual.events import Key

from screens.places import Place
from tests.screens.conftest import Opening, Window


async def burst(app: Window, *keys: str) -> None:
    """Gives keys at once, by Textual's names; what is no name is text."""
    for one in keys:
        names = [one] if one in ("tab", "enter", "f8", "escape", "plus") else [*one]
        for name in names:
            character = {"plus": "+", "enter": "\r"}.get(name, name if len(name) == 1 else None)
            app.pilot.app.post_message(Key(name, character))
    await app.quiet()


async def test_letters_after_a_tab_go_to_the_next_field(window: Opening):
    async with window() as app:
        await app.press("ctrl+t")
        await app.type("› vision")
        await app.press("enter")
        await burst(app, "plus", "Homes", "tab", "Two tenants", "tab", "A hall")
        [draft] = app.file()["vision_draft"].values()
        given = [draft[field] for field in ("text", "whose_words", "endorsed_by")]
        assert given == ["Homes", "Two tenants", "A hall"]


async def test_a_form_and_a_list_are_waited_for(window: Opening):
    async with window() as app:
        app.pilot.app.plan.add("strategic_action", {"title": "Lease"})
        app.pilot.app.plan.add("strategic_action", {"title": "Bus"})
        await app.press("ctrl+t")
        await app.type("› stewards")
        await app.press("enter")
        await burst(app, "plus", "enter", "Bus", "enter", "tab", "tab", "The board", "f8",
                    "enter", "Lease", "enter", "tab", "tab", "A council", "escape")  # fmt: skip
        rows = sorted(app.file()["stewardship"].values(), key=lambda one: one["order"])
        assert [one["approving_body"] for one in rows] == ["The board", "A council"]
        assert len({one["action"] for one in rows}) == 2
        assert "Give each action someone who keeps it alive" in app.text()


async def test_letters_wait_for_a_step_that_no_key_has_brought(window: Opening):
    async with window() as app:
        app.pilot.app.go(Place("step", "vision"))
        await burst(app, "plus", "Homes")
        [draft] = app.file()["vision_draft"].values()
        assert draft["text"] == "Homes"
