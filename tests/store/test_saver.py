"""Autosave: soon after the typing stops, never in the typist's way, and never given up."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, get_ident
from typing import Any

import pytest

from tests.store.conftest import COMMUNITY, Book, Open, held
from workbook.session import Session
from workbook.store import StoreError
from workbook.store.disk import Disk
from workbook.store.saver import LONGEST, Saver


class Watch:
    """What a session's thread told."""

    def __init__(self, session: Session) -> None:
        self.saved, self.changed = Event(), Event()
        self.errors: list[Exception] = []
        self.edits: list[Any] = []
        self.threads: set[int] = set()
        session.start_autosave(self._saved, self.errors.append, self._changed)

    def _saved(self) -> None:
        self.threads.add(get_ident())
        self.saved.set()

    def _changed(self, edits: Any) -> None:
        self.edits.extend(edits)
        self.changed.set()


@pytest.fixture
def watched(people: Open) -> Iterator[Callable[[str], tuple[Session, Watch]]]:
    """Opens the workbook for somebody with autosave."""
    opened: list[Session] = []

    def opening(who: str = "Ana") -> tuple[Session, Watch]:
        opened.append(people(who))
        return opened[-1], Watch(opened[-1])

    yield opening
    for one in opened:
        if one._saver:
            one._saver.stop()


def answer(path: Path) -> Any:
    return held(path)["answers"].get(COMMUNITY, {}).get("value")


def test_an_edit_is_saved_by_itself_in_another_thread(watched, path: Path):
    ana, watch = watched()
    ana.plan.put(COMMUNITY, "A")
    assert answer(path) is None
    assert watch.saved.wait(5)
    assert answer(path) == "A"
    assert get_ident() not in watch.threads


def test_typing_without_a_pause_is_saved_all_the_same(watched, path: Path):
    ana, watch = watched()
    end, number = time.monotonic() + LONGEST + 1, 0
    while time.monotonic() < end and not watch.saved.is_set():
        number += 1
        ana.plan.put(COMMUNITY, str(number))
        time.sleep(0.05)
    assert watch.saved.is_set()
    assert 0 < int(answer(path)) <= number


def test_save_soon_does_not_wait_for_the_pause_and_close_saves_the_rest(watched, path: Path):
    ana, watch = watched()
    ana.plan.put(COMMUNITY, "A")
    ana.save_soon()
    assert watch.saved.wait(0.25)
    ana.plan.put(COMMUNITY, "B")
    ana.close()
    assert answer(path) == "B"


def test_a_field_that_was_left_comes_into_the_history_soon(watched):
    ana, watch = watched()
    ana.plan.put(COMMUNITY, "A")
    assert watch.saved.wait(5)
    assert not ana.store.beside.history.exists()
    ana.plan.settle()
    ana.save_soon()
    end = time.monotonic() + 5
    while not ana.store.beside.history.exists():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_without_autosave_only_save_saves(ana: Session, path: Path):
    ana.plan.put(COMMUNITY, "A")
    ana.close()
    assert answer(path) is None


def test_another_sessions_edit_comes_in_by_itself(watched):
    ana, _ = watched("Ana")
    bo, watch = watched("Bo")
    ana.plan.put(COMMUNITY, "A")
    assert watch.changed.wait(5)
    assert [(one.id, one.new) for one in watch.edits] == [(COMMUNITY, "A")]
    bo.plan.tell(watch.edits)
    bo.close()
    assert {group.who for group in bo.history.groups()} <= {"Ana"}


def test_a_save_that_fails_is_told_once_and_tried_again(watched, path: Path):
    ana, watch = watched()
    path.write_text("{ half")
    ana.plan.put(COMMUNITY, "A")
    end = time.monotonic() + 5
    while not watch.errors and time.monotonic() < end:
        time.sleep(0.02)
    time.sleep(0.6)
    [error] = watch.errors
    assert isinstance(error, StoreError)
    assert "cannot be read" in str(error)
    assert not watch.saved.is_set()
    path.unlink()
    assert watch.saved.wait(10)
    assert answer(path) == "A"


def test_a_close_that_cannot_save_says_so_and_loses_nothing(watched, path: Path):
    ana, _ = watched()
    ana.plan.put(COMMUNITY, "A")
    path.write_text("{ half")
    with pytest.raises(StoreError):
        ana.close()
    path.unlink()
    ana.close()
    assert answer(path) == "A"


class Slow(Disk):
    """A disk that takes its time."""

    def flush(self, fd: int) -> None:
        time.sleep(1.5)
        super().flush(fd)


def test_an_edit_does_not_wait_for_a_slow_disk(book: Callable[..., Book]):
    ours = book(disk=Slow())

    class Work:
        save, poll = ours.storage.save, ours.storage.poll
        pause = save

    saved = Event()
    saver = Saver(Work(), saved.set, lambda error: None)
    ours.set("stk-1", power=0)
    saver.touch()
    saver.soon()
    time.sleep(0.3)
    begun = time.monotonic()
    for number in range(50):
        ours.set("stk-1", power=number)
        saver.touch()
    assert time.monotonic() - begun < 1
    assert not saved.is_set()
    assert saved.wait(5)
    saver.stop()


def test_a_fault_of_the_program_does_not_end_the_thread():
    class Work:
        calls = 0

        def save(self) -> None:
            self.calls += 1
            if self.calls == 1:
                raise ZeroDivisionError

        def poll(self) -> None:
            pass

        pause = poll

    saved, errors = Event(), []
    saver = Saver(Work(), saved.set, errors.append)
    saver.touch()
    assert saved.wait(10)
    assert len(errors) == 1
    saver.stop()


def test_after_a_long_pause_the_typing_is_one_edit(ana: Session):
    saver = Saver(ana, lambda: None, lambda error: None, pause=0.6)
    ana.plan.put(COMMUNITY, "A")
    saver.touch()
    end = time.monotonic() + 5
    while not ana.store.beside.history.exists() and time.monotonic() < end:
        time.sleep(0.05)
    saver.stop()
    ana.plan.put(COMMUNITY, "B")
    ana.save()
    assert [one.edits[0].new for one in ana.history.groups()] == ["A", "B"]
    assert [one.new for one in ana.plan.undo()] == ["A"]
