"""Another window, another program or a full disk beside the open app, in real terminals."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.conftest import held, told
from tests.journeys.terminal import workbook
from tests.journeys.test_lines import PLACE, all_open, kept, new, state, wait_for
from tests.store.conftest import start

pytestmark = pytest.mark.slow


def test_where_the_line_of_one_is_cut_while_she_types_the_other_window_shows_her_text(
    tmp_path: Path,
):
    file = new(tmp_path)
    with all_open([file, file]) as [ana, bo]:
        bo.type("tab")
        bo.see("what happened, when, and who noticed")
        bo.type("A letter came")
        ana.type("Six towns and a ri")
        ana.see("Six towns and a ri")
        os.write(ana.master, b"v")
        time.sleep(0.05)
        assert ana.hang_up() == 129
        assert kept(file).startswith("Six towns and a ri")
        assert kept(file) in bo.see("Six towns and a ri", "A letter came", within=3)
        bo.type(" in May")
        bo.see("A letter came in May")
        bo.type("esc", "esc")
        assert bo.ended() == 0, bo.text()
    answers = told(held(file)["answers"])
    assert answers[PLACE].startswith("Six towns and a ri")
    assert answers["embarking.why-now"] == "A letter came in May"
    assert "_conflicts" not in held(file)


@contextlib.contextmanager
def halted(file: Path, who: str) -> Iterator[subprocess.Popen[str]]:
    """Somebody whose process stands still in the middle of a save."""
    process = start("halting.py", file, who)
    wait_for(lambda: state(process.pid) == "T")
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_who_keeps_the_lock_is_named_and_what_is_typed_is_kept_and_saved_later(tmp_path: Path):
    file = new(tmp_path)
    with halted(file, "Bo Lind") as other, all_open([file]) as [terminal]:
        terminal.type("Six towns")
        terminal.see("NOT SAVED: locked by Bo Lind", f"(process {other.pid}", within=20)
        terminal.type(" and a river")
        terminal.see("Six towns and a river")
        assert kept(file) == "None"
        other.send_signal(signal.SIGCONT)
        assert other.wait(10) == 0
        terminal.see(" saved ", within=20)
        assert kept(file) == "Six towns and a river"
        assert held(file)["stakeholder"]["stk-1"]["name"] == "Of the one who was stopped"


def test_a_process_that_must_end_while_another_keeps_the_lock_loses_nothing_of_either(
    tmp_path: Path,
):
    file = new(tmp_path)
    with halted(file, "Bo") as other, all_open([file]) as [terminal]:
        terminal.type("Six towns")
        terminal.see("Six towns")
        time.sleep(0.6)
        begun = time.monotonic()
        assert terminal.hang_up() == 129
        assert time.monotonic() - begun < 3
        assert kept(file) == "Six towns"
        other.send_signal(signal.SIGCONT)
        assert other.wait(10) == 0
    assert kept(file) == "Six towns"
    assert held(file)["stakeholder"]["stk-1"]["name"] == "Of the one who was stopped"


def test_a_file_that_may_not_grow_is_said_and_saved_when_it_may(tmp_path: Path):
    file = new(tmp_path)
    with all_open([file]) as [terminal]:
        limit = resource.RLIMIT_FSIZE
        before = resource.prlimit(terminal.process.pid, limit, (16, resource.RLIM_INFINITY))
        terminal.type("Six towns")
        terminal.see("NOT SAVED", "Not saved")
        assert kept(file) == "None"
        assert not list(tmp_path.glob(".*.tmp"))
        resource.prlimit(terminal.process.pid, limit, before)
        terminal.type(" and a river")
        terminal.see(" saved ", within=20)
        assert kept(file) == "Six towns and a river"


def test_on_a_full_disk_one_writes_on_and_it_is_saved_when_there_is_room(tmp_path: Path):
    disk, file = tmp_path / "disk", new(tmp_path)
    disk.mkdir()
    inside = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
    mount = f'mount -t tmpfs -o size=128k none "{disk}"'
    if subprocess.run([*inside, "sh", "-c", mount], capture_output=True).returncode:
        pytest.skip("no small disk can be made here")
    script = f'{mount} && cp "{file}" "{disk}" && exec "$0" -m workbook "$@"'
    by = [*inside, "sh", "-c", script, sys.executable]
    with workbook(disk / file.name, home=tmp_path, by=by) as terminal:
        terminal.see("the place, then whose lives should change")
        there = Path(f"/proc/{terminal.process.pid}/root{disk}")
        with contextlib.suppress(OSError), (there / "filling").open("wb", buffering=0) as filling:
            while True:
                filling.write(b"x" * 4096)
        terminal.type("Six towns")
        terminal.see("NOT SAVED: the disk is full", "Not saved")
        terminal.type(" and a river")
        terminal.see("Six towns and a river")
        assert kept(there / file.name) == "None"
        (there / "filling").unlink()
        terminal.see(" saved ", within=20)
        assert kept(there / file.name) == "Six towns and a river"
        assert not list(there.rglob("*.tmp"))
