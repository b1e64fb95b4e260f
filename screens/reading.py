"""A long reading of a file: beside the screen's own work, with how far it is, and Esc stops it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.plain import ACCENT, BODY, MUTED, joined, plain

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.imports.sheet import Watch

T = TypeVar("T")
READING = "reading"
"""The group of the threads that read."""
_SOON = 0.3
"""Seconds of reading before it is said how far it is: what is quick flickers over no screen."""
_CELLS = 40


class _LeftError(Exception):
    """Nobody waits for it any more."""


class Reading(ModalScreen[None]):
    """Says how far the reading of `what` is. left: whether it was stopped."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Stop", show=False)]

    def __init__(self, app: WorkbookApp, what: str) -> None:
        super().__init__()
        self._desk, self._session, self._what = app, app.session, what
        self._begun, self.left = time.monotonic(), False
        self._far = Static(id="reading-far")

    def compose(self) -> ComposeResult:
        """What is read, how far it is, the key that stops it."""
        with Vertical(id="asking"):
            yield Static(plain(f"Reading {self._what}"), id="asking-title")
            yield self._far
            yield Static(plain("Esc stop; nothing is taken in", MUTED), id="asking-said")

    def far(self, done: int, all: int) -> None:
        """Is told, in the reading's thread, how far it is. Raises where nobody waits any more."""
        if self.left or self._desk.session is not self._session:
            raise _LeftError
        if time.monotonic() > self._begun + _SOON:
            self._desk.call_from_thread(self._show, done / max(all, 1))

    def _show(self, part: float) -> None:
        if not self.left and not self.is_attached:
            self._desk.push_screen(self)
        done = round(part * _CELLS)
        rest = ("━" * (_CELLS - done), "$wb-line")
        self._far.update(joined(("━" * done, ACCENT), rest, (f" {part:.0%}", BODY)))

    def end(self, go_on: Callable[[], object]) -> None:
        """It is read: goes on, unless it was stopped, or another workbook is open meanwhile."""
        if self.is_attached:
            self.dismiss()
        if self._desk.session is self._session and not self.left:
            go_on()

    def action_leave(self) -> None:
        """Stops the reading."""
        self.left = True
        self.dismiss()


def reading(
    app: WorkbookApp, what: str, work: Callable[[Watch], T], then: Callable[[T], object]
) -> None:
    """Does slow reading in a thread, so that the screen goes on; then goes on with what it gave.

    work: is given what it tells how far it is; may raise Unreadable, whose sentence is shown. While
    it lasts, a window over the screen keeps other edits away from what it reads of the plan.
    """
    from workbook.imports.sheet import Unreadable

    over = Reading(app, what)

    def run() -> None:
        try:
            found = work(over.far)
        except _LeftError:
            return
        except Unreadable as error:
            app.call_from_thread(over.end, partial(_refuse, app, str(error)))
        else:
            app.call_from_thread(over.end, partial(then, found))

    app.run_worker(run, thread=True, group=READING, exclusive=True)


def path(text: str) -> Path:
    """The file that somebody names; ~ of nobody's is a name as it stands."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def _refuse(app: WorkbookApp, sentence: str) -> None:
    app.notify(sentence, title="Nothing was taken in", severity="warning", timeout=12)
