"""What somebody who edits a file by hand may leave in every place of it."""

from workbook.plan import Plan
from workbook.records import TYPES

NO_DATES = ["2027-13", "2027-02-31", "2027-Q9", "0000", "9" * 30]
GARBAGE: list[object] = [
    7, 1.5, True, "", "stk-gone0000", [], ["x", 3], {}, {"a": None}, [{"item": "lgc-gone0000"}],
    *NO_DATES,
]  # fmt: skip


def spoil(plan: Plan, *values: object) -> None:
    """Puts each of the values into all fields of a record of each type, of a row and, the last
    one, into all answers."""
    for number, value in enumerate(values):
        for type in TYPES.values():
            fields = dict.fromkeys(type.fields, value) | {"order": value}
            plan.db.of(type.type).keep(f"{type.prefix}-{number:08}", fields)
        whole = {"prompt": "embarking.hours", "cells": {"person": value, "hours": value}}
        plan.db.of("row").keep(f"row-1{number:07}", whole)
        for prompt in plan.curriculum.prompts:
            plan.db.of("answers").keep(prompt, {"value": value})
