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
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pyte

from screens.theme import tokens
from tests.cli.conftest import give_up_root

KEYS = {
    "enter": "\r", "tab": "\t", "esc": "\x1b", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C",
    "left": "\x1b[D", "home": "\x1b[H", "delete": "\x1b[3~", "backspace": "\x7f",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f5": "\x1b[15~", "f7": "\x1b[18~",
    "f8": "\x1b[19~", "shift+tab": "\x1b[Z", "alt+down": "\x1b[1;3B",
    "escape": "\x1b[27u",
}  # fmt: skip
"""`escape` is as a newer terminal says it: a key that follows at once is none of its parts."""
BAR, LIT = "▌", tokens("dark")["accent"].lstrip("#").lower()
"""What stands before every field, and its colour where the cursor is."""


class Terminal:
    """A program in a pseudo-terminal; what is asserted is read off its emulated screen."""

    def __init__(
        self,
        argv: list[str],
        *,
        size: tuple[int, int],
        env: dict[str, str],
        begins: Callable[[], None] | None = None,
        drawn: bool = True,
    ) -> None:
        columns, rows = size
        self._drawn = drawn
        self.screen = pyte.Screen(columns, rows)
        self.raw = bytearray()
        self._stream = pyte.ByteStream(self.screen)
        self._lock = threading.Lock()
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process = subprocess.Popen(
            argv, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True,
            preexec_fn=begins or in_its_own_terminal,
        )  # fmt: skip
        self.before = termios.tcgetattr(slave)
        self.slave = slave
        self._end_reading = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while not self._end_reading.is_set():
            try:
                ready, _, _ = select.select([self.master], [], [], 0.05)
                data = os.read(self.master, 65536) if ready else b""
            except OSError:
                return
            if ready and not data:
                return
            if data:
                with self._lock:
                    self.raw += data
                    if self._drawn:
                        self._stream.feed(data)

    def stall(self) -> None:
        """From now on nobody takes what the program writes."""
        self._end_reading.set()
        self._reader.join()

    def drain(self) -> None:
        """Waits until all is read that a program wrote which has ended."""
        while select.select([self.master], [], [], 0.3)[0]:
            time.sleep(0.05)

    def resize(self, columns: int, rows: int) -> None:
        """Gives the window another size."""
        with self._lock:
            self.screen.resize(rows, columns)
            fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def text(self) -> str:
        """The screen as it stands, line by line."""
        with self._lock:
            return "\n".join(line.rstrip() for line in self.screen.display)

    def type(self, *keys: str) -> None:
        """Types: a name of KEYS, `^x` for a control key, or literal text."""
        for key in keys:
            self.send(key)
            time.sleep(0.12 if key == "esc" else 0.005)  # a lone Esc may be the begin of a key
            self._wait_until_idle()

    def send(self, *keys: str) -> None:
        """Types ahead: no key waits for what the one before it does."""
        data = "".join(map(_sent, keys)).encode()
        while data:
            data = data[os.write(self.master, data) :]

    def rest(self, within: float = 120) -> None:
        """Lifts the hands until the program has done all that was typed ahead."""
        self._wait_until_idle(within)

    def _wait_until_idle(self, within: float = 3) -> None:
        """Waits until the program has done what a key asks: it sleeps, and draws nothing more."""
        end, quiet, drawn = time.monotonic() + within, 0, -1
        while quiet < 3 and time.monotonic() < end and self.process.poll() is None:
            asleep = len(self.raw) == drawn and not _is_busy(self.process.pid)
            quiet, drawn = quiet + 1 if asleep else 0, len(self.raw)
            time.sleep(0.01)

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

    def lit(self) -> str:
        """The lines of the field that has the cursor: its bar is lit, the others' are not."""
        with self._lock:
            rows = [
                y
                for y in range(self.screen.lines)
                for x in range(self.screen.columns)
                if self.screen.buffer[y][x].data == BAR and self.screen.buffer[y][x].fg == LIT
            ]
            return "\n".join(self.screen.display[y].rstrip() for y in rows)

    def tab_to(self, label: str) -> None:
        """Presses Tab until the cursor is in the field beside this label, seen by its bar."""
        for _ in range(40):
            if self.lit().lstrip().startswith(label):
                return
            self.type("tab")
        raise AssertionError(f"Tab does not lead to {label!r}\n{self.text()}")

    def go(self, step: str, title: str) -> None:
        """Goes to a step by the list of steps; its title says that it stands there."""
        self.type("^t")
        self.see("Go to a step")
        self.type(f"› {step}")
        self.see(f"› {step}  ")
        self.type("enter")
        self.see(title)

    def usable(self, within: float = 3) -> bool:
        """Whether the terminal takes keys as before, shows its cursor and its first screen.

        The last bytes of a program that has ended may still be on their way to the emulator.
        """
        end = time.monotonic() + within
        while not self._is_usable() and time.monotonic() < end:
            time.sleep(0.05)
        return self._is_usable()

    def _is_usable(self) -> bool:
        modes = self.raw.replace(b"\x1b[?1049h", b"<").replace(b"\x1b[?1049l", b">")
        inside = modes.count(b"<") - modes.count(b">")
        same = termios.tcgetattr(self.slave) == self.before
        return same and inside == 0 and not self.screen.cursor.hidden

    def ended(self, within: float = 10) -> int:
        """Waits for the program's end and gives its exit code."""
        return self.process.wait(within)

    def hang_up(self) -> int:
        """The line drops: the terminal is gone under the program. Gives its exit code."""
        self._let_go()
        return self.ended()

    def _let_go(self) -> None:
        """Closes both ends, once nobody reads: the next terminal may get their numbers."""
        self._end_reading.set()
        self._reader.join()
        for one in (self.slave, self.master):
            with contextlib.suppress(OSError):
                os.close(one)
        self.slave = self.master = -1

    def close(self) -> None:
        """Ends the program if it is still there."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self._let_go()


def _sent(key: str) -> str:
    """What a terminal sends for a key, or for literal text."""
    if len(key) == 2 and key.startswith("^"):
        return chr(ord(key[1]) & 0x1F)
    return KEYS.get(key, key)


def _is_busy(pid: int) -> bool:
    """Whether any thread of a process runs (R) or waits for a disk (D); keys come by one of their
    own, which may still have to wait for its turn."""
    try:
        stats = [one.read_text() for one in Path(f"/proc/{pid}/task").glob("*/stat")]
    except OSError:
        return True
    return any(one.rpartition(")")[2].split()[0] in "RD" for one in stats)


def in_its_own_terminal() -> None:
    """For the child: its standard input rules it, and file permissions hold for it."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    if os.geteuid() == 0:
        give_up_root()


@contextlib.contextmanager
def workbook(
    *args: str | Path,
    size: tuple[int, int] = (80, 24),
    home: Path,
    cwd: Path | None = None,
    by: Sequence[str] = (sys.executable, "-m", "workbook"),
    begins: Callable[[], None] | None = None,
    drawn: bool = True,
    env: Mapping[str, str] | None = None,
) -> Iterator[Terminal]:
    """`workbook …` in a terminal of its own, with a home of its own.

    by: what is started in its place. begins: done in the new process before it starts. drawn:
    whether its screen is emulated; the bytes that it wrote are there anyway. env: what is set
    besides, or in its place; "" for nothing.
    """
    given = {
        "PATH": os.environ["PATH"], "HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8",
        "COLORTERM": "truecolor", "PYTHONPATH": str(Path(__file__).parents[2]),
        "WORKBOOK_DATE": "2026-05-20", "TEXTUAL_ANIMATIONS": "none",
    } | dict(env or {})  # fmt: skip
    seen = {name: value for name, value in given.items() if value}
    here = os.getcwd()
    os.chdir(cwd or home)
    try:
        terminal = Terminal([*by, *map(str, args)], size=size, env=seen, begins=begins, drawn=drawn)
    finally:
        os.chdir(here)
    try:
        yield terminal
    finally:
        terminal.close()
