"""Ending well: a dropped line, a request to end, a terminal that is gone (store.md 5.1).

A handler only writes one byte to a pipe; a thread reads it, saves and ends the process. So
nothing is interrupted in the middle of a change, and a terminal that takes no output, and keeps
the main thread waiting, keeps nobody from saving.
"""

from __future__ import annotations

import atexit
import os
import select
import signal
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any, Protocol

from workbook.store.failure import StoreError

LIMIT = 2.5
"""Seconds that the last save may take; with the look at the terminal it is three."""
HURRY = 0.3
"""Seconds after which it waits for no disk and no lock any more, nor for a flush that was begun."""
_EVERY = 0.4
"""Seconds between two looks at the terminal."""
_HANG_UP = getattr(signal, "SIGHUP", signal.SIGTERM)
"""Not every system has it."""
_ENDING = {_HANG_UP, signal.SIGTERM}
_STOP = 0
"""The byte that ends the thread and not the process."""


class Endable(Protocol):
    """What is saved at the end."""

    def save_last(self) -> None:
        """Saves everything, also what is being typed. Raises StoreError."""

    def hurry(self) -> None:
        """Lets a save that waits go on as best it can. Called in another thread."""

    def at_close(self, doing: Callable[[], None]) -> None:
        """Does something when it is closed."""


def end_on_signals(session: Endable, *, leaving: Callable[[], None] = lambda: None) -> None:
    """From now until the session is closed SIGHUP, SIGTERM and the terminal's end save it.

    Then the process ends, with 128 and the signal's number. leaving: done after the save, such
    as giving the terminal back; it has no more time than is left. For the main thread only.
    """
    session.at_close(_Guard(session, leaving).release)


class _Guard:
    """The handlers, the pipe and two threads of one session: one watches, one saves at the end.

    Both are there from the beginning, for while a process ends no thread can be started.
    """

    def __init__(self, session: Endable, leaving: Callable[[], None]) -> None:
        self._session, self._leaving = session, leaving
        self._terminal, self._number = _Terminal(), _STOP
        self._told, self._done = threading.Event(), threading.Event()
        self._released = False
        self._read, self._write = socket.socketpair()  # a pipe cannot be waited for everywhere
        self._write.setblocking(False)
        self._before: dict[int, Any] = {one: signal.signal(one, self._handle) for one in _ENDING}
        self._threads = [
            threading.Thread(target=each, name="ending", daemon=True)
            for each in (self._watch, self._save_and_leave)
        ]
        for one in self._threads:
            one.start()
        atexit.register(self._at_exit)

    def release(self) -> None:
        """Puts back the handlers that were there, and ends the threads."""
        atexit.unregister(self._at_exit)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._released = True
        self._told.set()
        self._send(_STOP)
        for one in self._threads:
            one.join()
        self._read.close()
        self._write.close()

    def _handle(self, number: int, frame: FrameType | None) -> None:
        self._number = number
        self._send(number)

    def _send(self, number: int) -> None:
        with suppress(BlockingIOError):
            self._write.send(bytes([number]))

    def _watch(self) -> None:
        while True:
            if select.select([self._read], [], [], _EVERY)[0]:
                number = self._read.recv(1)[0]
                if number == _STOP:
                    return
                self._end(number)
            elif self._terminal.gone():
                self._end(_HANG_UP)

    def _end(self, number: int) -> None:
        """Saves, and ends the process whether or not that came through in time."""
        self._wait()
        os._exit(128 + number)

    def _wait(self) -> None:
        """Has it saved, and waits for that as long as it may take."""
        self._told.set()
        if not self._done.wait(HURRY):
            self._session.hurry()
            self._done.wait(LIMIT - HURRY)

    def _save_and_leave(self) -> None:
        self._told.wait()
        if self._released:
            return
        with suppress(StoreError):
            self._session.save_last()
        self._leaving()
        self._done.set()

    def _at_exit(self) -> None:
        """The main thread ended by itself: perhaps because its terminal is gone."""
        if self._number != _STOP or self._terminal.gone():
            self._send(self._number or _HANG_UP)
            self._threads[0].join()
        self._wait()


class _Terminal:
    """The terminal that this process was started on.

    Where there is none, the process that started it stands for it: when that is gone, nobody is
    there any more.
    """

    def __init__(self) -> None:
        self._fd = next((fd for fd in (0, 1, 2) if os.isatty(fd)), -1)
        self._parent = os.getppid()

    def gone(self) -> bool:
        """Whether it was there and is not any more."""
        if self._fd < 0:
            return os.getppid() != self._parent
        return not os.isatty(self._fd)
