"""The frame of every screen: where you are, the chapters, the work, the keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from screens import company
from screens.chapters import Chapters, Strip
from screens.command import Command
from screens.commands import offered
from screens.fields.entry import Entry
from screens.marks import Marks, Piece
from screens.places import Place
from screens.plain import BODY, INK, MUTED, joined
from screens.steady import Steady
from screens.tour import TourCard

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.curriculum import Step

ROOMY = 100
"""Columns from which the chapter list and the guidance stand beside the work."""
TALL = 30
"""Rows from which a window is high."""


class View(Container):
    """One screen's work. Its docstring is what F1 says of it."""

    view: ClassVar[str] = ""
    """Its name in places and commands."""
    lists: ClassVar[bool] = True
    """Whether the chapters stand beside it."""

    def __init__(self, place: Place) -> None:
        super().__init__(id="view")
        self.place = place

    @property
    def desk(self) -> WorkbookApp:
        """The app, with the open plan."""
        return cast("WorkbookApp", self.app)

    @property
    def tall(self) -> bool:
        """Whether the window is a high one."""
        return self.app.size.height >= TALL

    @property
    def crumbs(self) -> list[str]:
        """Where this is, from the workbook down."""
        return []

    def commands(self) -> tuple[type[Command], ...]:
        """The commands that only this screen has."""
        return ()

    def offers(self, does: str) -> bool:
        """Whether a command of this view does anything now. does: what it would do."""
        return True

    def start(self) -> None:
        """Puts the cursor where work goes on."""

    def renew(self) -> None:
        """Shows what has changed in the plan."""

    async def guide(self, *, open: bool) -> None:
        """Shows or hides the guidance, where this has any."""

    def up(self) -> Place | None:
        """The place one level up; None where this is the top."""
        return Place("overview")

    def copied(self) -> str:
        """What ^c copies where nothing is selected and no field has the cursor; "" for nothing."""
        return ""

    def refocus(self) -> Place:
        """This place with the field that has the cursor, to come back to."""
        return self.place


class Frame(Screen[None]):
    """Header, chapters, work and footer. The work is a `View`; going somewhere swaps it."""

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [  # noqa: RUF012  # Textual's own type
        (0, "-tiny"),
        (60, "-narrow"),
        (ROOMY, "-roomy"),
    ]
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] = [  # noqa: RUF012  # likewise
        (0, "-flat"),
        (16, "-short"),
        (TALL, "-tall"),
    ]
    AUTO_FOCUS = None

    def compose(self) -> ComposeResult:
        """The frame, without a view yet."""
        with Horizontal(id="header"):
            yield Steady("", id="crumbs")
            yield company.Standing("", id="saved")
        yield Strip("", id="strip")
        with Horizontal(id="body"):
            yield Chapters("", id="chapters")
            yield Container(id="work")
        yield Marks("", id="footer")
        yield Static(
            "This window is too small for the workbook: it needs 60 columns and 16 rows. "
            "What you typed is kept; make the window larger to go on.",
            id="too-small",
        )

    async def on_mount(self) -> None:
        """The frame stands: work begins."""
        app: Any = self.app
        await app.start()

    @property
    def view(self) -> View | None:
        """The view in the frame."""
        return self.query_one_optional("#view", View)

    async def show(self, view: View) -> None:
        """Puts a view into the frame in place of the one before."""
        app: Any = self.app
        app.in_turn.leaves()
        work = self.query_one("#work")
        with self.app.batch_update():
            await work.remove_children()
            self.set_class(view.lists, "-lists")
            await work.mount(view)
            self.renew()
        view.call_after_refresh(self._begin, view)

    def _begin(self, view: View) -> None:
        app: Any = self.app
        card = self.query_one_optional(TourCard)
        if card is None or not card.stays(view):
            view.start()
        app.call_later(app.in_turn.arrived)  # after the cursor has come to its field

    def announce(self, place: Place) -> None:
        """Says where the user stopped before the work of that place stands: the first paint."""
        app: Any = self.app
        step = app.curriculum.steps.get(place.id)
        self._say_where(step_crumbs(app, step) if step else [])

    def _say_where(self, crumbs: list[str]) -> None:
        """Writes the header's path in the width that the state of saving leaves."""
        app: Any = self.app
        width = self.size.width - company.width(company.header(app)) - 3
        self.query_one("#crumbs", Static).update(_crumbs([app.community, *crumbs], width))

    def renew(self) -> None:
        """Draws header, chapters and footer anew."""
        app: Any = self.app
        view = self.view
        if view is None or not app.is_running:  # a save may come through while the app ends
            return
        self.say_saved()
        company.tell_place(app)
        step = app.step_here()
        self.query_one(Chapters).draw(app, step)
        self.query_one(Strip).draw(app, step)
        self._show_keys(view)

    def say_saved(self) -> None:
        """Says in the header where this is and what is saved: nothing else follows from a save."""
        app: Any = self.app
        if (view := self.view) is not None and app.is_running:
            self._say_where(view.crumbs)
            self.query_one(company.Standing).show_pieces(company.header(app))

    def _show_keys(self, view: View) -> None:
        self.query_one("#footer", Marks).lay_flow(_footer(view, self.size.width), 2)

    def on_resize(self) -> None:
        """A new width shows other keys; in a new height the field with the cursor is in sight."""
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        self.renew()
        for one in self.focused.ancestors if self.focused else ():
            if isinstance(one, Entry):
                one.reveal()

    def on_descendant_focus(self, event: Widget) -> None:
        """Remembers the field with the cursor."""
        app: Any = self.app
        app.note_place()
        company.tell_place(app)
        if view := self.view:
            self._show_keys(view)


def step_crumbs(app: WorkbookApp, step: Step) -> list[str]:
    """A step's chapter and name; in a narrow window by the chapter's short name."""
    chapter = app.curriculum.chapter_of(step)
    name = chapter.name if app.size.width >= ROOMY else chapter.short
    return [f"{chapter.number} {name}", step.name]


def _crumbs(names: list[str], width: int) -> Content:
    """Where this is; what is not in the width goes from the front: the last name stays."""
    while len(names) > 1 and cell_len(" › ".join(names)) > width:
        names = names[1:]
    before = [part for name in names[:-1] for part in ((name, BODY), (" › ", MUTED))]
    return joined(*before, (names[-1], f"{INK} bold"))


def _footer(view: View, width: int) -> list[Piece]:
    """The keys that do something now, first ones first; Esc, help and commands are never dropped.
    A click does what the key does.

    Of two that do the same the first is enough.
    """
    keys: dict[str, type[Command]] = {}
    for one in offered(view.desk.scene, view.commands()):
        if one.key and one.label and one.useful(view.desk):
            keys.setdefault(one.label, one)
    items = [(one.keys(), label, one) for label, one in keys.items()]
    spelled = 4 if view.desk.looks.ascii and any(key == "⏎" for key, *_ in items) else 0
    while len(items) > 4 and spelled + sum(len(f"{k} {label}  ") for k, label, _ in items) > width:
        del items[-4]
    return [
        (joined((key, f"{INK} bold"), (f" {label}", MUTED)), partial(one().run, view.desk))
        for key, label, one in items
    ]
