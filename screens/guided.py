"""A view that works on a step, with the step's guidance beside it or under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import DescendantFocus
from textual.widget import Widget

from screens.fields import Editor
from screens.fields.entry import Entry
from screens.frame import ROOMY, View, step_crumbs
from screens.guidance import Guidance
from screens.places import Place
from screens.rows import Grid, RowTable
from workbook.curriculum import Step


class Guided(View):
    """The work in a panel of its own that scrolls; the guidance opens beside it."""

    at_once: ClassVar[int] = 5
    """Widgets of the first paint; those below the window's edge can wait for it."""

    def __init__(self, place: Place, step: Step) -> None:
        super().__init__(place)
        self.step = step
        self._later: list[Widget] = []
        self._here = place

    @property
    def crumbs(self) -> list[str]:
        return step_crumbs(self.desk, self.step)

    def work(self) -> Iterable[Widget]:
        """The widgets of the work, in reading order."""
        raise NotImplementedError

    @property
    def panel_title(self) -> str:
        """What stands in the panel's border."""
        return self.step.title

    @property
    def panel_count(self) -> str:
        """Which of how many this is, "" for neither."""
        return ""

    def compose(self) -> ComposeResult:
        """The panel and the guidance."""
        with VerticalScroll(id="panel", can_focus=False) as panel:
            self._entitle(panel)
            widgets = list(self.work())
            first = self._first(widgets)
            self._later = widgets[first:]
            yield from widgets[:first]

    def _entitle(self, panel: Widget) -> None:
        """The title, and which of how many this is: in the lower border where there is one."""
        title, count, app = self.panel_title, self.panel_count, self.desk
        if app.size.width >= ROOMY:
            panel.border_title, panel.border_subtitle = map(app.border_text, (title, count))
        else:
            panel.border_title = app.border_text(f"{title} · {count}" if count else title)

    def on_resize(self) -> None:
        """The lower border comes and goes with the width."""
        self._entitle(self.query_one("#panel"))

    def _first(self, widgets: list[Widget]) -> int:
        """How many widgets the first paint has: what is seen, and the field to come back to."""
        if not self.place.field:
            return self.at_once
        for number, one in enumerate(widgets, 1):
            if self.place.field in _names(one):
                return max(number + 2, self.at_once)
        return len(widgets)

    async def on_mount(self) -> None:
        """The guidance is as the user left it; what is further down follows the first paint."""
        await self.guide(open=self.desk.guidance_open)
        if self._later:
            self.call_after_refresh(self._complete)

    async def _complete(self) -> None:
        """Adds what the first paint did not need."""
        later, self._later = self._later, []
        await self.query_one("#panel").mount_all(later)

    async def guide(self, *, open: bool) -> None:
        """Shows or hides the guidance."""
        guidance = self.query_one_optional(Guidance)
        if open and guidance is None:
            await self.mount(Guidance(self.step))
        self.set_class(open, "-guided")

    def editors(self) -> list[Editor]:
        """The fields, in reading order."""
        return [one for one in self.query(".editor") if isinstance(one, Editor)]

    def start(self) -> None:
        """The cursor goes to the field or the row that was last left, else to the first."""
        places = [one for one in self.query(".editor, Grid") if isinstance(one, Editor | Grid)]
        wanted = next((one for one in places if self.place.field in self.marks(one)), None)
        if isinstance(wanted, Grid) and self.place.field in wanted.rows:
            wanted.move_cursor(row=wanted.get_row_index(self.place.field), animate=False)
        if wanted or places:
            (wanted or places[0]).focus(scroll_visible=False)
        if wanted:
            self.call_after_refresh(self.reveal, wanted)

    def reveal(self, widget: Widget) -> None:
        """Scrolls so that a field's question is seen with it."""
        whole = next((one for one in widget.ancestors if isinstance(one, Entry | RowTable)), widget)
        self.query_one("#panel").scroll_to_widget(whole, animate=False)

    def marks(self, widget: Widget | None) -> set[str]:
        """What a place calls a field, or a table and its rows."""
        if isinstance(widget, Editor):
            return {widget.spot.field or widget.spot.id}
        if isinstance(widget, Grid) and isinstance(widget.parent, RowTable):
            return {widget.parent.table.id, *(str(key.value) for key in widget.rows)}
        return set()

    def refocus(self) -> Place:
        focused = self.screen.focused
        if isinstance(focused, Editor):
            self._here = replace(self.place, field=focused.spot.field or focused.spot.id)
        elif isinstance(focused, Grid) and isinstance(focused.parent, RowTable):
            here = focused.parent.here() or focused.parent.table.id
            self._here = replace(self.place, field=here)
        return self._here

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The example follows the cursor."""
        if isinstance(event.widget, Editor):
            guidance = self.query_one_optional(Guidance)
            if guidance is not None:
                guidance.about(event.widget.spot.id, event.widget.spot.field)

    def renew(self) -> None:
        for one in self.editors():
            if not (one.has_focus and one.typing):
                one.look()
                one.show_value()
        for entry in self.query(Entry):
            entry.offer()


def _names(widget: Widget) -> set[str]:
    """What a place calls a field or a table that is not there yet."""
    if isinstance(widget, Entry):
        return {widget.spot.field or widget.spot.id}
    return {widget.table.id} if isinstance(widget, RowTable) else set()
