"""What is private is in no document and in no list, whatever holds it."""

import pytest

from tests.map.conftest import document, markdown, read
from tests.map.filling import NOBODY, Filling
from workbook.map.public import Public
from workbook.plan import Plan
from workbook.records import TYPES
from workbook.records.assessing import Consensus, Rater, Rating, Round
from workbook.records.coalition import Stakeholder

PERSON = {"name": "Ana Ruiz", "role": "nurse", "organisation": "Lakeside Clinic"}


@pytest.fixture
def full(plan: Plan) -> Plan:
    """A plan with a word in every field of every type and every prompt."""
    Filling(plan).everything()
    return plan


def everything(view: Public) -> str:
    """All that a view holds and shows, as one text."""
    found = [str(view.raw(one)) for one in view.curriculum.prompts]
    for type in TYPES.values():
        for record in view.records(type):
            found += [str(view.raw(record.id)), view.label(record.id)]
            fields = record.data["cells"] if type.type == "row" else type.fields
            found += [view.shown(record, one) for one in fields]
    return "\n".join(found)


def test_no_private_word_is_in_the_view_or_in_the_plan_that_is_published(full: Plan):
    private = [one for one in TYPES.values() for field in one.fields.values() if field.private]
    assert private
    for text in (everything(Public(full)), markdown(full, draft=True), markdown(full, draft=False)):
        assert "private words" not in text
        assert NOBODY not in text
    assert "public words" in markdown(full)


def test_private_choices_and_scales_are_not_in_the_view(full: Plan):
    view = Public(full)
    for type in TYPES.values():
        for record in view.records(type):
            for name, kind in type.fields.items():
                if kind.private:
                    assert view.raw(record.id, name) is None, (type.type, name)


def test_a_private_prompt_has_no_answer_and_no_rows(full: Plan):
    view, asked = Public(full), full.curriculum.prompts.values()
    private = [one for one in asked if one.private]
    assert private
    for prompt in private:
        assert view.answer(prompt.id) is None
        assert view.raw(prompt.id) is None
        assert not prompt.table or view.rows(prompt.table) == []


def test_an_answer_to_a_question_that_nobody_knows_stays_here(plan: Plan):
    plan.db.of("answers").keep("their.question", {"value": "secret"})
    plan.db.of("row").keep("row-00000000", {"prompt": "their.rows", "cells": {"a": "secret"}})
    plan.db.of("activity").keep("act-00000000", {"title": "Walk", "newer_field": "secret"})
    assert "secret" not in everything(Public(plan)) + markdown(plan)
    assert Public(plan).label("act-00000000") == "Walk"


def test_the_plan_itself_is_left_as_it_is(full: Plan):
    before = [full.raw(one.id) for type in TYPES.values() for one in full.records(type)]
    Public(full)
    markdown(full)
    after = [full.raw(one.id) for type in TYPES.values() for one in full.records(type)]
    assert before == after


# Names


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        (PERSON | {"may_be_named": True}, "Ana Ruiz"),
        (PERSON, "nurse, Lakeside Clinic"),
        (PERSON | {"may_be_named": False}, "nurse, Lakeside Clinic"),
        ({"name": "Ana Ruiz", "organisation": "Lakeside Clinic"}, "Lakeside Clinic"),
        ({"name": "Ana Ruiz", "role": "nurse"}, "nurse"),
        ({"name": "Ana Ruiz"}, "a member of the coalition"),
        ({"organisation": "Lakeside Clinic", "may_be_named": True}, "Lakeside Clinic"),
    ],
)
def test_a_person_is_called_by_name_only_where_they_agreed(plan: Plan, fields, label: str):
    id = plan.add("stakeholder", fields)
    view = Public(plan)
    assert view.label(id) == label
    assert ("Ana" in everything(view)) == (label == "Ana Ruiz")


def test_nobody_is_named_in_the_public_edition(plan: Plan):
    id = plan.add("stakeholder", PERSON | {"may_be_named": True})
    signed = plan.add("signatory", {"name": "Ana Ruiz", "organisation": "Lakeside Clinic"})
    plan.put("sustaining.owner", "the county")
    view = Public(plan, names=False)
    assert view.label(id) == "nurse, Lakeside Clinic"
    assert "Ana" not in everything(view)
    assert view.label(signed) == "Lakeside Clinic"
    assert "Ana" not in markdown(plan, edition="public")


def test_a_plain_name_is_withheld_and_its_place_is_told(plan: Plan):
    id = plan.add("effort", {"what": "Food bank", "lead": ["Zeb Unlisted"]})
    view = Public(plan)
    assert view.shown(view.records(TYPES["effort"])[0], "lead") == "a person not named here"
    assert view.raw(id, "lead") == ["a person not named here"]
    assert view.withheld == ("“Food bank”, Lead",)
    assert "Zeb" not in everything(view)


def test_a_plain_name_of_the_register_is_that_person(plan: Plan):
    plan.add("stakeholder", PERSON | {"may_be_named": True})
    plan.add("stakeholder", {"name": "Bo Lind", "role": "teacher"})
    plan.add("effort", {"what": "x", "lead": ["ana  ruiz", "Bo Lind", "Lakeside Clinic", "Nurse"]})
    view = Public(plan)
    shown = view.shown(view.records(TYPES["effort"])[0], "lead")
    assert shown == "Ana Ruiz; teacher; Lakeside Clinic; Nurse"
    assert view.withheld == ()


def test_two_people_of_one_name_are_not_taken_for_each_other(plan: Plan):
    plan.add("stakeholder", PERSON | {"may_be_named": True})
    plan.add("stakeholder", {"name": "Ana Ruiz", "role": "baker"})
    plan.add("effort", {"what": "x", "lead": ["Ana Ruiz"]})
    assert "Ana Ruiz" not in Public(plan).shown(Public(plan).records(TYPES["effort"])[0], "lead")


def test_people_of_a_field_that_holds_something_else_are_not_there(plan: Plan):
    plan.db.of("effort").keep("eff-00000000", {"what": "x", "lead": "Ana Ruiz"})
    assert "Ana" not in everything(Public(plan))


def test_a_name_in_a_sentence_is_told_to_whoever_exports(whole: Plan):
    whole.add("stakeholder", {"name": "Carl Dunning", "organisation": "Landlords"})
    whole.put("embarking.why-now", "Carl Dunning asked us to.")
    notes = document(whole).notes
    assert notes == ("The text names Carl Dunning, who has not agreed to be named.",)


# Rounds


@pytest.fixture
def rated(plan: Plan) -> Plan:
    """An open round with one rater, and a closed one with another."""
    indicator = next(iter(plan.options("readiness.indicators")))
    for name, closed in (("Now", False), ("Then", True)):
        rater = plan.add("rater", {"alias": f"Heron {name}"})
        fields = {"assessment": "readiness", "name": name, "raters": [rater], "closed": closed}
        round = plan.add("round", fields)
        values = {"round": round, "indicator": indicator, "level": 3}
        plan.add("rating", values | {"rater": rater, "evidence": f"letter {name}"})
        plan.add("consensus", values | {"note": f"agreed {name}"})
    return plan


def test_what_an_open_round_holds_is_not_there(rated: Plan):
    view = Public(rated)
    assert [len(view.records(one)) for one in (Round, Rater, Rating, Consensus)] == [2, 1, 1, 1]
    assert "letter Now" not in everything(view)
    assert "agreed Now" not in everything(view)
    assert "letter Then" in everything(view)


def test_nobody_who_rates_is_ever_named(rated: Plan):
    view = Public(rated)
    assert "Heron" not in everything(view)
    assert [view.label(one.id) for one in view.records(Rater)] == ["a rater"]
    assert all("rater" not in one.data for one in view.records(Rating))


def test_a_rating_of_no_round_is_not_there(plan: Plan):
    plan.add("rating", {"level": 2})
    assert Public(plan).records(Rating) == []


# The rest


def test_a_quotation_is_there_only_where_its_speaker_agreed(plan: Plan):
    plan.add("insight", {"text": "Buses", "quote": "She cries", "may_quote": True})
    plan.add("insight", {"text": "Rents", "quote": "Nine doors"})
    found = read(plan).text
    assert "She cries" in found
    assert "Nine doors" not in found


def test_it_is_read_as_a_plan_is(plan: Plan):
    id = plan.add("activity", {"title": "Data walk", "pay_each": 40})
    plan.put("workbook.currency", "€")
    view = Public(plan)
    activity = view.record(id)
    assert activity is not None
    assert view.shown(activity, "pay_each") == "€40"
    assert view.rows(view.curriculum.tables["activities"])[0].id == id
    assert view.named(("activity",), "data walk") == [id]
    assert view.kind(id, "title").word == "line"
    assert view.records(Stakeholder) == []
