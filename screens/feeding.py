"""Open decisions: what is still open and how open it is, and which activities feed each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual.content import Content

from screens.activity_words import INDENT, LEFT, below, level_name, people, row
from screens.asking import Asking
from screens.command import Command, ViewCommand
from screens.engagement import EngagementView
from screens.ledger import Entry, heading
from screens.places import Place
from screens.plain import BODY, INK, MUTED, WARN, brief, cell, joined, plain
from workbook.reasoning.engagement import Fed, by_decision, level
from workbook.records.engagement import Activity, OpenDecision

STATE, LEVEL, PEOPLE = 13, 13, 14
"""Cells of whether it is open, of a level, of how many people."""


class AddDecision(ViewCommand):
    """Add a decision that the plan will contain, open or fixed."""

    of, does = "feeding", "add_decision"
    name, key, label = "Add a decision", "a", "add decision"


class FeedingView(EngagementView):
    """Each decision, whether it is still open, how much power residents hold over it, and under it
    the activities that feed it. + plans an activity for the decision with the cursor; a adds a
    decision. ○ marks what a check finds."""

    view: ClassVar[str] = "feeding"
    called: ClassVar[str] = "Open decisions"
    asks: ClassVar[str] = "What is still open, and what feeds it"
    empty: ClassVar[str] = (
        "Each decision that is still open stands here, with the activities that feed it. No "
        "decision yet. a adds the first: what will your plan decide?"
    )

    def commands(self) -> tuple[type[Command], ...]:
        first, second, *others = super().commands()
        return (first, second, AddDecision, *others)

    def rows(self, width: int) -> Iterator[Entry]:
        found = by_decision(self.desk.plan)
        name = min(56, max(16, width - LEFT - STATE - LEVEL - PEOPLE))
        if found:
            head = "decision".ljust(name) + "open?".ljust(STATE) + "their power".ljust(LEVEL)
            yield heading(plain(INDENT + head + "people", MUTED))
        for one in found:
            yield from self._decision(one, name, width)

    def _decision(self, one: Fed, name: int, width: int) -> Iterator[Entry]:
        if one.decision:
            yield Entry(one.decision.id, partial(self._head, one.decision, name, width))
        else:
            yield heading(plain(" ○ They feed no decision that is here", WARN))
        for activity in one.activities:
            yield Entry(activity.id, partial(self._activity, activity, name, width))
        if one.decision and not one.activities and one.decision.state != "fixed":
            yield heading(plain("     ○ no activity feeds it", WARN))

    def _head(self, one: OpenDecision, name: int, width: int, selected: bool) -> Content:
        plan = self.desk.plan
        wrong = bool(self.found.get(one.id))
        state = plan.shown(one, "state") or "○ not said"
        power = level_name(plan, level(one)) or "○ not said"
        return row(
            width, selected, ("○", WARN) if wrong else ("●", MUTED),
            (cell(plan.label(one.id), name), f"{INK} bold"),
            (cell(state, STATE), WARN if state.startswith("○") else BODY),
            (cell(power, LEVEL), WARN if power.startswith("○") else BODY),
        )  # fmt: skip

    def _activity(self, one: Activity, name: int, width: int, selected: bool) -> Content:
        plan, (mark, style) = self.desk.plan, self.mark(one)
        return row(
            width, selected, (" ", ""), (f"  {mark} ", style),
            (cell(plan.label(one.id), name - 4), BODY), (" " * STATE, ""),
            (cell(level_name(plan, level(one)) or "–", LEVEL), MUTED), (people(one), MUTED),
        )  # fmt: skip

    def count(self) -> str:
        all_ = self.desk.plan.records(OpenDecision)
        fixed = sum(one.state == "fixed" for one in all_)
        return f"{len(all_) - fixed} open, {fixed} fixed"

    def said_else(self, key: str) -> Content:
        record, plan = self.record, self.desk.plan
        if not isinstance(record, OpenDecision):
            return Content("")
        lives, agree, why = (plan.shown(record, id) for id in
                             ("affected", "must_agree", "why_not_further"))  # fmt: skip
        facts = "; ".join(filter(None, (lives, agree and f"must agree: {agree}")))
        return joined(
            ("Lives with it: ", f"{INK} bold"), (brief(facts or "–", self.cells - 15), BODY),
            ("\n", ""),
            below(self.found.get(key, []), why and f"Why not further: {why}", self.cells),
        )  # fmt: skip

    def given(self) -> dict[str, object]:
        """A new activity feeds the decision with the cursor, at the level that it promises."""
        for one in by_decision(self.desk.plan):
            ids = {activity.id for activity in one.activities}
            if one.decision and self.here in {one.decision.id, *ids}:
                at = level(one.decision)
                return {"decision": one.decision.id, "level": at}
        return {}

    def add_decision(self) -> None:
        """Asks what is to be decided, and opens its form."""

        def take(text: str | None) -> None:
            if text:
                self.desk.attempt(lambda: self._add(text))

        self.desk.push_screen(Asking("What is to be decided?", take="add"), take)

    def _add(self, text: str) -> None:
        id = self.desk.plan.add(OpenDecision.type, {"decision": text})
        self.desk.visit(Place("record", id, "state"))
