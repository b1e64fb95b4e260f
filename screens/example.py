"""The worked example, read for what stands beside a question."""

from __future__ import annotations

import datetime
from functools import cached_property

from screens.plain import brief
from workbook.curriculum import Curriculum, Step
from workbook.plan import Plan, Unknown
from workbook.records import TYPES, Record
from workbook.worked_example import FILE, worked_example

__all__ = ["FILE", "Example"]
ROWS = 3
"""How many rows of the example stand beside a field."""


class Example:
    """What the worked example says at the place where the cursor is. Read when first asked."""

    def __init__(self, curriculum: Curriculum, today: datetime.date) -> None:
        self._curriculum, self._today = curriculum, today

    @cached_property
    def plan(self) -> Plan:
        """The example as a plan that nobody changes."""
        return worked_example(self._curriculum, self._today)

    def shown(self, id: str, field: str, step: Step, type: str = "") -> str:
        """The example's words at an answer, at a field of a type, or for the step's table."""
        if "." in id:
            return self._answer(id)
        table = step.table
        if type and field:
            rows = self.plan.records(TYPES[type])
        elif table:
            rows = self.plan.rows(table)
        else:
            return ""
        return "\n\n".join(filter(None, (self._row(row, field) for row in rows[:ROWS])))

    def _answer(self, id: str) -> str:
        value = self.plan.answer(id)
        if value is None:
            rows = [self._cells(row) for row in self._rows(id)[:ROWS]]
            return "\n\n".join(rows)
        return self.plan.kind(id).show(value, self.plan)

    def _rows(self, id: str) -> list[Record]:
        table = self._curriculum.tables.get(id)
        return self.plan.rows(table) if table else []

    def _cells(self, row: Record) -> str:
        table = self._curriculum.home(row)
        return "; ".join(self.plan.shown(row, one) for one in table.columns) if table else ""

    def _row(self, row: Record, field: str) -> str:
        label = brief(self.plan.label(row.id), 60)
        try:
            said = self.plan.shown(row, field) if field else ""
        except Unknown:
            return ""
        return f"{label}: {said}" if said else (label if not field else "")
