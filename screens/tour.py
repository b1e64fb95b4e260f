"""The tour of the worked example: a card at the foot of the screens that it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from screens import places
from screens.asking import Confirm, ask
from screens.marks import Marks
from screens.places import Place
from screens.plain import BODY, INK, MUTED, joined
from workbook.curriculum import COMMUNITY

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.frame import View
    from workbook.curriculum.tour import Stop

ELSEWHERE = "The tour goes through the worked example. This workbook is saved and closed for it."


def is_example(app: WorkbookApp) -> bool:
    """Whether the open workbook is a copy of the worked example. Only an example carries a day of
    its own: any other workbook is told apart without reading that."""
    if app.session is None or app.plan.as_of is None:
        return False
    return bool(app.plan.answer(COMMUNITY) == app.example.plan.answer(COMMUNITY))


def tour(app: WorkbookApp) -> None:
    """Begins the tour, or goes on from the stop where one is: in the example, which is opened
    first where something else is open, or nothing."""
    if app.session is None:
        _from_welcome(app)
    elif is_example(app):
        view = app.frame.view
        at = (number for number, one in enumerate(app.curriculum.tour) if stands_at(one, view))
        _show(app, TourCard(next(at, 0)))
    else:
        ask(app, Confirm(ELSEWHERE, "begin the tour"), lambda yes: _elsewhere(app))


def stands_at(stop: Stop, view: View | None) -> bool:
    """Whether a view is the one of a stop."""
    return view is not None and view.view == stop.view and stop.at in ("", view.place.id)


def _elsewhere(app: WorkbookApp) -> None:
    app.close_workbook()
    app.call_later(_from_welcome, app)  # once Welcome stands, if the workbook could be closed


def _from_welcome(app: WorkbookApp) -> None:
    """Opens the example where the tour begins, with its card."""
    if app.session is not None:
        return
    example = app.example.plan
    first = app.curriculum.tour[0]
    place = Place(first.view, first.at)
    app.memory.note(places.example_path(), str(example.answer(COMMUNITY)), place)
    app.open_example()
    if is_example(app):
        app.frame.mount(TourCard(0))


def _show(app: WorkbookApp, card: TourCard) -> None:
    for one in app.frame.query(TourCard):
        one.remove()
    app.frame.mount(card)
    card.call_after_refresh(card.go_to, card.at)


class TourCard(Vertical, can_focus=True):
    """What to look at on this screen, and the keys that lead on. Going elsewhere ends the tour."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right", "on(1)", "Next", show=False),
        Binding("left", "on(-1)", "Back", show=False),
        Binding("escape", "leave", "Look around", show=False),
    ]

    def __init__(self, at: int) -> None:
        super().__init__(id="tour")
        self.at = at

    @property
    def _desk(self) -> WorkbookApp:
        return cast("WorkbookApp", self.app)

    @property
    def _stops(self) -> Sequence[Stop]:
        return self._desk.curriculum.tour

    def compose(self) -> ComposeResult:
        """What to look at, and the keys."""
        yield Static("", id="tour-title")
        yield Static("", id="tour-text")
        yield Marks("", id="tour-keys")

    def on_mount(self) -> None:
        """It has the keys."""
        self._say()
        self.focus()

    def go_to(self, at: int) -> None:
        """Shows a stop, and goes there."""
        self.at = at
        self._say()
        self._desk.go(Place(self._stops[at].view, self._stops[at].at))

    def stays(self, view: View) -> bool:
        """Keeps the keys where the tour led to this view; else it is over."""
        passed = view.view == "welcome" and self._desk.session is not None  # the example comes
        if passed or stands_at(self._stops[self.at], view):
            self.focus()
            return True
        self.remove()
        return False

    def action_on(self, by: int) -> None:
        """Goes on, or back; after the last stop the tour is over."""
        if self.at + by >= len(self._stops):
            self.action_leave()
        elif self.at + by >= 0:
            self.go_to(self.at + by)

    def action_leave(self) -> None:
        """Leaves the user where the tour stands."""
        self.remove()
        if view := self._desk.frame.view:
            view.start()

    def _say(self) -> None:
        stop, count = self._stops[self.at], len(self._stops)
        title = joined((stop.name, f"{INK} bold"), (f"   {self.at + 1} of {count}", MUTED))
        on = "done" if self.at + 1 == count else "next"
        keys = (
            ("⏎", on, partial(self.action_on, 1)),
            ("←", "back", partial(self.action_on, -1)),
            ("Esc", "look around; Tour in ^p goes on", self.action_leave),
        )
        pieces = [
            (joined((key, f"{INK} bold"), (f" {does}", MUTED)), doing) for key, does, doing in keys
        ]
        self.query_one("#tour-title", Static).update(title)
        self.query_one("#tour-text", Static).update(joined((stop.text, BODY)))
        self.query_one("#tour-keys", Marks).lay_flow(pieces, 2)
