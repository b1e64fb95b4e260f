"""The stakeholder map: power and interest drawn, moved with arrow keys; the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from screens.asking import Asking, ask
from screens.command import Command
from screens.frame import ROOMY, View, step_crumbs
from screens.marks import Marks, Piece
from screens.people_commands import PEOPLE_COMMANDS
from screens.people_filter import Filter
from screens.people_map import MapOfPeople
from screens.people_words import around, legend_line, missing, said, shared, table_lines, wrapped
from screens.places import Place
from screens.plain import MUTED, joined, plain
from screens.stakeholder_grid import Chip, draw
from workbook.reasoning.stakeholders import Mark, cells, marks, moved

if TYPE_CHECKING:
    from workbook.curriculum import Step

LEGEND, WIDEST = 29, 50
"""Cells of the legend at least, with what is left free around it; at most."""
TITLE = "Who has power, who has a stake"
WHOM = "Whom do you add? A person or an organization."
WHICH = "Show only those with this text, or with this number. Empty shows all."
PLAN_HOW = "coalition.share-power"
"""The question that asks what power will be shared."""
EMPTY = "Nobody is here yet. + adds the first name; an arrow key then places it."


class PeopleView(View):
    """Everybody in the register by power and interest. The arrow keys move the selected mark: up
    is more power, right more interest. ◆ marks those whom it touches most (affected 4 or 5) and
    who can decide least (power 1 or 2): share power with them, in whichever corner they stand.
    The numbers 1 to 5 say how directly it touches the selected one. It is not in the MAP."""

    view: ClassVar[str] = "people"
    lists: ClassVar[bool] = False

    def __init__(self, place: Place, step: Step) -> None:
        super().__init__(place)
        self.step = step
        self.here, self._filter = place.id, Filter.read(place.table)
        self.as_table = place.field == "table"
        self._missing: list[tuple[str, str]] = []
        self._drawn = 0
        self.everybody: list[Mark] = []
        self.shown: list[Mark] = []

    def commands(self) -> tuple[type[Command], ...]:
        return PEOPLE_COMMANDS

    @property
    def crumbs(self) -> list[str]:
        return [*step_crumbs(self.desk, self.step)[:1], "Stakeholder map"]

    def compose(self) -> ComposeResult:
        """The grid, the legend beside it, what is to be said under both."""
        with Container(id="people"):
            with Horizontal(id="people-map"):
                with Container(id="people-page"):
                    yield MapOfPeople("", id="people-grid")
                yield Marks("", id="people-legend")
            yield Static("", id="people-said")

    def on_mount(self) -> None:
        """Draws once the sizes are known."""
        self._missing = missing(self.desk.plan)
        self.call_after_refresh(self._draw)

    def start(self) -> None:
        self.query_one(MapOfPeople).focus()

    def offers(self, does: str) -> bool:
        """Marks are moved where one is shown, and filtered where there are any."""
        if does in ("add", "to_coverage"):
            return True
        shows = does in ("narrow", "turn_filter", "turn_table")
        return bool(self.everybody) if shows else self.selected is not None

    def renew(self) -> None:
        self._missing = missing(self.desk.plan)
        self._draw()

    def on_resize(self, event: Resize) -> None:
        """Another size folds it in another way."""
        self.call_after_refresh(self._draw)

    def up(self) -> Place | None:
        return Place("step", self.step.id)

    def refocus(self) -> Place:
        form = "table" if self.as_table else ""
        return replace(self.place, id=self.here, field=form, table=self._filter.kept())

    # Who is shown

    def _read(self) -> None:
        """Takes the marks from the plan as it is now: all, and those that the filters leave."""
        session = self.desk.session
        self.everybody = session.once("marks", marks) if session else []
        self.shown = [one for one in self.everybody if self._filter.fits(self.desk.plan, one)]

    @property
    def selected(self) -> Mark | None:
        """The mark that the keys move."""
        shown = self.shown
        return next((one for one in shown if one.id == self.here), shown[0] if shown else None)

    def select(self, id: str) -> None:
        """Makes this the mark that the keys move; one that is it already is opened."""
        if id == self.here:
            self.open_mark()
        self.here = id
        self._show()
        self.desk.frame.renew()

    def other(self, by: int = 1) -> None:
        """Goes to another mark, round and round; far beyond an end is the end."""
        ids = [one.id for one in self.shown]
        if self.selected and ids:
            at = ids.index(self.selected.id) + by
            far = abs(by) > len(ids)
            self.here = ids[min(max(at, 0), len(ids) - 1) if far else at % len(ids)]
            self._show()
            self.desk.frame.renew()

    # What is done with it

    def push(self, field: str, by: int) -> None:
        """Moves the selected mark by one score; in the table, up and down go through the rows."""
        mark = self.selected
        if self.as_table and field == "power":
            self.other(-by)
        elif mark and not mark.placed and not self.as_table:
            middle = {one: moved(getattr(mark, one), 0) for one in ("power", "interest")}
            self._change(mark, middle)
        elif mark:
            self._change(mark, {field: moved(getattr(mark, field), by)})

    def score(self, field: str, level: int) -> None:
        """Gives the selected mark a score."""
        if mark := self.selected:
            self._change(mark, {field: level})

    def _change(self, mark: Mark, scores: dict[str, int]) -> None:
        self.here = mark.id
        self.desk.plan.take_in("stakeholder", changed={mark.id: scores})
        self._draw()

    def open_mark(self) -> None:
        """Opens the form of the selected one."""
        if mark := self.selected:
            self.desk.visit(Place("record", mark.id, "power", "register"))

    def add(self) -> None:
        """Asks for a name and adds somebody; an arrow key then places them."""
        ask(self.desk, Asking(WHOM, take="add"), self._add)

    def _add(self, name: str) -> None:
        if name:
            self.here = self.desk.plan.add("stakeholder", {"name": name, "status": "identified"})
            self._filter = Filter()
            self._draw()

    def narrow(self) -> None:
        """Asks for a text, and shows only those whose words hold it, or the one of a number."""
        ask(self.desk, Asking(WHICH, take="show"), self._narrow)

    def _narrow(self, text: str) -> None:
        self._filter = self._filter.with_text(text)
        self._draw()

    def plan_how(self) -> None:
        """Goes to the question that asks what power will be shared."""
        if PLAN_HOW in self.desk.curriculum.prompts:
            step = self.desk.curriculum.step_of(PLAN_HOW)
            self.desk.visit(Place("step", step.id, PLAN_HOW))

    def to_coverage(self) -> None:
        """Goes to who is at the table."""
        self.desk.visit(Place("coverage"))

    def turn_filter(self) -> None:
        """Everyone, members, those who have not joined: one after another."""
        self._filter = self._filter.turned()
        self._draw()

    def turn_table(self) -> None:
        """The drawing as a table, and back."""
        self.as_table = not self.as_table
        self._show()
        self.desk.frame.renew()

    # Drawing

    def _draw(self) -> None:
        """Shows the register as it is now."""
        if self.is_attached and self.desk.session is not None:
            self._read()
            self._show()

    def _show(self) -> None:
        shown, mark = self.shown, self.selected
        self.here = mark.id if mark else ""
        self._entitle(len(shown))
        self.set_class(self.as_table, "-as-table")
        if self.as_table:
            self._draw_table(shown)
        else:
            self._draw_grid(shown)
            self._draw_legend(shown)
        self._say(mark, shown)

    def _draw_grid(self, shown: Sequence[Mark]) -> None:
        width, height = self.query_one("#people-map").content_size
        chips = {
            at: [Chip(one.id, one.number, one.shares, one.id == self.here) for one in found]
            for at, found in cells(shown).items()
        }
        made = draw(chips, around(self.desk.plan), width - LEGEND, height)
        spots = [(y, x, end, partial(self.select, id)) for y, x, end, id in made.spots if id]
        self.query_one(MapOfPeople).lay_drawing(made.lines, spots)
        self._drawn = max(one.cell_length for one in made.lines)
        self.query_one("#people-page").styles.width = self._drawn

    def _draw_legend(self, shown: Sequence[Mark]) -> None:
        legend = self.query_one("#people-legend", Marks)
        whole, height = self.query_one("#people-map").content_size
        width = min(whole - self._drawn - 2, WIDEST)
        below = [row for sign, text in self._missing for row in wrapped(sign, text, width)]
        room = max(3, height - len(below) - 1)
        lines = self._window(shown, width, room)
        lines += [(Content(""), None), *((one, None) for one in below)]
        legend.lay_lines(lines[:height] if len(lines) > height else lines)

    def _window(self, shown: Sequence[Mark], width: int, room: int) -> list[Piece]:
        """The marks around the selected one, and how many are above and below."""
        plan, at = self.desk.plan, [one.id for one in shown].index(self.here) if shown else 0
        rows = room if len(shown) <= room else room - 1
        first = min(max(0, at - rows // 2), max(0, len(shown) - rows))
        found: list[Piece] = [
            (
                legend_line(plan, one, width, selected=one.id == self.here),
                partial(self.select, one.id),
            )
            for one in shown[first : first + rows]
        ]
        if len(shown) > rows:
            ends = f"     {first + 1}–{first + rows} of {len(shown)}"
            more = ", Tab goes on"
            found.append((plain(ends + more * (len(ends + more) <= width), MUTED), None))
        return found

    def _draw_table(self, shown: Sequence[Mark]) -> None:
        width, height = self.query_one("#people-map").content_size
        self.query_one("#people-page").styles.width = "1fr"
        at = [one.id for one in shown].index(self.here) if shown else 0
        first = min(max(0, at - height // 2), max(0, len(shown) - height + 1))
        some = shown[first : first + height - 1]
        lines = table_lines(self.desk.plan, some, width, self.here)
        spots = [(y, 0, width, partial(self.select, one.id)) for y, one in enumerate(some, 1)]
        self.query_one(MapOfPeople).lay_drawing(lines, spots)

    def _say(self, mark: Mark | None, shown: Sequence[Mark]) -> None:
        """What the selected mark's place means; with whom power is to be shared."""
        if mark is None:
            empty = "Nobody fits the filter." if self.everybody else EMPTY
            self.query_one("#people-said", Static).update(plain(empty, MUTED))
            return
        plan, short = self.desk.plan, self.app.size.width < ROOMY
        self.query_one("#people-said", Static).update(
            joined(
                said(plan, mark, short=short, table=self.as_table),
                ("\n", ""),
                shared(plan, shown, short=short),
            )
        )

    def _entitle(self, count: int) -> None:
        """The question that the map answers, and how many are on it."""
        frame, app, all_ = self.query_one("#people"), self.desk, len(self.everybody)
        many = f"{count} of {all_}" if count < all_ else f"{all_}"
        about = f"{many} people{self._filter.said()} · private, not in the MAP"
        if app.size.width >= ROOMY:
            frame.border_title, frame.border_subtitle = map(app.border_text, (TITLE, about))
        else:
            frame.border_title = app.border_text(f"{TITLE} · {about}")
