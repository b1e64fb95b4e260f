"""What the drawings of chapter 5 say, as the plan prints it."""

from tests.map.conftest import document, markdown, read
from workbook.plan import Plan


def test_each_priority_has_its_line_from_causes_to_outcomes(example: Plan):
    items = read(example).under("Theory of change").items
    assert "What holds it: few homes lease to people with a record or a filing" in items
    assert "What we do: A1 Second-chance lease with 20 landlords, A2 City ordinance on screening" in items  # noqa: E501  # fmt: skip
    assert "What that shifts: Practices, Resource flows, Power dynamics" in items


def test_what_is_worked_out_does_not_pass_for_what_a_team_wrote(plan: Plan):
    plan.add("root_cause", {"priority": plan.add("priority", {"title": "Homes"}), "because": "a"})
    plan.add("strategic_action", {"title": "One"})
    assert {"Theory of change", "Who keeps the plan alive"} <= {
        one.title for one in document(plan).gaps
    }


def test_a_line_says_only_what_there_is(plan: Plan):
    plan.add("root_cause", {"priority": plan.add("priority", {"title": "Homes"}), "because": "a|b"})
    plan.put("actions.theory", "Rules decide.")
    found = read(plan).under("Theory of change")
    assert found.items == ["What holds it: a|b"]


def test_the_actions_stand_on_their_criteria_and_in_their_order(example: Plan):
    tables = read(example).under("What comes first").tables
    rows = {row[0]: row[1:] for row in tables[0]}
    assert rows["Feasibility"] == ["3", "A5 5, A2 3, A1 4, A3 4, A4 5"]
    assert ["2", "A3 Tutoring money by need", "A5 Residents hold 40% of the votes", ""] in tables[1]
    assert "“Feasibility” counted 2 1/2 in place of 3" in markdown(example)


def test_actions_that_wait_for_each_other_are_said_to(plan: Plan):
    first = plan.add("strategic_action", {"title": "One"})
    second = plan.add("strategic_action", {"title": "Two", "depends_on": [first]})
    plan.put(first, [second], "depends_on")
    plan.put("actions.order", "The lease goes first.")
    rows = [row[:2] for row in read(plan).under("What comes first").tables[0]]
    assert [row[0] for row in rows[1:]] == ["in a circle", "in a circle"]


def test_nothing_is_said_of_an_order_where_nothing_waits(plan: Plan):
    plan.add("strategic_action", {"title": "One"})
    assert "What can start" not in markdown(plan)
