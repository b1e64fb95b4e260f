"""Who is at the table: sectors, pillars, residents and groups, each gap with a way to close it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.content import Content

from screens.asking import Asking, ask
from screens.command import Command
from screens.coverage_commands import COVERAGE_COMMANDS
from screens.ledger import Entry, heading
from screens.listed import Listed
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, WARN, brief, column, joined
from workbook.kinds import Date
from workbook.reasoning.coverage import GOALS, Line, coverage
from workbook.reasoning.persons import key

HEADS = (("sector",), ("pillar",), ("executive", "votes", "lived"), ("group",))
"""What stands under one heading."""
NAME, GAP, BARS, NAMES = 27, 14, 10, 5
"""Cells of a name and of a gap; members up to which each is drawn; names in a sentence."""
COLUMNS = {"now": 5, "coming": 8, "share": 7, "live here": 11, "by share": 10, "aim": 6}
"""The columns in their order, with their cells."""
ORDER = ("now", "aim", "live here", "share", "coming", "by share")
"""Those that matter most first: the last ones go where there is little room."""
OF_GROUPS = ("live here", "by share")
WIDE = 96
"""Cells from which the members are drawn too."""


class CoverageView(Listed):
    """Who is at the table and who is missing. ○ marks a gap: nobody is there, or fewer than the
    share of residents would give, or fewer than your own aim. + adds somebody of that kind to the
    register; s sets a seat to fill."""

    view: ClassVar[str] = "coverage"
    called: ClassVar[str] = "Coverage"
    asks: ClassVar[str] = "Who is at the table, who is missing"

    def commands(self) -> tuple[type[Command], ...]:
        return COVERAGE_COMMANDS

    @property
    def line(self) -> Line | None:
        """The selected line."""
        return next((one for one in self._lines if _key(one) == self.here), None)

    _lines: Sequence[Line] = ()

    def entries(self, width: int) -> Sequence[Entry]:
        self._lines = coverage(self.desk.plan)
        return list(self._rows(width))

    def _rows(self, width: int) -> Iterator[Entry]:
        for number, kinds in enumerate(HEADS):
            lines = [one for one in self._lines if one.kind in kinds]
            if lines:
                yield from [heading(Content(""))] * bool(number)
                yield heading(_head(self._called(kinds[0]), kinds == ("group",), width))
                yield from (Entry(_key(one), partial(_row, one, width)) for one in lines)

    def _called(self, kind: str) -> str:
        """What stands over lines of a kind, in the words of the register."""
        fields = {"sector": "sector", "pillar": "pillars", "group": "groups"}
        table = self.desk.plan.curriculum.tables.get("register")
        asked = table.field(fields.get(kind, "")) if table else None
        return asked.name if asked else "People"

    def count(self) -> str:
        gaps = sum(bool(one.gap) for one in self._lines or coverage(self.desk.plan))
        return "no gap" if not gaps else "1 gap" if gaps == 1 else f"{gaps} gaps"

    def said(self, key: str) -> Content:
        line = self.line
        if line is None:
            return Content("")
        members = self._names(line.members) or "nobody yet"
        coming = self._names(line.coming)
        return joined(
            (f"{line.name}: ", f"{INK} bold"),
            (members, BODY),
            (f"; not members yet: {coming}" if coming else "", MUTED),
            (f". {self._wanted(line)}", BODY),
            ("   +", f"{INK} bold"),
            (" add somebody of this kind", MUTED),
        )

    def _wanted(self, line: Line) -> str:
        """What the gap is measured by."""
        if line.aim is not None:
            by = f" by {Date().show(line.by, self.desk.plan)}" if line.by else ""
            return f"Your aim is {line.aim}{by}."
        if line.fair is not None and line.lives is not None:
            return f"{line.lives:g}% of residents would give {line.fair}."
        alone = line.kind in ("votes", "lived")
        return "One alone is not enough." if alone else "One is the least."

    def _names(self, ids: Sequence[str]) -> str:
        labels = [brief(self.desk.plan.label(one), 30) for one in ids[:NAMES]]
        more = f" and {len(ids) - NAMES} more" if len(ids) > NAMES else ""
        return ", ".join(labels) + more

    def open_entry(self) -> None:
        """Lists who is of this kind, to open one; where nobody is, adds somebody."""
        line, plan = self.line, self.desk.plan
        ids = (*line.members, *line.coming) if line else ()
        if line is None or not ids:
            self.add()
            return
        items = [
            Pickable(one, plan.label(one), "" if one in line.members else "not a member yet")
            for one in ids
        ]
        ask(
            self.desk,
            Picker(line.name, items),
            lambda picked: self.desk.visit(Place("record", picked[0], "", "register")),
        )

    def add(self) -> None:
        """Asks for a name, and adds somebody with what makes them of this kind."""
        if line := self.line:
            question = f"Whom do you add for “{line.name}”? A person or an organization."
            ask(self.desk, Asking(question, take="add"), partial(self._add, line))

    def _add(self, line: Line, name: str) -> None:
        if name:
            values = {"name": name, "status": "identified", **line.adding}
            id = self.desk.plan.add("stakeholder", values)
            self.desk.visit(Place("record", id, "organisation", "register"))

    def to_map(self) -> None:
        """Goes to the map of power and interest."""
        self.desk.visit(Place("people"))

    def set_goal(self) -> None:
        """Opens the seat to fill for this line; makes it where there is none."""
        line, plan = self.line, self.desk.plan
        table = plan.curriculum.tables.get(GOALS)
        if line is None or table is None:
            return
        name = key(line.name)
        rows = (one for one in plan.rows(table) if key(plan.shown(one, "seat")) == name)
        found = next((one.id for one in rows), "")
        cells = {"seat": line.name, "now": len(line.members), "share": line.lives}
        id = found or plan.add("row", cells, prompt=GOALS)
        self.desk.visit(Place("record", id, "aim", GOALS))


def _key(line: Line) -> str:
    return f"{line.kind}.{line.id}"


def _head(name: str, group: bool, width: int) -> Content:  # a drawing's own
    parts = "".join(f"{one:>{wide}}" for one, wide in _columns(group=group, width=width))
    return joined((f"  {name:<{NAME}}{parts}  gap", MUTED))


def _columns(*, group: bool, width: int) -> list[tuple[str, int]]:
    """The columns that there is room for, each with its cells; of a group those too that hold it
    against who lives here."""
    room, found = width - 2 - NAME - GAP, dict[str, int]()
    for name in ORDER if group else [one for one in ORDER if one not in OF_GROUPS]:
        if sum(found.values()) + COLUMNS[name] <= room:
            found[name] = COLUMNS[name]
    return [(name, wide) for name, wide in COLUMNS.items() if name in found]


def _cells(line: Line) -> dict[str, str]:
    """What a line says in each column."""
    return {
        "now": f"{len(line.members) or '–'}",
        "coming": f"{len(line.coming) or '–'}",
        "share": f"{line.share:.0f}%" if line.members else "–",
        "live here": "?" if line.lives is None else f"{line.lives:g}%",
        "by share": "–" if line.fair is None else f"{line.fair}",
        "aim": "–" if line.aim is None else f"{line.aim}",
    }


def _row(line: Line, width: int, selected: bool) -> Content:  # a ledger's drawing
    ground, said = " on $wb-wash" if selected else "", _cells(line)
    columns = _columns(group=line.kind == "group", width=width)
    cells = "".join(f"{said[one]:>{wide}}" for one, wide in columns)
    gap = f"  ○ {line.gap} missing" if line.gap else "  ✓"
    bars = "■" * min(len(line.members), BARS) if width >= WIDE and line.kind != "group" else ""
    return joined(
        ("▌ " if selected else "  ", ACCENT + ground),
        (f"{column(line.name, NAME - 1)} ", (INK if line.members else BODY) + ground),
        (cells, f"{INK}{ground}"),
        (gap.ljust(GAP), (WARN if line.gap else MUTED) + ground),
        (f"  {bars}", DATA + ground),
    )
