"""Chapter 2: the people and organizations, and how they work together."""

from collections.abc import Mapping
from typing import ClassVar

from workbook.kinds import Choice, Date, Line, Long, Number, Ref, Refs, Scale, Several, Who, YesNo
from workbook.records.record import Record


class Stakeholder(Record):
    """A person or an organization that has a part in mobility here."""

    type, prefix, called = "stakeholder", "stk", ("name", "organisation", "role")
    firsts: ClassVar[Mapping[str, str]] = {
        "power": "first_power", "interest": "first_interest", "stance": "first_stance",
    }  # fmt: skip
    first_on: ClassVar[str] = "first_date"
    name = Line("The name.")
    organisation = Line("The organization, where there is one.")
    role = Line("What they are here: co-chair, funder, housing lead.")
    sector = Choice("sectors", "Which sector they speak from.")
    pillars = Several("pillars", "Which pillars of mobility they can move.")
    area = Line("The town, district or neighborhood they know.")
    groups = Refs("community_group", "The community groups they belong to.")
    executive = YesNo("Whether they hold executive power in government.")
    votes = YesNo("Whether they vote in the coalition.")
    paid = YesNo("Whether the coalition pays them for their time.")
    may_be_named = YesNo("Whether they agreed to be named in a document.")
    brings = Several("brings", "What they bring.")
    needs = Long("What they need from us.")
    worries = Long("What worries them.", private=True)
    contact = Line("How to reach them.", private=True)
    lived_experience = Long("Lived experience, in their own words.", private=True)
    power = Scale(1, 5, "How much they can decide.", list="power", private=True)
    interest = Scale(1, 5, "How much they want this.", list="interest", private=True)
    affected = Scale(1, 5, "How directly it touches their life.", list="affected", private=True)
    stance = Choice("stances", "Where they stand.", private=True)
    first_power = Scale(1, 5, "Power when first scored.", private=True, computed=True)
    first_interest = Scale(1, 5, "Interest when first scored.", private=True, computed=True)
    first_stance = Choice("stances", "Stance when first noted.", private=True, computed=True)
    first_date = Date("When they were first scored.", private=True, computed=True)
    owner = Who("Who holds the relationship.")
    next_contact = Date("When to speak next.", private=True)
    status = Choice("stakeholder-status", "From identified to active, or left.")


class CommunityGroup(Record):
    """A group of residents, and its share of the people who live here."""

    type, prefix, called = "community_group", "grp", ("name",)
    name = Line("What the group calls itself.")
    share = Number("Its share of residents, in percent.", min=0, max=100, unit="%")
    source = Line("Where the share is from.")
    year = Date("Of which year.")


class Workgroup(Record):
    """A group of members with one job."""

    type, prefix, called = "workgroup", "wkg", ("name",)
    name = Line("Its name.")
    lead = Who("Who leads it.")
    members = Refs("stakeholder", "Who is in it.")
    priority = Ref("priority", "The priority it works on.")


class WorkItem(Record):
    """A piece of the coalition's work and who has which part in it."""

    type, prefix, called = "work_item", "wki", ("title",)
    title = Line("What has to be done.")
    accountable = Refs("stakeholder", "The one who answers for it.")
    responsible = Refs("stakeholder", "Who does it.")
    consulted = Refs("stakeholder", "Who is asked first.")
    informed = Refs("stakeholder", "Who is told.")


class CharterClause(Record):
    """One agreement of the coalition with itself."""

    type, prefix, called = "charter_clause", "chr", ("topic",)
    topic = Choice("charter-topics", "What it settles.")
    text = Long("What was agreed.")
    review_date = Date("When it is looked at again.")
