"""Rows become tables of at most five columns, lists or facts; nothing empty stands in them."""

from dataclasses import replace

import pytest

from tests.map.conftest import DATE, document, new_plan, read
from tests.map.filling import Filling
from workbook.curriculum import Curriculum, TableForm
from workbook.export import compose
from workbook.map.arranging import KEPT
from workbook.map.public import Public
from workbook.plan import Plan
from workbook.records import TYPES


def activity(plan: Plan, **fields) -> str:
    return plan.add("activity", {"title": "Data walk, school gym", **fields})


def test_a_table_has_the_columns_that_hold_something(plan: Plan):
    for name in ("A", "B"):
        plan.add("funding_source", {"name": name, "amount": 4000})
    found = read(plan).under("What it takes and who pays")
    assert found.tables == [[["Source", "Amount"], ["A", "$4,000"], ["B", "$4,000"]]]


def test_no_table_has_more_than_five_columns_and_every_row_is_whole(plan: Plan):
    Filling(plan).everything()
    tables = read(plan).tables
    assert len(tables) > 20
    for table in tables:
        assert 2 <= len(table[0]) <= 5
        assert {len(row) for row in table} == {len(table[0])}
        assert all(any(row[at] for row in table[1:]) for at in range(len(table[0])))


def test_what_no_column_shows_follows_as_facts(plan: Plan):
    decision = plan.add("open_decision", {"decision": "Which first?"})
    activity(plan, decision=decision, level=3, reach_actual=58, pay_each=40, languages="Karen",
             place="Gym", starts="2026-04-09")  # fmt: skip
    found = read(plan).under("How we engaged residents")
    assert found.tables[-1][1] == [
        "Data walk, school gym", "Which first?", "3 Involve", "58", "$40",
    ]  # fmt: skip
    assert (
        "**Data walk, school gym.** Begins: April 9, 2026. Place: Gym. Languages: Karen."
        in found.markdown
    )


def test_what_all_of_many_rows_say_is_told_once(plan: Plan):
    decision = plan.add("open_decision", {"decision": "Which first?"})
    for number, place in enumerate(("Gym", "Hall", "Church")):
        activity(plan, title=place, decision=decision, level=3, reach_actual=number + 1, pay_each=4,
                 place=f"{place} room", languages="Karen")  # fmt: skip
    text = read(plan).under("How we engaged residents").markdown
    assert "**All of these.** Languages: Karen.\n" in text
    assert text.count("Karen") == 1
    assert "**Hall.** Place: Hall room.\n" in text


def test_money_for_the_backbone_says_so_where_an_action_would_stand(plan: Plan):
    action = plan.add("strategic_action", {"title": "Late bus"})
    for year, purpose in ((2026, {"action": action}), (2027, {"backbone": True})):
        source = plan.add("funding_source", {"name": f"Fund {year}"})
        plan.add("allocation", {"source": source, "year": year, "amount": 10, **purpose})
    found = read(plan).under("What it takes and who pays")
    assert [row[1] for row in found.tables[-1]] == ["Action", "A1 Late bus", "Backbone"]
    assert "Backbone: yes" not in found.text


def test_what_stands_in_for_a_column_has_none_of_its_own(plan: Plan):
    action = plan.add("strategic_action", {"title": "Late bus"})
    for purpose in ({"action": action}, {"backbone": True}):
        plan.add("allocation", {"amount": 10, **purpose})
    table = read(plan).under("What it takes and who pays").tables[-1]
    assert table == [["Action", "Amount"], ["A1 Late bus", "$10"], ["Backbone", "$10"]]


def test_what_stands_in_for_a_column_is_enough_to_show_it(plan: Plan):
    for amount in (10, 20):
        plan.add("allocation", {"amount": amount, "backbone": True})
    table = read(plan).under("What it takes and who pays").tables[-1]
    assert table == [["Action", "Amount"], ["Backbone", "$10"], ["Backbone", "$20"]]


def test_what_would_stand_in_and_says_no_is_told(plan: Plan):
    for amount in (10, 20):
        plan.add("allocation", {"amount": amount, "backbone": False})
    table = read(plan).under("What it takes and who pays").tables[-1]
    assert table == [["Amount", "Backbone"], ["$10", "no"], ["$20", "no"]]


def test_long_facts_are_a_list_under_the_name(plan: Plan):
    activity(plan, decision=plan.add("open_decision", {"decision": "Which?"}), level=3,
             reach_actual=5, pay_each=4, place="x" * 150, audience="y" * 150)  # fmt: skip
    found = read(plan).under("How we engaged residents")
    assert f"**Data walk, school gym**\n\n- **For whom:** {'y' * 150}\n" in found.markdown


def test_nothing_empty_has_a_label(plan: Plan):
    for type in TYPES:
        if type != "row":
            plan.add(type)
    plan.add("activity", {"title": "Data walk"})
    plan.add("finding", {"claim": "Homes are scarce"})
    text = read(plan).markdown
    assert "Data walk" in text
    assert ": -" not in text
    assert ":**\n" not in text
    assert not [one for one in text.split("\n") if one.endswith((":", ": .", ":."))]
    assert "unnamed" not in text


def test_a_row_that_nobody_named_is_called_by_what_it_is(plan: Plan):
    plan.add("channel", {"product": "Flyer"})
    plan.add("decision", {"reasons": "We are ready."})
    assert "**Decision.** Reasons: We are ready.\n" in read(plan).markdown


def test_an_empty_row_is_no_row(plan: Plan):
    plan.add("activity", {})
    assert read(plan).tables == []


def test_one_column_is_a_list(plan: Plan):
    for name in ("Renters", "Parents"):
        plan.add("community_group", {"name": name})
    found = read(plan).under("Our place and its strengths")
    assert found.tables == []
    assert found.items == ["Renters", "Parents"]


def test_facts_begin_with_the_row_s_own_text(plan: Plan):
    plan.add("term", {"word": "Equity", "meaning": "The same chance."})
    plan.add("charter_clause", {"topic": "decision-rule", "text": "Consent", "review_date": "2027"})
    text = read(plan).markdown
    assert "**Equity.** The same chance.\n" in text
    assert "** Consent. Next reading: 2027.\n" in text


def test_the_vision_is_a_quotation_and_the_drafts_are_left_out(plan: Plan):
    plan.add("vision_draft", {"text": "Not this one", "chosen": False})
    plan.add("vision_draft", {"text": "A home for all.\n\nA say.", "chosen": True})
    found = read(plan).under("Our vision")
    assert "> A home for all.\n>\n> A say.\n" in found.markdown
    assert "Not this one" not in read(plan).text


def test_members_stand_in_the_plan_and_not_those_still_to_be_asked(plan: Plan):
    for name, status in (("Clinic", "active"), ("Chamber", "identified"), ("Union", None)):
        plan.add("stakeholder", {"organisation": name, "status": status, "sector": "health"})
    assert [row[0] for row in read(plan).under("Who we are").tables[0]] == [
        "Organization", "Clinic",
    ]  # fmt: skip


def test_a_register_without_a_status_stands_as_it_is(plan: Plan):
    plan.add("stakeholder", {"organisation": "Clinic", "sector": "health"})
    assert "Clinic" in read(plan).under("Who we are").text


def test_rows_of_a_question_are_a_table(plan: Plan):
    plan.add("row", {"person": ["Clinic"], "hours": 6, "backfill": "Two shifts"},
             prompt="embarking.hours")  # fmt: skip
    found = read(plan).under("Who runs the process")
    assert found.paragraphs == ["Whose hours this takes"]
    assert len(found.tables[0][0]) == 3
    assert found.tables[0][1][1:] == ["6 hours a week", "Two shifts"]


def test_actions_and_causes_stand_by_priority(plan: Plan):
    first, second = (plan.add("priority", {"title": one}) for one in ("Homes", "Reading"))
    plan.add("strategic_action", {"title": "Late bus", "priority": second})
    plan.add("strategic_action", {"title": "Lease", "priority": first})
    plan.add("strategic_action", {"title": "Website", "lead": ["Clinic"]})
    found = read(plan).under("Strategic actions").text
    order = ["Website", "1 Homes", "Lease", "2 Reading", "Late bus"]
    assert [found.index(one) for one in order] == sorted(found.index(one) for one in order)


def test_causes_stand_under_what_they_explain_even_in_a_ring(plan: Plan):
    top, ring = (plan.add("root_cause", {"because": one}) for one in ("top", "ring"))
    plan.add("root_cause", {"because": "other", "condition": "policies"})
    under = plan.add("root_cause", {"because": "under", "parent": top})
    plan.put(ring, ring, "parent")
    found = read(plan).under("Root causes")
    rows = [row[0] for row in found.tables[0][1:]]
    assert rows == ["top", "under", "other", "ring"]
    assert plan.record(under)


def test_a_logic_model_goes_from_what_goes_in_to_what_comes_of_it(plan: Plan):
    for column in ("long", "input", "output"):
        plan.add("logic_item", {"text": f"an {column}", "column": column})
    rows = read(plan).under("Logic model").tables[0][1:]
    assert [row[1] for row in rows] == ["an input", "an output", "an long"]


def test_references_are_called_by_name_and_links_give_their_reason(plan: Plan):
    second = plan.add("logic_item", {"text": "leases", "column": "output"})
    links = [{"item": second, "rationale": "losses are shared"}]
    plan.add("logic_item", {"text": "money", "column": "input", "leads_to": links})
    assert "leases (losses are shared)" in read(plan).text


def test_a_reference_to_something_removed_is_left_out_and_told(plan: Plan):
    decision = plan.add("open_decision", {"decision": "Which?"})
    activity(plan, decision=decision, place="Gym")
    plan.remove(decision)
    made = document(plan)
    assert made.notes == ("“Data walk, school gym”, Feeds names something that was removed.",)
    assert "removed" not in read(plan).text
    assert decision not in read(plan).text


def test_a_person_who_was_removed_is_left_out_and_told(plan: Plan):
    person = plan.add("stakeholder", {"organisation": "Clinic"})
    plan.add("effort", {"what": "Food bank", "lead": [person], "served": "All"})
    plan.remove(person)
    assert document(plan).notes == ("“Food bank”, Lead names something that was removed.",)
    assert read(plan).under("Work already under way").tables[0][1] == ["Food bank", "All"]


def test_only_places_that_stand_in_the_plan_are_told_to_have_lost_a_name(plan: Plan):
    plan.add("work_item", {"title": "Agendas"})
    plan.add("effort", {"what": "Food bank", "lead": ["Zeb Unlisted"]})
    plan.add("channel", {"audience": "Renters", "who": ["Zeb Unlisted"]})
    assert document(plan).withheld == compose(plan, date=DATE).withheld == ("“Food bank”, Lead",)
    assert len(Public(plan).withheld) == 2


def test_a_long_text_stays_on_one_line_of_its_cell(plan: Plan):
    plan.add("heard", {"text": "Two things:\n- buses\n- rents\n\n\tand | more", "how_many": 3})
    rows = read(plan).under("What we heard and what changed").tables[0]
    assert rows[1] == ["Two things: buses; rents and | more", "3"]


def test_a_year_has_no_comma(plan: Plan):
    source = plan.add("funding_source", {"name": "Fund"})
    plan.add("allocation", {"source": source, "year": 2027, "amount": 30000})
    rows = read(plan).under("What it takes and who pays").tables[-1]
    assert rows[1] == ["Fund", "2027", "$30,000"]


def test_all_that_a_team_wrote_for_the_plan_stands_in_it(plan: Plan):
    filling = Filling(plan)
    filling.everything()
    for one in plan.records(TYPES["stakeholder"]):
        plan.put(one.id, "active", "status")
    text = read(plan).text
    slots = {one.id: one.slot for one in plan.curriculum.prompts.values()}
    wanted, found = 0, 0
    for (id, field), said in filling.texts.items():
        record = plan.record(id) if "." not in id else None
        table = plan.curriculum.home(record) if record else None
        slot = slots[id] if record is None else table and table.slot
        if slot and said.startswith("public") and field not in KEPT.get(record.type if record else "", ()):  # noqa: E501  # fmt: skip
            wanted += 1
            found += said in text
            assert said in text, (id, field, slot)
    assert wanted == found > 150


# Forms of map.toml


@pytest.mark.parametrize("form", ["table", "list", "facts"])
def test_map_toml_says_how_rows_stand(curriculum: Curriculum, form: str):
    forms = {"effort": TableForm("effort", form, ("what", "served"), "What others do")}
    plan = new_plan(replace(curriculum, forms=forms))
    plan.add("effort", {"what": "Food bank", "served": "All", "scale": "Two sites", "money": 5,
                        "evidence": "Good.", "gap_or_overlap": "gap"})  # fmt: skip
    found = read(plan).under("Work already under way")
    assert found.paragraphs[0] == "What others do"
    assert [len(one[0]) for one in found.tables] == ([2] if form == "table" else [])
    assert bool(found.items) == (form == "list")
    assert all(one in found.text for one in ("Food bank", "All", "Two sites", "$5", "Good."))


def test_a_type_without_a_form_is_a_table_of_its_first_public_fields(curriculum: Curriculum):
    plan = new_plan(replace(curriculum, forms={}))
    Filling(plan).everything()
    found = read(plan)
    assert found.under("Our priorities").tables[0][0] == [
        "Number", "Priority", "Findings", "Scores", "Why this one",
    ]  # fmt: skip
    assert {len(one[0]) for one in found.tables} <= {2, 3, 4, 5}
    assert "private words" not in found.text
