"""The outline, working drafts and their gaps, what is left out, and the same bytes each time."""

from dataclasses import replace

import pytest

from tests.garbage import GARBAGE, spoil
from tests.map.conftest import DATE, document, markdown, new_plan, read
from tests.map.filling import Filling
from workbook.curriculum import Curriculum
from workbook.map.build import build, lacks
from workbook.plan import Plan
from workbook.reasoning.status import status
from workbook.records import TYPES, Row

MINIMUM = ["coalition", "conditions", "strategy", "sustain"]


def test_the_title_names_the_community(plan: Plan):
    assert markdown(plan).startswith("# Mobility Action Plan\n\n")
    plan.put("workbook.community", "Prairie Fork County")
    assert markdown(plan).startswith("# Prairie Fork County: Mobility Action Plan\n\n")


def test_the_day_stands_under_the_title(whole: Plan):
    assert read(whole).paragraphs[0] == "As of January 2, 2027"


def test_the_sections_stand_in_the_order_of_the_outline(plan: Plan):
    Filling(plan).everything()
    titles = [title for tag, title in read(plan).headings if tag == "h2"]
    outline = [one.title for one in plan.curriculum.sections]
    assert titles == [*(one for one in outline if one in titles), "Colophon"]
    assert len(titles) >= len(outline) - 1


def test_while_a_minimum_section_is_empty_it_is_a_working_draft(whole: Plan):
    assert not document(whole).draft
    whole.put("sustaining.owner", None)
    made = document(whole)
    assert made.draft
    second = markdown(whole).split("\n\n")[1]
    assert second.startswith("> **Note:** Working draft:")


@pytest.mark.parametrize("missing", range(4))
def test_each_of_the_four_sections_must_hold_something(curriculum: Curriculum, missing: int):
    plan = new_plan(curriculum)
    answers = ["embarking.why-now", "data.history", "actions.theory", "impact.outsider"]
    for at, id in enumerate(answers):
        plan.put(id, None if at == missing else "Something.")
    assert document(plan).draft
    plan.put(answers[missing], "Something.")
    assert not document(plan).draft


def test_each_gap_of_a_draft_names_its_chapter_and_step(plan: Plan):
    found = read(plan)
    assert found.under("Engagement record").paragraphs == [
        "Not yet written (chapter 3, Activities)"
    ]
    assert found.text.count("Not yet written") == len(document(plan).gaps) == len(lacks(plan))
    assert document(plan).left_out == ()


def test_a_finished_plan_leaves_gaps_and_empty_headings_out_and_lists_them(whole: Plan):
    made, found = document(whole), read(whole)
    assert "Not yet written" not in found.text
    assert [title for _, title in found.headings] == [
        "Mobility Action Plan", "The coalition and its work", "Why we took this on",
        "Local mobility conditions", "What we found", "Vision and strategies", "Theory of change",
        "Sustainability and measurement", "Who keeps the plan alive", "Colophon",
    ]  # fmt: skip
    assert made.gaps == ()
    assert "coalition.decide" in [one.slot for one in made.left_out]


def test_the_colophon_has_the_number_that_the_status_gives(whole: Plan):
    number = str(status(whole)["content"])
    for text in (read(whole).text, read(whole, draft=True).text):
        assert text.endswith(number)
    assert number not in markdown(whole, edition="public")
    whole.put("embarking.why-now", "The river rose.")
    assert not read(whole).text.endswith(number)
    assert read(whole).text.endswith(str(status(whole)["content"]))


def test_clean_and_draft_decide_for_themselves(whole: Plan):
    assert "Working draft" in markdown(whole, draft=True)
    assert "Not yet written (chapter 2, Charter)" in markdown(whole, draft=True)
    whole.put("actions.theory", None)
    clean = markdown(whole, draft=False)
    assert "Working draft" not in clean
    assert "Not yet written" not in clean
    assert "Vision and strategies" not in clean
    assert "strategy.theory" in [one.slot for one in document(whole, draft=False).left_out]


def test_what_is_lacking_is_what_the_plan_would_name(example: Plan):
    """Found without building the plan, and so held against it: while the example loses one table
    after another, and has rows in their place that say nothing."""
    for number, type in enumerate(one for one in TYPES.values() if one is not Row):
        for record in example.records(type):
            example.remove(record.id)
        example.add(type.type)
        if not number % 9:
            assert lacks(example) == list(document(example, draft=True).gaps), type.type
    for prompt in example.curriculum.prompts:
        example.put(prompt, None)
    assert lacks(example) == list(document(example, draft=True).gaps)


def test_nothing_is_lacking_in_a_full_plan(plan: Plan):
    Filling(plan).everything()
    for one in plan.rows(plan.curriculum.tables["register"]):
        plan.put(one.id, "active", "status")
    assert lacks(plan) == []
    assert not document(plan).draft


def test_the_same_plan_and_day_give_the_same_text(plan: Plan):
    Filling(plan).everything()
    assert markdown(plan) == markdown(plan)
    assert document(plan) == document(plan)


def test_the_summary_names_the_vision_the_priorities_and_the_first_actions(plan: Plan):
    plan.add("vision_draft", {"text": "A home for all.", "chosen": True})
    plan.add("priority", {"title": "Homes"})
    plan.add("row", {"condition": "Jobs"}, prompt="data.long-list")
    for at in range(7):
        plan.add("strategic_action", {"title": f"Act {at}"})
    found = read(plan).under("Summary")
    assert "**[Our vision](#our-vision).** A home for all.\n" in found.markdown
    assert found.items == ["1 Homes", *(f"A{at + 1} Act {at}" for at in range(5))]


def test_an_edition_that_is_none_is_refused(plan: Plan):
    with pytest.raises(ValueError, match="No edition is called draft"):
        build(plan, date=DATE, edition="draft")


def test_words_of_the_plan_can_be_laid_over(curriculum: Curriculum):
    words = {**curriculum.map_words, "missing": "Falta ({number}, {step})"}
    assert "Falta (2, Charter)" in markdown(new_plan(replace(curriculum, map_words=words)))


@pytest.mark.parametrize("value", [*GARBAGE, "\ud800\x00"], ids=repr)
def test_a_file_that_somebody_edited_by_hand_still_makes_a_plan(plan: Plan, value: object):
    spoil(plan, value)
    made = read(plan)
    assert made.html == []
    assert all(len(table[0]) <= 5 for table in made.tables)
    made.markdown.encode()
    lacks(plan)
