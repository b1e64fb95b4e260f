"""What the checks say outside the screens quotes nothing that is private, whatever stands there."""

from __future__ import annotations

from typing import Any

import pytest

from tests.content.conftest import EXAMPLE, TODAY_OF_EXAMPLE, opened
from workbook.curriculum import load
from workbook.map.public import Public
from workbook.plan import Plan
from workbook.reasoning.checks import check, examine
from workbook.reasoning.next_step import others
from workbook.records import TYPES

WORD = "Zq-secret"
SHAPES: dict[str, Any] = {
    "a text": WORD,
    "a list": [WORD],
    "an object": {WORD: 1},
    "links": [{"item": WORD, "rationale": WORD}],
    "a long text": WORD + " " + "x" * 300,
    "a date of sorts": "2026-" + WORD,
}


def fill(plan: Plan, value: Any) -> int:
    """Writes a value, as an editor of the file would, wherever something private stands."""
    hidden, count = Public(plan).hidden, 0
    for name, type in TYPES.items():
        for one in plan.records(type):
            if name == "row":
                cells = dict.fromkeys(one.data["cells"], value)
                fields = {"cells": cells} if one.id in hidden else {}
            else:
                private = (k for k, kind in type.fields.items() if kind.private or one.id in hidden)
                fields = dict.fromkeys(private, value)
            plan.db.of(name).change(one.id, lambda found, fields=fields: found.update(fields))
            count += len(fields)
    for prompt in plan.curriculum.prompts.values():
        if prompt.private:
            plan.db.of("answers").keep(prompt.id, {"value": value})
            count += 1
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_no_private_word_is_in_a_sentence_of_the_public_view(shape: str):
    plan = opened(EXAMPLE, load(), TODAY_OF_EXAMPLE)
    assert fill(plan, SHAPES[shape]) > 300
    view = Public(plan)
    said = [one.text for one in examine(plan, view)]
    said += [f"{one.text} {one.reason}" for one in others(plan, 200, view)]
    assert any("This holds something that it cannot take." in one for one in said)
    assert [one for one in said if WORD in one] == []


def test_a_cell_of_a_private_table_is_quoted_on_the_screens_and_nowhere_else(plan: Plan):
    table = plan.curriculum.tables["coalition.opponents"]
    field = next(one.id for one in table.fields if one.kind.word == "date")
    row = plan.add("row", prompt=table.id)
    plan.db.of("row").change(row, lambda found: found.update(cells={field: "Joe, 555-0192"}))

    def told(view: Public | None) -> str:
        return next(one.text for one in check(plan, view) if one.code == "not-a-value")

    assert "Joe" in told(None)
    assert "Joe" not in told(Public(plan))
