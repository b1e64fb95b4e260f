"""The MAP as it reads now, with what it still lacks beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import RichLog

from screens.command import Command, ViewCommand
from screens.commands import Export, Worksheet
from screens.exporting import choose_document, export
from screens.frame import ROOMY, View
from screens.lacking import GoToGap, lack_lines, shown
from screens.marks import Marks
from screens.page import Page
from screens.plain import BODY, plain
from workbook.export import Shape
from workbook.map.build import PUBLIC, TECHNICAL, build
from workbook.map.forms import HTML, MARKDOWN, WORD
from workbook.map.markdown import write
from workbook.map.reads import reads

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.plan import Plan

BESIDE = 44
"""Cells of the list of gaps, where it stands beside the document."""


class WriteFile(Export):
    """Write the MAP, in the edition that is shown, to a Markdown file beside the workbook."""

    name, key, label = "Export the MAP to a file", "e", "file"
    form = MARKDOWN

    def run(self, app: WorkbookApp) -> None:
        export(app, Shape(form=self.form, edition=shown(app)))


class WritePage(WriteFile):
    """Write the MAP as one web page beside the workbook: for a browser, a phone, paper."""

    name, key, label = "Export the MAP as a web page", "b", "page"
    form = HTML


class WriteWord(WriteFile):
    """Write the MAP as a Word document beside the workbook. Pandoc makes it."""

    name, key, label = "Export the MAP as a Word document", "w", "Word"
    form = WORD


class WriteDocument(Command):
    """Write a document beside the plan: a charter, a summary, a press release and more."""

    name, key, label = "Export a document", "d", "document"

    def run(self, app: WorkbookApp) -> None:
        choose_document(app)


class WriteSheet(Worksheet):
    """Write a step as a worksheet, for paper or any editor."""

    name, key, label = "Export a worksheet", "s", "sheet"


class OtherEdition(ViewCommand):
    """Show the edition for everyone, or the whole plan again. The one for everyone is made of what
    you wrote in plain words; what nobody has, it lacks, and that is listed beside it."""

    name, key, label, of, does = "The other edition", "p", "edition", "map", "turn"


class MapView(View):
    """The plan as a reader will see it: the whole plan, or the edition for everyone in plain words,
    which p shows. e writes it to a Markdown file beside the workbook, b to a web page, w to a Word
    document; d writes a document such as a charter or a summary, s a step as a worksheet. Each says
    where it is."""

    view: ClassVar[str] = "map"
    lists: ClassVar[bool] = False

    def commands(self) -> tuple[type[Command], ...]:
        return (
            WriteFile, OtherEdition, WritePage, WriteWord, WriteDocument, WriteSheet, GoToGap
        )  # fmt: skip

    @property
    def crumbs(self) -> list[str]:
        public = ["For everyone"] if self.edition == PUBLIC else []
        return ["The Mobility Action Plan", *public]

    @property
    def edition(self) -> str:
        """The edition that is shown."""
        return PUBLIC if self.place.id == PUBLIC else TECHNICAL

    def copied(self) -> str:
        """The edition that is shown, as Markdown."""
        plan = self.desk.plan
        return write(build(plan, date=plan.today, edition=self.edition))

    def turn(self) -> None:
        """Shows the other edition, from its beginning."""
        self.place = replace(self.place, id="" if self.place.id else PUBLIC)
        self.query_one(RichLog).scroll_home(animate=False)
        self._list_lacks()
        self._write()
        self.desk.frame.renew()

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
        made = build(plan, date=plan.today, edition=self.edition)
        page = Page(made, self.desk.palette)
        for piece in page.pieces():
            log.write(piece, width=width, scroll_end=False)
        log.scroll_to(y=here.y, animate=False)

    def _list_lacks(self) -> None:
        width = self.app.size.width
        room = BESIDE - 3 if width >= ROOMY else width - 2
        lines = lack_lines(self.desk, 40, room, self.edition)
        if self.edition == PUBLIC and self.desk.session:
            notes = self.desk.session.once("public notes", _notes)
            lines += [(plain(f"! {one}", BODY), None) for one in notes]
        self.query_one(Marks).lay_lines(lines)


def _notes(plan: Plan) -> tuple[str, ...]:
    how = reads(plan).summary
    more = (f"{how} F6 says where.",) if how else ()
    return (*build(plan, date=plan.today, edition=PUBLIC).notes, *more)
