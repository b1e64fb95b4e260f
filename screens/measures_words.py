"""What is said of a selected measure, of a day to look, of who hears how it goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from screens.measures_rows import said
from screens.plain import BODY, INK, MUTED, WARN, brief
from workbook.reasoning.measuring import Look, Track, own_word, published
from workbook.records.impact import Measure

if TYPE_CHECKING:
    from workbook.plan import Plan

Facts = Iterator[tuple[str, str]]
"""Lines with their styles, what matters most first."""


def of_measure(plan: Plan, one: Track) -> Facts:
    """A measure: its newest value and what lies behind it, what the team says of it, how late its
    figure comes, who collects it."""
    measure = one.measure
    if one.newest:
        yield said(one), f"{INK} bold"
        note = plan.record(one.newest.id)
        if note and (text := plan.shown(note, "note")):
            yield brief(text, 160), BODY
    if own := own_word(plan, measure.id):
        standing, day = plan.shown(own, "standing"), plan.shown(own, "as_of")
        yield f"You say: {standing.lower()}{f' ({day})' if day else ''}", BODY
    if year := published(plan, measure):
        yield _late(plan, one, year), MUTED
    if broken := len(one.unread) + len(one.ahead):
        yield f"○ {broken} value{'s' * (broken != 1)} of no time or number: v mends", WARN
    who = brief(plan.shown(measure, "collects"), 40)
    often = plan.shown(measure, "how_often").lower()
    yield (
        f"Collected by {who}{f', {often}' if often else ''}" if who else "○ Nobody collects it",
        MUTED if who else WARN,
    )
    if split := plan.shown(measure, "split_by"):
        yield f"Split by {brief(split, 60)}", MUTED


def _late(plan: Plan, one: Track, year: int) -> str:
    """How late the published figure comes, and when one for the target may be seen."""
    age = max(0, plan.today.year - year)
    newest = f"Newest published figure: {year}, {age} year{'s' * (age != 1)} old"
    due = one.target.day.year if one.target else 0
    return f"{newest}; one for {due} comes about {due + age}" if due and age else newest


def of_look(plan: Plan, look: Look) -> Facts:
    """A day to look: what is expected, what was done, what came out, who is there."""
    one = look.cycle
    expected = plan.shown(one, "prediction")
    yield (f"We expect: {expected}", INK) if expected else ("○ No prediction yet", WARN)
    for name, field in (("Done", "done"), ("Came out", "result"), ("In the room", "who")):
        if text := plan.shown(one, field):
            yield f"{name}: {text}", BODY


def of_audience(plan: Plan, id: str) -> Facts:
    """An audience: what it gets and needs to know, and which measures it waits for."""
    one = plan.record(id)
    if one is None:
        return
    for name, field in (("Gets", "product"), ("Needs to know", "needs")):
        text = plan.shown(one, field)
        yield (f"{name}: {text}", BODY) if text else (f"○ {name}: not said yet", WARN)
    waits = [brief(plan.label(m.id), 50) for m in plan.records(Measure) if m.audience == id]
    yield f"Waits for: {'; '.join(waits)}" if waits else "Waits for no measure yet", MUTED
