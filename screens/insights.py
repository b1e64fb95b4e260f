"""What people said by theme: how much, by whom, what it leads to; one key makes a finding."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.content import Content

from screens.command import Command
from screens.insights_commands import THEME_COMMANDS
from screens.ledger import Entry, paragraph
from screens.listed import Listed
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, WARN, brief, cell, joined, plain
from workbook.curriculum import Step
from workbook.plan import Plan
from workbook.reasoning.themes import Theme, themes

NAME, PEOPLE, GUTTER, BARS, NAMES = 28, 10, 2, 10, 4
"""Cells of a name and of a count, and those left to the bar that scrolls; entries up to which
each is drawn; groups that are named."""
EMPTY = (
    "What people told you stands here by theme. Nobody has been written down yet. + adds an "
    "insight: one sentence that somebody said, near their words."
)
NONE = "(no theme)"


class InsightsView(Listed):
    """What people told you, by theme: ■ for each insight and each thing heard, how many said it,
    which groups, and the findings and actions that it leads to. ○ marks one that leads to nothing
    yet. f makes a finding of a theme, with all of it as evidence."""

    view: ClassVar[str] = "insights"
    called: ClassVar[str] = "Themes"
    asks: ClassVar[str] = "What people speak of"
    under = (4, 4)

    def __init__(self, place: Place, step: Step) -> None:
        super().__init__(place, step)
        self.table = False
        self._themes: list[Theme] = []

    def commands(self) -> tuple[type[Command], ...]:
        return THEME_COMMANDS

    @property
    def theme(self) -> Theme | None:
        """The selected theme."""
        return next((one for one in self._themes if _key(one) == self.here), None)

    def count(self) -> str:
        open_ = sum(not one.leads_to for one in themes(self.desk.plan))
        return f"{open_} that lead to nothing yet" if open_ else ""

    def entries(self, width: int) -> Sequence[Entry]:
        self._themes = themes(self.desk.plan)
        if not self._themes:
            return paragraph(plain(EMPTY, BODY), width)
        return [Entry(_key(one), partial(self._row, one, width - GUTTER)) for one in self._themes]

    def head(self) -> Content:
        if not self._themes:
            return Content("")
        width = self.query_one("#listed-page").content_size.width - GUTTER
        said = " " * (_name(width) + 2) + "said".ljust(BARS + 3)
        return joined((f"{said}{'people':>{PEOPLE}}  groups  leads to", MUTED)).truncate(width)

    def _row(self, one: Theme, width: int, selected: bool) -> Content:  # a ledger's drawing
        ground, plan = " on $wb-wash" if selected else "", self.desk.plan
        number, name = len(one.said), _name(width)
        bars = f"{number}" if self.table else "■" * min(number, BARS) + "+" * (number > BARS)
        people = f"up to {one.most:g}" if one.most is not None else "–"
        codes = ", ".join(_code(plan, id) for id in one.leads_to)
        line = joined(
            ("▌ " if selected else "  ", ACCENT + ground),
            (cell(one.name or NONE, name), (INK if one.name else MUTED) + ground),
            (bars.ljust(BARS + 3), (INK if self.table else DATA) + ground),
            (people.rjust(PEOPLE), f"{INK}{ground}"),
            (f"{len(one.groups) or '–'}".rjust(6) + "    ", BODY + ground),
            (codes or "○ none yet", (INK if codes else WARN) + ground),
        ).truncate(width)  # fmt: skip
        return joined(line, (" " * (width - line.cell_length), ground.strip()))

    def said(self, key: str) -> Content:
        one, plan = self.theme, self.desk.plan
        if one is None:
            return Content("")
        texts = "; ".join(f"“{brief(plan.label(said.id), 90)}”" for said in one.said[:3])
        names = ", ".join(brief(plan.label(id), 30) for id in one.groups[:NAMES])
        quotes = f"! {one.unasked} without a yes to being quoted: left out of the plan. "
        return joined(
            (brief(texts, 300), INK), ("\n", ""),
            (f"From: {names}. " if names else "No group is named. ", MUTED),
            (quotes if one.unasked else "", WARN),
        )  # fmt: skip

    # Doing

    def open_entry(self) -> None:
        """Lists what was said of the theme, to open one."""
        one, plan = self.theme, self.desk.plan
        if one is None:
            self.add()
            return
        items = [Pickable(said.id, brief(plan.label(said.id), 60)) for said in one.said]
        self.desk.push_screen(Picker(one.name or NONE, items), self._open)

    def _open(self, picked: list[str] | None) -> None:
        if picked:
            self.desk.visit(Place("record", picked[0]))

    def add(self) -> None:
        """Adds an insight of the selected theme, and opens it."""
        one = self.theme
        values = {"theme": one.name} if one and one.name else {}
        self.desk.visit(Place("record", self.desk.plan.add("insight", values), "text"))

    def make_finding(self) -> None:
        """Writes a finding with all that was said of the theme as its evidence, and opens it."""
        one, plan = self.theme, self.desk.plan
        if one is None:
            return
        values: dict[str, object] = {"evidence_for": [said.id for said in one.said]}
        if one.predictors:
            values["predictors"] = one.predictors
        self.desk.visit(Place("record", plan.add("finding", values), "claim", "findings"))

    def turn(self) -> None:
        """Turns the marks into numbers, and back."""
        self.table = not self.table
        self.renew()


def _name(width: int) -> int:
    """Cells of a theme's name: what the other columns leave."""
    return max(12, min(NAME, width - 44))


def _code(plan: Plan, id: str) -> str:
    """How a record is called beside others: by its code, else in a few words."""
    record = plan.record(id)
    code = plan.shown(record, "code") if record and record.coded is not None else ""
    return code or brief(plan.label(id), 16)


def _key(one: Theme) -> str:
    return one.key or NONE
