"""Keys typed into a long text: the bytes that each sends, and how long until it is shown.

Ours, with the worked example open on a long text, beside a stock text area of Textual that fills
the same window. Both are typed at in pseudo-terminals of one size, one after the other. Ends with 1
where ours sends over a tenth of the bytes of a key, where its 95th percentile of latency is over
SLOWER times the other's, or where it sends anything while nobody types.
"""

from __future__ import annotations

import argparse
import json
import os
import pty
import select
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.start import ANSWERS, OURS, ROOT, become

TENTH, SLOWER = 0.1, 1.0
TEXT = "The council asks every landlord in the six towns what would make them say yes. "
SETTLE, IDLE = 1.5, 3.0
"""Seconds until an app that has started stands, and for which nobody types."""
STEP = "convening"
"""The step that the example was left on: its first question takes a long text."""
STOCK = """
from textual.app import App, ComposeResult
from textual.widgets import TextArea

class Stock(App[None]):
    def compose(self) -> ComposeResult:
        area = TextArea("lorem ipsum dolor\\n" * 40)
        area.cursor_blink = False
        yield area

    def on_mount(self) -> None:
        self.query_one(TextArea).focus()

Stock().run()
"""


class Typed(NamedTuple):
    """What keys cost. bytes: the median of a key. late: the 95th percentile of the milliseconds
    until the first byte of it. idle: bytes a second while nobody types."""

    bytes: float
    late: float
    idle: float


class Line:
    """A program at the other end of a pseudo-terminal."""

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal

    def read(self, seconds: float) -> bytes:
        """What comes in until nothing has for so long."""
        got = bytearray()
        while select.select([self._terminal], [], [], seconds)[0]:
            try:
                new = os.read(self._terminal, 65536)
            except OSError:
                break
            self.type(b"".join(said for asked, said in ANSWERS.items() if asked in new))
            got += new
        return bytes(got)

    def type(self, keys: bytes) -> None:
        """Sends keys."""
        os.write(self._terminal, keys)

    def key(self, key: str) -> tuple[int, float]:
        """Types a key; the bytes that it sends and the milliseconds until the first."""
        begun = time.perf_counter()
        self.type(key.encode())
        select.select([self._terminal], [], [], 5)
        late = (time.perf_counter() - begun) * 1000
        return len(self.read(0.05)), late


@contextmanager
def started(code: str, *arguments: str, size: tuple[int, int], home: str) -> Iterator[Line]:
    """A program that stands."""
    pid, terminal = pty.fork()
    if pid == 0:
        become([sys.executable, "-c", code, *arguments], size, home)
    line = Line(terminal)
    try:
        line.read(SETTLE)
        yield line
    finally:
        os.kill(pid, 9)
        os.waitpid(pid, 0)
        os.close(terminal)


def typed(line: Line, many: int) -> Typed:
    """What so many keys cost, and what it costs that nobody types."""
    keys = [line.key(TEXT[at % len(TEXT)]) for at in range(many)]
    line.read(SETTLE)
    idle = len(line.read(IDLE)) / IDLE
    late = sorted(late for _, late in keys)[int(0.95 * many)]
    return Typed(statistics.median(sent for sent, _ in keys), late, idle)


def left_on(home: Path, step: str) -> Path:
    """The example, left on a step."""
    workbook = home / "prairie-fork.workbook.json"
    workbook.write_bytes((ROOT / "content/examples" / workbook.name).read_bytes())
    memory = home / "mobility-workbook" / "recent.json"
    memory.parent.mkdir(exist_ok=True)
    entry = {
        "path": str(workbook.resolve()),
        "name": "",
        "place": ["step", step, "", ""],
        "when": "",
    }
    memory.write_text(json.dumps([entry]), encoding="utf-8")
    return workbook


def main() -> int:
    """Measures and prints. 1 where a limit is passed, else 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=200, help="keys typed into each (default 200)")
    parser.add_argument("--size", default="80x24", help="columns x rows (default 80x24)")
    asked = parser.parse_args()
    columns, rows = (int(one) for one in asked.size.split("x"))
    size = columns, rows
    with tempfile.TemporaryDirectory() as home:
        workbook = left_on(Path(home), STEP)
        with started(OURS, str(workbook), size=size, home=home) as line:
            ours = typed(line, asked.keys)
        with started(STOCK, size=size, home=home) as line:
            stock = typed(line, asked.keys)
    of_bytes, of_late = ours.bytes / stock.bytes, ours.late / stock.late
    print(f"{asked.keys} keys at {asked.size}; beside: a stock text area that fills the window")
    print("                       ours   beside   ratio")
    print(
        f"  bytes a key       {ours.bytes:7.0f}  {stock.bytes:7.0f}  {of_bytes:6.3f}  (≤ {TENTH})"
    )
    print(f"  95 % shown in, ms {ours.late:7.1f}  {stock.late:7.1f}  {of_late:6.2f}  (≤ {SLOWER})")
    print(f"  idle, bytes/s     {ours.idle:7.0f}  {stock.idle:7.0f}          (0)")
    return int(of_bytes > TENTH or of_late > SLOWER or ours.idle > 0)


if __name__ == "__main__":
    sys.exit(main())
