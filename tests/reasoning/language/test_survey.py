"""What a plan's texts are advised on, and what its team keeps."""

import pytest

from workbook.curriculum import Curriculum
from workbook.plan import Plan
from workbook.reasoning.language import Advised, Survey, survey, words_of
from workbook.reasoning.language.survey import OWN

POOR = "It is the poor who pay."


def look(plan: Plan) -> Survey:
    return survey(plan, words=words_of(plan))


def ids(found: tuple[Advised, ...]) -> list[tuple[str, str]]:
    return [(one.advice.id, one.place) for one in found]


@pytest.fixture
def prompt(curriculum: Curriculum) -> str:
    """A question with a long answer."""
    found = (one for one in curriculum.prompts.values() if one.kind.word == "long")
    return next(one.id for one in found if not one.kind.spoken)


def test_answers_and_records_are_looked_at_in_the_order_of_the_steps(plan: Plan, prompt: str):
    late = plan.add("strategic_action", {"title": "Training for the poor"})
    plan.put(prompt, POOR)
    assert ids(look(plan).standing) == [("the-poor", prompt), ("the-poor", f"{late}.title")]


def test_somebodys_own_words_are_left_as_they_are(plan: Plan):
    plan.add("heard", {"text": POOR})
    plan.add("insight", {"text": "Rent comes first.", "quote": POOR, "may_quote": True})
    plan.add("commitment", {"words": POOR})
    plan.put("embarking.leaders-message", POOR)
    assert look(plan).standing == ()


def test_a_word_kept_with_a_reason_stands_apart_at_that_place_alone(plan: Plan, prompt: str):
    other = plan.add("strategic_action", {"title": "Training for the poor"})
    plan.put(prompt, POOR)
    (first, _) = look(plan).standing
    plan.put(first.reason_id, "The union's own name for it")
    found = look(plan)
    assert ids(found.standing) == [("the-poor", f"{other}.title")]
    assert [(one.place, one.kept) for one in found.kept] == [
        (prompt, "The union's own name for it")
    ]
    plan.put(first.reason_id, None)
    assert len(look(plan).standing) == 2


def test_the_teams_own_words_are_sought_and_kept_everywhere(plan: Plan, prompt: str):
    plan.put(prompt, "Housing\ninsecure clients, and stakeholders (all).")
    plan.add(
        "row",
        {"word": "housing insecure", "use": "avoid", "instead": "without a home", "why": "Ana"},
        prompt=OWN,
    )
    plan.add("row", {"word": "stakeholders (all)", "use": "keep"}, prompt=OWN)
    own, clients = look(plan).standing
    assert (own.piece, own.advice.instead, own.advice.reason) == (
        "Housing\ninsecure", "without a home", "Ana",
    )  # fmt: skip
    assert clients.piece == "clients"


def test_names_of_metrics_carry_over(plan: Plan, prompt: str, curriculum: Curriculum):
    for one in curriculum.framework["metric"].values():
        plan.put(prompt, f"We read “it” as {one['name']} and no more.")
        assert look(plan).standing == (), one["name"]


def test_the_example_leaves_no_advice_without_a_reason(example: Plan):
    found = look(example)
    assert ids(found.standing) == []
    assert len(found.kept) == 6


def test_what_is_no_text_is_passed_over(plan: Plan, prompt: str):
    plan.db.storage.write({"answers": {prompt: {"value": ["the poor"]}, "gone.one": {"value": 7}}})
    assert look(plan).standing == ()
