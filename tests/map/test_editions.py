"""The edition for everyone: its own paragraphs, nobody's name, and what it lacks is told."""

import pytest

from tests.map.conftest import DATE, document, read
from tests.map.filling import NOBODY, Filling
from workbook.curriculum.companions import Source
from workbook.export import Shape, compose
from workbook.map.build import PUBLIC, lacks
from workbook.plan import Plan

PERSON = {"name": "Ana Ruiz", "role": "Nurse", "organisation": "Clinic", "status": "joined"}


def public(plan: Plan, **choice):
    return read(plan, edition=PUBLIC, **choice)


def taken(plan: Plan) -> set[str]:
    """The answers and tables that the edition is made of."""
    everyone, blanks = plan.curriculum.companions.everyone, plan.curriculum.companions.blanks
    sources: list[Source] = [one for part in everyone.parts for one in part.sources]
    return {one.id for one in sources} | {one.answer for one in blanks.values()}


def test_no_paragraph_of_it_comes_from_the_whole_plan_unless_it_was_written_for_it(plan: Plan):
    filling = Filling(plan)
    filling.everything()
    text, own = public(plan).text, taken(plan)
    tables = [one for id, one in plan.curriculum.tables.items() if id in own]
    rows = {row.id for one in tables for row in plan.rows(one)}
    for (id, field), words in filling.texts.items():
        record = plan.record(id)
        named = record and field in ("title", "organisation", "role", "plain")
        if id not in own and id not in rows and not named:
            assert f"{words} " not in f"{text} ".replace(".", " "), (id, field)


def test_a_finding_stands_in_its_plain_words_and_one_without_is_left_out(plan: Plan):
    for number in (1, 2, 3):
        words = {"plain": f"Rule {number} shuts people out."} if number < 3 else {}
        plan.add("finding", {"claim": f"Claim {number}", "driver": "Zoning", **words})
    found = document(plan, edition=PUBLIC)
    text = public(plan).under("What we found").text
    assert "Rule 1 shuts people out." in text
    assert "Rule 2" in text
    assert "Claim" not in text
    assert any("tells 2 findings" in one and "chapter 4" in one for one in found.notes)


def test_an_action_without_plain_words_stands_by_its_name_and_that_is_told(plan: Plan):
    lead = plan.add("stakeholder", PERSON | {"may_be_named": True})
    told = {
        "title": "Late bus",
        "plain": "A bus leaves at five.",
        "lead": [lead],
        "ends": "2027-05",
    }
    plan.add("strategic_action", told | {"statement": "By May we run it."})
    plan.add("strategic_action", {"title": "New lease", "statement": "We draft a lease."})
    found = public(plan).under("What we will do")
    assert "**Late bus.** A bus leaves at five." in found.markdown
    assert "Who leads it: Clinic. By when: May 2027." in found.text
    assert "New lease" in found.text
    assert "We draft" not in found.text
    notes = document(plan, edition=PUBLIC).notes
    assert [one for one in notes if "A2 New lease" in one and "only the name" in one]


def test_it_is_a_draft_until_each_part_of_its_minimum_is_there(plan: Plan):
    found = document(plan, edition=PUBLIC)
    assert found.draft
    missing = {one.title: one.step.name for one in found.gaps if one.minimum}
    assert missing == {
        "How people took part": "Report back", "What we found": "Findings",
        "What we will do": "Strategic actions", "What you will see, and when": "Telling people",
    }  # fmt: skip
    assert "Not yet written (chapter 4, Findings)" in public(plan).text
    plan.put("engaging.plain-words", "Fifty came.")
    plan.add("finding", {"plain": "Homes are few."})
    plan.add("strategic_action", {"title": "Bus", "plain": "A bus."})
    plan.put("sustaining.early-win", "A fee was dropped.")
    found = document(plan, edition=PUBLIC)
    assert not found.draft
    assert "In brief" in {one.title for one in found.left_out}
    assert [one for one in found.notes if "lacks What shows when (chapter 6" in one]


def test_no_person_stands_in_it_and_one_in_a_sentence_is_told(plan: Plan):
    Filling(plan).everything()
    plan.add("stakeholder", PERSON | {"may_be_named": True})
    plan.put("embarking.publisher", ["Ana Ruiz"])
    plan.put("embarking.contact", "Ana Ruiz at the clinic")
    found = document(plan, edition=PUBLIC)
    text = public(plan).text
    assert NOBODY not in text
    assert text.count("Ana Ruiz") == 1
    assert "The text names Ana Ruiz; what is made for everyone names nobody." in found.notes


@pytest.mark.parametrize("form", ["md", "html"])
def test_every_form_and_one_section_alone_take_it(example: Plan, form: str):
    made = compose(example, date=DATE, shape=Shape(form=form, edition=PUBLIC)).text
    assert "our plan in plain words" in made
    assert "Logic model" not in made
    one = Shape(form=form, edition=PUBLIC, section="What we found")
    found = compose(example, date=DATE, shape=one).text
    assert "Tutoring money follows buildings" in found
    assert "A late bus leaves" not in found


def test_the_example_lacks_nothing_for_everyone_and_is_a_fifth_as_long(example: Plan):
    assert lacks(example, PUBLIC) == []
    short, whole = public(example).text, read(example).text
    assert len(short) < len(whole) / 5
