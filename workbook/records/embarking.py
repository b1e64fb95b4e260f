"""Chapter 1: who has promised what, the decision, and how a plan is released."""

from workbook.kinds import Choice, Date, Line, Long, Money, Number, Ref, Who
from workbook.records.record import Record


class Commitment(Record):
    """What one leader has promised."""

    type, prefix, called = "commitment", "cmt", ("who", "words")
    who = Who("Who promised.")
    kind = Choice("commitment-kind", "Executive, community organization, or another leader.")
    words = Long("What they said or wrote.", spoken=True)
    staff_hours = Number("Hours of staff time a week.", min=0, unit="hours a week")
    money = Money("Money promised.")
    infrastructure = Line("Rooms, systems, data, equipment.")
    until = Date("How long the promise holds.")
    proof = Line("What an outsider could check.")


class Decision(Record):
    """What the team decided to do, and why."""

    type, prefix, called = "decision", "dec", ("option", "date")
    date = Date("When it was decided.")
    who = Who("Who took part.")
    option = Choice("decision-option", "Which of the four ways was taken.")
    reasons = Long("Why.")
    dissent = Long("Who saw it differently, and how.", private=True)
    gaps_accepted = Long("What is missing and accepted for now.")
    review_date = Date("When the decision is looked at again.")


class PreparednessStep(Record):
    """One thing that must be in place, and how it gets there."""

    type, prefix, called = "preparedness_step", "prp", ("missing", "action")
    missing = Line("What is missing.")
    condition = Choice("dimensions", "The condition of readiness that it is missing for.")
    why = Long("Why it matters.")
    action = Line("What will be done.")
    who = Who("Who does it.")
    help = Line("What help they need.")
    due = Date("By when.")
    sign = Line("How everyone will know that it is in place.")
    status = Choice("step-status", "How far it is.")


class Term(Record):
    """A word and what this coalition means by it."""

    type, prefix, called = "term", "trm", ("word",)
    word = Line("The word.")
    meaning = Long("What we mean by it.")


class Signatory(Record):
    """Someone whose name stands under the plan. Entered to be printed."""

    type, prefix, called = "signatory", "sig", ("organisation", "name")
    name = Line("The name as it should be printed.")
    organisation = Line("For which organization they sign.")
    mode = Choice("signatory-mode", "Coauthor, signatory or letter of support.")
    agreed_on = Date("When they agreed.")
    letter = Long("The letter's text, or where it is kept.", spoken=True)


class Channel(Record):
    """One way that the plan reaches an audience."""

    type, prefix, called = "channel", "chn", ("audience", "product")
    audience = Line("Who should hear of the plan.")
    message = Long("What they should take away.")
    messenger = Line("Whom they would believe.")
    product = Line("What is made: a flyer, a call, a page.")
    channel = Line("How it reaches them.")
    date = Date("When.")
    who = Who("Who sees to it.")


class Ambassador(Record):
    """A community member who carries the plan into a network of their own."""

    type, prefix, called = "ambassador", "amb", ("network", "who")
    who = Who("Who.")
    network = Line("Whom they reach.")
    activity = Ref("activity", "Where they took part.")
    will_do = Line("What they will do.")
