"""The risks on a grid of how likely and how bad, with the first sign and the answer of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.geometry import Region

from screens.ledger import Entry, Ledger, paragraph
from screens.listed import Listed
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, joined, plain
from screens.risk_commands import RISK_COMMANDS
from screens.stakeholder_grid import Chip, Words, draw
from workbook.reasoning.risks import Placed, risks

if TYPE_CHECKING:
    from screens.command import Command

AROUND = Words("likely", "how bad", "expect it", "be ready now", "let be", "have an answer")
"""What is written around the grid: its axes and its corners."""
EMPTY = (
    "Each risk stands here by how likely it is and how bad it would be. No risk yet. + adds one: "
    "an event with a month, such as the next election."
)
ROWS = 14, 19
"""Rows of the grid, in a low window and in a high one."""
GUTTER = 2
WORDS = {
    "effect": "how bad?", "likelihood": "how likely?", "trigger": "first sign?",
    "response": "what then?", "owner": "who watches?",
}  # fmt: skip
"""What is asked where a field of a risk is empty."""


class RisksView(Listed):
    """Each risk by how likely it is (upward) and how bad it would be (to the right), by its number.
    Beside the grid stand the events, with what is still missing (○); under it, of the selected one,
    its first sign and what you will do."""

    view: ClassVar[str] = "risks"
    called: ClassVar[str] = "Risks"
    asks: ClassVar[str] = "What could break, and what then"
    under = (6, 8)
    _risks: Mapping[str, Placed] = MappingProxyType({})
    """All risks by id, in the team's order."""
    _chips: Mapping[tuple[int, int], Sequence[Chip]] = MappingProxyType({})
    _grid: Sequence[Content] = ()
    _width = 0

    def commands(self) -> tuple[type[Command], ...]:
        return RISK_COMMANDS

    def offers(self, does: str) -> bool:
        """All but adding and the table is done to a risk."""
        return does in ("add", "turn_table") or bool(self.here)

    def on_ledger_selected(self, event: Ledger.Selected) -> None:
        """Another mark is the selected one."""
        self._grid = self._drawn(event.key)
        self.query_one(Ledger).refresh(Region(0, 0, self._width, len(self._grid)))
        super().on_ledger_selected(event)

    def count(self) -> str:
        return f"{len(self._risks)} risk{'s' * (len(self._risks) != 1)}"

    # Drawing

    def entries(self, width: int) -> Sequence[Entry]:
        self._risks = {one.risk.id: one for one in risks(self.desk.plan)}
        self._width = width - GUTTER
        if not self._risks:
            return paragraph(plain(EMPTY, BODY), self._width)
        self._chips = self._marks()
        self._grid = self._drawn(self.here if self.here in self._risks else next(iter(self._risks)))
        return [
            Entry(one.risk.id if one else "", partial(self._row, row, one))
            for row, (_, one) in enumerate(zip_longest(self._grid, self._risks.values()))
        ]

    def _marks(self) -> dict[tuple[int, int], list[Chip]]:
        cells: dict[tuple[int, int], list[Chip]] = {}
        for one in self._risks.values():
            if one.at:
                cells.setdefault(one.at, []).append(Chip(one.risk.id, one.number, shares=False))
        return cells

    def _drawn(self, here: str) -> Sequence[Content]:
        """The grid with one risk selected."""
        cells, at = dict(self._chips), self._risks[here].at
        if at:
            cells[at] = [replace(one, selected=one.id == here) for one in cells[at]]
        return draw(cells, AROUND, self._width * 3 // 5, ROWS[self.tall]).lines

    def _row(self, row: int, one: Placed | None, selected: bool) -> Content:
        """A line of the grid with one of the legend's beside it, or one below the grid."""
        inside = row < len(self._grid)
        before = self._grid[row] if inside else plain(" " * self._grid[0].cell_length)
        return self._event(before, one, self._width, selected) if one else before

    def _event(self, before: Content, one: Placed, width: int, selected: bool) -> Content:
        room = width - before.cell_length - 2
        number, ground = f"{one.number:>2} ", " on $wb-wash" if selected else ""
        asked = f" ○ {WORDS[one.lacks[0]]}" if one.lacks else ""
        name = brief(self.desk.plan.label(one.risk.id), max(6, room - len(number) - len(asked) - 2))
        right = joined(
            ("▌ " if selected else "  ", ACCENT + ground), (number, MUTED + ground),
            (name, f"{INK} bold{ground}" if selected else INK + ground), (asked, WARN + ground),
        )  # fmt: skip
        gap = " " * max(0, room - right.cell_length)
        return joined(before, ("  ", ""), right, (gap, ground.strip())).truncate(width)

    # What is said of the selected risk

    def said(self, key: str) -> Content:
        plan, width = self.desk.plan, self.app.size.width - 6
        one = self._risks.get(key)
        if one is None:
            return Content("")
        lines = [
            part for text, style in self._facts(one) for part in plain(text, style).wrap(width)
        ]
        first = joined(
            (f"{one.number} ", MUTED), (brief(plan.label(key), width - 4), f"{INK} bold")
        )
        return Content("\n").join([first, *lines][: self.lines_under])

    def _facts(self, one: Placed) -> Iterator[tuple[str, str]]:
        plan, risk = self.desk.plan, one.risk
        for name, field in (("First sign", "trigger"), ("We do", "response")):
            text = plan.shown(risk, field)
            yield (f"{name}: {text}", BODY) if text else (f"○ {name}: not said yet", WARN)
        levels = [plan.shown(risk, field).lower() for field in ("likelihood", "effect")]
        owner, hit = plan.shown(risk, "owner"), plan.label(risk.about) if risk.about else ""
        facts = [", ".join(filter(None, levels)), f"watched by {owner}" if owner else "",
                 f"hits {hit}" if hit else ""]  # fmt: skip
        yield "; ".join(filter(None, facts)), MUTED

    # What can be done

    def add(self) -> None:
        """Adds a risk and opens it; the way back leads to it."""
        self.desk.attempt(lambda: self.open_added(self.desk.plan.add("risk"), "event"))

    def open_entry(self) -> None:
        """Opens the selected risk."""
        self.desk.visit(Place("record", self.here))

    def choose_likelihood(self) -> None:
        """Asks how likely the selected risk is."""
        self._choose("likelihood", "How likely is it?")

    def choose_effect(self) -> None:
        """Asks how bad the selected risk would be."""
        self._choose("effect", "How bad would it be?")

    def _choose(self, field: str, question: str) -> None:
        plan, here = self.desk.plan, self.here
        record = plan.record(here)
        if record is None:
            return
        options = plan.options(field).values()
        items = [Pickable(one.id, f"{one.id} {one.name}", one.note) for one in options]
        now = plan.value(record, field)
        self.desk.push_screen(
            Picker(question, items, [str(now)] if now else []),
            lambda picked: (
                self._do(partial(plan.put, here, int(picked[0]), field)) if picked else None
            ),
        )

    def turn_table(self) -> None:
        """Goes to all risks as a table."""
        self.desk.visit(Place("table", self.step.id))

    def remove_entry(self) -> None:
        """Removes the selected risk; undo brings it back."""
        self._do(partial(self.desk.plan.remove, self.here))

    def _do(self, doing: Callable[[], object]) -> None:
        """Changes the plan as one turn, and shows the risks as they are then."""
        self.desk.plan.settle()
        self.desk.attempt(doing)
        self.desk.plan.settle()
        self._draw()
