"""The way between places: what is left, what one comes back to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from screens import leaving
from screens.views import view_for

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.places import Place


class Way:
    """Where one is, and the places that Esc leads back through."""

    def __init__(self, app: WorkbookApp) -> None:
        self._app = app
        self._before: list[Place] = []

    @property
    def all(self) -> list[Place]:
        """The places that Esc leads back through, and last the one that is open, with the field
        that has the cursor."""
        view = self._app.frame.view
        return [*self._before, view.refocus()] if view else list(self._before)

    async def go(self, place: Place) -> None:
        """Goes to a place and comes back to none; Esc leads one level up from there."""
        self._end(self.all, place)
        self._before = []
        await self._show(place)

    async def visit(self, place: Place) -> None:
        """Goes to a place, and Esc comes back from it.

        Whoever goes on to a place that they came through goes back to it, as they left it: nobody
        has to press Esc through a circle. Another field of the place where one is leads back as
        it did.
        """
        way = self.all
        same = (number for number, one in enumerate(way) if one.view == place.view)
        at = next((number for number in same if place.id in ("", way[number].id)), len(way))
        self._end(way[at:], place)
        self._before = way[:at]
        await self._show(way[at] if at < len(way) and not place.field else place)

    async def swap(self, place: Place) -> None:
        """Goes to a place in place of this one: Esc leads where it leads from here."""
        self._end(self.all[-1:], place)
        await self._show(place)

    async def up(self) -> None:
        """Back to where one came from, else one level up; from the overview, out."""
        view = self._app.frame.view
        if view is None:
            return
        if self._before:
            await self.swap(self._before.pop())
        elif (place := view.up()) is not None:
            await self.go(place)
        else:
            self._app.leave()

    def _end(self, left: Iterable[Place], to: Place) -> None:
        """Ends what is typed and saves it. left: places that one does not come back to."""
        app = self._app
        if app.session is not None and app.frame.view is not None:
            app.plan.settle()
            leaving.drop_empty(app, left, to)
            app.save_soon()

    async def _show(self, place: Place) -> None:
        view = view_for(self._app, place)
        self._app.note(place)
        await self._app.frame.show(view)
