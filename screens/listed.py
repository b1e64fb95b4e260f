"""A view that is a list with a word on the selected entry under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from screens.frame import ROOMY, View, step_crumbs
from screens.ledger import Entry, Ledger
from screens.places import Place
from screens.steady import Steady

if TYPE_CHECKING:
    from workbook.curriculum import Step
    from workbook.reasoning.checks import Finding


class Listing(View):
    """A list. What it lists, and what is said of an entry, is the screen's own."""

    lists: ClassVar[bool] = False
    called: ClassVar[str] = ""
    """What the header calls it."""
    asks: ClassVar[str] = ""
    """The question that it answers: its title."""

    under: ClassVar[tuple[int, int]] = (0, 0)
    """Lines under the list, in a low window and in a high one; none where the sheet says it."""

    @property
    def crumbs(self) -> list[str]:
        return [self.called]

    def compose(self) -> ComposeResult:
        """The list, and what is said of the selected entry."""
        with Container(id="listed"):
            yield Steady("", id="listed-head")
            with VerticalScroll(id="listed-page", can_focus=False):
                yield Ledger(id="ledger")
            yield Steady("", id="listed-said")

    def on_mount(self) -> None:
        """The cursor begins where the place says; the first size draws."""
        self._fit()
        self.query_one(Ledger).here = self.place.id

    def start(self) -> None:
        self.query_one(Ledger).focus()

    def renew(self) -> None:
        self._draw()

    def on_resize(self, event: Resize) -> None:
        """A width cuts the rows anew, a height leaves other room under them."""
        self._fit()
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        """Draws; the footer then knows what can be done with the selected entry."""
        self._draw()
        if self.is_attached:
            self.desk.frame.renew()

    def on_ledger_selected(self, event: Ledger.Selected) -> None:
        """Says what is to be said of the entry; a second click opens it."""
        event.stop()
        self._say()
        self.desk.frame.renew()
        if event.again:
            self.desk.attempt(self.open_entry)

    def refocus(self) -> Place:
        return replace(self.place, id=self.here)

    @property
    def here(self) -> str:
        """The key of the selected entry, "" while there is none."""
        ledger = self.query_one_optional(Ledger)
        return ledger.here if ledger else ""

    def entries(self, width: int) -> Sequence[Entry]:
        """The rows, in a width of so many cells."""
        raise NotImplementedError

    def head(self) -> Content:
        """What stands over the rows while they scroll; nothing where each part has its own."""
        return Content("")

    def said(self, key: str) -> Content:
        """What is said of the selected entry."""
        raise NotImplementedError

    def count(self) -> str:
        """How many of what there are, for the border."""
        return ""

    def findings(self) -> Mapping[str, list[Finding]]:
        """What the checks find, by the record that it is about."""
        found: dict[str, list[Finding]] = {}
        for one in self.desk.session.checks.standing if self.desk.session else ():
            found.setdefault(one.id, []).append(one)
        return found

    def open_entry(self) -> None:
        """Goes to what the selected entry stands for."""
        raise NotImplementedError

    @property
    def lines_under(self) -> int:
        """Lines under the list for what is said of the selected entry."""
        return self.under[self.tall]

    def _fit(self) -> None:
        if self.lines_under:
            self.query_one("#listed-said").styles.height = self.lines_under + 1

    def show_at(self, key: str) -> None:
        """Draws with the cursor on an entry."""
        self._draw(key)

    def open_added(self, id: str, field: str = "", key: str = "") -> None:
        """Opens a row that was just added; the way back leads to it. key: of its entry, where
        that is not the id."""
        self.show_at(key or id)
        self.desk.visit(Place("record", id, field))

    def _draw(self, here: str = "") -> None:
        if not self.is_attached or self.desk.session is None:
            return
        width = self.query_one("#listed-page").scrollable_content_region.width
        entries = self.entries(width)  # what is counted is what they show
        frame, app, count = self.query_one("#listed"), self.desk, self.count()
        if app.size.width >= ROOMY:
            frame.border_title, frame.border_subtitle = map(app.border_text, (self.asks, count))
        else:
            frame.border_title = app.border_text(f"{self.asks} · {count}" if count else self.asks)
        self.query_one(Ledger).show_entries(entries, here)
        over, head = self.query_one("#listed-head", Static), self.head()
        over.update(head)
        over.display = bool(head)
        self._say()

    def _say(self) -> None:
        key = self.here
        self.query_one("#listed-said", Static).update(self.said(key) if key else Content(""))


class Listed(Listing):
    """The list of a step."""

    def __init__(self, place: Place, step: Step) -> None:
        super().__init__(place)
        self.step = step

    @property
    def crumbs(self) -> list[str]:
        return [*step_crumbs(self.desk, self.step)[:1], self.called]

    def up(self) -> Place | None:
        return Place("step", self.step.id)
