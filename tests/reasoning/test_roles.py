"""Who has which part in the work, and what about it cannot hold."""

from hypothesis import given
from hypothesis import strategies as st

from tests.map.conftest import new_plan
from workbook.plan import Plan
from workbook.reasoning.roles import NOBODY, NONE, PARTS, SEVERAL, roles


def person(plan: Plan, name: str, **fields: object) -> str:
    return plan.add("stakeholder", {"name": name, "status": "active", **fields})


def test_exactly_one_answers_and_one_at_least_does_it(plan: Plan):
    ana, bo = person(plan, "Ana"), person(plan, "Bo")
    plan.add("work_item", {"title": "Agendas", "accountable": [ana], "responsible": [bo]})
    plan.add("work_item", {"title": "Pay", "accountable": [ana, bo]})
    plan.add("work_item", {"title": "Notes", "responsible": [bo]})
    assert [one.wrong for one in roles(plan).items] == [(), (SEVERAL, NOBODY), (NONE,)]


def test_what_each_answers_for_or_does_is_counted_once_for_a_piece(plan: Plan):
    ana, bo = person(plan, "Ana"), person(plan, "Bo")
    plan.add("work_item", {"title": "Agendas", "accountable": [ana], "responsible": [ana]})
    plan.add("work_item", {"title": "Pay", "accountable": [ana], "informed": [bo]})
    found = roles(plan)
    assert found.load == {ana: 2}
    assert found.items[0].parts == {ana: ("accountable", "responsible")}


def test_whoever_was_removed_neither_answers_for_work_nor_does_it(plan: Plan):
    ana, bo = person(plan, "Ana"), person(plan, "Bo")
    plan.add("work_item", {"title": "Agendas", "accountable": [ana], "responsible": [ana]})
    plan.add("work_item", {"title": "Pay", "accountable": [ana, bo], "responsible": [ana, bo]})
    plan.remove(ana)
    assert [one.wrong for one in roles(plan).items] == [(NONE, NOBODY), ()]


def test_a_resident_who_is_only_ever_told_is_named(plan: Plan):
    ana = person(plan, "Ana", sector="resident")
    bo = person(plan, "Bo", sector="resident")
    plan.add("work_item", {"title": "Agendas", "informed": [ana, bo]})
    plan.add("work_item", {"title": "Pay", "consulted": [bo]})
    assert roles(plan).only_told == (ana,)


def test_who_has_a_part_and_is_no_member_stands_there_too(plan: Plan):
    person(plan, "Ana")
    asked = plan.add("stakeholder", {"name": "Bo", "status": "invited"})
    gone = person(plan, "Cy")
    plan.add("work_item", {"title": "Agendas", "accountable": [asked], "responsible": [gone]})
    plan.remove(gone)
    found = roles(plan).people
    assert found[1:] == (asked, gone)


@given(st.data())
def test_every_part_that_is_held_is_in_one_cell(curriculum, data):
    plan = new_plan(curriculum)
    people = [person(plan, name) for name in "ABC"]
    some = st.lists(st.sampled_from(people), unique=True)
    held = [{part: data.draw(some) for part in PARTS} for _ in range(data.draw(st.integers(0, 4)))]
    for number, one in enumerate(held):
        plan.add("work_item", {"title": f"W{number}", **{k: v for k, v in one.items() if v}})
    found = [
        {part: [id for id in people if part in item.parts.get(id, ())] for part in PARTS}
        for item in roles(plan).items
    ]
    assert found == [
        {part: sorted(ids, key=people.index) for part, ids in one.items()} for one in held
    ]
