"""Measures on their way and money by year, as the plan prints them."""

from tests.map.conftest import markdown
from workbook.plan import Plan


def test_each_measure_with_a_value_stands_beside_what_its_line_asks_for(example: Plan):
    text = markdown(example)
    assert "| 5 landlords (December 2026) | 12.9 landlords | Slower than hoped |" in text
    assert "| Children who ride the late bus | 0" not in text


def test_money_stands_by_year_and_is_not_added_up(example: Plan):
    assert "| 2027 | $67,000 | $19,000 | $123,000 |" in markdown(example)


def test_each_action_says_what_nothing_certain_covers(example: Plan):
    text = markdown(example)
    assert "| A4 Late bus on two routes | $19,000 | $19,000 | $38,000 | $19,000 |" in text
    assert "| Running the coalition | $108,000 |" in text


def test_each_action_says_how_far_it_is_carried_and_what_is_missing(example: Plan):
    text = markdown(example)
    assert "| A4 Late bus on two routes | May 31, 2027 | June 30, 2027 | a home in normal work |" in text  # noqa: E501  # fmt: skip


def test_nothing_is_said_while_there_is_no_value_and_no_money(plan: Plan):
    plan.add("measure", {"text": "Leases", "baseline": 2})
    plan.add("allocation", {"status": "idea", "year": 2027})
    text = markdown(plan)
    assert "straight line" not in text
    assert "year by year" not in text


def test_a_measure_called_by_markup_is_printed_as_written(plan: Plan):
    measure = plan.add("measure", {"text": "Leases | <b>signed</b>", "unit": "a|b"})
    plan.add("observation", {"measure": measure, "period": "2026-03", "value": 5})
    text = markdown(plan)
    assert "5 a\\|b (March 2026)" in text
    assert "<b>" not in text
