"""Records on their weighted criteria, each drawn with its parts, and what would change the order:
priorities and actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.content import Content

from screens.ledger import Entry, paragraph
from screens.listed import Listed
from screens.places import Place
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, RAIL, WARN, brief, joined, plain
from workbook.curriculum import Step
from workbook.map.priorities import told, written
from workbook.reasoning.weighing import MOST, Scale, Subject, Weighed, scale

CELL, TOTAL, GUTTER = 7, 7, 2
"""Cells of a criterion, of what a record comes to; cells left to the bar that scrolls."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class WeighedView(Listed):
    """Records on your own criteria. Each drawing of such says what is weighed."""

    subject: ClassVar[Subject]
    table_id: ClassVar[str]
    """The table of these records."""
    empty: ClassVar[str]
    """What is said where there are none."""
    under = (7, 7)

    def __init__(self, place: Place, step: Step) -> None:
        super().__init__(place, step)
        self.table = False
        self._scale: Scale | None = None
        self._told = ""

    def count(self) -> str:
        weighed = self._scale is not None and self._scale.weighed
        return "weights as agreed" if weighed else "no weights yet: all count the same"

    def entries(self, width: int) -> Sequence[Entry]:
        self._scale = scale(self.desk.plan, self.subject)
        self._told = " ".join(told(self.desk.plan, self._scale))
        return list(self._rows(self._scale, width - GUTTER))

    def head(self) -> Content:
        """The criteria by letter, with their weights."""
        found, width = self._scale, self.query_one("#listed-page").content_size.width - GUTTER
        if found is None or not (found.items or found.unscored):
            return Content("")
        cells = "".join(
            f"{letter} ×{written(weight)}".ljust(CELL)
            for letter, weight in zip(LETTERS, found.weights.values(), strict=False)
        )
        name = _name(found, width)
        return joined((" " * (name + 2) + cells + "total".rjust(TOTAL), MUTED)).truncate(width)

    def _rows(self, found: Scale, width: int) -> Iterator[Entry]:
        most = max((one.total(found.weights) for one in found.items), default=0)
        for one in found.items:
            yield Entry(one.id, partial(self._row, one, width))
            if not self.table:
                yield Entry("", partial(self._parts, one, found, width, float(most)))
        for id, missing in found.unscored.items():
            yield Entry(id, partial(self._unscored, id, missing, width))
        if not found.items and not found.unscored:
            yield from paragraph(plain(self.empty, BODY), width)

    def _row(self, one: Weighed, width: int, selected: bool) -> Content:  # a ledger's drawing
        found, ground = self._scale, " on $wb-wash" if selected else ""
        assert found is not None
        name = _name(found, width)
        title = fitted(self.desk.plan.label(one.id), name, f"{INK} bold{ground}")
        line = joined(
            ("▌ " if selected else "  ", ACCENT + ground), title,
            *(cell for id, w in found.weights.items()
              for cell in self._cell(one.scores[id], int(w * one.scores[id]), ground)),
            (written(one.total(found.weights)).rjust(TOTAL), f"{INK} bold{ground}"),
        ).truncate(width)  # fmt: skip
        return joined(line, (" " * (width - line.cell_length), ground.strip()))

    def _cell(self, score: int, part: int, ground: str) -> Iterator[tuple[str, str]]:
        if self.table:
            yield f"{score}: {part}".ljust(CELL), INK + ground
        else:
            yield "■" * score, DATA + ground
            yield ("·" * (MOST - score)).ljust(CELL - score), "$wb-line" + ground

    def _parts(
        self, one: Weighed, found: Scale, width: int, most: float, selected: bool
    ) -> Content:  # a ledger's drawing
        """What it comes to, as one bar of its parts: each begins with its criterion's letter."""
        room = width - 4 - len(found.weights) * 2
        pieces: list[tuple[str, str]] = [("    ", "")]
        for letter, (id, weight) in zip(LETTERS, found.weights.items(), strict=False):
            cells = round(float(weight) * one.scores[id] / most * room) if most else 0
            pieces += [(letter, MUTED), ("■" * cells, RAIL), (" ", "")]
        return joined(*pieces).truncate(width)

    def _unscored(
        self, id: str, missing: Sequence[str], width: int, selected: bool
    ) -> Content:  # a ledger's drawing
        ground, options = (
            " on $wb-wash" if selected else "",
            self.desk.plan.options(self.subject.criteria),
        )
        names = ", ".join(options[one].name for one in missing)
        line = joined(
            ("▌ " if selected else "  ", ACCENT + ground),
            (brief(self.desk.plan.label(id), 34), BODY + ground),
            (f"  ○ not yet scored on: {names}", WARN + ground),
        ).truncate(width, ellipsis=True)
        return joined(line, (" " * (width - line.cell_length), ground.strip()))

    def said(self, key: str) -> Content:
        found, plan = self._scale, self.desk.plan
        if found is None:
            return Content("")
        options = plan.options(self.subject.criteria)
        legend = self._legend([options[id].name for id in found.weights])
        record = plan.record(key)
        why = plan.shown(record, "why") if record else ""
        return joined(
            (f"{legend}\n", MUTED), (f"{self._told}\n" if self._told else "", INK),
            (brief(why, 300) if why else "", BODY),
        )  # fmt: skip

    def _legend(self, names: Sequence[str]) -> str:
        """The criteria by their letters, no line broken within a name."""
        width, lines = max(20, self.query_one("#listed-said").content_size.width), [""]
        for letter, name in zip(LETTERS, names, strict=False):
            if lines[-1] and len(lines[-1]) + len(name) + 4 > width:
                lines.append("")
            lines[-1] += f"{'  ' if lines[-1] else ''}{letter} {name}"
        return "\n".join(lines)

    @property
    def chosen(self) -> str:
        """The selected record, "" for none."""
        return self.here

    # Doing

    def open_entry(self) -> None:
        """Opens the selected record at its scores."""
        if self.chosen:
            self.desk.visit(Place("record", self.chosen, "scores", self.table_id))

    def add(self) -> None:
        """Adds a record and opens it."""
        id = self.desk.plan.add(self.subject.type.type)
        self.desk.visit(Place("record", id, "title", self.table_id))

    def weigh(self) -> None:
        """Goes to the question of how much each criterion counts."""
        self.desk.visit(Place("step", self.step.id, self.subject.weights))

    def turn(self) -> None:
        """Turns the drawing into numbers, and back."""
        self.table = not self.table
        self.renew()


def fitted(text: str, width: int, style: str) -> Content:
    """A text in so many cells, with a blank at its end."""
    cut = plain(text, style).truncate(width - 1, ellipsis=True)
    return joined(cut, (" " * (width - cut.cell_length), style))


def _name(found: Scale, width: int) -> int:
    """Cells of a title: what the criteria and the total leave."""
    return max(12, width - 2 - CELL * len(found.weights) - TOTAL)
