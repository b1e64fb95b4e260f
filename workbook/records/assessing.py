"""Assessments: one machine for readiness, building blocks, coalition health and the others."""

from workbook.kinds import Choice, Date, Line, Long, Ref, Refs, Scale, Who, YesNo
from workbook.records.record import Record


class Round(Record):
    """One dated time that a group rates an assessment."""

    type, prefix, called = "round", "rnd", ("name", "date")
    assessment = Choice("assessments", "Which assessment is rated.")
    name = Line("What the group calls this round.")
    date = Date("When it was held.")
    raters = Refs("rater", "Who is expected to rate.")
    closed = YesNo("Whether rating is over; until then nobody sees a level.")


class Rater(Record):
    """Somebody who rates, by a name of their own choosing."""

    type, prefix, called = "rater", "rtr", ("alias",)
    alias = Line("The name that the rater goes by here.")
    group = Choice("rater-groups", "Where the rater speaks from.", private=True)


class Rating(Record):
    """What one rater says of one indicator in one round."""

    type, prefix, called = "rating", "rtg", ("indicator",)
    round = Ref("round", "The round that it belongs to.")
    rater = Ref("rater", "Who gave it.", private=True)
    indicator = Choice("indicators", "What is rated.")
    level = Scale(0, 4, "From not there (0) to holding (4).", list="readiness-scale", unknown=True)
    evidence = Long("What an outsider could check.")
    evidence_kind = Choice("evidence-kinds", "What kind of evidence that is.")
    date = Date("When it was given.")


class Consensus(Record):
    """The level that the room agreed on for one indicator, after hearing each other."""

    type, prefix, called = "consensus", "cns", ("indicator",)
    round = Ref("round", "The round that it closes.")
    indicator = Choice("indicators", "What is agreed.")
    level = Scale(0, 4, "The agreed level.", list="readiness-scale", unknown=True)
    note = Long("What the agreement rests on, and who sees it differently.")


class TeamLine(Record):
    """Where the team itself wants to be: its own line, never ours."""

    type, prefix, called = "team_line", "tln", ("dimension",)
    assessment = Choice("assessments", "Which assessment.")
    dimension = Choice("dimensions", "Which condition or block.")
    level = Scale(0, 4, "The least that the team wants.", list="readiness-scale")
    reason = Long("Why there.")
    who = Who("Who drew the line.")
    date = Date("When.")


class Judgement(Record):
    """The team's own word on one condition or block (toolkit ch. 1 leaves it to them)."""

    type, prefix, called = "judgement", "jdg", ("dimension",)
    dimension = Choice("dimensions", "Which condition or block.")
    judgement = Choice("judgements", "In place, partly, not yet, cannot say.")
    reason = Long("What the judgement rests on.")
    gap = Long("What is missing.")
    fill = Long("How to fill the gap.")
    who = Who("Who judged.")
    date = Date("When.")
