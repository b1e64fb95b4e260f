"""Whether the terminal answers and draws: a character is written and the cursor asked for."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from contextlib import suppress
from typing import NamedTuple

_PATIENCE = 1.0
"""Seconds for a terminal to answer, also over a slow line."""
_DRAWN = "▰"
"""A character of ours that takes one cell where the terminal reads UTF-8."""
_PLACE = re.compile(rb"\x1b\[\d+;(\d+)R")


class Answer(NamedTuple):
    """How many cells the character took; None where the terminal did not answer."""

    width: int | None


def ask_terminal() -> Answer:
    """Asks, and leaves the line empty and the terminal as it was."""
    try:
        import termios
        import tty
    except ImportError:  # Windows
        return Answer(None)
    fd = sys.stdin.fileno()
    before = termios.tcgetattr(fd)
    try:
        tty.setcbreak(fd)
        os.write(sys.stdout.fileno(), f"\r{_DRAWN}\x1b[6n".encode())
        return Answer(_width(fd))
    finally:
        with suppress(OSError):
            os.write(sys.stdout.fileno(), b"\r\x1b[K")
        termios.tcsetattr(fd, termios.TCSADRAIN, before)


def _width(fd: int) -> int | None:
    """The cells before the cursor, from what the terminal sends back."""
    end, got = time.monotonic() + _PATIENCE, b""
    while (left := end - time.monotonic()) > 0:
        ready, _, _ = select.select([fd], [], [], left)
        if ready:
            got += os.read(fd, 100)
        if found := _PLACE.search(got):
            return int(found[1]) - 1
    return None
