"""Chapter 4: the numbers, what people know, and what the coalition makes of both."""

from typing import ClassVar

from workbook.kinds import (
    Choice,
    Date,
    Line,
    Long,
    Metric,
    Money,
    Number,
    Ref,
    Refs,
    Scores,
    Series,
    Several,
    Who,
    YesNo,
)
from workbook.records.record import Record


class MetricSeries(Record):
    """One published metric for one place and group of people, year by year."""

    type, prefix, called = "metric_series", "mts", ("variable",)
    beside: ClassVar[tuple[str, ...]] = ("subgroup", "geography")
    predictor = Choice("predictors", "Which predictor it measures.", computed=True)
    variable = Metric("Its name in the published file.", computed=True)
    geography = Line("The place, as the file names it.", computed=True)
    place_code = Line("The place's code.", computed=True)
    subgroup_type = Line("By what people are grouped.", computed=True)
    subgroup = Line("Which group.", computed=True)
    values = Series("The values as the file gives them.", computed=True)
    unit = Line("The unit of a figure of the team's own.", computed=True)
    source = Line("Who publishes it.", computed=True)
    file = Line("The file's name.", computed=True)
    imported_on = Date("When it was brought in.", computed=True)
    peer = YesNo("Whether it is there to compare with, and not of the plan's own place.",
                 computed=True)  # fmt: skip


class MetricReading(Record):
    """What the team makes of one predictor. An import never touches it."""

    type, prefix, called = "metric_reading", "mtr", ("predictor",)
    predictor = Choice("predictors", "Which predictor is read.")
    compared_with = Line("With whom, and why that is fair.")
    matches_experience = Choice("yes-partly-no", "Whether it matches lived experience.")
    why = Long("What residents say about it.")
    judged = Choice("strength-or-concern", "A strength or a concern.")
    note = Long("Value, year, quality and what to keep in mind.")


class DataSource(Record):
    """Where an answer to a question could come from."""

    type, prefix, called = "data_source", "src", ("source", "question")
    question = Line("What we want to know.")
    source = Line("Who or what could tell us.")
    owner = Who("Who holds it.")
    geography = Line("For which area.")
    years = Line("For which years.")
    subgroups = Line("Broken down by what.")
    access = Choice("access-kinds", "Public, on request, or by agreement.")
    status = Choice("source-status", "How far we are with it.")
    limits = Long("What it cannot tell us.")


class Insight(Record):
    """What people know that no table says."""

    type, prefix, called = "insight", "ins", ("text",)
    text = Long("What we learned.")
    activity = Ref("activity", "Where.")
    group = Ref("community_group", "From which group.")
    how_often = Number("How many people said so.", min=0, decimals=False)
    theme = Line("What it is about.")
    quote = Long("In somebody's own words.", spoken=True)
    may_quote = YesNo("Whether they agreed to be quoted.")
    predictor = Choice("predictors", "Which predictor it speaks to.")


class Effort(Record):
    """Work that is already under way."""

    type, prefix, called = "effort", "eff", ("what",)
    what = Line("The program, policy or practice.")
    lead = Who("Who runs it.")
    served = Line("Whom it serves.")
    scale = Line("How large it is.")
    money = Money("What it costs a year.")
    evidence = Long("What is known of its results.")
    gap_or_overlap = Choice("gap-or-overlap", "What it means for the plan.")


class Finding(Record):
    """A claim with what speaks for and against it: what the plan is built on."""

    type, prefix, called, coded = "finding", "fnd", ("claim",), "F"
    code = Line("A short name, such as F1.")
    claim = Line("What we found, in one sentence.")
    evidence_for = Refs(
        ("metric_series", "metric_reading", "insight", "heard", "data_source"), "What supports it."
    )
    evidence_against = Refs(
        ("metric_series", "metric_reading", "insight", "heard", "data_source"), "What does not."
    )
    most_affected = Line("Whom it touches most.")
    asset = Long("What already helps.")
    driver = Long("What produced it and keeps it going.")
    plain = Long("The finding in plain words, for everyone.")
    confidence = Choice("confidence", "How sure we are.")
    predictors = Several("predictors", "Which predictors it concerns.")
    judged = Choice("strength-or-concern", "A strength or a concern.")


class Priority(Record):
    """A condition that the coalition chose to work on."""

    type, prefix, called, coded = "priority", "pri", ("title",), ""
    code = Line("Its number.")
    title = Line("The priority in a few words.")
    findings = Refs("finding", "The findings it rests on.")
    scores = Scores("priority-criteria", "How it was scored.")
    why = Long("Why this one.")
    agreed_by = Line("Who agreed to it.")
    agreed_on = Date("When.")
