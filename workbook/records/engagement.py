"""Chapter 3: what is open, who is met how, what they said and what came of it."""

from workbook.kinds import (
    Choice,
    Date,
    Line,
    Long,
    Money,
    Number,
    Ref,
    Refs,
    Scale,
    Several,
    Who,
)
from workbook.records.record import Record


class OpenDecision(Record):
    """A decision that residents may or may not still shape."""

    type, prefix, called = "open_decision", "opn", ("decision",)
    decision = Line("What is to be decided.")
    state = Choice("fixed-or-open", "Whether it is still open.")
    affected = Line("Who lives with the result.")
    level = Scale(0, 5, "How much power residents get over it.", list="spectrum")
    must_agree = Who("Who has to agree to give that power.")
    why_not_further = Long("What stops us going further.")


class Activity(Record):
    """One time that the team meets people, and what it feeds."""

    type, prefix, called = "activity", "act", ("title",)
    title = Line("What people would call it.")
    decision = Ref("open_decision", "The decision that it feeds.")
    stage = Choice("plan-stages", "Which part of the plan it serves.")
    audience = Line("Who it is for.")
    groups = Refs("community_group", "Which community groups it reaches.")
    reach_planned = Number("How many people are expected.", min=0, decimals=False)
    reach_actual = Number("How many came.", min=0, decimals=False)
    level = Scale(0, 5, "How much power residents hold in it.", list="spectrum")
    promise = Line("What we promise those who come.")
    method = Choice("methods", "How it is done.")
    host = Who("The partner that hosts it.")
    starts = Date("When it begins.")
    ends = Date("When it ends.")
    place = Line("Where.")
    languages = Line("In which languages.")
    supports = Several("supports", "What makes it possible to come.")
    pay_each = Money("What each person is paid.")
    people_paid = Number("How many are paid.", min=0, decimals=False)
    staff_hours = Number("Hours of staff time.", min=0, unit="hours")
    consent = Line("What is recorded, and how people agree to it.")
    report_back_date = Date("When people hear what came of it.")
    report_back_form = Line("How they hear.")
    owner = Who("Who sees to it.")
    status = Choice("activity-status", "How far it is.")


class CostLine(Record):
    """One cost of an activity or an action."""

    type, prefix, called = "cost_line", "cst", ("kind",)
    about = Ref(("activity", "strategic_action"), "What it pays for.")
    kind = Choice("cost-kinds", "Pay, childcare, food, interpretation, room, staff time.")
    period = Date("When it falls due.")
    amount = Money("How much.")


class Heard(Record):
    """Something that people said, and what became of it."""

    type, prefix, called = "heard", "hrd", ("text",)
    text = Long("What was said.", spoken=True)
    activity = Ref("activity", "Where it was said.")
    station = Ref("station", "At which station of a data walk.")
    group = Ref("community_group", "By which group.")
    how_many = Number("By how many people.", min=0, decimals=False)
    theme = Line("What it is about, in two or three words.")
    changed = Refs(
        ("priority", "strategic_action", "root_cause", "finding", "charter_clause", "measure"),
        "What changed because of it.",
    )
    why_not = Long("If nothing changed, why not.")
    told_on = Date("When they were told.")


class Station(Record):
    """One stop of a data walk."""

    type, prefix, called = "station", "stn", ("caption",)
    activity = Ref("activity", "The data walk that it belongs to.")
    shows = Ref(("metric_series", "metric_reading", "data_source"), "What hangs there.")
    caption = Line("What the chart says, in plain words.")
    questions = Long("The two or three questions asked there.")
    facilitator = Who("Who stands there.")
