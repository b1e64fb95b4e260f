"""The logic model on one board: six columns, the items of an action in them, the links drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from screens import logic_rows
from screens.board import Board
from screens.logic_commands import LOGIC_COMMANDS
from screens.logic_doing import ALL
from screens.logic_reading import ALL_FROM, ROWS, LogicReading
from screens.logic_rows import LEFT, RIGHT, Window
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, RAIL, WARN, brief, joined
from workbook.reasoning.logic_model import COLUMNS

if TYPE_CHECKING:
    from screens.command import Command
    from workbook.curriculum import Step
    from workbook.reasoning.logic_model import Link


class LogicBoard(Board):
    """The board: only what is in sight is drawn."""

    def action_turn(self, by: int) -> None:
        """Goes a window further down."""
        view = next(one for one in self.ancestors if isinstance(one, LogicView))
        view.move(0, by * max(1, self.size.height // view.layout_.size.slot))


class LogicView(LogicReading):
    """Each action from what goes in to what changes. Arrows walk along columns and items, l links
    the selected item to what it leads to, and asks why. Its links stand out; ○ marks what the
    checks find missing or broken. n shows the next action, and after the last one all."""

    view: ClassVar[str] = "logic"
    lists: ClassVar[bool] = False

    def __init__(self, place: Place, step: Step) -> None:
        super().__init__(place)
        self.step = step
        self.here, self.column = place.id, 0
        self.action = place.field or None
        self._top = 0
        self._offered: list[str] = []

    def commands(self) -> tuple[type[Command], ...]:
        return LOGIC_COMMANDS

    def compose(self) -> ComposeResult:
        """The action, the columns; the board, which scrolls by itself; what is said of an item."""
        with Container(id="drawn"):
            yield Static("", id="logic-head")
            yield LogicBoard("", id="board")
            yield Static("", id="logic-said")
            yield Static("", id="drawn-foot")

    @property
    def title(self) -> str:
        return "How the actions lead to the change" if self.roomy else "From action to change"

    @property
    def count(self) -> str:
        marked = sum(
            bool(logic_rows.mark(self.model.items[id], self._findings.get(id, ())))
            for id in self.layout_.spots
        )
        links = len(self.layout_.links)
        lacking = f" · {marked} to look at" if marked else ""
        return f"{len(self.layout_.spots)} items, {links} link{'s' * (links != 1)}{lacking}"

    @property
    def room(self) -> int:
        """Cells of a line."""
        return self.query_one(Board).size.width or self.app.size.width - 3

    def refocus(self) -> Place:
        return replace(self.place, id=self.here, field=self.action or "")

    def renew(self) -> None:
        if self.is_attached and self.desk.session is not None:
            self._read()
            super().renew()

    # Drawing

    def draw(self) -> None:
        board, layout = self.query_one(LogicBoard), self.layout_
        many = len(COLUMNS) if self.room >= ALL_FROM else 3
        first = min(max(0, self.column - 1), len(COLUMNS) - many)
        height = board.size.height or 10
        y = layout.spots[self.here][1] if self.here in layout.spots else 0
        low = y - 1 if y - 1 in layout.titles else y
        most = max(0, layout.height - height)
        self._top = min(max(min(self._top, low), y + layout.size.slot - height), max(most, low))
        window = Window(first, many, range(self._top, self._top + height))
        self._draw_head(window)
        self._draw_board(board, window)
        self._say()

    def _draw_head(self, window: Window) -> None:
        plan, width = self.desk.plan, self.room
        lines = [self._called().truncate(width, ellipsis=True)]
        if window.many < len(COLUMNS):
            lines.append(logic_rows.strip(plan, self.layout_, self.column, width))
        elif self.app.size.height >= ROWS:
            lines.append(Content(""))
        lines += logic_rows.heads(plan, window, self.layout_, width)
        self.query_one("#logic-head", Static).update(Content("\n").join(lines))

    def _called(self) -> Content:
        """Which action is shown, which of how many, and by when it is done."""
        plan, ids = self.desk.plan, [one for one in self.model.bands if one]
        if not self.model.bands:
            return joined(("○ No action yet: chapter 5 chooses them, two steps before.", WARN))
        if self.action == ALL:
            empty = len(ids) - len([one for one in self.bands() if one])
            rest = f"   {empty} without items: n goes there" if empty else ""
            return joined((f"All {len(ids)} actions", f"{INK} bold"), (rest, MUTED))
        record = plan.record(self.action or "")
        if record is None:
            return joined(("○ Items of no action: open each and choose one", WARN))
        by = plan.shown(record, "ends")
        return joined(
            (brief(plan.label(record.id), self.room - 34), f"{INK} bold"),
            (f"   by {by}" if by else "", MUTED),
            (f"   {ids.index(record.id) + 1} of {len(ids)}", MUTED),
        )

    def _draw_board(self, board: Board, window: Window) -> None:
        layout, rows = self.layout_, window.rows
        back = [one for one in layout.links if layout.goes_back(one)]
        own = [one for one in layout.links if self.here in (one.start, one.end)]
        ring = [one for one in layout.links if one.circle]
        lines = [
            (layout.draw(back, rows), WARN), (layout.draw(own, rows), ACCENT),
            (layout.draw(ring, rows), WARN), (layout.draw(layout.links, rows), RAIL),
        ]  # fmt: skip
        blocks, spots = self._blocks(window)
        drawn = []
        for y in rows:
            if y in layout.titles:
                drawn.append(self._band_title(layout.titles[y]))
                continue
            pieces = [self._edge(window, y, left=True)]
            for column in window.columns:
                found = blocks.get((column, y))
                pieces.append(found or logic_rows.links_through(layout, lines, y, column))
                if column < window.columns.stop - 1:
                    pieces.append(logic_rows.links_between(layout, lines, y, column))
            drawn.append(joined(*pieces, self._edge(window, y, left=False)))
        board.lay_drawing(drawn, spots)

    def _blocks(
        self, window: Window
    ) -> tuple[dict[tuple[int, int], Content], list[tuple[int, int, int, Callable[[], None]]]]:
        """The lines of the items in sight by column and row, and where a click selects one."""
        layout, blocks = self.layout_, dict[tuple[int, int], Content]()
        spots: list[tuple[int, int, int, Callable[[], None]]] = []
        size, rows = layout.size, window.rows
        for column in window.columns:
            x = LEFT + (column - window.first) * size.step
            for id in layout.columns[column]:
                y = layout.spots[id][1]
                if rows.start - size.slot < y < rows.stop:
                    item, found = self.model.items[id], self._findings.get(id, ())
                    lines = logic_rows.block(
                        item, logic_rows.mark(item, found), size.column, size.slot - 1,
                        selected=id == self.here,
                    )  # fmt: skip
                    for at, line in enumerate(lines, y):
                        blocks[column, at] = line
                        spots.append((at - rows.start, x, x + size.column, partial(self.pick, id)))
            if not self.here and column == self.column:
                blocks[column, rows.start] = logic_rows.placeholder(size.column)
        return blocks, spots

    def _edge(self, window: Window, y: int, *, left: bool) -> Content:
        """The end of a link that comes from beyond the window, or goes there, in a row."""
        column = window.first if left else window.columns.stop - 1
        id = self.layout_.starts.get((column, y - left), "")
        if self._beyond(id, column, left=left, back=True):
            return joined(("◂╴" if left else "◂╴ ", WARN))
        beyond = self._beyond(self.layout_.starts.get((column, y), ""), column, left=left)
        if not beyond:
            return Content(" " * (LEFT if left else RIGHT))
        near = self.here in {end for one in beyond for end in (one.start, one.end)}
        return joined(("╶▸" if left else "─▸ ", ACCENT if near else RAIL))

    def _beyond(self, id: str, column: int, *, left: bool, back: bool = False) -> list[Link]:
        """The links of an item that end, or begin, on this side of the window; back: those that go
        back to there, or come back from there."""
        model, begins = self.model, left == back
        found = (model.after if begins else model.before).get(id, ())
        return [
            one for one in found
            if not one.gone and model.leads_back(one) == back
            and self._is_beyond(one.end if begins else one.start, column, left=left)
        ]  # fmt: skip

    def _is_beyond(self, id: str, column: int, *, left: bool) -> bool:
        at = self.model.items[id].column
        return id not in self.layout_.spots or (at < column if left else at > column)

    def _band_title(self, id: str) -> Content:
        name = self.desk.plan.label(id) if id else "Of no action"
        style = f"{INK} bold" if id else WARN
        return joined((" " * LEFT, ""), (name, style)).truncate(self.room, ellipsis=True)

    def _say(self) -> None:
        height = 8 if self.app.size.height >= ROWS else 4
        pane = self.query_one("#logic-said", Static)
        pane.styles.height = height
        item = self.model.items.get(self.here)
        if item is None:
            options = list(self.desk.plan.options("logic-columns").values())
            note = options[self.column].note if self.column < len(options) else ""
            pane.update(joined((note, BODY), ("\n+ adds one here.", MUTED)))
            return
        found = self._findings.get(item.id, ())
        lines = list(logic_rows.said(self.desk.plan, self.model, item, found, self.room))
        if len(lines) > height - 1:
            more = len(lines) - height + 2
            lines = [*lines[: height - 2], joined((f"{more} more lines: v reads all links", MUTED))]
        pane.update(Content("\n").join(lines))

    # Walking

    def move(self, right: int, down: int) -> None:
        """To the item beside; to the right and left first along a link."""
        if right:
            self._sideways(right)
        elif self.here:
            self.here = self.layout_.beside(self.here, down)
        self.draw()
        self._renew_keys()

    def _sideways(self, by: int) -> None:
        layout, here = self.layout_, self.here
        y = layout.spots[here][1] if here else self._top
        self.column = min(max(self.column + by, 0), len(COLUMNS) - 1)
        links = (self.model.after if by > 0 else self.model.before).get(here, ())
        ends = [one.end if by > 0 else one.start for one in links]
        near = [one for one in ends if layout.spots.get(one, (-1, 0))[0] == self.column]
        nearest = min(near, key=lambda id: abs(layout.spots[id][1] - y), default="")
        self.here = nearest or layout.at(self.column, y)

    def pick(self, id: str) -> None:
        """A click selects an item; a click on the selected one opens it."""
        if id == self.here:
            self.open_entry()
        else:
            self.show_item(id)

    def show_item(self, id: str) -> None:
        """Selects an item, of whatever action it is."""
        self.here = id
        item = self.model.items.get(id)
        if item and self.action != ALL and id not in self.layout_.spots:
            self.action = item.action
        self.renew()
        self._renew_keys()

    def _renew_keys(self) -> None:
        """The keys in the footer follow what is selected, where that changes them."""
        offered = [one.key for one in LOGIC_COMMANDS if one.useful(self.desk)]
        if offered != self._offered:
            self._offered = offered
            self.desk.frame.renew()
