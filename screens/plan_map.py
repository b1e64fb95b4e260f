"""The MAP as it reads now, with what it still lacks beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Markdown

from screens.commands import Command, Export
from screens.frame import ROOMY, View
from screens.lacking import GoToGap, lack_lines
from screens.marks import Marks
from workbook.map.build import build
from workbook.map.markdown import write

if TYPE_CHECKING:
    from screens.app import WorkbookApp


BESIDE = 44
"""Cells of the list of gaps, where it stands beside the document."""


class WriteFile(Export):
    """Write the MAP to a Markdown file beside the workbook."""

    name, key, label = "Export the MAP to a file", "e", "write the file"

    def run(self, app: WorkbookApp) -> None:
        app.export()


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
            with VerticalScroll(id="map-page") as page:
                page.can_focus = True
                yield Markdown("Putting the plan together…", open_links=False, id="map-text")
            yield VerticalScroll(Marks(""), id="map-lacks", can_focus=False)

    def _text(self) -> str:
        plan = self.desk.plan
        return write(build(plan, date=plan.today))

    def start(self) -> None:
        self.query_one("#map-page").focus()

    def on_mount(self) -> None:
        """Lists what is missing; the document follows as soon as it is put together."""
        self._list_lacks()
        self.call_after_refresh(self._write)

    async def _write(self) -> None:
        await self.query_one(Markdown).update(self._text())

    def on_resize(self) -> None:
        """A new width cuts the lines anew."""
        self._list_lacks()

    def _list_lacks(self) -> None:
        width = self.app.size.width
        room = BESIDE - 3 if width >= ROOMY else width - 2
        self.query_one(Marks).lay_lines(lack_lines(self.desk, 40, room))
