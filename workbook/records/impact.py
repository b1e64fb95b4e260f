"""Chapter 6: how the coalition will know, learn and tell."""

from workbook.kinds import Choice, Date, Line, Long, Money, Number, Ref, Who
from workbook.records.record import Record


class Measure(Record):
    """What shows that an element of the plan happened or made a difference."""

    type, prefix, called = "measure", "msr", ("text",)
    about = Ref(("logic_item", "strategic_action"), "What it measures.")
    condition = Choice("six-conditions", "Or the condition of systems change that it watches.")
    level = Choice("measure-levels", "Input, activity, output, outcome or systems change.")
    text = Line("The measure.")
    why_residents = Long("Why it matters to residents.")
    unit = Line("In what it is counted.")
    direction = Choice("directions", "Which way is better.")
    baseline = Number("Where it stood.")
    baseline_date = Date("When it stood there.")
    target = Number("Where it should be.")
    target_date = Date("By when.")
    split_by = Line("For which groups it is broken down.")
    source = Line("Where the number comes from.")
    method = Line("How it is collected.")
    how_often = Choice("how-often", "How often.")
    collects = Who("Who collects it.")
    analyses = Who("Who makes sense of it.")
    reports = Who("Who reports it.")
    audience = Ref("audience", "For whom.")
    cost = Money("What it costs a year.")


class Observation(Record):
    """One value of a measure at one time."""

    type, prefix, called = "observation", "obs", ("period",)
    measure = Ref("measure", "Which measure.")
    period = Date("For which time.")
    value = Number("What was seen.")
    note = Long("What lies behind it.")


class LearningCycle(Record):
    """A question put to the work: plan, do, study, act."""

    type, prefix, called = "learning_cycle", "lrn", ("question",)
    measure = Ref("measure", "The measure that it looks at.")
    question = Line("What we want to learn.")
    prediction = Line("What we expect.")
    done = Line("What was done.")
    result = Line("What came out.")
    choice = Choice("learning-choice", "Adopt, adapt or drop.")
    date = Date("When we stop and look.")
    who = Who("Who is in the room.")


class Audience(Record):
    """Somebody who needs to hear how it goes."""

    type, prefix, called = "audience", "aud", ("name",)
    name = Line("Who they are.")
    needs = Line("What they need to know.")
    product = Line("What they get.")
    how_often = Choice("how-often", "How often.")
    owner = Who("Who sees to it.")
