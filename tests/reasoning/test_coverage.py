"""Who is at the table, held against who lives here and against the team's own aims."""

from hypothesis import given
from hypothesis import strategies as st

from tests.map.conftest import new_plan
from workbook.plan import Plan
from workbook.reasoning.coverage import GOALS, Line, coverage, nobody

MEMBER = {"status": "active"}


def line(plan: Plan, kind: str, id: str) -> Line:
    return next(one for one in coverage(plan) if (one.kind, one.id) == (kind, id))


def test_members_are_counted_and_who_has_not_joined_is_coming(plan: Plan):
    here = plan.add("stakeholder", {"name": "Ana", "sector": "health", **MEMBER})
    asked = plan.add("stakeholder", {"name": "Bo", "sector": "health", "status": "invited"})
    plan.add("stakeholder", {"name": "Cy", "sector": "health", "status": "left"})
    found = line(plan, "sector", "health")
    assert (found.members, found.coming, found.share, found.gap) == ((here,), (asked,), 100.0, 0)


def test_a_group_is_held_against_its_share_of_those_who_live_here(plan: Plan):
    group = plan.add("community_group", {"name": "Renters", "share": 40})
    for number in range(10):
        groups = {"groups": [group]} if number == 0 else {}
        plan.add("stakeholder", {"name": f"P{number}", **MEMBER, **groups})
    found = line(plan, "group", group)
    assert (len(found.members), found.share, found.lives) == (1, 10.0, 40)
    assert (found.fair, found.gap) == (4, 3)


def test_the_teams_own_aim_takes_the_place_of_the_share(plan: Plan):
    group = plan.add("community_group", {"name": "Renters", "share": 40})
    plan.add("stakeholder", {"name": "Ana", **MEMBER})
    plan.add("row", {"seat": " renters ", "aim": 2, "by": "2027-03"}, prompt=GOALS)
    found = line(plan, "group", group)
    assert (found.aim, found.by, found.gap) == (2, "2027-03", 2)


def test_one_resident_with_a_vote_is_not_enough(plan: Plan):
    resident = {"sector": "resident", "votes": True, **MEMBER}
    assert line(plan, "votes", "votes").gap == 2
    plan.add("stakeholder", {"name": "Ana", **resident})
    assert line(plan, "votes", "votes").gap == 1
    plan.add("stakeholder", {"name": "Bo", **resident})
    assert line(plan, "votes", "votes").gap == 0


def test_whoever_told_of_their_own_life_counts_as_lived_experience(plan: Plan):
    plan.add("stakeholder", {"name": "Ana", "lived_experience": "Nine landlords.", **MEMBER})
    plan.add("stakeholder", {"name": "Bo", "brings": ["lived-experience"], **MEMBER})
    assert len(line(plan, "lived", "lived").members) == 2


def test_nobody_is_missing_while_nobody_has_joined(plan: Plan):
    plan.add("stakeholder", {"name": "Ana", "sector": "health"})
    assert nobody(coverage(plan), "sector") == []
    plan.add("stakeholder", {"name": "Bo", "sector": "faith", **MEMBER})
    missing = {one.id for one in nobody(coverage(plan), "sector")}
    assert "health" in missing
    assert "faith" not in missing


@given(st.data())
def test_every_gap_is_closed_by_adding_members_of_that_kind(curriculum, data):
    plan = new_plan(curriculum)
    plan.add("community_group", {"name": "Renters", "share": data.draw(st.integers(0, 100))})
    for number in range(data.draw(st.integers(1, 8))):
        plan.add("stakeholder", {"name": f"P{number}", **MEMBER})
    chosen = data.draw(st.sampled_from([one for one in coverage(plan) if one.kind != "group"]))
    for number in range(chosen.gap):
        plan.add("stakeholder", {"name": f"N{number}", **MEMBER, **chosen.adding})
    assert line(plan, chosen.kind, chosen.id).gap == 0
