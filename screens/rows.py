"""A table of rows: add, open, duplicate, remove, move, sort, filter. Columns fit the width."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import DataTable, Input, Static

from screens.columns import fitted, fullest
from screens.company import disputed
from screens.places import Place
from screens.plain import MUTED, brief, plain
from screens.steady import Steady
from workbook.ask.sealed import FIELDS
from workbook.curriculum import Table
from workbook.kinds import Date, Invalid, Money, Number, Scale
from workbook.kinds.text import visible
from workbook.map.rounds import Secrets
from workbook.reasoning.needs import lacking
from workbook.records import Record

if TYPE_CHECKING:
    from workbook.plan import Plan

ADD = "+"
"""The key of the last row, which adds one."""
LONGEST = 100
"""Characters of a cell that are looked at."""
TALLEST = 9
"""Rows in sight on a step; a table scrolls beyond, and says of how many."""


class RowTable(Vertical):
    """The rows of one table with the keys to work on them. It shows what the plan holds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "show_all", "All rows", show=False),
    ]

    def __init__(self, table: Table, *, whole: bool = False) -> None:
        super().__init__(classes="rows whole" if whole else "rows")
        self.table, self._whole = table, whole
        self._sorted_by, self._filter = "", ""
        self._shown: list[str] = []

    @property
    def plan(self) -> Plan:
        """The open plan."""
        plan: Plan = self.app.plan  # type: ignore[attr-defined]
        return plan

    def compose(self) -> ComposeResult:
        """What belongs here, the filter, the rows."""
        yield Static(plain(self.table.empty, MUTED), classes="empty")
        filter = Input(compact=True, placeholder="show only rows with …", classes="filter")
        filter.display = False
        yield filter
        yield Grid(cursor_type="row", zebra_stripes=False, cell_padding=1)
        yield Steady("", classes="count")

    def on_mount(self) -> None:
        """Shows the rows."""
        self.fill()

    def focus(self, scroll_visible: bool = True) -> RowTable:
        """The cursor goes to the rows."""
        self.query_one(Grid).focus(scroll_visible)
        return self

    def rows(self) -> list[Record]:
        """The rows that are shown, sorted and filtered; by nothing that is still hidden."""
        self._secrets = Secrets(self.plan)
        rows = self.plan.rows(self.table)
        if self._filter:
            rows = [one for one in rows if self._filter in self._text(one).casefold()]
        if self._sorted_by:
            rows.sort(key=self._place)
        return rows

    def _place(self, row: Record) -> tuple[int, float, str]:
        """Numbers by size and dates by day, all else by what it shows; nothing last."""
        if self._hides(row, self._sorted_by):
            return _sortable(None)
        asked, value = self.table.field(self._sorted_by), self.plan.value(row, self._sorted_by)
        if asked is not None and not isinstance(asked.kind, Number | Money | Scale | Date):
            value = self.plan.shown(row, self._sorted_by) or None
        return _sortable(value)

    def _text(self, row: Record) -> str:
        ids = (one.id for one in self.table.fields if not self._hides(row, one.id))
        return " ".join(self.plan.shown(row, id) for id in ids)

    def _hides(self, row: Record, field: str) -> bool:
        """Whether a field may not be seen yet, because its round of rating is open."""
        return field in FIELDS and self._secrets.keeps(row)

    def fill(self) -> None:
        """Draws the rows anew; the cursor stays on its row."""
        grid, rows = self.query_one(Grid), self.rows()
        here = self.here()
        texts = {id: [self._said(row, id) for row in rows] for id in self._ids()}
        main, last = fullest(texts), f"+ add {_a(self.table.one)}"
        texts[main].append(last)  # it is seen whole
        room = max(self.size.width or self.app.size.width - 8, 30) - 4
        widths = fitted(room, {id: self._head(id) for id in texts}, texts)
        self._shown = list(widths)
        grid.clear(columns=True)
        grid.add_column(Text(""), width=1)
        for id, width in widths.items():
            mark = " ↓" if id == self._sorted_by else ""
            grid.add_column(Text(self._head(id)[: width - len(mark)] + mark), width=width)
        for number, row in enumerate(rows):
            cells = [self._cell(id, texts[id][number], width) for id, width in widths.items()]
            grid.add_row(Text(self._sign(row)), *cells, key=row.id)
        adding = [Text(last if id == main else "") for id in widths]
        grid.add_row(Text(""), *adding, key=ADD)
        grid.styles.height = None if self._whole else min(len(rows) + 2, TALLEST)
        if here in grid.rows:
            grid.move_cursor(row=grid.get_row_index(here), animate=False)
        self.query_one(".empty").display = not rows and not self._filter
        self._say_count(len(rows))

    def _say_count(self, shown: int) -> None:
        """How many rows there are, where they are not all in sight."""
        said, count = "", self.query_one(".count", Static)
        if self._filter:
            said = f"{shown} of {len(self.plan.rows(self.table))} with “{self._filter}” · Esc: all"
        elif not self._whole and shown + 1 > TALLEST:
            said = f"{shown} {self.table.many}: ↓ goes on, w shows the whole table"
        count.update(plain(said, MUTED))
        count.display = bool(said)

    def _ids(self) -> list[str]:
        """The columns that the content asks for; on the whole screen the others follow."""
        known = [one.id for one in self.table.fields]
        asked = [id for id in self.table.columns if id in known]
        return [*asked, *(id for id in known if id not in asked)] if self._whole else asked

    def _head(self, id: str) -> str:
        asked = self.table.field(id)
        return asked.name if asked else id

    def _said(self, row: Record, id: str) -> str:
        """What a cell says, whole and in one line."""
        if self._hides(row, id):
            return "hidden"
        asked = self.table.field(id)
        shown = self.plan.shown(row, id)
        if asked is not None and isinstance(asked.kind, Date) and shown:
            shown = asked.kind.write(self.plan.value(row, id), self.plan)  # ISO: they line up
        return visible(brief(shown, LONGEST))

    def _cell(self, id: str, text: str, width: int) -> Text:
        asked = self.table.field(id)
        right = asked is not None and isinstance(asked.kind, Number | Money)
        justify: Literal["left", "right"] = "right" if right else "left"
        return Text(brief(text, width), justify=justify, no_wrap=True, end="")

    def _sign(self, row: Record) -> str:
        """✓ where the row counts, ◐ where it lacks something that it needs, ! where a text in
        it cannot be read or two people wrote at once."""
        app: Any = self.app
        if any(id == row.id for id, _ in app.to_mend) or any(
            one.id == row.id for one in disputed(app)
        ):
            return "!"
        return "◐" if lacking(self.plan, self.table, row) else "✓"

    def on_resize(self) -> None:
        """Columns fit the new width."""
        self.fill()

    def here(self) -> str:
        """The key of the row with the cursor, "" where there is none."""
        grid = self.query_one(Grid)
        if not grid.row_count:
            return ""
        return str(grid.coordinate_to_cell_key(grid.cursor_coordinate).row_key.value or "")

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """Enter opens the row, or adds one."""
        event.stop()
        if event.row_key.value == ADD:
            self.app.attempt(self.add)  # type: ignore[attr-defined]
        else:
            self._open(str(event.row_key.value))

    def open_row(self) -> None:
        """As Enter does."""
        self.query_one(Grid).action_select_cursor()

    def _open(self, id: str, field: str = "") -> None:
        self.app.go(Place("record", id, field, self.table.id))  # type: ignore[attr-defined]

    def add(self) -> None:
        """Adds a row and opens it."""
        if self.table.of == "row":
            self._open(self.plan.add("row", prompt=self.table.id))
        else:
            self._open(self.plan.add(self.table.of, self.table.where))

    def duplicate(self) -> None:
        """Adds a row with the same values."""
        row = self.plan.record(self.here())
        if row is None:
            return
        source = row.data.get("cells", {}) if row.type == "row" else row.data
        names = [one.id for one in self.table.fields if one.id != "code"] + list(self.table.where)
        values = {name: source[name] for name in names if self._holds(row, name, source)}
        self._open(
            self.plan.add(row.type, values, prompt=self.table.id if row.type == "row" else "")
        )

    def _holds(self, row: Record, name: str, source: Mapping[str, Any]) -> bool:
        """Whether a field holds what can be written again: not what points to a removed record."""
        try:
            kind = self.plan.field_kind(row.type, name, self.table.id)
            return kind.clean(source[name], self.plan) is not None
        except (Invalid, KeyError):
            return False

    def remove_row(self) -> None:
        """Removes the row; undo brings it back."""
        id = self.here()
        if self.plan.record(id):
            label = brief(self.plan.label(id), 50)
            self.plan.remove(id)
            self.app.notify(f"Removed “{label}”. ^z brings it back.")

    def move_row(self, by: int) -> None:
        """Moves the row up or down."""
        if self._sorted_by or self._filter:
            self.app.notify("Rows move in your own order: s until no ↓ stands, Esc for all rows.")
            return
        ids = [one.id for one in self.plan.rows(self.table)]
        if self.here() in ids:
            self.plan.move(self.here(), by, ids)

    def sort(self) -> None:
        """Sorts by the next column, and after the last in the team's own order again."""
        ids = ["", *self._shown]
        here = ids.index(self._sorted_by) if self._sorted_by in ids else 0
        self._sorted_by = ids[(here + 1) % len(ids)]
        self.fill()

    def whole(self) -> None:
        """Opens the table on the whole screen."""
        self.app.go(Place("table", self.table.id))  # type: ignore[attr-defined]

    def filter(self) -> None:
        """Opens the filter line."""
        box = self.query_one(".filter", Input)
        box.display = True
        box.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Esc is the filter's only while there is one."""
        return action != "show_all" or self.query_one(".filter").display

    def action_show_all(self) -> None:
        """Takes the filter away; the cursor goes to the rows."""
        box = self.query_one(".filter", Input)
        box.value, box.display = "", False
        self.query_one(Grid).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filters while typing."""
        event.stop()
        self._filter = event.value.strip().casefold()
        self.fill()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes back to the rows; an empty filter goes away."""
        event.stop()
        event.input.display = bool(event.value)
        self.query_one(Grid).focus()


class Grid(DataTable[Text]):
    """The rows themselves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus,a", "row('add')", show=False),
        Binding("d", "row('duplicate')", show=False),
        Binding("delete,backspace", "row('remove_row')", show=False),
        Binding("shift+up", "row('move_row', -1)", show=False),
        Binding("shift+down", "row('move_row', 1)", show=False),
        Binding("s", "row('sort')", show=False),
        Binding("slash", "row('filter')", show=False),
        Binding("w", "row('whole')", show=False),
        Binding("home", "scroll_top", show=False),
        Binding("end", "scroll_bottom", show=False),
    ]

    def action_row(self, what: str, *given: Any) -> None:
        """Does something with the row under the cursor."""
        app: Any = self.app
        app.attempt(partial(getattr(self.parent, what), *given))


def _a(word: str) -> str:
    return f"an {word}" if word[:1].lower() in "aeiou" else f"a {word}"


def _sortable(value: Any) -> tuple[int, float, str]:
    """Numbers by size, texts by letters, nothing last."""
    if value is None:
        return 2, 0.0, ""
    if isinstance(value, int | float):
        return 0, float(value), ""
    return 1, 0.0, str(value).casefold()
