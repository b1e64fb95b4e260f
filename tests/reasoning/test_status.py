"""The state as data: complete, plain JSON, and nothing private in it."""

import json
from typing import Any

import pytest

from workbook.map.public import Public
from workbook.plan import Plan
from workbook.reasoning.checks import check
from workbook.reasoning.status import status
from workbook.records import TYPES

SECRET = "Zyxw"


def fill(plan: Plan) -> None:
    """A little of everything, with the secret wherever it must not leave the screens."""
    for prompt in plan.curriculum.prompts.values():
        if prompt.private and prompt.kind.word in ("line", "long"):
            plan.put(prompt.id, SECRET)
    who = {"name": SECRET, "organisation": "Fork Tenants' Circle", "contact": SECRET}
    plan.add("stakeholder", who | {"worries": SECRET, "lived_experience": SECRET})
    plan.add("decision", {"dissent": SECRET})
    plan.add("rater", {"alias": SECRET})
    plan.add("activity", {"title": "Data walk", "host": [SECRET]})


def test_the_state_of_an_empty_workbook_is_complete(plan: Plan):
    found = status(plan)
    assert (found["schema"], found["community"], found["records"]) == ("status/1", None, {})
    assert [one["number"] for one in found["chapters"]] == [1, 2, 3, 4, 5, 6, 7]
    assert {one["state"] for one in found["chapters"] + found["steps"]} == {"not started"}
    assert [one["id"] for one in found["steps"]] == list(plan.curriculum.steps)
    assert sum(one["of"] for one in found["chapters"]) == len(found["steps"])
    assert {one["step"] for one in found["lacks"]} <= set(plan.curriculum.steps)
    assert len(found["readiness"]) == 5
    assert found["next"]["field"] == "workbook.community"
    assert json.loads(json.dumps(found)) == found


def test_a_chapter_is_started_enough_or_agreed_as_its_steps_are(plan: Plan):
    def first() -> dict[str, Any]:
        return status(plan)["chapters"][0]

    plan.put("workbook.community", "Prairie Fork County")
    assert (first()["state"], first()["done"]) == ("started", 0)
    steps = [one.id for one in plan.curriculum.chapters[0].steps]
    for id in steps:
        plan.put(f"agreed.{id}", "Coalition, May 6, 2026")
    assert (first()["state"], first()["done"], first()["of"]) == ("agreed", len(steps), len(steps))


def test_records_are_counted_and_those_of_an_open_round_are_not(plan: Plan):
    round = plan.add("round", {"assessment": "readiness", "date": "2026-05-01"})
    for alias in ("Ana", "Bo"):
        rater = plan.add("rater", {"alias": alias})
        indicator = plan.curriculum.assessments["readiness"].dimensions[0].indicators[0].id
        values = {"round": round, "rater": rater, "indicator": indicator, "level": 3}
        plan.add("rating", values)
    found = status(plan)
    assert "rating" not in found["records"]
    assert found["readiness"][0] == {
        "condition": "readiness.leaders", "level": None, "answered": None, "of": 6,
        "evidence": None, "lowest": None, "raters": None, "claims": [], "line": None,
        "judgement": None,
    }  # fmt: skip
    plan.put(round, True, "closed")
    found = status(plan)
    assert found["records"]["rating"] == 2
    assert found["readiness"][0]["answered"] == 0


def test_nothing_private_is_in_the_state_nor_in_what_the_checks_say(plan: Plan):
    fill(plan)
    assert SECRET not in json.dumps(status(plan))
    stakeholder = next(iter(plan.db.of("stakeholder"))).doc_id
    plan.db.of("stakeholder").change(
        stakeholder, lambda found: found.update(stance=SECRET, sector=9)
    )
    said = [one.text for one in check(plan, Public(plan))]
    assert len(said) >= 2
    assert not any(SECRET in one for one in said)


@pytest.mark.parametrize("agreed", [True, False])
def test_who_is_next_is_named_only_where_they_agreed_to_it(plan: Plan, agreed: bool):
    plan.put("workbook.door", "chapters")
    plan.put("workbook.chapters", ["coalition"])
    plan.add("stakeholder", {"name": "Lee Ortega", "role": "Organizer", "may_be_named": agreed})
    who = "Lee Ortega" if agreed else "Organizer"
    assert status(plan)["next"]["text"] == f"“{who}” still lacks “Sector”"


def test_the_hash_of_what_the_plan_says_changes_with_it_and_with_nothing_else(plan: Plan):
    plan.put("embarking.why-now", "The mill closed.")
    first = status(plan)["content"]
    assert len(first) == 64
    fill(plan)
    plan.remove(plan.records(TYPES["activity"])[0].id)
    plan.remove(plan.records(TYPES["stakeholder"])[0].id)
    plan.remove(plan.records(TYPES["decision"])[0].id)
    plan.today = plan.today.replace(year=2030)
    assert status(plan)["content"] == first
    plan.put("embarking.why-now", "The mill closed!")
    assert status(plan)["content"] != first
    plan.put("embarking.why-now", "The mill closed.")
    assert status(plan)["content"] == first
