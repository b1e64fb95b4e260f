"""The trace: one line from what was heard to who keeps it up, and every place where it breaks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.events import Resize
from textual.geometry import Region

from screens.command import Command
from screens.frame import ROOMY, View
from screens.marks import Marks, Piece
from screens.places import Place
from screens.plain import ACCENT, MUTED, joined, plain
from screens.trace_commands import TRACE_COMMANDS
from screens.trace_line import draw
from screens.trace_list import beside, named, row_of_words
from screens.trace_table import table
from screens.trace_words import Words, awaited, words
from workbook.reasoning.checks import BY_CODE
from workbook.reasoning.graph import STATIONS
from workbook.reasoning.trace import Line, Stop, action_of, line, lines

if TYPE_CHECKING:
    from workbook.reasoning.checks import Finding
    from workbook.reasoning.graph import Graph
    from workbook.session import Session

TITLE = "From what was heard to who keeps it up"


class Track(Marks, can_focus=True):
    """The line that is walked along."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "along(-1)", "Up the line", show=False),
        Binding("down", "along(1)", "Down the line", show=False),
        Binding("left", "other(-1)", "The line before", show=False),
        Binding("right", "other(1)", "The next line", show=False),
    ]

    def action_along(self, by: int) -> None:
        self._trace.along(by)

    def action_other(self, by: int) -> None:
        self._trace.other(by)

    @property
    def _trace(self) -> TraceView:
        return next(one for one in self.ancestors if isinstance(one, TraceView))


class TraceView(View):
    """The line of each action, from what was heard to who keeps it up, seven stops long. ● is
    there; ○ is a break, with the question that would mend it; · waits for what comes before it.
    What hangs loose, on no line at all, is listed too."""

    view: ClassVar[str] = "trace"
    lists: ClassVar[bool] = False

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.lines: list[Line] = []
        self.loose: list[Finding] = []
        self._at, self._station = 0, 0
        self._as_table = False

    def commands(self) -> tuple[type[Command], ...]:
        return TRACE_COMMANDS

    @property
    def crumbs(self) -> list[str]:
        return ["Trace"]

    @property
    def at(self) -> int:
        """The number of the line that is drawn."""
        return self._at

    @property
    def here(self) -> tuple[int, int]:
        """The numbers of the line and of the stop with the cursor."""
        return self._at, self._station

    @property
    def line(self) -> Line | None:
        """The line that is drawn, if there is one."""
        return self.lines[self._at] if self.lines else None

    @property
    def stop(self) -> Stop | None:
        """The stop with the cursor."""
        return self.line.stops[self._station] if self.line else None

    def compose(self) -> ComposeResult:
        """All lines, and the one that is walked along."""
        with Container(id="trace"):
            yield Container(Marks("", id="trace-words"), id="trace-side")
            yield Container(Track("", id="trace-line"), id="trace-page")

    def on_mount(self) -> None:
        """Finds the line and the stop that were asked for; else the first break."""
        self._read(self.place.id)
        stations = (self.place.field, self._graph.station(self.place.id))
        asked = next((one for one in stations if one in STATIONS), "")
        broken = self.place.id == "" and next(
            (number for number, one in enumerate(self.lines) if one.breaks), None
        )
        if broken:
            self._at = broken
        if asked:
            self._station = STATIONS.index(asked)
        elif self.line and self.line.breaks:
            self._station = self.line.stops.index(self.line.breaks[0])
        self.call_after_refresh(self._draw)

    @property
    def _graph(self) -> Graph:
        return self._session.graph

    @property
    def _session(self) -> Session:
        assert self.desk.session is not None
        return self.desk.session

    def _read(self, id: str) -> None:
        """All lines as they are now, with the one that a record is on in front of the eye."""
        self.lines = lines(self.desk.plan, self._graph)
        self.loose = [one for one in self._session.checks.standing if BY_CODE[one.code].loose]
        here = action_of(self._graph, id) if id else ""
        if id and not here and self._graph.station(id) and not self._graph.is_gone(id):
            self.lines.insert(0, line(self.desk.plan, self._graph, id))
            here = id
        at = [number for number, one in enumerate(self.lines) if one.id == here]
        self._at = at[0] if at else min(self._at, max(0, len(self.lines) - 1))

    def start(self) -> None:
        self.query_one(Track).focus()

    def renew(self) -> None:
        self._read(self.line.id if self.line else "")
        self._draw()

    def on_resize(self, event: Resize) -> None:
        """Another size folds the line in another way."""
        self.call_after_refresh(self._draw)

    def up(self) -> Place | None:
        return Place("overview")

    def refocus(self) -> Place:
        if self.line is None:
            return self.place
        return Place("trace", self.line.id, STATIONS[self._station])

    # Going along

    def along(self, by: int) -> None:
        """Goes that many stops down the line; in the table on to the lines around it."""
        count, there = len(STATIONS), self._at * len(STATIONS) + self._station + by
        if self._as_table and 0 <= there < count * len(self.lines):
            self._turn(*divmod(there, count))
        else:
            self._turn(self._at, min(max(self._station + by, 0), count - 1))

    def turn_table(self) -> None:
        """Shows the lines as a table, or the one that is walked along as a drawing."""
        self._as_table = not self._as_table
        self.query_one("#trace").set_class(self._as_table, "-table")
        self.call_after_refresh(self._draw)

    def other(self, by: int) -> None:
        """Goes to the line that many places on."""
        if self.lines:
            self._turn((self._at + by) % len(self.lines), self._station)

    def next_break(self) -> None:
        """Goes to the next missing stop: down this line, then on the ones after it."""
        found = [
            (number, station)
            for number, one in enumerate(self.lines)
            for station, stop in enumerate(one.stops)
            if stop.state == "missing"
        ]
        after = [one for one in found if one > self.here]
        if found:
            self._turn(*(after or found)[0])
        else:
            self.desk.notify("No line breaks.")

    def _turn(self, at: int, station: int) -> None:
        self._at, self._station = at, station
        self._draw()
        self.desk.frame.renew()

    def go_there(self) -> None:
        """Goes to the record at the stop, or to where it would be written."""
        stop = self.stop
        if stop is None:
            self._begin()
        elif stop.state == "waits" and self.line:
            self._turn(self._at, self.line.stops.index(awaited(self.line, stop)))
        elif stop.ids:
            self._open(Place("record", stop.ids[0]))
        elif stop.gap:
            place = Place("step", stop.gap.step, stop.gap.field)
            self._open(Place("record", stop.gap.id, stop.gap.field) if stop.gap.id else place)
        else:
            self.desk.notify("No step asks for this.")

    def _open(self, place: Place) -> None:
        record = self.desk.plan.record(place.id) if place.view == "record" else None
        if place.view == "record" and (
            record is None or self.desk.plan.curriculum.home(record) is None
        ):
            self.desk.notify("This stands in no table, so no screen shows it.")
        else:
            self.desk.visit(place)

    def _begin(self) -> None:
        """Without a line: to the step where one begins."""
        tables = self.desk.plan.curriculum.tables_of("strategic_action")
        if table := next(tables, None):
            step = self.desk.plan.curriculum.step_of(table.id)
            self.desk.visit(Place("step", step.id, table.id))

    # Drawing

    def _draw(self) -> None:
        if not self.is_attached or self.desk.session is None:
            return
        self._entitle()
        page, track = self.query_one("#trace-page"), self.query_one(Track)
        width, room = page.content_size
        self._list(self.query_one("#trace-words", Marks))
        if self.line is None:
            track.lay_lines(_empty())
            return
        if self._as_table:
            pieces, here = table(self, width)
        else:
            shown = [(one, self.words(self.line, one)) for one in self.line.stops]
            rows = draw(shown, self._station, width, room)
            pieces = [(one.content, partial(self.clicked, self._at, one.stop)) for one in rows]
            here = [number for number, one in enumerate(rows) if one.stop == self._station]
        track.lay_lines(pieces)
        page.scroll_to_region(Region(0, here[0], width, len(here)), animate=False)

    def words(self, line: Line, stop: Stop) -> Words:
        """What stands at a stop of a line, in words."""
        missing = awaited(line, stop) if stop.state == "waits" else stop
        return words(self.desk, stop, missing.station)

    def _list(self, marks: Marks) -> None:
        """All lines: beside the drawn one, or as one row above it."""
        width, height = self.query_one("#trace-side").content_size
        if self.app.size.width < ROOMY:
            marks.lay_flow(row_of_words(self, width))
        else:
            marks.lay_lines(beside(self, width, height))

    def show_line(self, at: int) -> None:
        """Shows a line that was clicked."""
        self._turn(at, self._station)

    def clicked(self, at: int, station: int) -> None:
        """Goes to a stop that was clicked; from the one with the cursor to what stands there."""
        if (at, station) == self.here:
            self.go_there()
        else:
            self._turn(at, station)

    def _entitle(self) -> None:
        """The title, and in how many places this line breaks."""
        frame, app = self.query_one("#trace"), self.desk
        if app.size.width >= ROOMY:
            said = self._said(app.size.width // 2)
            frame.border_title = app.border_text(TITLE)
            frame.border_subtitle = app.border_text(said) if said else ""
        else:
            said = self._said(app.size.width - len(TITLE) - 9)
            frame.border_title = app.border_text(f"{TITLE} · {said}" if said else TITLE)

    def _said(self, width: int) -> str:
        """Which line this is, and in how many places it breaks."""
        if self.line is None:
            return ""
        count = len(self.line.breaks)
        breaks = {0: "no break", 1: "one break"}.get(count, f"{count} breaks")
        return f"{named(self.desk, self.line, width - len(breaks) - 2)}: {breaks}"


def _empty() -> list[Piece]:
    return [
        (plain("A line begins with a strategic action. There is none yet.", MUTED), None),
        (joined(("⏎ go there", f"{ACCENT} bold"), ("   Strategic actions", MUTED)), None),
    ]
