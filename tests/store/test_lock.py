"""One writer at a time, across processes."""

import fcntl
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.store.conftest import Book, held
from workbook.store import StoreError


@contextmanager
def taken(book: Book) -> Iterator[None]:
    """Somebody else holds the lock."""
    fd = os.open(book.storage.beside.lock, os.O_RDWR)
    fcntl.flock(fd, fcntl.LOCK_EX)
    os.ftruncate(fd, 0)
    os.write(fd, b"Bo (process 4711 on ferry)\n")
    try:
        yield
    finally:
        os.close(fd)


def test_a_lock_that_is_not_given_back_is_told_with_its_holder_and_nothing_is_lost(
    book: Callable[..., Book], path: Path
):
    ours = book(lock_seconds=0.1)
    ours.set("stk-1", name="old")
    ours.storage.save()
    ours.set("stk-1", name="new")
    with taken(ours):
        with pytest.raises(StoreError) as caught:
            ours.storage.save()
        assert str(caught.value) == (
            f"{path} is locked by Bo (process 4711 on ferry). Try again when that is done."
        )
        assert caught.value.exit_code == 4
        assert held(path)["stakeholder"]["stk-1"]["name"] == "old"
    ours.storage.save()
    assert held(path)["stakeholder"]["stk-1"]["name"] == "new"


def test_a_lock_is_waited_for(book: Callable[..., Book], path: Path):
    ours = book()
    ours.set("stk-1", name="old")
    ours.storage.save()
    ours.set("stk-1", name="new")
    with taken(ours):
        saving = threading.Thread(target=ours.storage.save)
        saving.start()
        saving.join(0.15)
        assert saving.is_alive()
    saving.join(5)
    assert held(path)["stakeholder"]["stk-1"]["name"] == "new"


def test_a_change_never_waits_for_a_save_that_waits(book: Callable[..., Book]):
    ours = book()
    ours.set("stk-1", name="old")
    ours.storage.save()
    ours.set("stk-1", name="new")
    with taken(ours):
        saving = threading.Thread(target=ours.storage.save)
        saving.start()
        time.sleep(0.05)
        for number in range(100):
            ours.set("stk-1", power=number)
        assert saving.is_alive()
    saving.join(5)
    assert ours.get("stk-1") == {"name": "new", "power": 99}


def test_opening_and_reading_wait_for_no_lock(book: Callable[..., Book]):
    ours = book()
    ours.set("stk-1", name="old")
    ours.storage.save()
    with taken(ours):
        theirs = book()
        theirs.storage.poll()
        assert theirs.get("stk-1") == {"name": "old"}
        assert not theirs.storage.save()
