"""Who is not at the table is said in the plan, and nothing of who stands where on the map."""

from tests.map.conftest import new_plan, read
from workbook.plan import Plan


def test_sectors_and_groups_without_a_member_are_named(plan: Plan):
    group = plan.add("community_group", {"name": "Young people"})
    plan.add("community_group", {"name": "Renters"})
    sectors = [one for one in plan.options("sectors") if one not in ("health", "labor")]
    for one in sectors:
        plan.add("stakeholder", {"name": one, "sector": one, "status": "active"})
    none = "Nobody speaks yet from these sectors: health and labor."
    said = read(plan).under("Who we are").text
    assert f"Not at the table yet. {none}" in said
    assert "groups" not in said
    others = plan.add("community_group", {"name": "Owners"})
    plan.add("stakeholder", {"name": "Bo", "status": "active", "groups": [others]})
    here = "Nobody speaks yet from these sectors: health and labor."
    both = f"Not at the table yet. {here} No member belongs yet to these groups: Young people and "
    assert f"{both}Renters." in read(plan).text
    plan.add("stakeholder", {"name": "Ana", "status": "active", "groups": [group]})
    assert "belongs yet to these groups: Renters." in read(plan).text


def test_nothing_is_said_while_nobody_has_joined(plan: Plan):
    plan.add("stakeholder", {"name": "Ana", "sector": "health", "status": "invited"})
    assert "Not at the table" not in read(plan).text


def test_scores_and_what_they_advise_change_no_word_of_the_plan(curriculum):
    texts = []
    for scores in ({}, {"power": 1, "interest": 5, "affected": 5, "stance": "opposed"}):
        plan = new_plan(curriculum)
        fields = {"name": "Ana", "role": "nurse", "status": "active", "may_be_named": True}
        plan.add("stakeholder", fields | scores)
        texts.append(read(plan).markdown)
    assert texts[0] == texts[1]
