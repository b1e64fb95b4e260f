"""The MAP as it reads now, with what it still lacks beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import RichLog

from screens.command import Command
from screens.commands import Export
from screens.frame import ROOMY, View
from screens.lacking import GoToGap, lack_lines
from screens.marks import Marks
from screens.page import Page
from screens.theme import TOKENS
from workbook.map.build import build

if TYPE_CHECKING:
    pass


BESIDE = 44
"""Cells of the list of gaps, where it stands beside the document."""


class WriteFile(Export):
    """Write the MAP to a Markdown file beside the workbook."""

    name, key, label = "Export the MAP to a file", "e", "write the file"


class MapView(View):
    """The plan as a reader will see it. e writes it to a Markdown file beside the workbook."""

    view: ClassVar[str] = "map"
    lists: ClassVar[bool] = False

    def commands(self) -> tuple[type[Command], ...]:
        return (WriteFile, GoToGap)

    @property
    def crumbs(self) -> list[str]:
        return ["The Mobility Action Plan"]

    def compose(self) -> ComposeResult:
        """The document and its gaps."""
        with Horizontal(id="map"):
            yield RichLog(id="map-page", wrap=True, markup=False, auto_scroll=False)
            yield VerticalScroll(Marks(""), id="map-lacks", can_focus=False)

    def start(self) -> None:
        self.query_one("#map-page").focus()

    def on_mount(self) -> None:
        """Lists what is missing; the document follows as soon as the window is known."""
        self._list_lacks()

    def on_resize(self) -> None:
        """A new width breaks the lines anew."""
        self._list_lacks()
        self.call_after_refresh(self._write)

    def _write(self) -> None:
        """Puts the plan together and on the page; the place that one reads at stays."""
        log, plan = self.query_one(RichLog), self.desk.plan
        here, width = log.scroll_offset, log.scrollable_content_region.width
        log.clear()
        page = Page(build(plan, date=plan.today), TOKENS[self.desk.theme.removeprefix("workbook-")])
        for piece in page.pieces():
            log.write(piece, width=width, scroll_end=False)
        log.scroll_to(y=here.y, animate=False)

    def _list_lacks(self) -> None:
        width = self.app.size.width
        room = BESIDE - 3 if width >= ROOMY else width - 2
        self.query_one(Marks).lay_lines(lack_lines(self.desk, 40, room))
