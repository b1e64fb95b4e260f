"""Fast fingers: what is typed before the first screen stands waits for it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.journeys.conftest import Command
from tests.journeys.terminal import Terminal, workbook


def _as_soon_as_it_listens(terminal: Terminal, keys: bytes) -> None:
    """Types once the terminal is the program's own, before anything is drawn."""
    while b"\x1b[?1049h" not in terminal.raw:
        time.sleep(0.001)
    os.write(terminal.master, keys)


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        (b"\x14", "Go to a step"),
        (b"A valley", "A valley"),
        (b"\x0f", "Next best step"),
        (b"\x1b[17~", "Words to look at"),
    ],
)
def test_a_key_before_the_first_screen_is_not_lost(
    tmp_path: Path, command: Command, keys: bytes, seen: str
):
    file = tmp_path / "plan.workbook.json"
    command("new", file, "--no-input", "--community", "Marten")
    with workbook(file, home=tmp_path) as terminal:
        _as_soon_as_it_listens(terminal, keys)
        assert seen in terminal.see(seen)
