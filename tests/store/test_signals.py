"""Real processes on real pseudo-terminals that are told to end, or whose line drops."""

import fcntl
import os
import pty
import re
import resource
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.conftest import COMMUNITY, HERE, ROOT, Open, held, start

pytestmark = pytest.mark.slow


class Line:
    """A typist at the other end of a line."""

    def __init__(self, path: Path, way: str, *, own: bool = True) -> None:
        self.path, self.seen = path, b""
        self.master, slave = pty.openpty()
        self.child = start(
            "typist.py", path, way, stdin=slave, stdout=slave, stderr=slave,
            start_new_session=True,
            preexec_fn=(lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0)) if own else None,
        )  # fmt: skip
        os.close(slave)

    def last_number(self, within: float = 20) -> int:
        """The number of the last edit that was told; waits for the first."""
        end = time.monotonic() + within
        while not (found := re.findall(rb"<(\d+)>", self.seen)):
            assert time.monotonic() < end, self.seen
            self.read(0.05)
        return int(found[-1])

    def read(self, seconds: float) -> None:
        """Takes what is written within a time."""
        if select.select([self.master], [], [], seconds)[0]:
            self.seen += os.read(self.master, 65536)

    def drop(self) -> None:
        """The line drops."""
        os.close(self.master)
        self.master = -1

    def ended(self, within: float) -> int:
        """Waits for the end; gives the exit code."""
        return self.child.wait(within)

    def close(self) -> None:
        if self.child.poll() is None:
            self.child.kill()
            self.child.wait()
        if self.master >= 0:
            os.close(self.master)


@pytest.fixture
def line(people: Open, path: Path) -> Iterator[Callable[..., Line]]:
    people().close()
    opened: list[Line] = []

    def opening(way: str, **options: bool) -> Line:
        opened.append(Line(path, way, **options))
        return opened[-1]

    yield opening
    for one in opened:
        one.close()


def number(path: Path) -> int:
    return int(held(path)["answers"][COMMUNITY]["value"])


@pytest.mark.parametrize("way", ["SIGTERM", "SIGHUP", "the line drops"])
@pytest.mark.parametrize("typing", ["idle", "busy"])
def test_an_edit_of_just_now_is_on_disk_and_the_process_is_gone(
    line: Callable[..., Line], path: Path, way: str, typing: str
):
    typist = line(typing)
    told = typist.last_number()
    time.sleep(0.05)
    begun = time.monotonic()
    if way == "the line drops":
        typist.drop()
        code = signal.SIGHUP
    else:
        code = getattr(signal, way)
        typist.child.send_signal(code)
    assert typist.ended(3) == 128 + code
    assert time.monotonic() - begun < 3
    assert number(path) >= told
    assert Path(f"{path}.left").exists()
    assert path.with_name(f"{path.name}.d").joinpath("history.jsonl").exists()


@pytest.mark.parametrize("way", ["SIGTERM", "the line drops"])
def test_a_terminal_that_nobody_reads_keeps_nobody_from_saving(
    line: Callable[..., Line], path: Path, way: str
):
    typist = line("stalled")
    typist.last_number()
    time.sleep(0.5)
    begun = time.monotonic()
    if way == "SIGTERM":
        typist.child.send_signal(signal.SIGTERM)
    else:
        typist.drop()
    assert typist.ended(3) in (129, 143)
    assert time.monotonic() - begun < 3
    assert number(path) > 0


def test_a_terminal_that_goes_without_a_signal_ends_it_and_it_does_not_spin(
    line: Callable[..., Line], path: Path
):
    typist = line("idle", own=False)
    typist.last_number()
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    typist.drop()
    assert typist.ended(3) == 129
    assert number(path) == 1
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 2


def test_a_lock_that_somebody_holds_keeps_neither_the_process_nor_what_was_typed(
    line: Callable[..., Line], people: Open, path: Path
):
    beside = people().store.beside
    beside.make()
    with beside.lock.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        typist = line("busy")
        told = typist.last_number()
        time.sleep(0.6)
        typist.child.send_signal(signal.SIGTERM)
        assert typist.ended(3.2) == 143
        assert number(path) >= told


def test_a_closed_session_gives_the_signals_back(line: Callable[..., Line], path: Path):
    typist = line("closed")
    typist.last_number()
    typist.child.send_signal(signal.SIGTERM)
    assert typist.ended(3) == -signal.SIGTERM


def test_a_program_that_fails_saves_what_was_typed(line: Callable[..., Line], path: Path):
    typist = line("failing")
    told = typist.last_number()
    assert typist.ended(5) == 1
    assert number(path) == told


def test_without_a_terminal_it_ends_when_who_started_it_is_gone(people: Open, path: Path):
    people().close()
    starting = (
        "import subprocess, sys, time\n"
        "one = subprocess.Popen(sys.argv[1:], stdin=-3, stdout=subprocess.PIPE)\n"
        "one.stdout.readline()\n"
        "print(one.pid)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", starting, sys.executable, HERE / "typist.py", path, "idle"],
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]},
        capture_output=True, text=True, timeout=30,
    )  # fmt: skip
    pid, end = int(done.stdout), time.monotonic() + 4
    while Path(f"/proc/{pid}").exists() and time.monotonic() < end:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        if state == "Z":
            break
        time.sleep(0.05)
    assert time.monotonic() < end
    assert number(path) == 1
