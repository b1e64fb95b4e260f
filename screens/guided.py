"""A view that works on a step, with the step's guidance beside it or under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import DescendantFocus
from textual.widget import Widget

from screens.fields import Editor
from screens.fields.entry import Entry
from screens.frame import View
from screens.guidance import Guidance
from screens.places import Place
from screens.rows import Grid, RowTable
from workbook.curriculum import Step


class Guided(View):
    """The work in a panel of its own that scrolls; the guidance opens beside it."""

    def __init__(self, place: Place, step: Step) -> None:
        super().__init__(place)
        self.step = step

    @property
    def crumbs(self) -> list[str]:
        chapter = self.desk.plan.curriculum.chapter_of(self.step)
        return [f"{chapter.number} {chapter.name}", self.step.name]

    def work(self) -> Iterable[Widget]:
        """The widgets of the work, in reading order."""
        raise NotImplementedError

    @property
    def panel_title(self) -> str:
        """What stands in the panel's border."""
        return self.step.title

    def compose(self) -> ComposeResult:
        """The panel and the guidance."""
        with VerticalScroll(id="panel", can_focus=False) as panel:
            panel.border_title = self.desk.border_text(self.panel_title)
            yield from self.work()
        yield Guidance(self.step)

    def on_mount(self) -> None:
        """The guidance is as the user left it."""
        self.set_class(self.desk.guidance_open, "-guided")

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
            self.call_after_refresh(self._reveal, wanted)

    def _reveal(self, widget: Widget) -> None:
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
            field = focused.spot.field or focused.spot.id
        elif isinstance(focused, Grid) and isinstance(focused.parent, RowTable):
            field = focused.parent.here() or focused.parent.table.id
        else:
            field = ""
        return replace(self.place, field=field)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The example follows the cursor."""
        if isinstance(event.widget, Editor):
            self.query_one(Guidance).about(event.widget.spot.id, event.widget.spot.field)

    def renew(self) -> None:
        for one in self.editors():
            if not one.has_focus:
                one.show_value()
