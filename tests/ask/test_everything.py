"""Whatever can be written on a screen can be written in plain lines: all of our content."""

import datetime
import io

from tinydb.storages import MemoryStorage

from workbook.ask.plain import PlainAsker
from workbook.ask.walk import Walk
from workbook.curriculum import Curriculum
from workbook.plan import Plan
from workbook.store.tables import Tables


def said(curriculum: Curriculum, typed: str, step: str) -> str:
    plan = Plan(Tables(storage=MemoryStorage), curriculum, today=datetime.date(2026, 5, 20))
    out = io.StringIO()
    asker = PlainAsker(io.StringIO(typed), out, typed=False)
    Walk(plan, asker, lambda: None, [curriculum.steps[step]]).run()
    return out.getvalue()


def test_every_question_is_asked_with_its_reason(curriculum: Curriculum):
    for step in curriculum.steps.values():
        found = said(curriculum, "\n" * 20, step.id)
        for prompt in step.prompts:
            assert prompt.ask in found
            assert prompt.why in found


def test_every_field_of_every_table_is_asked(curriculum: Curriculum):
    for step in curriculum.steps.values():
        places = [*([step.table] if step.table else []), *(one.table for one in step.prompts)]
        for place, table in enumerate(places):
            if table:
                typed = "\n" * place + "add\n" + "\n" * len(table.fields)
                found = said(curriculum, typed, step.id)
                assert table.empty in found
                for field in table.fields:
                    assert f"{field.name}.\n{field.ask}" in found, (table.id, field.id)


def test_the_help_of_every_step_holds_its_guide(curriculum: Curriculum):
    for step in curriculum.steps.values():
        found = said(curriculum, ":help\n", step.id)
        last = step.guide.strip().replace("**", "").split()[-3:]
        assert " ".join(last) in found, step.id
        assert "**" not in found
