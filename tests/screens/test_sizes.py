"""Every screen at the least size, and at a large one: its name, its keys, and nothing outside."""

from typing import Any

import pytest
from rich.cells import cell_len

from screens.drawings import VIEWS
from screens.places import Place
from tests.screens.conftest import Opening

PLACES = [
    *map(Place, ("overview", "map", "trace", "help", "decision", "history", "language", *VIEWS)),
    Place("profile", "readiness"), Place("condition", "readiness.leaders"),
    Place("table", "register"), Place("step", "activities"),
]  # fmt: skip


@pytest.mark.parametrize("size", [(60, 16), (200, 50)])
async def test_every_screen_has_its_name_and_the_keys_out_of_it(
    window: Opening, example: Any, size: tuple[int, int]
):
    columns, rows = size
    async with window(example, size=size) as app:
        desk: Any = app.pilot.app
        for place in PLACES:
            desk.go(place)
            await app.quiet()
            lines = app.text().splitlines()
            assert len(lines) == rows
            assert all(cell_len(line) <= columns for line in lines)
            assert desk.frame.view.crumbs[-1] in lines[0], place
            assert all(one in lines[-1] for one in ("Esc", "F1 help", "^p commands"))
            assert sum(bool(line.strip()) for line in lines) > rows / 5, place
            for one in desk.frame.view.query("*"):  # nothing sticks out of the window to the right
                if one.display and one.region.width and one.region.height:
                    assert one.region.right <= columns, (place, one)
