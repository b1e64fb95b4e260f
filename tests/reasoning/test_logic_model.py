"""The logic model: every item in one place, every link read, whatever the file holds."""

from workbook.plan import Plan
from workbook.reasoning.logic_model import LED, linked, may_lead_to, model, unlinked

GONE = "lgc-00000000"


def item(plan: Plan, text: str, column: str, **values: object) -> str:
    return plan.add("logic_item", {"text": text, "column": column, **values})


def link(plan: Plan, start: str, *ends: str) -> None:
    """Links as a file may hold them, also to what was removed."""
    tables = plan.db.storage.read()
    tables["logic_item"][start][LED] = [{"item": end} for end in ends]
    plan.db.storage.write(tables)


def test_items_stand_by_action_and_column_in_the_order_of_the_plan(plan: Plan):
    a, b = (plan.add("strategic_action", {"title": one}) for one in "ab")
    fund = item(plan, "fund", "input", action=a)
    homes = item(plan, "homes", "long", action=a)
    desk = item(plan, "desk", "input", action=a)
    found = model(plan)
    assert list(found.bands) == [a, b]
    assert found.bands[a] == ((fund, desk), (), (), (), (), (homes,))
    assert not any(found.bands[b])


def test_items_without_action_or_column_are_in_sight(plan: Plan):
    a = plan.add("strategic_action", {"title": "a"})
    lost = item(plan, "lost", "output", action=a)
    loose = plan.add("logic_item", {"text": "loose"})
    plan.remove(a)
    found = model(plan)
    assert found.bands == {"": ((loose,), (), (lost,), (), (), ())}
    assert not found.items[loose].placed


def test_links_are_read_from_both_ends_with_what_is_broken(plan: Plan):
    a, b, c = (item(plan, one, "activity") for one in "abc")
    link(plan, a, b, GONE)
    link(plan, b, a)
    link(plan, c, a)
    found = model(plan)
    assert [(one.end, one.gone, one.circle) for one in found.after[a]] == [
        (b, False, True), (GONE, True, False),
    ]  # fmt: skip
    assert [one.start for one in found.before[a]] == [b, c]
    assert not found.after[c][0].circle


def test_a_link_to_an_earlier_column_leads_back(plan: Plan):
    late, early = item(plan, "late", "long"), item(plan, "early", "input")
    link(plan, late, early)
    link(plan, early, late)
    found = model(plan)
    assert found.leads_back(found.after[late][0])
    assert not found.leads_back(found.after[early][0])


def test_a_link_is_added_given_another_reason_and_taken_out(plan: Plan):
    a, b, c = (item(plan, one, "activity") for one in "abc")
    plan.put(a, linked(plan, a, b, "it pays"), LED)
    plan.put(a, linked(plan, a, c, ""), LED)
    plan.put(a, linked(plan, a, b, "it pays first"), LED)
    assert plan.raw(a, LED) == [{"item": b, "rationale": "it pays first"}, {"item": c}]
    plan.put(a, unlinked(plan, a, b), LED)
    assert plan.raw(a, LED) == [{"item": c}]


def test_what_was_removed_is_left_out_of_any_new_value(plan: Plan):
    a, b = (item(plan, one, "activity") for one in "ab")
    link(plan, a, GONE)
    assert unlinked(plan, a, GONE) == []
    assert linked(plan, a, b, "") == [{"item": b, "rationale": ""}]


def test_a_new_link_closes_no_circle_and_leads_on(plan: Plan):
    act = plan.add("strategic_action", {"title": "act"})
    a = item(plan, "a", "activity", action=act)
    before = item(plan, "before", "activity", action=act)
    item(plan, "input", "input", action=act)
    other = item(plan, "other's output", "output")
    long = item(plan, "long", "long", action=act)
    out = item(plan, "out", "output", action=act)
    link(plan, before, a)
    assert may_lead_to(model(plan), a) == [out, long, other]


def test_prairie_forks_model_has_its_five_lines_and_nothing_broken(example: Plan):
    found = model(example)
    assert len(found.bands) == 5
    assert len(found.items) == 29
    assert not any(one.gone or one.circle or found.leads_back(one) for one in found.links)
    assert all(one.why for one in found.links)
