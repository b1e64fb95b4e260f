"""From the start of the process to the first paint: our app beside a bare Textual app.

Both run in a pseudo-terminal of the same size, one after the other and again, so that a busy
machine slows both. Prints ours, beside and their ratio; ends with 1 where the ratio is over LIMIT.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Mapping
from pathlib import Path

import pyte

ROOT = Path(__file__).parent.parent
LIMIT = 1.5
PATIENCE = 20.0
"""Seconds until an app that shows nothing is given up."""

BARE = """
from textual.app import App, ComposeResult
from textual.widgets import Static

class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("Prairie Fork")

Bare().run()
"""
OURS = "from workbook.__main__ import main; main()"
MARKER = "Prairie Fork"
"""What both show: the workbook's place, in our header."""

ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # repaints at once: yes
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",  # tells of its size by itself: no
    b"\x1b[6n": b"\x1b[1;1R",  # where the cursor is
}
"""What a terminal of today answers to the questions that Textual asks of it."""


class NothingShown(Exception):
    """The app ended, or the time was up, before the marker stood on the screen."""


def first_paint(code: str, *arguments: str, size: tuple[int, int], home: str) -> float:
    """Milliseconds until MARKER stands on the emulated screen. The process is ended after it."""
    begun = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        become([sys.executable, "-c", code, *arguments], size, home)
    try:
        return (_shown(terminal, size) - begun) * 1000
    finally:
        os.kill(pid, 9)
        os.waitpid(pid, 0)
        os.close(terminal)


def become(command: list[str], size: tuple[int, int], home: str) -> None:
    """In the child: the terminal's size, a home with nothing in it, then the app."""
    try:
        columns, rows = size
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.chdir(ROOT)
        os.execve(command[0], command, _environment(home))
    finally:
        os._exit(127)


def _environment(home: str) -> Mapping[str, str]:
    ours = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "HOME": home}
    homes = {f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    return {"PATH": os.environ["PATH"]} | ours | homes


def _shown(terminal: int, size: tuple[int, int]) -> float:
    """The moment at which the output that puts MARKER on the screen came in."""
    screen = pyte.Screen(*size)
    stream = pyte.ByteStream(screen)
    end = time.perf_counter() + PATIENCE
    while select.select([terminal], [], [], max(0.0, end - time.perf_counter()))[0]:
        try:
            output = os.read(terminal, 65536)
        except OSError:
            break
        now = time.perf_counter()
        os.write(terminal, b"".join(answer for asked, answer in ANSWERS.items() if asked in output))
        stream.feed(output)
        if any(MARKER in line for line in screen.display):
            return now
    raise NothingShown("\n".join(line.rstrip() for line in screen.display).strip())


def compare(runs: int, size: tuple[int, int]) -> tuple[float, float]:
    """The medians of `runs` starts of ours and of the bare app, after one of each unmeasured."""
    with tempfile.TemporaryDirectory() as home:
        workbook = Path(home) / "prairie-fork.workbook.json"
        workbook.write_bytes((ROOT / "content/examples" / workbook.name).read_bytes())
        ours, beside = [], []
        for _ in range(runs + 1):
            ours.append(first_paint(OURS, str(workbook), size=size, home=home))
            beside.append(first_paint(BARE, size=size, home=home))
    return statistics.median(ours[1:]), statistics.median(beside[1:])


def main() -> int:
    """Measures and prints. 1 where ours takes over LIMIT times as long, else 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="starts of each (default 7)")
    parser.add_argument("--size", default="80x24", help="columns x rows (default 80x24)")
    asked = parser.parse_args()
    columns, rows = (int(one) for one in asked.size.split("x"))
    ours, beside = compare(asked.runs, (columns, rows))
    ratio = ours / beside
    print(f"first paint at {asked.size}, median of {asked.runs}")
    print(f"  ours    {ours:5.0f} ms\n  beside  {beside:5.0f} ms  (bare Textual)")
    print(f"  ratio   {ratio:5.2f}     (at most {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except NothingShown as error:
        sys.exit(f"Nothing was shown. The screen held:\n{error}")
