"""A real pseudo-terminal with an emulated screen, for journeys typed as a user types them."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pyte

KEYS = {
    "enter": "\r", "tab": "\t", "esc": "\x1b", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C",
    "left": "\x1b[D", "delete": "\x1b[3~", "backspace": "\x7f", "f1": "\x1bOP", "f2": "\x1bOQ",
    "f3": "\x1bOR", "f8": "\x1b[19~", "shift+tab": "\x1b[Z",
}  # fmt: skip


class Terminal:
    """A program in a pseudo-terminal; what is asserted is read off its emulated screen."""

    def __init__(self, argv: list[str], *, size: tuple[int, int], env: dict[str, str]) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self.raw = b""
        self._stream = pyte.ByteStream(self.screen)
        self._lock = threading.Lock()
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process = subprocess.Popen(
            argv, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        os.close(slave)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        while True:
            try:
                ready, _, _ = select.select([self.master], [], [], 0.2)
                data = os.read(self.master, 65536) if ready else b""
            except OSError:
                return
            if ready and not data:
                return
            if data:
                with self._lock:
                    self.raw += data
                    self._stream.feed(data)

    def text(self) -> str:
        """The screen as it stands, line by line."""
        with self._lock:
            return "\n".join(line.rstrip() for line in self.screen.display)

    def type(self, *keys: str) -> None:
        """Types: a name of KEYS, `^x` for a control key, or literal text."""
        for key in keys:
            if key in KEYS:
                sent = KEYS[key]
            elif len(key) == 2 and key.startswith("^"):
                sent = chr(ord(key[1]) & 0x1F)
            else:
                sent = key
            os.write(self.master, sent.encode())
            time.sleep(0.15 if key in KEYS or key.startswith("^") else 0.05)

    def see(self, *words: str, within: float = 15) -> str:
        """Waits until all these words are on the screen; fails with the screen if they are not."""
        end = time.monotonic() + within
        while time.monotonic() < end:
            text = self.text()
            if all(word in text for word in words):
                return text
            if self.process.poll() is not None and not select.select([self.master], [], [], 0)[0]:
                break
            time.sleep(0.05)
        raise AssertionError(f"not on the screen: {words}\n{self.text()}")

    def ended(self, within: float = 10) -> int:
        """Waits for the program's end and gives its exit code."""
        return self.process.wait(within)

    def hang_up(self) -> int:
        """The line drops: the terminal is gone under the program. Gives its exit code."""
        os.close(self.master)
        return self.ended()

    def close(self) -> None:
        """Ends the program if it is still there."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        with contextlib.suppress(OSError):
            os.close(self.master)


@contextlib.contextmanager
def workbook(
    *args: str | Path, size: tuple[int, int] = (80, 24), home: Path, cwd: Path | None = None
) -> Iterator[Terminal]:
    """`workbook …` in a terminal of its own, with a home of its own."""
    env = {
        "PATH": os.environ["PATH"], "HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8",
        "COLORTERM": "truecolor", "PYTHONPATH": str(Path(__file__).parents[2]),
        "WORKBOOK_DATE": "2026-05-20", "TEXTUAL_ANIMATIONS": "none",
    }  # fmt: skip
    here = os.getcwd()
    os.chdir(cwd or home)
    try:
        terminal = Terminal([sys.executable, "-m", "workbook", *map(str, args)], size=size, env=env)
    finally:
        os.chdir(here)
    try:
        yield terminal
    finally:
        terminal.close()
