"""Chapter 5: from causes to actions, and why they should work."""

from workbook.kinds import (
    Choice,
    Date,
    Line,
    Links,
    Long,
    Money,
    Ref,
    Refs,
    Scores,
    Several,
    Who,
    YesNo,
)
from workbook.records.record import Record


class RootCause(Record):
    """One step of the why: what holds a priority condition in place."""

    type, prefix, called = "root_cause", "cau", ("because",)
    priority = Ref("priority", "The priority that it explains.")
    parent = Ref("root_cause", "The step above it: what it explains.")
    because = Line("Because …")
    evidence = Refs(
        ("finding", "insight", "heard", "data_source", "metric_series", "metric_reading"),
        "What shows it.",
    )
    condition = Choice("six-conditions", "Which condition of systems change it is.")
    influence = Choice("influence", "Whether we control it, influence it or watch it.")


class VisionDraft(Record):
    """One wording of the vision."""

    type, prefix, called = "vision_draft", "vis", ("text",)
    text = Long("The vision.")
    whose_words = Line("Whose words are in it.")
    endorsed_by = Line("Who stands behind it.")
    chosen = YesNo("Whether it is the one.")


class StrategicAction(Record):
    """Something that the coalition will change."""

    type, prefix, called, coded = "strategic_action", "stg", ("title",), "A"
    code = Line("A short name, such as A1.")
    title = Line("The action in a few words.")
    priority = Ref("priority", "The priority that it serves.")
    causes = Refs("root_cause", "The root causes that it reaches.")
    conditions = Several("six-conditions", "Which conditions of systems change it shifts.")
    kind = Choice("action-kinds", "Policy, practice, funding, relationship, power, story, program.")
    who_benefits = Line("Who gains from it.")
    residents_shaped = Long("How residents shaped it.")
    evidence_base = Long("Why we think it works.")
    lead = Who("Who leads.")
    partners = Who("Who works on it too.")
    starts = Date("When it begins.")
    ends = Date("When it is done.")
    cost = Money("What it costs.")
    risks = Long("What could go wrong.")
    could_harm = Long("Whom it could harm, and how that is watched.")
    depends_on = Refs("strategic_action", "Which actions must come first.")
    statement = Long("The whole action in a sentence or two.")
    plain = Long("The action in plain words, for everyone.")
    smartie = Several("smartie", "Which of the seven tests the statement meets.")
    scores = Scores("action-criteria", "How it was scored.")


class LogicItem(Record):
    """One item of the logic model."""

    type, prefix, called = "logic_item", "lgc", ("text",)
    action = Ref("strategic_action", "The action that it belongs to.")
    column = Choice("logic-columns", "Input, activity, output or outcome.")
    text = Line("What it is.")
    leads_to = Links("logic_item", "What it leads to, and why.")
    predictor = Choice("predictors", "The predictor that a long-term outcome should move.")
    groups = Refs("community_group", "For which community groups.")


class Assumption(Record):
    """Something that must be true for the plan to work."""

    type, prefix, called = "assumption", "asm", ("text",)
    text = Line("What we take for granted.")
    about = Ref(("strategic_action", "logic_item", "root_cause", "priority"), "What rests on it.")
    how_wrong_shows = Line("How we would notice that it is wrong.")
