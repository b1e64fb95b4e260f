"""The order of the actions: what can start and what waits, whatever the file holds."""

from workbook.plan import Plan
from workbook.reasoning.sequence import sequence


def action(plan: Plan, title: str, *first: str) -> str:
    return plan.add("strategic_action", {"title": title, "depends_on": list(first)})


def test_an_action_comes_after_the_last_that_it_waits_for(plan: Plan):
    a = action(plan, "a")
    b = action(plan, "b", a)
    c = action(plan, "c", a, b)
    d = action(plan, "d")
    found = {one.id: one for one in sequence(plan)}
    assert [(one, found[one].place) for one in (a, b, c, d)] == [(a, 1), (b, 2), (c, 3), (d, 1)]
    assert list(found) == [a, d, b, c]
    assert found[a].opens == (b, c)
    assert found[c].waits == (a, b)


def test_a_circle_and_what_waits_for_it_have_no_place(plan: Plan):
    a = action(plan, "a")
    b = action(plan, "b", a)
    plan.put(a, [b], "depends_on")
    c = action(plan, "c", b)
    d = action(plan, "d")
    found = {one.id: one for one in sequence(plan)}
    assert [found[one].place for one in (a, b, c, d)] == [0, 0, 0, 1]
    assert [found[one].circle for one in (a, b, c)] == [(b,), (a,), ()]
    assert next(iter(found)) == d
    plan.put(d, [d], "depends_on")
    assert {one.id: one.circle for one in sequence(plan)}[d] == (d,)


def test_what_was_removed_is_counted_and_holds_nothing_up(plan: Plan):
    a = action(plan, "a")
    b = action(plan, "b", a)
    plan.remove(a)
    [found] = sequence(plan)
    assert (found.id, found.place, found.waits, found.gone) == (b, 1, (), 1)


def test_a_chain_of_thousands_is_ordered(plan: Plan):
    ids = [f"stg-{number:08d}" for number in range(3000)]
    tables = plan.db.storage.read() or {}
    tables["strategic_action"] = {
        id: {"title": id, "order": id, "depends_on": ids[max(0, at - 1) : at]}
        for at, id in enumerate(ids)
    }
    plan.db.storage.write(tables)
    assert [one.place for one in sequence(plan)] == list(range(1, 3001))


def test_in_prairie_fork_the_formula_waits_for_the_seats(example: Plan):
    codes = {one.id: example.value(one, "code") for one in _actions(example)}
    found = {codes[one.id]: one for one in sequence(example)}
    assert [codes[one] for one in found["A3"].waits] == ["A5"]
    assert [one for one, turn in found.items() if turn.place == 1] == ["A1", "A2", "A4", "A5"]


def _actions(plan: Plan):
    return filter(None, (plan.record(one.id) for one in sequence(plan)))
