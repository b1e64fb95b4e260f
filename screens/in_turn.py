"""Keys in turn: what is typed ahead waits until what the key before it asks for stands.

Over a slow line many keys come at once. A Tab is passed from the field up to the app before the
cursor moves, and a row's form has to be drawn before it has a cursor: a letter that follows at once
would go to the field before.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.events import Event

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.screen import Screen

    from screens.app import WorkbookApp

SOON = 0.05
"""Seconds after which it is seen whether a screen that was waited for is still there."""
LONGEST = 10.0
"""Seconds after which a key waits no more, whatever became of the one before."""


class InTurn:
    """Hands keys, and what is pasted, to the app one after another.

    give: has the app do what a key asks, or pass it on. Keys wait from the start until the first
    screen stands.
    """

    def __init__(self, app: WorkbookApp, give: Callable[[Event], Awaitable[None]]) -> None:
        self._app, self._give = app, give
        self._ahead = deque[Event]()
        self._taken, self._arriving, self._stopped = 0, True, True
        self._awaited = 0
        self._watched = False
        self.free = False
        """Whether the next key is given at once."""

    async def take(self, event: Event) -> None:
        """Gives a key, or keeps it until it is its turn."""
        if self.free:
            await self._pass(event)
            return
        self._ahead.append(event)
        if not self._watched and self._app.is_running:
            self._watch()

    async def _pass(self, event: Event) -> None:
        app, self.free = self._app, False
        self._taken, self._awaited = self._taken + 1, 0
        screen, way = app.screen, [*(app.focused or app.screen).ancestors_with_self]
        await self._give(event)
        self._follow(event, screen, way, 0)

    def _follow(self, event: Any, screen: Screen[Any], way: Sequence[MessagePump], at: int) -> None:
        """Goes after a key from the field up to the app, and after what it set off once more.

        What has a key itself stops it below the screen. (On a screen Textual marks it likewise.)
        """
        while at < 2 * len(way) and not (event._stop_propagation and at < len(way) - 1):
            if way[at % len(way)].call_later(self._follow, event, screen, way, at + 1):
                return
            at += 1  # gone: the key closed it
        if self._app.screen is screen:
            self._next()
        else:
            self._awaited = self._taken
            self._await(self._taken)

    def _await(self, taken: int) -> None:
        """The key brought another screen, on which the next one waits until it stands."""
        screen = self._app.screen
        screen.call_after_refresh(self._came, taken)
        self._app.set_timer(SOON, partial(self._still, screen, taken))

    def _came(self, taken: int) -> None:
        if taken == self._awaited:
            self._awaited = 0
            self._next()

    def _still(self, screen: Screen[Any], taken: int) -> None:
        """A screen that is gone before it was drawn, as one that says how far a reading is, never
        stands: the one that is there in its place is waited for."""
        if taken != self._awaited:
            return
        if screen is self._app.screen:
            self._app.set_timer(SOON, partial(self._still, screen, taken))
        else:
            self._await(taken)

    def _next(self) -> None:
        self._app.call_later(self._turn)

    async def _turn(self) -> None:
        if self._arriving:
            self._stopped = True
        elif self._ahead:
            await self._pass(self._ahead.popleft())
        else:
            self.free = True

    # Screens that come

    def leaves(self) -> None:
        """Another view is on its way: keys are for that."""
        self._arriving = True
        if self.free:  # no key brought it: a click, or what somebody else did
            self.free, self._stopped = False, True

    def arrived(self) -> None:
        """It stands, with the cursor in its field."""
        self._arriving = False
        if self._stopped:
            self._stopped = False
            self._next()

    def _watch(self) -> None:
        """No key waits for ever: one that nothing became of makes room for the next."""
        self._watched = True
        self._app.set_timer(LONGEST, partial(self._look, self._taken))

    def _look(self, taken: int) -> None:
        self._watched = False
        if self.free:
            return
        if taken == self._taken:
            self._stopped = True
            self.arrived()
        self._watch()
