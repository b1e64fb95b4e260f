"""The real app on a real file, driven by Textual's pilot, with toasts and tooltips on."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from screens.app import WorkbookApp
from screens.reading import READING
from tests.conftest import TODAY
from workbook.curriculum import Curriculum
from workbook.session import new_session, open_session
from workbook.store.failure import StoreError

HOPS = 10
"""Queues that a key passes at most: from the app to the field, and from there up to the view."""
LONGEST = 20.0
"""Seconds that a change may take until it is saved, on a machine that does other things too."""

Opening = Callable[..., AbstractAsyncContextManager["Window"]]

EXAMPLE = Path(__file__).parents[2] / "content/examples/prairie-fork.workbook.json"


class Window:
    """An open app: keys go in, the composed screen and the file are read."""

    def __init__(self, pilot: Pilot[Any], path: Path | None) -> None:
        self.pilot, self.path = pilot, path

    async def press(self, *keys: str) -> None:
        """Presses keys, by Textual's names, and waits until the app is quiet."""
        await self.pilot.press(*keys)
        await self.quiet()

    async def type(self, text: str) -> None:
        """Types a text in one burst, character by character."""
        app: Any = self.pilot.app
        for one in text:
            key = "enter" if one == "\n" else _character_to_key(one)
            app.post_message(Key(key, None if one == "\n" else one))
        for _ in range(HOPS):
            await self.pilot.pause(0)
        await self.quiet()

    async def quiet(self) -> None:
        """Waits for the app, and after a change until it is drawn and saved."""
        end, seen = time.monotonic() + LONGEST, 0
        while self.pilot.app.is_running and seen < 3:  # what it finds done may set off more
            await self.pilot.pause(0.02 if self._busy else None)
            seen = 0 if self._busy else seen + 1
            assert time.monotonic() < end, "what was changed is not saved, or nothing stands yet"

    @property
    def _busy(self) -> bool:
        app: Any = self.pilot.app
        return (
            app._timer is not None
            or app.saved == "saving…"
            or not app.in_turn.free
            or any(one.group == READING for one in app.workers)
        )

    async def see(self, text: str) -> None:
        """Waits until a text stands on the screen, also while something is still to be saved."""
        end = time.monotonic() + LONGEST
        while text not in self.text():
            assert time.monotonic() < end, f"{text!r} does not come: {self.text()}"
            await asyncio.sleep(0.02)

    def text(self) -> str:
        """The screen, line by line."""
        strips = self.pilot.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    def file(self) -> dict[str, Any]:
        """What the file holds."""
        assert self.path is not None
        found: dict[str, Any] = json.loads(self.path.read_text())
        return found


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    for name, value in {"COLORTERM": "truecolor", "LANG": "C.UTF-8"}.items():
        monkeypatch.setenv(name, value)
    for name in ("LC_ALL", "LC_CTYPE", "COLORFGBG", "WORKBOOK_LOOK", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def window(curriculum: Curriculum, tmp_path: Path) -> Opening:
    """Opens the app: on a file that is new or there, or on Welcome with `path=None`."""

    @contextlib.asynccontextmanager
    async def opening(
        path: Path | None = tmp_path / "plan.workbook.json",
        size: tuple[int, int] = (80, 24),
        content: Curriculum = curriculum,
    ) -> AsyncIterator[Window]:
        session = None
        if path is not None:
            make = open_session if path.exists() else new_session
            session = make(path, content, who="Ana", today=TODAY)
        app = WorkbookApp(content, session=session, who="Ana", today=TODAY)
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            opened = Window(pilot, path)
            await opened.quiet()
            yield opened
        if app.session is not None:  # its thread would keep the app, and all that is drawn
            with contextlib.suppress(StoreError):
                app.session.close()

    return opening


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the worked example, to change."""
    path = tmp_path / "plan.workbook.json"
    path.write_bytes(EXAMPLE.read_bytes())
    return path
