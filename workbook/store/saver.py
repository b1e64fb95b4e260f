"""Autosave: a thread that saves shortly after the typing stops, and looks for others' saves."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Protocol

from workbook.store.failure import NOT_WRITTEN, StoreError

QUIET, LONGEST = 0.3, 2.0
"""Seconds: a save comes so long after the last edit, and at most so long after the first."""
EVERY = 0.25
"""Seconds between two looks for another session's save."""
PAUSE = 30.0
"""Seconds without an edit after which the field that is typed in counts as left."""
_AGAIN, _AGAIN_MOST = 1.0, 30.0
"""Seconds after which a save that failed is tried again: the first time, and at most."""


class Work(Protocol):
    """What the thread does; everything may raise StoreError."""

    def save(self) -> None:
        """Saves."""

    def poll(self) -> None:
        """Takes in what another session saved."""

    def pause(self) -> None:
        """Nothing was typed for a while."""


class Saver:
    """The thread of one open workbook. Its callbacks are called in that thread.

    on_saved: everything is on disk. on_error: it is not, with the reason; each reason is told
    once, and saving is tried again. Edits stay in memory meanwhile.
    """

    def __init__(
        self,
        work: Work,
        on_saved: Callable[[], None],
        on_error: Callable[[Exception], None],
        *,
        pause: float = PAUSE,
    ) -> None:
        self._pause = pause
        self._work, self._on_saved, self._on_error = work, on_saved, on_error
        self._wake = threading.Condition()
        self._first = self._last = 0.0
        self._now = self._stopped = False
        self._waiting_since = 0.0
        self._failures, self._told, self._retry_at = 0, "", 0.0
        self._polled_at = time.monotonic()
        self._thread = threading.Thread(target=self._run, name="autosave", daemon=True)
        self._thread.start()

    def touch(self) -> None:
        """Something was edited. Never waits for the disk."""
        now = time.monotonic()
        with self._wake:
            self._last = self._waiting_since = now
            if not self._first:
                self._first = now
                self._wake.notify()

    @property
    def waiting(self) -> bool:
        """Whether something was edited since the last save began."""
        return bool(self._first)

    def soon(self) -> None:
        """Saves at once, in the thread, without waiting for a pause."""
        with self._wake:
            self._now = True
            self._wake.notify()

    def stop(self) -> None:
        """Ends the thread, after the save that it is at. Saves nothing more."""
        with self._wake:
            self._stopped = True
            self._wake.notify()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._wake:
                if not self._stopped:
                    self._wake.wait(self._seconds())
                if self._stopped:
                    return
                due, edited = self._is_due(), bool(self._first)
                if due:
                    self._first, self._now = 0.0, False
            if due:
                self._save(edited)
            elif time.monotonic() >= self._polled_at + EVERY:
                self._look()

    def _due_at(self) -> float:
        """When the next save is due, as far as is known."""
        if self._now or not self._first:
            return 0.0 if self._now else float("inf")
        return max(min(self._last + QUIET, self._first + LONGEST), self._retry_at)

    def _is_due(self) -> bool:
        return time.monotonic() >= self._due_at()

    def _seconds(self) -> float:
        """How long to wait: until a save is due, or a look at the file."""
        until = min(self._due_at(), self._polled_at + EVERY)
        return max(0.0, until - time.monotonic())

    def _save(self, edited: bool) -> None:
        if error := self._tried(self._work.save):
            self._failures += 1
            self._retry_at = time.monotonic() + min(_AGAIN * 2**self._failures, _AGAIN_MOST)
            with self._wake:
                self._first = self._first or time.monotonic()
            self._tell(error)
        else:
            told, self._failures, self._retry_at, self._told = self._told, 0, 0.0, ""
            if edited or told:
                self._on_saved()

    def _look(self) -> None:
        self._polled_at = time.monotonic()
        error = self._tried(self._work.poll)
        if error:
            self._tell(error)
        elif self._told and not self._failures:
            self._told = ""
            self._on_saved()
        if self._waiting_since and self._polled_at - self._waiting_since >= self._pause:
            self._waiting_since = 0.0
            self._tried(self._work.pause)

    def _tried(self, doing: Callable[[], None]) -> Exception | None:
        """Does it; gives what went wrong. Nothing may end this thread: it is what saves."""
        try:
            doing()
        except StoreError as error:
            return error
        except Exception as error:  # noqa: BLE001  # a fault of ours is told like any other
            kind = type(error).__name__
            return StoreError(f"This could not be saved: {kind}: {error}.", NOT_WRITTEN)
        return None

    def _tell(self, error: Exception) -> None:
        if str(error) != self._told:
            self._told = str(error)
            self._on_error(error)
