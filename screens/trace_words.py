"""What stands at a stop of a line, in words: the record, what is known of it, or the question."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbook.reasoning.trace import BREAKS, NAMES, Line, Stop, money

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.records import Record

FACTS = {
    "heard": (("activity", "{}"), ("told_on", "told back {}")),
    "insight": (("activity", "{}"), ("group", "{}")),
    "finding": (("code", "{}"), ("confidence", "confidence: {}")),
    "root_cause": (("condition", "{}"), ("influence", "{}")),
    "strategic_action": (("code", "{}"), ("lead", "{}"), ("ends", "until {}")),
    "logic_item": (("column", "{}"),),
    "measure": (("baseline", "from {}"), ("target", "to {}"), ("target_date", "by {}")),
    "stewardship": (("approving_body", "{}"),),
}
"""The fields that say more of a record, and how each is said."""


class Words(NamedTuple):
    """The words of a stop: its text, what is known of it, and where Enter goes."""

    text: str
    facts: str
    place: str


def words(app: WorkbookApp, stop: Stop, missing: str) -> Words:
    """The words of a stop. missing: the station that a waiting one waits for."""
    if stop.state == "waits":
        return Words(f"waits for the {NAMES[missing].lower()}", "", "")
    if stop.state == "missing":
        asked = stop.gap.question if stop.gap else ""
        lost = "What it pointed to was removed." if stop.gone else "Not written."
        place = _place(app, stop.gap.step) if stop.gap else ""
        return Words(f"{lost} {asked}".strip(), BREAKS[stop.station], place)
    record = app.plan.record(stop.ids[0])
    if record is None:
        return Words("", "", "")
    return Words(said(app, record), " · ".join(_facts(app, record, stop)), "")


def awaited(line: Line, stop: Stop) -> Stop:
    """The break that a stop waits for: the nearest on the line."""
    here = line.stops.index(stop)
    return min(line.breaks, key=lambda one: abs(line.stops.index(one) - here), default=stop)


def said(app: WorkbookApp, record: Record) -> str:
    """A record in full; a stewardship by who keeps the action up."""
    field = "steward" if record.type == "stewardship" else next(iter(record.called), "")
    text = " ".join(app.plan.shown(record, field).split()) if field else ""
    return text or app.plan.label(record.id)


def _facts(app: WorkbookApp, record: Record, stop: Stop) -> list[str]:
    shown = ((said, app.plan.shown(record, field)) for field, said in FACTS.get(record.type, ()))
    facts = [said.replace("{}", text) for said, text in shown if text]
    if record.type == "stewardship":
        facts += _money(app, str(record.data.get("action")))
    count = [f"1 of {len(stop.ids)}"] if len(stop.ids) > 1 else []
    gone = [f"○ {len(stop.gone)} removed"] if stop.gone else []
    return [*gone, *count, *facts]


def _money(app: WorkbookApp, action: str) -> list[str]:
    """How much of the action's money is there."""
    session = app.session
    if session is None:
        return []
    secured, cost = money(app.plan, session.graph, action)
    return [f"{app.plan.currency}{secured:,} of {app.plan.currency}{cost:,} secured"] * bool(cost)


def _place(app: WorkbookApp, step_id: str) -> str:
    step = app.curriculum.steps.get(step_id)
    if step is None:
        return ""
    chapter = app.curriculum.chapter_of(step)
    return f"{chapter.number} {chapter.short} › {step.name}"
