"""The spectrum as a ladder: how much power each activity gives, with what each level promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.content import Content

from screens.activity_words import INDENT, LEFT, people, row
from screens.engagement import EngagementView
from screens.ledger import Entry, heading
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, RAIL, WARN, brief, cell, joined, plain
from workbook.reasoning.engagement import Rung, ladder
from workbook.records.engagement import Activity

RAILS, PEOPLE, LEVELS = 12, 16, 5
"""Cells from one rail to the other, both in; of how many people; levels of the spectrum."""
WIDE = 96
SHARES = 4
"""The level from which residents share the decision."""


class LadderView(EngagementView):
    """The levels from most power to least, with the promise of each, and the activities that stand
    on it. The width of a rung is how much residents hold. + plans an activity on the level with
    the cursor. No level is right for everything; to speak at one and act at another does harm."""

    view: ClassVar[str] = "ladder"
    asks: ClassVar[str] = "How much power each activity gives"

    def rows(self, width: int) -> Iterator[Entry]:
        rungs = ladder(self.desk.plan)
        wide = width >= WIDE
        if any(one.activities for one in rungs):
            yield heading(_summary(rungs))
        for number, one in enumerate(rungs):
            yield from self._rung(one, width, wide=wide)
            last = number == len(rungs) - 1
            if wide and not last and one.level is not None:
                yield heading(joined((f"  ├{'─' * (RAILS - 2)}┤", RAIL)))

    def _rung(self, one: Rung, width: int, *, wide: bool) -> Iterator[Entry]:
        """A level, its promise, and a line for each activity on it; + one where none is."""
        yield heading(self._level(one, width, wide=wide))
        for activity in one.activities:
            yield Entry(activity.id, partial(self._activity, one, activity, width, wide))
        if not one.activities:
            yield Entry(f"level.{one.level}", partial(self._none, one, width, wide))

    def _level(self, one: Rung, width: int, *, wide: bool) -> Content:
        if one.level is None:
            return plain(" ○ They do not say how much power residents hold", WARN)
        name = f"{one.level} {one.name}"
        art = _rails(one.level, full=True) if wide else joined(
            (f"  {'█' * one.level:<{LEVELS}} ", DATA)
        )  # fmt: skip
        left = art.cell_length + 16
        promise = f"“{one.promise}”" if one.level else one.promise
        return joined(
            art, (f" {name:<15}", f"{INK} bold"), (brief(promise, max(10, width - left)), BODY)
        )

    def _activity(self, one: Rung, activity: Activity, width: int, wide: bool, on: bool) -> Content:
        inner = width - (RAILS + 3 if wide else LEVELS + 3)
        text = row(
            inner, on, self.mark(activity),
            (cell(self.desk.plan.label(activity.id), max(12, inner - LEFT - PEOPLE)), INK),
            (f"{people(activity):>{PEOPLE - 1}}", BODY),
        )  # fmt: skip
        return joined(_side(one.level, wide=wide), text)

    def _none(self, one: Rung, width: int, wide: bool, on: bool) -> Content:
        inner = width - (RAILS + 3 if wide else LEVELS + 3)
        word = "none yet; + plans one here" if on else "none yet"
        text = row(inner, on, ("·", MUTED), (word, MUTED))
        return joined(_side(one.level, wide=wide), text)

    def said_else(self, key: str) -> Content:
        if not key.startswith("level."):
            return Content("")
        rung = next((one for one in ladder(self.desk.plan) if str(one.level) == key[6:]), None)
        name = rung.name if rung else ""
        return joined(
            (f"{name}: ", f"{INK} bold"), ("no activity stands here. ", BODY), ("+", f"{INK} bold"),
            (" plans one.", MUTED),
        )  # fmt: skip

    def given(self) -> dict[str, object]:
        """A new activity stands on the level with the cursor."""
        for one in ladder(self.desk.plan):
            ids = {activity.id for activity in one.activities} or {f"level.{one.level}"}
            if self.here in ids and one.level is not None:
                return {"level": one.level}
        return {}


def _summary(rungs: Sequence[Rung]) -> Content:
    """How many activities go further than involving."""
    all_ = sum(len(one.activities) for one in rungs)
    further = sum(len(one.activities) for one in rungs if (one.level or 0) >= SHARES)
    share = f"In {further} of {all_} activities "
    return joined(
        (INDENT + share, f"{INK} bold"), ("residents share the decision or take it.", BODY)
    )


def _rails(level: int, *, full: bool) -> Content:
    """A line between the rails, filled as far as residents hold the decision."""
    inside = RAILS - 2
    filled = "█" * (inside * level // LEVELS) if full else ""
    return joined(("  │", RAIL), (f"{filled:<{inside}}", DATA), ("│", RAIL))


def _side(level: int | None, *, wide: bool) -> Content:
    """What stands left of an activity."""
    if not wide or level is None:
        return plain(" " * (RAILS + 3 if wide else LEVELS + 3))
    return joined(_rails(level, full=False), (" ", ACCENT))
