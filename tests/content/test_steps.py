"""The chapters hold the steps of the plan model, each whole and within its measures."""

import pytest

from tests.content.chapters import Chapters, asked, prompts, steps, tables
from tests.content.sayings import words

STEPS = {
    1: "Place and people · Readiness · Commitments and means · Decision · Preparedness · "
    "The plan we publish · Messages · Release · Next steps",
    2: "Convening · Register · Map and coverage · Roles and workgroups · Charter · Health",
    3: "Open decisions · Who lives here · Activities · Data walk · What we heard · Report back",
    4: "Metrics · Other sources · Insights · Work under way · Findings · Priorities · The story",
    5: "Root causes · Vision · Strategic actions · Comparing · Theory of change · Logic model",
    6: "Measurement plan · Systems change · Observations · Learning · Telling people",
    7: "Building blocks · Stewards · Money · Risks · Calendar",
}
PRINCIPLES = [
    "cross-sector-collaboration", "community-engagement", "data-informed-decisions",
    "systems-change", "continuous-learning", "sustainability",
]  # fmt: skip
HEADED = {"long", "list", "rows", "records"}


def test_every_step_of_the_plan_model_stands_in_its_order(chapters: Chapters):
    found = {one["number"]: " · ".join(step["name"] for step in one["step"]) for one in chapters}
    assert found == STEPS


def test_each_chapter_but_the_first_says_which_principle_it_serves(chapters: Chapters):
    assert "principle" not in chapters[0]
    assert [one["principle"] for one in chapters[1:]] == PRINCIPLES
    assert len({one["principle_line"] for one in chapters[1:]}) == 6


@pytest.mark.parametrize("number", range(1, 8))
def test_the_guides_have_150_to_400_words(chapters: Chapters, number: int):
    lengths = {one["id"]: len(one["guide"].split()) for one in chapters[number - 1]["step"]}
    assert {id: length for id, length in lengths.items() if not 150 <= length <= 400} == {}


@pytest.mark.parametrize("number", range(1, 8))
def test_a_step_has_all_that_stands_beside_the_work(chapters: Chapters, number: int):
    for one in chapters[number - 1]["step"]:
        assert 2 <= len(one["questions"]) <= 5, one["id"]
        assert one["mistake"], one["id"]
        assert one["read"], one["id"]
        assert one["words"], one["id"]
        assert words(one["good"]), one["id"]


def test_a_guide_has_no_deep_heading_no_table_and_no_html(chapters: Chapters):
    for one in steps(chapters):
        lines = one["guide"].splitlines()
        assert not [line for line in lines if line.startswith(("####", "|", "<"))], one["id"]


def test_every_chapter_asks_about_racial_equity(chapters: Chapters):
    for chapter in chapters:
        equity = [one for one in prompts([chapter]) if one.get("equity")]
        assert equity, chapter["name"]


def test_every_prompt_has_a_reason_and_no_step_has_more_than_eight(chapters: Chapters):
    assert [one["id"] for one in prompts(chapters) if not one.get("why", "").strip()] == []
    assert [one["id"] for one in steps(chapters) if len(one.get("prompt", [])) > 8] == []


def test_names_and_questions_are_short_enough_for_their_place(chapters: Chapters):
    assert [one["name"] for one in chapters if len(one["name"]) > 30] == []
    assert [one["short"] for one in chapters if len(one["short"]) > 12] == []
    assert [one["name"] for one in steps(chapters) if len(one["name"]) > 21] == []
    assert [one["title"] for one in steps(chapters) if len(one["title"]) > 60] == []
    assert [one["name"] for one in asked(chapters) if len(one["name"]) > 18] == []
    assert [one["ask"] for one in asked(chapters) if len(one["ask"]) > 110] == []


def test_an_empty_table_says_what_belongs_in_it(chapters: Chapters):
    for one in tables(chapters):
        assert len(words(one["empty"])) >= 8, one["name"]
        assert 2 <= len(one["columns"]) <= 5, one["name"]


def test_no_question_of_the_workbook_leads_into_the_plan(chapters: Chapters):
    asks = {" ".join(words(one["ask"])) for one in asked(chapters)}
    for one in prompts(chapters):
        lead = one.get("lead", "")
        if not one.get("map"):
            continue
        assert lead, one["id"]
        assert "?" not in lead, one["id"]
        assert " ".join(words(lead)) not in asks, one["id"]
        if one["kind"] in HEADED:
            assert len(words(lead)) <= 5, one["id"]
            assert not lead.endswith("."), one["id"]
        elif one["kind"] != "yes-no":
            assert "{value}" in lead, one["id"]
            assert lead.endswith("."), one["id"]
