"""One word that is typed is one line of the history, wherever the saver's thread is meanwhile."""

import itertools
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from tests.conftest import TODAY
from tests.store.conftest import COMMUNITY, Open
from workbook.curriculum import Curriculum
from workbook.session import Session, new_session

MEANWHILE = 0.05
"""Seconds that the saver's thread stands still, unless it is done before."""
LOOKED_AT = ("workbook/session.py", "workbook/store/history.py", "workbook/plan.py")


class Halted:
    """Something that is done in a thread of its own, which stands still before its nth line."""

    def __init__(self, doing: Callable[[], None], line: int) -> None:
        self._doing, self._left = doing, line
        self.halted, self._go_on = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> bool:
        """Whether it has so many lines."""
        self._thread.start()
        while self._thread.is_alive() and not self.halted.is_set():
            self.halted.wait(0.001)
        return self.halted.is_set()

    def __exit__(self, *_: object) -> None:
        self._go_on.set()
        self._thread.join()

    def _run(self) -> None:
        sys.settrace(self._trace)
        self._doing()
        sys.settrace(None)

    def _trace(self, frame: FrameType, event: str, _: Any) -> Any:
        if not frame.f_code.co_filename.endswith(LOOKED_AT):
            return None
        if event == "line":
            self._left -= 1
            if self._left == 0:
                self.halted.set()
                self._go_on.wait(MEANWHILE)
        return self._trace


def typed(people: Open, ending: str, line: int, first: int) -> tuple[Session, bool]:
    """A session in which “ABC” was typed into a field that then was left, and whether the
    saver's thread, at its `ending`, came to its nth line; there it stood while the key number
    `first` was typed."""
    session = people()
    session.start_autosave(lambda: None, lambda error: None, lambda edits: None)
    for end in range(1, first + 1):
        session.plan.put(COMMUNITY, "ABC"[:end])
    with Halted(getattr(session, ending), line) as halted:
        session.plan.put(COMMUNITY, "ABC"[: first + 1])
    for end in range(first + 2, 4):
        session.plan.put(COMMUNITY, "ABC"[:end])
    session.plan.settle()
    session.save()
    return session, halted


@pytest.mark.parametrize("ending", ["save", "pause"])
@pytest.mark.parametrize("first", [0, 1])
def test_wherever_a_save_or_a_pause_is_when_a_key_is_typed_undo_and_history_agree(
    people: Open, first: int, ending: str
):
    lines, halted, seen = 0, True, set[int | None]()
    while halted:
        lines += 1
        session, halted = typed(people, ending, lines, first)
        done = [one for one in session.history.groups() if one.number not in seen]
        parts = [None, *(one.edits[0].new for one in done)]
        assert [one.edits[0].old for one in done] == parts[:-1]
        assert parts[1:] == ["ABC"] or (ending == "pause" and parts[-1] == "ABC")
        while session.plan.undo():
            session.save()
        session.close()
        groups = session.history.groups()
        assert [one.undoes for one in groups[-len(done) :]] == [one.number for one in done[::-1]]
        seen = {one.number for one in groups}
    assert lines > 10


@pytest.mark.parametrize("moment", range(6))
def test_a_pause_that_falls_on_a_key_parts_typing_alike_for_undo_and_history(
    path: Path, curriculum: Curriculum, moment: int
):
    ticks = itertools.count()

    def clock() -> str:
        tick = next(ticks)
        if tick == moment:
            thread = threading.Thread(target=ana.pause)
            thread.start()
            thread.join()
        return f"2026-05-20T10:{tick:04}Z"

    ana = new_session(path, curriculum, who="Ana", today=TODAY, clock=clock)
    ana.start_autosave(lambda: None, lambda error: None, lambda edits: None)
    for text in ("A", "AB", "ABC"):
        ana.plan.put(COMMUNITY, text)
    ana.plan.settle()
    ana.save()
    done = ana.history.groups()
    while ana.plan.undo():
        ana.save()
    ana.close()
    taken_back = [one.undoes for one in ana.history.groups()[len(done) :]]
    assert taken_back == [one.number for one in done[::-1]]
