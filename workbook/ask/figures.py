"""A figure of the team's own, asked for line by line: what it is, value and year, its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbook.ask.talk import LEAVING, Move, Spot, Talk
from workbook.kinds import Kind, Line
from workbook.own_figures import FORM, own, read, write
from workbook.records.data import MetricSeries

if TYPE_CHECKING:
    from workbook.curriculum import Step

FIGURE = "figure"
"""What is typed at the table of readings to write one."""
_HEADING = "A figure of your own."


class FigureTalk:
    """Asks for one figure, or for another year of one that is there, and keeps it."""

    def __init__(self, talk: Talk, step: Step) -> None:
        self.talk, self.step, self.plan = talk, step, talk.plan
        self._given: dict[str, Any] = {}

    def run(self) -> Move:
        """Asks what is needed; whatever is left out, nothing is kept."""
        known = "; ".join(one.variable or "" for one in own(self.plan))
        hint = f"another year of one of these: {known}" if known else "eviction filings a year"
        move = self._ask("name", "What is the figure? In a few words.", hint)
        there = next(
            (one for one in own(self.plan) if one.variable == self._given.get("name")), None
        )
        if "name" in self._given and there is None:
            kind = MetricSeries.fields["predictor"]
            move = self._ask("predictor", "Which predictor does it belong to?", "", kind)
        if "name" in self._given and move not in LEAVING:
            move = self._ask("text", f"Its value: {FORM}.", "", check=read)
        if "text" in self._given and move not in LEAVING:
            move = self._ask("source", "Who counted it, or where does it stand?", "")
        given = self._given
        if "source" not in given:
            self.talk.asker.say("Nothing was added.")
            return move
        source, predictor = given["source"], given.get("predictor", "")
        self.talk.change(
            lambda: write(self.plan, given["name"], given["text"], source, predictor=predictor)
        )
        self.talk.asker.say(f"Kept: {given['name']}, {given['text']}.")
        return move

    def _ask(
        self, name: str, ask: str, hint: str, kind: Kind[Any] | None = None, check: Any = None
    ) -> Move:
        """Asks for one part of it. check: raises Invalid for what it cannot be."""

        def keep(value: Any) -> None:
            if check and value:
                check(value)
            if value:
                self._given[name] = value

        spot = Spot(kind or Line(), _HEADING, ask, "", hint, lambda: None, keep, in_row=True)
        return self.talk.value(spot, self.step)
