"""Chapter 7: who keeps it up, with what, through what."""

from workbook.kinds import Choice, Date, Line, Long, Money, Number, Ref, Scale, Who, YesNo
from workbook.records.record import Record


class Stewardship(Record):
    """Who keeps an action alive after the plan is out."""

    type, prefix, called = "stewardship", "stw", ("action",)
    action = Ref("strategic_action", "The action.")
    steward = Who("Who keeps it up.")
    approving_body = Line("Who has to approve.")
    needs = Line("What it needs.")
    due = Date("By when that is settled.")


class FundingSource(Record):
    """Where money comes from."""

    type, prefix, called = "funding_source", "fsr", ("name",)
    name = Line("The source.")
    kind = Choice("source-kinds", "Public budget, philanthropy, grant, in kind, business.")
    amount = Money("How much in all.")
    starts = Date("From when.")
    ends = Date("Until when.")
    restrictions = Line("What it may not be used for.")
    renewal_risk = Choice("renewal-risk", "How likely it is to end.")


class Allocation(Record):
    """Money of one source for one action, or for the backbone, in one year."""

    type, prefix, called = "allocation", "alc", ("source",)
    source = Ref("funding_source", "From which source.")
    action = Ref("strategic_action", "For which action.")
    backbone = YesNo("Or for running the coalition.")
    year = Number("In which year.", min=1990, max=2199)
    amount = Money("How much.")
    status = Choice("money-status", "Secured, applied for, an idea.")


class Risk(Record):
    """Something that could end the work, and what is done about it."""

    type, prefix, called = "risk", "rsk", ("event",)
    event = Line("What could happen.")
    about = Ref(("strategic_action", "stewardship", "funding_source", "priority"), "To what.")
    likelihood = Scale(1, 5, "How likely.", list="likelihood")
    effect = Scale(1, 5, "How bad.", list="effect")
    trigger = Line("How we would notice.")
    response = Long("What we do.")
    owner = Who("Who watches it.")


class Milestone(Record):
    """Something that people will see happen on a date."""

    type, prefix, called = "milestone", "mil", ("text",)
    text = Line("What happens.")
    action = Ref("strategic_action", "Part of which action.")
    due = Date("By when.")
    owner = Who("Who sees to it.")
    done = YesNo("Whether it happened.")
