"""A line that drops, stalls or is suspended, a window of any size: what was typed is kept, and the
program is gone when nobody is there. The real command in real pseudo-terminals."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.journeys.conftest import held, told
from tests.journeys.terminal import Terminal, in_its_own_terminal, workbook
from workbook.store.storage import SafeStorage

pytestmark = pytest.mark.slow
PLACE = "workbook.place"
BAR = " ▁▂▃▄▅▆▇█"
SLOW = (sys.executable, str(Path(__file__).with_name("slow_disk.py")))


def new(folder: Path, name: str = "plan") -> Path:
    """A workbook that has a name, and no answer to the first question yet."""
    file = folder / f"{name}.workbook.json"
    community = '{"workbook.community": {"value": "Prairie"}}'
    file.write_text(f'{{"_meta": {{"schema": {{"version": 1}}}}, "answers": {community}}}')
    return file


def end(terminal: Terminal, way: str) -> int:
    """Ends it in a way, and gives the exit code that this must have."""
    if way == "the line drops":
        terminal.stall()  # nobody reads where the next terminal may get this one's number
        os.close(terminal.master)
        os.close(terminal.slave)
        terminal.master = terminal.slave = -1
        return 129
    terminal.process.send_signal(signal.Signals[way])
    return 128 + signal.Signals[way]


def kept(file: Path) -> str:
    """What stands in the file under the first question."""
    return str(told(held(file)["answers"]).get(PLACE))


@contextlib.contextmanager
def all_open(files: Sequence[Path], **options: Sequence[str]) -> Iterator[list[Terminal]]:
    """The app on each of these files, in as many terminals at once."""
    with contextlib.ExitStack() as stack:
        opened = [stack.enter_context(workbook(one, home=one.parent, **options)) for one in files]
        for one in opened:
            one.see("the place, then whose lives should change")
        yield opened


def test_ten_of_ten_terminals_that_nobody_reads_keep_what_was_typed(tmp_path: Path):
    files = [new(tmp_path, f"plan-{number}") for number in range(10)]
    with all_open(files) as terminals:
        for number, one in enumerate(terminals):
            one.type(f"Town {number}")
        for number, one in enumerate(terminals):
            one.see(f"Town {number}")
            one.stall()
        for number in range(60):  # more to draw than a terminal keeps unread
            for one in terminals:
                one.resize(200 - number % 2, 60)
            time.sleep(0.02)
        for one in terminals:
            one.type(" and so on")
        time.sleep(5)
        for number, one in enumerate(terminals):
            begun = time.monotonic()
            code = end(one, "the line drops" if number % 2 else "SIGTERM")
            assert one.ended(3) == code
            assert time.monotonic() - begun < 3
    assert [kept(one)[:6] for one in files] == [f"Town {number}" for number in range(10)]


@pytest.mark.parametrize("way", ["the line drops", "SIGTERM", "SIGHUP"])
def test_a_disk_that_is_slow_just_then_keeps_nothing_back(tmp_path: Path, way: str):
    file = new(tmp_path)
    with all_open([file], by=SLOW) as [terminal]:
        terminal.type("Six towns")
        terminal.see("Six towns")
        time.sleep(0.5)  # the saver holds the lock now, and waits for the disk
        assert list(tmp_path.glob(".*.tmp"))
        terminal.type(" and a river")
        terminal.see("a river")
        time.sleep(0.05)
        code, begun = end(terminal, way), time.monotonic()
        assert terminal.ended(3) == code
        assert time.monotonic() - begun < 3
    assert kept(file) == "Six towns and a river"
    SafeStorage(file).close()  # a save that was cut short leaves a file to whoever comes next
    assert not list(tmp_path.glob(".*.tmp"))


def without_signals() -> None:
    """As with nohup, and from a place that no terminal rules: nobody says that it went."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)


def as_nohup() -> None:
    in_its_own_terminal()
    without_signals()


@pytest.mark.parametrize("begins", [without_signals, as_nohup])
@pytest.mark.parametrize("opened", ["a workbook", "Welcome", "a workbook to read"])
def test_where_hanging_up_is_ignored_it_ends_by_itself_and_does_not_spin(
    tmp_path: Path, begins: Callable[[], None], opened: str
):
    file = new(tmp_path)
    if opened.endswith("read"):
        file.write_text(file.read_text().replace(": 1}", ": 2}"))
    files = [] if opened == "Welcome" else [file]
    with workbook(*files, home=tmp_path, begins=begins) as terminal:
        if opened == "a workbook":
            terminal.see("the place, then whose lives should change")
            terminal.type("Six towns")
            terminal.see("Six towns")
        else:
            terminal.see("full process" if opened == "Welcome" else "read only")
        before, others = spent(terminal.process.pid), children()
        begun = time.monotonic()
        end(terminal, "the line drops")
        assert terminal.ended(5) == 129
        assert time.monotonic() - begun < 5
        assert children() - others - before < 1
    assert opened != "a workbook" or kept(file) == "Six towns"


def spent(pid: int) -> float:
    """Seconds of the processor that a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def children() -> float:
    """The same of all that ended, of this process's own."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_a_signal_on_welcome_gives_the_terminal_back(tmp_path: Path):
    with workbook(home=tmp_path) as terminal:
        terminal.see("full process")
        end(terminal, "SIGTERM")
        assert terminal.ended(3) == 143
        assert terminal.usable()


def test_suspended_and_gone_on_with_nothing_is_lost_and_the_screen_is_there(tmp_path: Path):
    file = new(tmp_path)
    with all_open([file]) as [terminal]:
        terminal.type("Six towns")
        terminal.see("Six towns")
        before = terminal.text()
        terminal.process.send_signal(signal.SIGTSTP)
        wait_for(lambda: state(terminal.process.pid) == "T")
        assert terminal.usable()
        terminal.process.send_signal(signal.SIGCONT)
        terminal.type(" and a river")
        terminal.see("Six towns and a river")
        assert same(terminal.text(), before.replace("Six towns", "Six towns and a river"))
        terminal.type("esc", "esc")
        assert terminal.ended() == 0
        assert terminal.usable()
    assert kept(file) == "Six towns and a river"


def state(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def wait_for(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def same(one: str, other: str) -> bool:
    """Whether two screens are the same, but for the header, where time stands, and for how much of
    a line the end of the scroll bar fills."""
    return _words(one) == _words(other)


def same_but_scrolled(one: str, other: str) -> bool:
    """Whether two screens are the same, wherever each stands in a form that is longer than both:
    five lines or more are on either, as a question is with its field."""
    (*head, foot), (*other_head, other_foot) = _words(one), _words(other)
    body, other_body = head[2:], other_head[2:]
    return (head[:2], foot) == (other_head[:2], other_foot) and any(
        body[by:] == other_body[: len(body) - by] or other_body[by:] == body[: len(body) - by]
        for by in range(len(body) - 5)
    )


def _words(text: str) -> list[list[str]]:
    return [line.rstrip(BAR).split() for line in text.splitlines()[1:]]


def test_two_hundred_sizes_down_to_one_letter_lose_nothing_and_draw_it_right(tmp_path: Path):
    file, sizes = new(tmp_path), random.Random(7)
    with all_open([file]) as [terminal]:
        terminal.type("Six")
        terminal.see("Six")
        before = terminal.text()
        for number in range(200):
            small = number % 10 == 0
            size = (1, 1) if small else (sizes.randint(1, 200), sizes.randint(1, 60))
            terminal.resize(*size)
            time.sleep(0.01)
            if number % 50 == 0:
                terminal.type(str(number // 50))
        terminal.resize(80, 24)
        terminal.see("Six0123")
        wait_for(lambda: same_but_scrolled(before.replace("Six", "Six0123"), terminal.text()))
        terminal.type("esc", "esc")
        assert terminal.ended() == 0
    assert kept(file) == "Six0123"
