"""A workbook that can only be read: every key that would change it says why it does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.screens.assessing import EXAMPLE, desk, go
from tests.screens.conftest import Opening

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
