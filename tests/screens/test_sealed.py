"""A workbook that can only be read: every key that would change it says why it does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from screens.drawings import VIEWS
from tests.screens.assessing import EXAMPLE, desk, go
from tests.screens.conftest import Opening, Window

READ_ONLY = "it can be read and not changed"
KEYS = [
    ("profile", "readiness", ["j", "up", "enter"]),
    ("profile", "readiness", ["g", "enter"]),
    ("profile", "readiness", ["r", "down", "enter"]),
    ("profile", "readiness", ["r", "down", "down", "enter", "enter"]),
    ("condition", "readiness.leaders", ["g"]),
    ("decision", "", ["1"]),
    ("working", "", ["pagedown", "down", "down", "enter", "enter"]),
    ("means", "", ["plus"]),
    ("logic", "", ["delete"]),
    ("logic", "", ["right", "u"]),
    ("actions", "", ["1"]),
    ("vision", "", ["c"]),
]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "plan.workbook.json"
    data = json.loads(EXAMPLE.read_text())
    data["_meta"]["schema"]["version"] = 99
    path.write_text(json.dumps(data, indent=2))
    return path


async def test_it_says_so_and_nothing_is_claimed_to_be_done(window: Opening, book: Path):
    async with window(book) as app:
        for view, id, keys in KEYS:
            await go(app, view, id)
            desk(app).clear_notifications()
            await app.press(*keys)
            said = [one.message for one in desk(app)._notifications]
            assert len(said) == 1, (view, keys)
            assert READ_ONLY in said[0], (view, keys)


async def test_a_number_that_no_keyboard_types_picks_nothing(window: Opening, book: Path):
    async with window(book) as app:
        await go(app, "people")
        await app.press("slash")
        await app.type("²\n")
        assert "Nobody fits the filter." in app.text()
        await go(app, "decision")
        await app.press("²")
        assert "Decide, and say why" in app.text()


async def test_no_drawing_ends_the_app_or_changes_the_file_at_its_keys(window: Opening, book: Path):
    before = book.read_bytes()
    async with window(book) as app:
        for view in (*VIEWS, "profile", "condition", "decision"):
            id = {"profile": "readiness", "condition": "readiness.leaders"}.get(view, "")
            for key in await _keys(app, view, id):
                if desk(app).frame.view.view != view:
                    await go(app, view, id)
                await app.pilot.press(key, "x", "enter", "tab")
                while desk(app).screen is not desk(app).frame:
                    await app.pilot.press("escape")
                assert desk(app).is_running, (view, key)
    assert book.read_bytes() == before


async def _keys(app: Window, view: str, id: str) -> list[str]:
    """The first two keys of a drawing's own commands, without those that write files."""
    await go(app, view, id)
    shown = desk(app).frame.view
    assert shown is not None
    assert shown.view == view
    keys = {one.key for one in shown.commands() if len(one.key.split()) == 1}
    return sorted(keys - {"escape", "enter", "p"})[:2]
