"""What the journeys share: the command in processes of its own, and the app on the same files."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key

from tests.cli.conftest import run
from tests.screens.conftest import Window, _own_home, window

__all__ = ["_own_home", "command", "run", "window"]

Done = subprocess.CompletedProcess[str]
Command = Callable[..., Done]


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with TEXTUAL_ANIMATIONS=none: every key would wait until a scrolling has glided."""
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")


@pytest.fixture
def command(run: Command) -> Command:
    """Runs `workbook …`, which must come through; gives what it did. Content is read once."""
    begun = partial(run, XDG_CACHE_HOME=os.environ["XDG_CACHE_HOME"])

    def running(*words: str | Path, **more: str) -> Done:
        done = begun(*map(str, words), **more)
        assert done.returncode == 0, done.stderr
        return done

    return running


def held(path: Path) -> dict[str, Any]:
    """What a workbook's file holds."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def told(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers of a file by question, without who gave them and when."""
    return {id: one["value"] for id, one in answers.items()}


async def fast(app: Window, text: str) -> None:
    """Types a text faster than anyone can: no key waits for what the one before it did."""
    for one in text:
        key = Key("enter", "\r") if one == "\n" else Key(one, one)
        app.pilot.app.post_message(key)
    await app.pilot.pause()


async def go(app: Window, step: str) -> None:
    """Goes to a step by the list of steps, by its name."""
    await app.pilot.press("ctrl+t")
    await fast(app, f"› {step}")
    await app.pilot.press("enter")
    for _ in range(50):
        if step in app.text().splitlines()[0]:
            return
        await app.pilot.pause()
    raise AssertionError(f"{step!r} cannot be gone to:\n{app.text()}")


async def tab_to(app: Window, words: str, key: str = "tab") -> None:
    """Presses Tab until these words, which stand under one field alone, are on the screen."""
    for _ in range(60):
        if words in app.text():
            return
        await app.pilot.press(key)
        await app.pilot.pause()
    raise AssertionError(f"no field says {words!r}:\n{app.text()}")
