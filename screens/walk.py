"""The data walk: stations made from metrics, each with its sheet in sight; notes are keyed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from screens.activity_words import INDENT, LEAST, LEFT, fitting, row
from screens.asking import Confirm
from screens.command import Command, ViewCommand
from screens.ledger import Entry, heading, paragraph
from screens.listed import Listed
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import BODY, INK, MUTED, WARN, brief, cell, joined, plain
from workbook.map import figures
from workbook.reasoning.engagement import stations, walks
from workbook.records import TYPES, Record
from workbook.records.data import MetricReading, MetricSeries
from workbook.records.engagement import Heard, Station

if TYPE_CHECKING:
    from workbook.plan import Plan

NUMBER, NOTES, SHOWS = 5, 9, 34
"""Cells of a station's number, of how many notes it has, of what hangs there."""
WIDE = 100
EMPTY = (
    "The stations of your data walk stand here, each with a figure on the wall and what is asked "
    "there. No station yet. + makes some of the metrics and sources of chapter 4."
)
SLACK = 10
"""Cells that may stay empty at the end of a line, where the next word does not fit."""


class WalkCommand(ViewCommand):
    """A command on the data walk."""

    of = "walk"


class OpenStation(WalkCommand):
    """Open the station's form: its caption, its questions, who stands there."""

    name, key, label, does = "Open the station", "enter", "open", "open_entry"


class HangUp(WalkCommand):
    """Make stations of metrics and sources of chapter 4: each gets a caption to start from, and
    questions."""

    name, key, label, does = "Make stations", "plus", "make stations", "hang_up"


class KeyIn(WalkCommand):
    """Key in the notes of this station, one line after another."""

    name, key, label, does = "Key in its notes", "n", "key in notes", "key_in"


class PrintSheets(WalkCommand):
    """Write the sheets of all stations to a Markdown file beside the workbook, to print them."""

    name, key, label, does = "Print the sheets", "p", "print sheets", "print_them"


class AllStations(WalkCommand):
    """See all stations as a table."""

    name, key, label, does = "The table", "T", "table", "whole"


class WalkView(Listed):
    """The stations of a data walk in their order, and under them the sheet of the one with the
    cursor: caption, what hangs there, questions. + makes stations of metrics, n keys in what people
    said there, p writes the sheets to print."""

    view: ClassVar[str] = "walk"
    called: ClassVar[str] = "Data walk"
    asks: ClassVar[str] = "What hangs where, and what is asked there"

    def commands(self) -> tuple[type[Command], ...]:
        return (OpenStation, HangUp, KeyIn, PrintSheets, AllStations)

    def offers(self, does: str) -> bool:
        """Without a station, one can only make some."""
        return does in ("hang_up", "whole") or self.station is not None

    def entries(self, width: int) -> Sequence[Entry]:
        width = max(width, LEAST)
        empty = paragraph(plain(EMPTY, MUTED), width, len(INDENT))
        rows = list(self._rows(width)) or empty
        return fitting(rows, width)

    def _rows(self, width: int) -> Iterator[Entry]:
        plan, notes = self.desk.plan, self._notes()
        shows = SHOWS if width >= WIDE else 0
        caption = width - LEFT - NUMBER - shows - NOTES
        for number, activity in enumerate(walks(plan)):
            if number:
                yield heading(Content(""))
            name = plan.label(activity) if activity else "○ Stations of no data walk that is here"
            head = brief(name, caption + NUMBER - 1).ljust(caption + NUMBER)
            tail = ("hangs there".ljust(SHOWS) if shows else "") + "notes".rjust(NOTES)
            yield heading(joined((INDENT, ""), (head, MUTED if activity else WARN), (tail, MUTED)))
            for at, id in enumerate(stations(plan, activity), 1):
                many = notes.count(id)
                yield Entry(id, partial(self._row, id, at, many, caption, shows, width))

    def _row(
        self, id: str, at: int, many: int, caption: int, shows: int, width: int, selected: bool
    ) -> Content:  # a ledger's drawing
        plan, one = self.desk.plan, Station(id, self.desk.plan.raw(id) or {})
        hangs = plan.shown(one, "shows")
        lacks = not one.caption or not one.questions
        return row(
            width, selected, ("○", WARN) if lacks else (" ", ""),
            (f"s{at}".ljust(NUMBER), MUTED),
            (cell(one.caption or "no caption yet", caption), BODY if one.caption else WARN),
            (cell(hangs or "nothing yet", shows) if shows else "", MUTED),
            (f"{many or '–':>{NOTES}}", INK if many else MUTED),
        )  # fmt: skip

    def _notes(self) -> list[str]:
        """The station of each thing heard at one."""
        return [one.station for one in self.desk.plan.records(Heard) if one.station]

    def count(self) -> str:
        many = len(self.desk.plan.records(Station))
        return "1 station" if many == 1 else f"{many} stations"

    @property
    def station(self) -> Station | None:
        """The selected station."""
        found = self.desk.plan.record(self.here) if self.here else None
        return found if isinstance(found, Station) else None

    def said(self, key: str) -> Content:
        """The sheet: caption, what hangs there, questions, who stands there, what was said."""
        one, plan = self.station, self.desk.plan
        if one is None:
            return Content("")
        cells = max(20, self.query_one("#listed-said").content_size.width)
        hangs = plan.record(one.shows or "")
        figure = figures.latest(plan, hangs) if isinstance(hangs, MetricSeries) else ""
        note = plan.shown(hangs, "note") if isinstance(hangs, MetricReading) else figure
        published = figures.name(plan, hangs) if isinstance(hangs, MetricSeries) else ""
        name = published or plan.shown(one, "shows") or "○ nothing hangs here yet"
        stands = plan.shown(one, "facilitator")
        said = [heard.text or "" for heard in plan.records(Heard) if heard.station == one.id]
        lines = (
            (one.caption or "○ no caption yet", f"{INK} bold", 2),
            (": ".join(filter(None, (name, note))), WARN if name.startswith("○") else BODY, 2),
            (one.questions or "○ no questions yet", BODY if one.questions else WARN, 2),
            (f"Stands here: {stands}" if stands else "○ nobody stands here yet", MUTED, 1),
            (f"Said here: {' '.join(said)}" if said else "", BODY, 2),
        )
        return Content("\n").join(
            plain(brief(text, cells * rows - 8 * (rows - 1)), style)
            for text, style, rows in lines
            if text
        )

    # Doing

    def open_entry(self) -> None:
        if self.station:
            self.desk.visit(Place("record", self.here))
        else:
            self.hang_up()

    def hang_up(self) -> None:
        """Asks which metrics and sources hang there, and makes a station of each."""
        plan, kind = self.desk.plan, Station.fields["shows"]
        items = [
            _pickable(plan, one) for type in getattr(kind, "to", ())
            for one in plan.records(TYPES[type])
        ]  # fmt: skip
        if not items:
            self.desk.notify("Nothing to hang up yet: chapter 4 holds metrics and sources.")
            return
        self.desk.push_screen(
            Picker("Which of these hang on the walls?", items, many=True),
            lambda picked: self.desk.attempt(partial(self._make, picked)) if picked else None,
        )

    def _make(self, picked: Sequence[str]) -> None:
        from workbook.walking import hang

        plan = self.desk.plan
        activity = (self.station.activity if self.station else "") or ""
        made = hang(plan, picked, activity if plan.record(activity) else "")
        self._draw(made[0])
        self.desk.notify("Give each a caption of your own, in one plain sentence. ^z undoes it.")

    def key_in(self) -> None:
        """Goes to where notes are written, at this station."""
        if self.station:
            self.desk.visit(Place("capture", self.here))

    def print_them(self, *, force: bool = False) -> None:
        """Writes the sheets beside the workbook."""
        from workbook.export import Refused
        from workbook.store import StoreError
        from workbook.walking import NoStations, print_sheets, sheets_path

        session = self.desk.session
        if session is None:
            return
        try:
            path, notes = print_sheets(session, force=force)
        except Refused:
            self.desk.push_screen(
                Confirm(f"{sheets_path(session.path).name} was not written here, or was edited "
                        "since.", "replace it"),
                lambda yes: self.print_them(force=True) if yes else None,
            )  # fmt: skip
        except (StoreError, NoStations) as error:
            self.desk.notify(str(error), severity="warning", timeout=10)
        else:
            self._tell(path, notes)

    def _tell(self, path: Path, notes: Sequence[str]) -> None:
        left = f" {len(notes)} names or links were left out." if notes else ""
        self.desk.notify(f"The sheets are in {path}, beside your workbook.{left}", timeout=8)

    def whole(self) -> None:
        """Goes to the table of all stations."""
        self.desk.visit(Place("table", self.step.id))


def _pickable(plan: Plan, one: Record) -> Pickable:
    """A metric or a source as it is offered: a published figure by its name, with its newest
    value; of the others what is noted."""
    if isinstance(one, MetricSeries):
        return Pickable(
            one.id, brief(figures.name(plan, one), 60) or one.id, figures.latest(plan, one)
        )
    note = brief(plan.shown(one, "note"), 40)
    return Pickable(one.id, plan.label(one.id), note or one.type.replace("_", " "))
