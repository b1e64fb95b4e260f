"""Roles: the pieces of work by people, each cell a part; what cannot hold is said."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from screens.asking import Asking, ask
from screens.command import Command
from screens.frame import ROOMY, View, step_crumbs
from screens.marks import Marks
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, column, joined, plain
from screens.roles_commands import ROLES_COMMANDS
from workbook.reasoning.roles import NOBODY, NONE, SEVERAL, Item, Roles, roles

if TYPE_CHECKING:
    from workbook.curriculum import Step

TITLE, WIDEST, CELL = 30, 60, 4
"""Cells of a piece of work, at least and at most, and of one person's part."""
MANY = 5
"""Pieces of work from which one person has a lot (the guide of this step)."""
UNJOINED = (
    "Pieces of work stand here, and members of the register across; a letter gives each a part. + "
    "adds a piece of work. Nobody has joined yet: ^t goes to Register, where people come from."
)
FEW = 8
"""Names that a sentence lists."""
WORK = "coalition.work"
"""The question that is answered with the pieces of work."""
ASKS = "Who has which part in what"
LETTERS = {"accountable": "A", "responsible": "R", "consulted": "C", "informed": "I"}
"""The letter of each part, in its order; the key that gives it is the same."""


class Matrix(Marks, can_focus=True):
    """The cells, one of them selected."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "along(0, -1)", "The work above", show=False),
        Binding("down", "along(0, 1)", "The work below", show=False),
        Binding("left", "along(-1, 0)", "The person before", show=False),
        Binding("right", "along(1, 0)", "The next person", show=False),
    ]

    def action_along(self, across: int, down: int) -> None:
        self._roles.along(across, down)

    @property
    def _roles(self) -> RolesView:
        return next(one for one in self.ancestors if isinstance(one, RolesView))


class RolesView(View):
    """Pieces of work down, people across. A answers for it (exactly one), R does it, C is asked
    before, I is told after: press the letter to give or take that part. ○ marks what cannot hold.
    The number under each name counts the pieces that they answer for or do."""

    view: ClassVar[str] = "roles"
    lists: ClassVar[bool] = False

    def __init__(self, place: Place, step: Step) -> None:
        super().__init__(place)
        self.step = step
        self._x, self._y, self._title = 0, 0, TITLE
        self._found = Roles((), (), {}, ())

    def commands(self) -> tuple[type[Command], ...]:
        return ROLES_COMMANDS

    @property
    def crumbs(self) -> list[str]:
        return [*step_crumbs(self.desk, self.step)[:1], "Roles"]

    def compose(self) -> ComposeResult:
        """The matrix, and what is said of the selected cell."""
        with Container(id="roles"):
            with Container(id="roles-page"):
                yield Matrix("", id="roles-matrix")
            yield Static("", id="roles-said")

    def on_mount(self) -> None:
        """Finds the piece of work that one comes back from."""
        self._found = roles(self.desk.plan)
        ids = [one.id for one in self._found.items]
        self._y = ids.index(self.place.id) if self.place.id in ids else 0
        self.call_after_refresh(self._draw)

    def start(self) -> None:
        self.query_one(Matrix).focus()

    def offers(self, does: str) -> bool:
        """There are cells while there is work, and somebody to do it."""
        return does == "add" or (self.item is not None and bool(self.person))

    def renew(self) -> None:
        self._draw()

    def on_resize(self, event: Resize) -> None:
        """Another width shows other people."""
        self.call_after_refresh(self._draw)

    def up(self) -> Place | None:
        return Place("step", self.step.id)

    def refocus(self) -> Place:
        return replace(self.place, id=self.item.id if self.item else "")

    @property
    def item(self) -> Item | None:
        """The selected piece of work."""
        return self._found.items[self._y] if self._y < len(self._found.items) else None

    @property
    def person(self) -> str:
        """The id of the selected person, "" while there is nobody."""
        return self._found.people[self._x] if self._x < len(self._found.people) else ""

    def along(self, across: int, down: int) -> None:
        """Goes to another cell."""
        self._x = min(max(self._x + across, 0), max(0, len(self._found.people) - 1))
        self._y = min(max(self._y + down, 0), max(0, len(self._found.items) - 1))
        self._show()

    def toggle(self, part: str) -> None:
        """Gives the selected person a part, or takes it. Only one can answer for a piece; whoever
        was removed from the register can only lose a part, and loses it with the next change."""
        item, person, plan = self.item, self.person, self.desk.plan
        if item is None or not person:
            return
        record = plan.record(item.id)
        held = list(record.data.get(part) or ()) if record else []
        others = [one for one in held if one != person and plan.record(one)]
        rest = [] if part == "accountable" else others
        takes = person in held or plan.record(person) is None
        plan.settle()
        plan.put(item.id, rest if takes else [*rest, person], part)
        plan.settle()
        self._draw()

    def add(self) -> None:
        """Asks for a piece of work and adds it."""
        ask(self.desk, Asking("What has to be done?", take="add"), self._add)

    def _add(self, title: str) -> None:
        if title:
            self.desk.plan.add("work_item", {"title": title})
            self._y = len(self._found.items)
            self._draw()

    def open_item(self) -> None:
        """Opens the form of the selected piece."""
        if self.item:
            self.desk.visit(Place("record", self.item.id, "title"))

    # Drawing

    def _draw(self) -> None:
        """Shows the work and the people as they are now."""
        if self.is_attached and self.desk.session is not None:
            self._found = roles(self.desk.plan)
            self._stay()
            self._entitle()
            self._show()

    def _show(self) -> None:
        page = self.query_one("#roles-page")
        width, height = page.content_size
        if not self._found.items or not self._found.people:
            lines = plain(self._empty(), MUTED).wrap(max(20, width))
            self.query_one(Matrix).lay_lines([(line, None) for line in lines])
            self.query_one("#roles-said", Static).update(Content(""))
            return
        self._title = max(TITLE, min(WIDEST, width - 4 - CELL * len(self._found.people)))
        room = max(1, (width - self._title - 4) // CELL)
        first, last = _window(self._x, len(self._found.people), room)
        top, bottom = _window(self._y, len(self._found.items), max(1, height - 2))
        rows = [self._head(first, last), self._loads(first, last)]
        rows += [self._row(y, first, last) for y in range(top, bottom)]
        spots = [
            (y - top + 2, 2 + self._title + (x - first) * CELL,
             2 + self._title + (x - first + 1) * CELL,
             partial(self._click, x, y))
            for y in range(top, bottom)
            for x in range(first, last)
        ]  # fmt: skip
        self.query_one(Matrix).lay_drawing(rows, spots)
        self.query_one("#roles-said", Static).update(self._said())

    def _stay(self) -> None:
        """Keeps the cursor on the matrix when rows or people have gone."""
        self._x = min(self._x, max(0, len(self._found.people) - 1))
        self._y = min(self._y, max(0, len(self._found.items) - 1))

    def _click(self, x: int, y: int) -> None:
        self._x, self._y = x, y
        self._show()

    def _head(self, first: int, last: int) -> Content:
        cells = [
            (_initials(self.desk.plan.label(self._found.people[x])),
             f"{INK} bold on $wb-wash" if x == self._x else MUTED)
            for x in range(first, last)
        ]  # fmt: skip
        more = " ›" if last < len(self._found.people) else ""
        return joined((" " * (2 + self._title), ""), *cells, (more, MUTED))

    def _loads(self, first: int, last: int) -> Content:
        loads = [self._found.load.get(one, 0) for one in self._found.people[first:last]]
        cells = [(f"{one or '·':^{CELL}}", WARN if one > MANY else MUTED) for one in loads]
        return joined((f"  {'answers for or does':>{self._title - 2}}  ", MUTED), *cells)

    def _row(self, y: int, first: int, last: int) -> Content:
        item, here = self._found.items[y], y == self._y
        ground = " on $wb-wash" if here else ""
        title = column(self.desk.plan.label(item.id), self._title - 1)
        cells = [self._cell(item, x, here=here) for x in range(first, last)]
        return joined(
            ("▌" if here else " ", ACCENT + ground),
            ("○" if item.wrong else " ", WARN + ground),
            (f"{title} ", (f"{INK} bold" if here else BODY) + ground),
            *cells,
        )

    def _cell(self, item: Item, x: int, *, here: bool) -> tuple[str, str]:
        parts = item.parts.get(self._found.people[x], ())
        text = "".join(LETTERS[one] for one in parts) or "·"
        if here and x == self._x:
            return f"{f'‹{text}›':^{CELL}}"[:CELL], "$wb-paper bold on $wb-accent"
        style = f"{INK} bold" if parts else MUTED
        return f"{text:^{CELL}}", style + (" on $wb-wash" if here else "")

    def _said(self) -> Content:
        item, plan = self.item, self.desk.plan
        if item is None:
            return Content("")
        parts = [self._part_name(one) for one in item.parts.get(self.person, ())]
        wrong = [_WRONG[one] for one in item.wrong]
        told = [brief(plan.label(one), 24) for one in self._found.only_told[:FEW]]
        more = len(self._found.only_told) - len(told)
        others = f" and {more} more" if more else ""
        return joined(
            (brief(plan.label(self.person), 30), f"{INK} bold"),
            (f": {', '.join(parts).lower() or 'no part in this'}. ", BODY),
            (f"○ {' '.join(wrong)} " if wrong else "", WARN),
            (f"○ Only ever told: {', '.join(told)}{others}." if told else "", WARN),
            (f"\n{self._legend()}", MUTED),
        )

    def _part_name(self, part: str) -> str:
        table = self.desk.plan.curriculum.tables.get(WORK)
        asked = table.field(part) if table else None
        return asked.name if asked else part

    def _legend(self) -> str:
        return "   ".join(f"{LETTERS[one]} {self._part_name(one).lower()}" for one in LETTERS)

    def _empty(self) -> str:
        if not self._found.people:
            return UNJOINED
        return "No piece of work yet. + adds one that someone could be asked about next week."

    def _entitle(self) -> None:
        wrong = sum(bool(one.wrong) for one in self._found.items)
        said = f"{len(self._found.items)} pieces of work"
        said += f", {wrong} cannot hold" if wrong else ""
        frame, app = self.query_one("#roles"), self.desk
        if app.size.width >= ROOMY:
            frame.border_title, frame.border_subtitle = map(app.border_text, (ASKS, said))
        else:
            frame.border_title = app.border_text(f"{ASKS} · {said}")


_WRONG = {
    NONE: "Nobody answers for it.",
    SEVERAL: "More than one answers for it: choose one.",
    NOBODY: "Nobody does it.",
}


def _window(at: int, count: int, room: int) -> tuple[int, int]:
    """First and last of as many as fit, around the selected one."""
    first = min(max(0, at - room // 2), max(0, count - room))
    return first, min(count, first + room)


def _initials(name: str) -> str:
    """The first letters of a name in the middle of a cell."""
    words = [one for one in name.split() if one[:1].isalnum() and not one.endswith(".")]
    found = "".join(one[0] for one in (words[:1] + words[-1:] if len(words) > 1 else words))
    left = (CELL - cell_len(found)) // 2
    return set_cell_size(" " * left + found, CELL)
