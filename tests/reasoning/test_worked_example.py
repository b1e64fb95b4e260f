"""The worked example is whole; what is taken out of it is what is asked for next."""

import pytest

from workbook.plan import Plan
from workbook.reasoning.checks import check
from workbook.reasoning.next_step import next_step, others
from workbook.reasoning.progress import Progress, state
from workbook.reasoning.readiness import profile
from workbook.records import TYPES


def test_every_step_of_it_holds_enough_and_every_check_is_content(example: Plan):
    short = [
        one.id for one in example.curriculum.steps.values() if not state(example, one).finished
    ]
    assert short == []
    assert check(example) == []
    assert next_step(example) is None
    for chapter in example.curriculum.chapters:
        assert Progress(example).chapter(chapter) == (len(chapter.steps), len(chapter.steps))


@pytest.mark.parametrize("type", ["root_cause", "strategic_action", "stewardship", "logic_item"])
def test_what_is_taken_out_is_missed_by_name(example: Plan, type: str):
    table = next(one for one in example.curriculum.tables_of(type) if one.each)
    rows = example.records(TYPES[type])
    target = rows[0].data[table.each]
    for row in rows:
        if row.data[table.each] == target:
            example.remove(row.id)
    code = example.raw(target, "code")
    named = [one.text for one in others(example, 99)]
    assert any(one.endswith(f" {code} has no {table.one} yet") for one in named)


def test_its_readiness_has_a_level_for_every_condition(example: Plan):
    found = profile(example, "readiness")
    assert len(found) == 5
    assert all(one.level is not None and one.word and one.lowest for one in found)
