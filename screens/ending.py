"""What a signal or the terminal's end does to the app, whatever is open in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbook.session import end_on_signals

if TYPE_CHECKING:
    from screens.app import WorkbookApp


class Ending:
    """From now until `close` the app saves and ends by itself when it is told to or its terminal
    goes: also where there is nothing to save, for without a terminal it would run on."""

    def __init__(self, app: WorkbookApp) -> None:
        self._app = app
        self._closing: list[Callable[[], None]] = []
        end_on_signals(self, leaving=app.give_back)

    def save_last(self) -> None:
        """Saves the workbook that is open, if any. Raises StoreError."""
        session = self._app.session
        if session is not None and not session.read_only:
            session.save_last()

    def hurry(self) -> None:
        """Lets that save go on as best it can."""
        if (session := self._app.session) is not None:
            session.hurry()

    def at_close(self, doing: Callable[[], None]) -> None:
        """Does something at `close`."""
        self._closing.append(doing)

    def close(self) -> None:
        """Signals mean again what they meant before."""
        while self._closing:
            self._closing.pop()()
