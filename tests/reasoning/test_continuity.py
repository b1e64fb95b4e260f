"""What carries each action, worked out from the records, whatever they hold."""

from workbook.plan import Plan
from workbook.reasoning.continuity import Lasting, continuity


def one(plan: Plan) -> Lasting:
    [found] = continuity(plan)
    return found


def test_prairie_forks_actions_and_what_each_lacks(example: Plan):
    found = {example.value(one.action, "code"): one for one in continuity(example)}
    assert {code: one.lacks for code, one in found.items()} == {
        "A1": [], "A2": ["money"], "A3": [], "A4": ["home"], "A5": [],
    }  # fmt: skip
    assert [example.label(id) for id in found["A1"].stewards] == ["Naomi Feld"]
    assert [example.label(id) for id in found["A1"].others] == ["Keisha Barnes", "Carl Dunning"]
    assert found["A2"].elsewhere == 1
    assert f"{found['A1'].until}" == "2027-12-31"


def test_an_action_alone_lacks_everything(plan: Plan):
    plan.add("strategic_action", {"title": "Act"})
    assert one(plan).lacks == ["steward", "body", "money", "other", "home"]
    assert one(plan).ends == []


def test_whoever_left_or_was_removed_keeps_nothing_up(plan: Plan):
    left = plan.add("stakeholder", {"name": "Ana", "status": "left"})
    gone = plan.add("stakeholder", {"name": "Bo"})
    action = plan.add("strategic_action", {"title": "Act", "lead": [left], "partners": ["Cleo"]})
    plan.add("stewardship", {"action": action, "steward": [left, gone]})
    plan.remove(gone)
    found = one(plan)
    assert (found.stewards, found.left, found.others) == ([], [left], ["Cleo"])
    assert "steward" in found.lacks


def test_one_person_under_two_spellings_knows_it_once(plan: Plan):
    ana = plan.add("stakeholder", {"name": "Ana Ruiz"})
    action = plan.add("strategic_action", {"title": "Act", "lead": ["ana  ruiz"]})
    plan.add("stewardship", {"action": action, "steward": [ana]})
    assert (one(plan).stewards, one(plan).others) == ([ana], [])
    assert "other" in one(plan).lacks


def test_only_secured_money_that_reaches_past_the_end_holds(plan: Plan):
    action = plan.add("strategic_action", {"title": "Act", "cost": 10, "ends": "2027-06"})
    source = plan.add("funding_source", {"name": "Fund", "ends": "2027-12"})
    given = plan.add("allocation", {
        "action": action, "source": source, "amount": 5, "status": "idea",
    })  # fmt: skip
    assert not one(plan).beyond
    plan.put(given, "secured", "status")
    assert one(plan).beyond
    assert [(end.kind, end.date) for end in one(plan).ends] == [
        ("action", "2027-06"), ("source", "2027-12"),
    ]  # fmt: skip
    plan.put(source, "2027-06", "ends")
    assert not one(plan).beyond
    plan.remove(source)
    assert one(plan).until is None
    plan.put(action, 0, "cost")
    assert one(plan).beyond


def test_risks_to_the_action_its_steward_and_its_money_are_its_own(plan: Plan):
    action = plan.add("strategic_action", {"title": "Act"})
    kept = plan.add("stewardship", {"action": action})
    other = plan.add("strategic_action", {"title": "Other"})
    hits = [plan.add("risk", {"event": "e", "about": about}) for about in (action, kept, other)]
    first = next(found for found in continuity(plan) if found.action.id == action)
    assert list(first.risks) == hits[:2]
