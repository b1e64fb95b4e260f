"""The sentence of a theory of change reads as one, whatever is there and whatever is not."""

import pytest

from workbook.plan import Plan
from workbook.reasoning.theory import BASIS, TEXT, basis, drawn_up, since, theory


def drawn(plan: Plan) -> str:
    return drawn_up(plan, theory(plan))


@pytest.fixture
def priority(plan: Plan) -> str:
    return plan.add("priority", {"title": "Homes"})


def act(plan: Plan, priority: str, title: str = "Share the loss", **values: object) -> str:
    return plan.add("strategic_action", {"title": title, "priority": priority, **values})


CAUSES = ["rules are old.", "loans are dear", "buses stop at six", "forms are long", "pay is low"]
BECAUSE = {
    0: "If we carry out “Share the loss”.",
    1: "Because rules are old, if we carry out “Share the loss”.",
    2: "Because rules are old and because loans are dear, if we carry out “Share the loss”.",
    5: "Because rules are old, because loans are dear, because buses stop at six, because forms "
    "are long, and because pay is low, if we carry out “Share the loss”.",
}


@pytest.mark.parametrize("count", BECAUSE)
def test_any_number_of_causes_gives_a_sentence(plan: Plan, priority: str, count: int):
    act(plan, priority)
    for one in CAUSES[:count]:
        plan.add("root_cause", {"because": one, "priority": priority})
    assert drawn(plan) == BECAUSE[count]


def test_the_whole_of_it(plan: Plan, priority: str):
    plan.add("root_cause", {"because": "rules are old", "priority": priority})
    action = act(plan, priority, conditions=["policies", "power-dynamics"])
    other = act(plan, priority, "A new “form”")
    plan.add("logic_item", {"text": "Leases signed", "column": "short", "action": action})
    plan.add("logic_item", {"text": "Families stay.", "column": "long", "action": other})
    plan.add("vision_draft", {"text": "Old words.", "chosen": False})
    plan.add("vision_draft", {"text": "Everyone\nhas a home.", "chosen": True})
    plan.add("assumption", {"text": "Landlords join.", "about": action})
    assert drawn(plan) == (
        "Because rules are old, if we carry out “Share the loss” and “A new “form””, then policies "
        "and power dynamics will shift, so that this comes about: Families stay.\n\n"
        "Together this moves us toward our vision: “Everyone has a home.”\n\n"
        "We assume: Landlords join."
    )


def test_causes_alone_are_a_sentence_and_nothing_is_none(plan: Plan, priority: str):
    assert drawn(plan) == ""
    plan.add("root_cause", {"because": "rules are old", "priority": priority})
    assert drawn(plan) == "Because rules are old."


def test_an_action_belongs_to_the_priority_whose_cause_it_reaches(plan: Plan, priority: str):
    cause = plan.add("root_cause", {"because": "rules are old", "priority": priority})
    plan.add("strategic_action", {"title": "Change them", "causes": [cause]})
    assert drawn(plan) == "Because rules are old, if we carry out “Change them”."


def test_it_says_what_changed_since_it_was_drawn_up(plan: Plan, priority: str):
    action = act(plan, priority)
    assert since(plan) is None
    plan.put(TEXT, drawn(plan))
    plan.put(BASIS, basis(plan, theory(plan)))
    found = since(plan)
    assert found is not None
    assert (found.added, found.gone) == ((), ())
    plan.put(action, "Share the gain", "title")
    plan.add("assumption", {"text": "Landlords join", "about": action})
    found = since(plan)
    assert found is not None
    assert found.added == ("A1 Share the gain", "Landlords join")
    assert found.gone == ("A1 Share the loss",)


def test_a_text_that_was_not_drawn_up_has_no_before(plan: Plan, priority: str):
    act(plan, priority)
    plan.put(TEXT, "Our own words.")
    assert since(plan) is None
