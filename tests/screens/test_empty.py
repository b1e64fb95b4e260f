"""A new workbook teaches: each empty table and drawing says what belongs there and which key begins
it, in whole words at 80x24."""

from __future__ import annotations

import re

from screens.command import shown_key
from screens.drawings import VIEWS
from screens.places import Place
from tests.screens.conftest import Opening, Window

FINDS = {"language"}
"""What lists only what is found in texts: there is nothing to begin."""
CUT = {"release", "ladder"}
"""What has rows of its own also in a new workbook, which may be cut."""


async def shown(app: Window, *place: str) -> str:
    """A place's work on one line, without header and footer."""
    app.pilot.app.go(Place(*place))
    await app.quiet()
    assert app.pilot.app.frame.view.view == place[0]
    work = " ".join(app.text().splitlines()[2:-1])
    return " ".join(work.replace("│", " ").split())


def keys(app: Window) -> list[str]:
    """The keys that do something here."""
    desk = app.pilot.app
    own = desk.frame.view.commands()
    return [shown_key(one.key) for one in own if one.key and one.useful(desk)]


async def test_an_empty_drawing_says_what_belongs_there_and_what_begins_it(window: Opening):
    async with window() as app:
        for view in VIEWS:
            text = await shown(app, view)
            assert len(re.findall(r"[a-z]{3,}", text)) >= 8, f"{view}: {text}"
            assert view in CUT or "…" not in text, f"{view}: {text}"
            named = [*keys(app), "Enter", "^t"]
            is_told = any(re.search(rf"(?<!\S){re.escape(one)}(?=[\s:;,.])", text) for one in named)
            assert is_told or view in FINDS, f"{view}: {text}"


async def test_an_empty_table_says_what_belongs_there(window: Opening):
    async with window(size=(120, 36)) as app:
        tables = list(app.pilot.app.curriculum.tables.values())
        assert [one.id for one in tables if len(one.empty.split()) < 8] == []
        for table in tables[::12]:
            text = await shown(app, "table", table.id)
            assert " ".join(table.empty.split()) in text, table.id
            assert "+ add a" in text, table.id
