"""Where the place stands: its published figures by pillar, beside others and by groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual.content import Content

from screens.command import Command
from screens.ledger import Entry, heading
from screens.listed import Listed
from screens.metric_commands import METRIC_COMMANDS
from screens.metric_own import ask_own
from screens.metric_words import Words
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import BODY, MUTED, joined, plain, wrapped
from workbook.curriculum import Step
from workbook.kinds import Invalid
from workbook.reasoning.figures import told
from workbook.reasoning.metrics import Figure, Pillar, pillars, places, readings, sources
from workbook.records.data import MetricReading

EMPTY = """No published figures yet.

Download a county or city file of the Mobility Metrics from the Urban Institute's data catalog. \
i takes your place in from it, with years, quality and groups, and places to compare with.

A figure of your own, with its year and its source, is written with a."""
GUTTER = 2
"""Cells that are left to the bar that scrolls."""


class MetricsView(Listed):
    """Where your place stands in the published figures, by pillar. Each has its year and its
    quality: ● strong, ◐ marginal, ! weak: do not act on this alone. · is a year without a value, ▾
    a figure that differs between groups. Nothing is added up or ranked."""

    view: ClassVar[str] = "metrics"
    called: ClassVar[str] = "Mobility Metrics"
    under = (6, 10)

    def __init__(self, place: Place, step: Step) -> None:
        super().__init__(place, step)
        self.table, self.chosen = False, ""
        self._figures: list[Figure] = []
        self._words: Words | None = None

    def commands(self) -> tuple[type[Command], ...]:
        return METRIC_COMMANDS

    @property
    def asks(self) -> str:  # type: ignore[override]
        """The question that it answers."""
        name = self._places().get(self.code, "").partition(",")[0]
        return f"Where {name or self.desk.community} stands"

    @property
    def code(self) -> str:
        """The code of the place that is shown, "" while there is none."""
        here = self._places()
        return self.chosen if self.chosen in here else next(iter(here), "")

    def _places(self) -> Mapping[str, str]:
        return places(self.desk.plan)

    @property
    def figure(self) -> Figure | None:
        """The selected figure."""
        return next((one for one in self._figures if one.key == self.here), None)

    def offers(self, does: str) -> bool:
        """What is about a figure needs one; another place, that there is another."""
        if does in ("turn", "add_own"):
            return True
        if does == "choose_place":
            return len(self._places()) > 1
        return self.figure is not None and (does != "remove_own" or self.figure.own)

    def count(self) -> str:
        names = sources(self.desk.plan)
        return f"source: {'; '.join(names)}" if names else ""

    def entries(self, width: int) -> Sequence[Entry]:
        plan, width = self.desk.plan, width - GUTTER
        found = pillars(plan, self.code)
        self._figures = [one for pillar in found for one in pillar.figures]
        name = self._places().get(self.code, "")
        self._words = Words(plan, width, name, self._figures, readings(plan), table=self.table)
        if not any(one.values or one.groups for one in self._figures):
            return [heading(plain(text, BODY)) for text in self._empty(width)]
        return list(self._rows(found, self._words))

    def _empty(self, width: int) -> Iterator[str]:
        for text in EMPTY.split("\n"):
            yield from wrapped(text, max(20, width))

    def _rows(self, found: Sequence[Pillar], words: Words) -> Iterator[Entry]:
        for pillar in found:
            yield heading(joined((pillar.name, MUTED)))
            for one in pillar.figures:
                yield Entry(one.key, partial(_row, words, one))

    def head(self) -> Content:
        return self._words.head() if self._words and self.figure else Content("")

    def said(self, key: str) -> Content:
        one = self.figure
        return self._words.said(one, self.lines_under) if one and self._words else Content("")

    # Doing

    def open_entry(self) -> None:
        """Opens what the team makes of the predictor; begins it where nothing is written."""
        if one := self.figure:
            self.desk.visit(Place("record", self._reading(one), "note", "metrics"))

    def judge_strength(self) -> None:
        """Says that the predictor is a strength."""
        self._judge("strength")

    def judge_concern(self) -> None:
        """Says that the predictor is a concern."""
        self._judge("concern")

    def _judge(self, word: str) -> None:
        """Says that the predictor is a strength or a concern; said twice, it is neither."""
        if one := self.figure:
            plan, id = self.desk.plan, self._reading(one)
            plan.put(id, None if plan.raw(id, "judged") == word else word, "judged")

    def _reading(self, one: Figure) -> str:
        """What the team makes of a predictor: its record, made with the figure in words where
        there is none."""
        plan = self.desk.plan
        if not one.predictor:
            raise Invalid("This figure belongs to no predictor. f makes a finding of it.")
        if found := readings(plan).get(one.predictor):
            return found.id
        values = {"predictor": one.predictor, "note": self._note(one) or None}
        return plan.add(MetricReading.type, values)

    def _note(self, one: Figure) -> str:
        """The figure with its year, quality and source, as a reading begins."""
        here = one.newest
        if here is None:
            return ""
        source = one.source.partition(" (")[0]
        return f"{one.name}: {told(self.desk.plan, here, one.unit)}. Source: {source}."

    def make_finding(self) -> None:
        """Writes a finding with this figure as its evidence, and opens it for its claim."""
        one, plan = self.figure, self.desk.plan
        if one is None:
            return
        reading = readings(plan).get(one.predictor)
        evidence = [id for id in (one.id, reading.id if reading else "") if id]
        judged = reading.judged if reading else None
        values = {"evidence_for": evidence, "predictors": [one.predictor] if one.predictor else [],
                  "judged": judged}  # fmt: skip
        id = plan.add("finding", {name: value for name, value in values.items() if value})
        self.desk.visit(Place("record", id, "claim", "findings"))

    def add_own(self) -> None:
        """Asks for a figure of the team's own: what it is, its value and year, its source."""
        ask_own(self.desk, self.figure, self._go_to)

    def _go_to(self, key: str) -> None:
        """Selects a figure that has just come, and again once the list is as long as it is now."""
        self._draw(key)
        self.call_after_refresh(self._draw, key)

    def remove_own(self) -> None:
        """Removes a figure of the team's own."""
        if one := self.figure:
            self.desk.plan.remove(one.id)

    def choose_place(self) -> None:
        """Asks which of the plan's own places is shown."""
        items = [Pickable(code, name, code) for code, name in self._places().items()]
        self.desk.push_screen(Picker("Which of your places?", items), self._show)

    def _show(self, picked: list[str] | None) -> None:
        if picked:
            self.chosen = picked[0]
            self.renew()
            self.desk.frame.renew()

    def turn(self) -> None:
        """Turns the drawing into a table of words and numbers, and back."""
        self.table = not self.table
        self.renew()


def _row(words: Words, one: Figure, selected: bool) -> Content:  # a ledger's drawing
    return words.row(one, selected=selected)
