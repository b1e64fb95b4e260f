"""The way to the release as a table: what is true by when, and how it stands."""

from __future__ import annotations

from workbook.map.outline import Blocks
from workbook.map.rows import tabled
from workbook.map.showing import Showing
from workbook.plan import Plan
from workbook.reasoning.release import DAY, Due, release

_HEADS = ("due_by", "due_what", "due_topic", "due_who", "due_stands")


def table(showing: Showing, plan: Plan) -> Blocks:
    """All that is due on the way to the release and after it, in its order; () while nobody has
    said when it is and nothing of the team's own has a date."""
    found = release(showing.view, plan.today)
    if found.day is None and not any(one.day for one in found.dues):
        return ()
    return tabled("", [showing.words(one) for one in _HEADS],
                  [_row(showing, one) for one in found.dues])  # fmt: skip


def _row(showing: Showing, one: Due) -> list[str]:
    topics = {topic.id: topic.name for topic in showing.view.curriculum.countdown.topics}
    state = "due_done" if one.done else "due_over" if one.over else "due_ahead"
    day = showing.words.date(one.date) if one.day else one.when
    text = showing.words("due_release") if one.key == DAY else one.text
    return [day, text, topics.get(one.topic, ""), _who(showing, one), showing.words(state)]


def _who(showing: Showing, one: Due) -> str:
    record = showing.view.record(one.id) if one.who else None
    return showing.text(record, one.who) if record else ""
