"""Each answer has its lead-in, and no question of the workbook stands in the plan."""

from dataclasses import replace

from tests.map.conftest import new_plan, read
from tests.map.filling import Filling
from workbook.plan import Plan


def test_answers_become_sentences_and_run_together(plan: Plan):
    plan.put("workbook.place", "the county and its six towns.")
    plan.put("embarking.editions", False)
    plan.put("release.date", "2027-06")
    assert read(plan).under("About this plan").text == (
        "This plan is for the county and its six towns. This plan is published as one document "
        "for all readers. Release date of this plan: June 2027."
    )
    assert len(read(plan).under("About this plan").paragraphs) == 1


def test_yes_and_no_have_a_sentence_each(plan: Plan):
    yes, no = (plan.curriculum.prompts["embarking.editions"].lead,
               plan.curriculum.prompts["embarking.editions"].lead_no)  # fmt: skip
    for answer, sentence in ((True, yes), (False, no)):
        plan.put("embarking.editions", answer)
        assert read(plan).under("About this plan").paragraphs == [sentence]


def test_a_choice_has_no_capital_inside_a_sentence(plan: Plan):
    plan.put("embarking.authorship", ["coauthor", "signatory"])
    assert "coauthor and signatory" in read(plan).text
    kept = plan.curriculum.lists["signatory-mode"]["signatory"]
    options = {**plan.curriculum.lists["signatory-mode"], "signatory": replace(kept, proper=True)}
    lists = {**plan.curriculum.lists, "signatory-mode": options}
    other = new_plan(replace(plan.curriculum, lists=lists))
    other.put("embarking.authorship", ["coauthor", "signatory"])
    assert "coauthor and Signatory" in read(other).text


def test_money_and_people_stand_in_a_sentence_as_a_reader_says_them(plan: Plan):
    plan.put("engaging.pay-rate", 30)
    person = plan.add("stakeholder", {"organisation": "Lakeside Clinic"})
    plan.put("embarking.publisher", [person, "Zeb Unlisted"])
    found = read(plan).text
    assert "Residents are paid $30 an hour" in found
    assert "published by Lakeside Clinic and a person not named here." in found


def test_a_long_answer_runs_in_behind_its_heading(plan: Plan):
    plan.put("embarking.why-now", "The mill closed.\n\nRents rose.")
    assert "**Why now.** The mill closed.\n\nRents rose.\n" in read(plan).markdown


def test_a_heading_stands_alone_over_a_list(plan: Plan):
    plan.put("embarking.why-now", "- the mill\n- the rents")
    plan.put("embarking.strengths-first", ["halls", "volunteers"])
    text = read(plan).markdown
    assert "**Why now**\n\n- the mill\n- the rents\n" in text
    assert "**What is strong here**\n\n- halls\n- volunteers\n" in text


def test_no_question_no_reason_and_no_hint_stands_in_the_plan(plan: Plan):
    Filling(plan).everything()
    text = read(plan, draft=True).text
    fields = [one for table in plan.curriculum.tables.values() for one in table.fields]
    for one in (*plan.curriculum.prompts.values(), *fields):
        assert one.ask not in text
        assert not one.why or one.why not in text
    for step in plan.curriculum.steps.values():
        assert step.why not in text


def test_an_answer_that_goes_nowhere_stays_with_the_team(plan: Plan):
    plan.put("actions.draft-test", "It sounds like a slogan.")
    assert "slogan" not in read(plan).text


def test_an_answer_of_another_kind_says_nothing(plan: Plan):
    plan.db.of("answers").keep("workbook.place", {"value": 7})
    plan.db.of("answers").keep("embarking.why-now", {"value": ["x"]})
    assert "Not yet written" in read(plan).under("About this plan").text


def test_the_theory_stands_before_what_it_takes_for_granted(plan: Plan):
    plan.add("assumption", {"text": "Vacancies stay", "how_wrong_shows": "shut-offs fall"})
    plan.put("actions.theory", "Because rules decide.")
    found = read(plan).under("Theory of change").text
    assert found.index("Because") < found.index("Vacancies")
