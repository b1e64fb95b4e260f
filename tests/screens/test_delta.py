"""Only what has changed is written, and the terminal shows the same, cell for cell and colour for
colour, as if all of it were."""

import hashlib
import inspect
import random
from dataclasses import replace
from typing import Any

import pyte
import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual import app as textual_app
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from screens.app import WorkbookApp
from screens.delta import Delta
from screens.drawings import VIEWS
from screens.places import Place
from tests.screens.conftest import Opening

STANDS_ON = {
    "App._display": (textual_app.App._display, "4b78dff6669a"),
    "LayoutUpdate": (LayoutUpdate, "619efe1cea78"),
    "ChopsUpdate": (ChopsUpdate, "7c7d3e0bf714"),
    "Strip.render": (Strip.render, "2ba7a4913a72"),
    "Strip.render_style": (Strip.render_style, "749d890bb5c4"),
}
"""The parts of Textual that are its own, and how they read when `screens/delta.py` was written."""


@pytest.mark.parametrize("name", STANDS_ON)
def test_what_it_stands_on_has_not_changed(name: str):
    part, known = STANDS_ON[name]
    found = hashlib.sha256(inspect.getsource(part).encode()).hexdigest()[:12]
    assert found == known, f"Textual's {name} is another: read it against screens/delta.py"


class Both:
    """Two terminals: on the one everything is written, on the other what has changed."""

    def __init__(self, columns: int, rows: int) -> None:
        self.whole, self.lean = (pyte.Screen(columns, rows) for _ in range(2))
        self._feeds = [pyte.Stream(one) for one in (self.whole, self.lean)]
        self.delta, self.console = Delta(), Console(color_system="truecolor", force_terminal=True)
        self.written = [0, 0]

    def show(self, update: CompositorUpdate) -> None:
        """Draws one of Textual's updates on both."""
        if isinstance(update, LayoutUpdate):
            update.strips = [list(strips) for strips in update.strips]
        made = self.delta.of(update, self.console)
        assert made is not None, update
        for number, one in enumerate((update, made)):
            codes = one.render_segments(self.console)
            self.written[number] += len(codes.encode())
            self._feeds[number].feed(codes)

    def resize(self, columns: int, rows: int) -> None:
        """Another size, after which nobody knows what stands there."""
        for one in (self.whole, self.lean):
            one.resize(rows, columns)
            one.reset()
        self.delta.forget()

    def compare(self, where: str) -> None:
        """The two are the same."""
        for y in range(self.whole.lines):
            ours, theirs = (
                [one.buffer[y][x] for x in range(one.columns)] for one in (self.lean, self.whole)
            )
            assert ours == theirs, (where, y, self.lean.display[y], self.whole.display[y])


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch) -> Both:
    """All that the app displays, on both."""
    terminals = Both(80, 24)

    def display(app: WorkbookApp, screen: Any, update: Any) -> None:
        if app._running and not app._batch_count and isinstance(update, CompositorUpdate):
            terminals.show(update)

    monkeypatch.setattr(WorkbookApp, "_display", display)
    return terminals


async def test_every_screen_every_list_and_every_look_is_drawn_the_same(
    window: Opening, example: Any, both: Both
):
    async with window(example) as app:
        desk: Any = app.pilot.app
        places = ("overview", "map", "trace", "help", "decision", "history", "language", *VIEWS)
        for number, view in enumerate(places):
            desk.go(Place(view))
            await app.press("down", "tab", "right")
            both.compare(view)
            if number % 6 == 0:
                look = ("light", "contrast", "terminal", "dark")[number // 6 % 4]
                desk.wear(replace(desk.looks, look=look, ascii=not desk.looks.ascii))
                await app.quiet()
                both.compare(f"{view} {look}")
        for key in ("ctrl+p", "ctrl+t", "f7", "ctrl+f"):
            await app.press(key)
            await app.type("ab" if key != "f7" else "")
            both.compare(key)
            await app.press("escape", "escape")
            both.compare(f"after {key}")
    assert both.written[1] < both.written[0] / 2


async def test_typing_undo_resizing_and_other_scripts_are_drawn_the_same(
    window: Opening, both: Both
):
    sizes = random.Random(5)
    async with window() as app:
        desk: Any = app.pilot.app
        await app.press("tab")
        for text in ("Six towns ", "住宅と子ども ", "e\u0301cole ", "end\n", "🏠 x"):
            await app.type(text)
            both.compare(text)
            await app.press("left", "left", "left", "X", "backspace", "home", "delete", "ctrl+z")
            both.compare(f"in {text}")
        for _ in range(12):
            columns, rows = sizes.randint(1, 160), sizes.randint(1, 50)
            both.resize(columns, rows)
            await app.pilot.resize_terminal(columns, rows)
            await app.quiet()
            both.compare(f"{columns}x{rows}")
            await app.type("y")
        desk.draw_anew()
        await app.quiet()
        both.compare("anew")


PIECES = ["a", "bc", "住", "宅宅", "e\u0301", "🏠", " ", "    ", "─"]
STYLES = [Style(), Style(bold=True), Style(color="red"), Style(color="#102030", bgcolor="#405060")]


def test_rows_of_any_letters_are_drawn_the_same_wherever_they_are_cut():
    """Rows are written whole and in pieces, over one another, in any order."""
    chance = random.Random(11)
    both = Both(24, 6)
    for _ in range(3000):
        x, room = chance.randrange(20), 0
        segments = []
        while room < chance.randrange(1, 24 - x):
            segment = Segment(chance.choice(PIECES), chance.choice(STYLES))
            if x + room + segment.cell_length > 24:
                break
            segments.append(segment)
            room += segment.cell_length
        if segments:
            strips = [[Strip(segments)]]
            y = chance.randrange(6)
            both.show(LayoutUpdate(strips, Region(x, y, room, 1)))
            shown = "".join(one.data for one in (both.whole.buffer[y][n] for n in range(24)))
            both.compare(shown)
