"""The real command in real processes: with pipes, and on a pseudo-terminal."""

import ctypes
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "workbook")
DAY = "2026-05-20"


def environment(**more: str) -> dict[str, str]:
    """What a command sees: nothing of the tester's own, and a terminal that can draw."""
    return {
        "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT),
        "HOME": "/nonexistent", "LANG": "C.UTF-8", "TERM": "xterm-256color",
        "WORKBOOK_DATE": DAY, "WORKBOOK_AS": "Ana", **more,
    }  # fmt: skip


def give_up_root() -> None:
    """Lets file permissions hold for root too: the command is started without what sets root
    above them (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH)."""
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    for capability in (1, 2):
        if prctl(24, capability, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "the right cannot be given up")


Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command in an empty folder; a dictionary of variables as `env`, input as `typed`."""

    def command(*words: str | bytes, typed: str = "", **env: str) -> Done:
        done = subprocess.run(
            [*COMMAND, *words], input=typed.encode(errors="surrogateescape"), cwd=tmp_path,
            env=environment(**env), capture_output=True, timeout=60,
            preexec_fn=give_up_root if os.geteuid() == 0 else None,
        )  # fmt: skip
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in err, err
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return command


@pytest.fixture
def book(run: Run, tmp_path: Path) -> Path:
    """A new workbook of Prairie Fork County."""
    path = tmp_path / "our.workbook.json"
    made = run("new", path.name, "--no-input", "--community", "Prairie Fork County")
    assert made.returncode == 0, made.stderr
    return path


@pytest.fixture
def refused(tmp_path: Path) -> Iterator[Callable[[Done, int], str]]:
    """Checks that a command ended in one sentence and that no file changed; gives the sentence."""
    before = files(tmp_path)

    def check(done: Done, code: int) -> str:
        assert (done.returncode, done.stdout) == (code, ""), done.stderr
        assert done.stderr.startswith("workbook: "), done.stderr
        assert done.stderr.count("\n") == 1, done.stderr
        assert len(done.stderr) < 400, done.stderr
        return done.stderr

    yield check
    assert files(tmp_path) == before


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes; what a session leaves beside a workbook is not one."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.parent.name.endswith(".d") and os.access(path, os.R_OK)
    }


class Terminal:
    """A command on a pseudo-terminal: keys go in, what is on the screen comes out."""

    def __init__(self, words: tuple[str, ...], cwd: Path, env: dict[str, str]) -> None:
        self.screen = pyte.HistoryScreen(100, 40, history=5000)
        self.stream, self.raw, self.mark = pyte.ByteStream(self.screen), b"", 0
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            os.execve(COMMAND[0], [*COMMAND, *words], env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))

    def read(self, seconds: float = 0.1) -> None:
        """Takes what was written within a time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            ready, _, _ = select.select([self.fd], [], [], 0.02)
            if not ready:
                continue
            try:
                found = os.read(self.fd, 65536)
            except OSError:
                return
            self.raw += found
            self.stream.feed(found)
            if b"\x1b[6n" in found:
                here = self.screen.cursor
                os.write(self.fd, b"\x1b[%d;%dR" % (here.y + 1, here.x + 1))

    @property
    def shown(self) -> str:
        """All lines that were ever on the screen."""
        above = ["".join(row[x].data for x in range(100)) for row in self.screen.history.top]
        return "\n".join(line.rstrip() for line in [*above, *self.screen.display])

    def wait_for(self, text: str, seconds: float = 20) -> None:
        """Waits until a text was written since keys were sent last."""
        end = time.monotonic() + seconds
        while text.encode() not in re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", self.raw[self.mark :]):
            assert time.monotonic() < end, f"{text!r} is not in:\n{self.shown}"
            self.read()

    def type(self, keys: str) -> None:
        """Sends keys."""
        self.mark = len(self.raw)
        os.write(self.fd, keys.encode())
        self.read(0.15)

    def end(self, seconds: float = 10) -> int:
        """Waits for the command's end and gives its exit code, 128 and the number of a signal."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                code = os.waitstatus_to_exitcode(status)
                return code if code >= 0 else 128 - code
        raise AssertionError(f"still running:\n{self.shown}")

    def close(self) -> None:
        """Ends what still runs."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Starts the command on a pseudo-terminal in the test's folder."""
    started: list[Terminal] = []

    def start(*words: str, **env: str) -> Terminal:
        started.append(Terminal(words, tmp_path, environment(**env)))
        return started[-1]

    yield start
    for one in started:
        one.close()
