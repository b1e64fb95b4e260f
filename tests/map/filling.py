"""Fills every field of every table and every prompt with words that a test can find again."""

from collections.abc import Callable, Iterator
from typing import Any

from workbook.curriculum import Table
from workbook.kinds import (
    Choice,
    Date,
    Kind,
    Line,
    Lines,
    Links,
    Long,
    Money,
    Number,
    Ref,
    Refs,
    Scale,
    Scores,
    Several,
    Who,
    YesNo,
)  # fmt: skip
from workbook.plan import Plan
from workbook.records import TYPES

NOBODY = "Zebulon Unlisted"
"""A person whom no register holds."""


class Filling:
    """Fills a plan; remembers each marked text by its place. mark: how every text begins."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.texts: dict[tuple[str, str], str] = {}
        self.count = 0

    def everything(self) -> None:
        for type in TYPES.values():
            if type.type != "row":
                self.plan.add(type.type)
        for table in self.plan.curriculum.tables.values():
            self.table(table)
        for type in TYPES.values():
            for record in self.plan.records(type):
                for field, kind in type.fields.items():
                    if type.type != "row" and self.plan.raw(record.id, field) is None:
                        self.put(record.id, field, kind)
        for prompt in self.plan.curriculum.prompts.values():
            if prompt.table is None:
                self.put(prompt.id, "", prompt.kind)

    def table(self, table: Table) -> str:
        prompt = table.id if table.of == "row" else ""
        id = self.plan.add(table.of, dict(table.where), prompt=prompt)
        for field in table.fields:
            if field.id not in table.where and field.id != "order":
                self.put(id, field.id, field.kind, private=table.private)
        return id

    def put(self, id: str, field: str, kind: Kind[Any], *, private: bool = False) -> None:
        value = self.value(kind, "private" if kind.private or private else "public")
        if value is not None:
            self.plan.put(id, value, field)
            texts = value if isinstance(value, list) else [value]
            if isinstance(kind, Line | Long | Lines):
                self.texts[id, field] = str(texts[0])

    def value(self, kind: Kind[Any], mark: str) -> Any:
        """Something that a kind can hold; None where there is nothing to choose from."""
        self.count += 1
        for cls, made in _MADE.items():
            if isinstance(kind, cls):
                return made(self, kind, f"{mark} words {self.count}")
        return None

    def targets(self, kind: Ref | Refs | Links) -> Iterator[str]:
        return (one.id for type in kind.to for one in self.plan.records(TYPES[type]))


_MADE: dict[Any, Callable[[Filling, Any, str], Any]] = {
    Line: lambda _, kind, text: text,
    Long: lambda _, kind, text: text,
    Lines: lambda _, kind, text: [text],
    Who: lambda _, kind, text: [NOBODY],
    Number: lambda _, kind, text: kind.min if kind.min is not None else 7,
    Scale: lambda _, kind, text: kind.min,
    Money: lambda _, kind, text: 4321,
    Date: lambda _, kind, text: "2027-03",
    YesNo: lambda _, kind, text: True,
    Choice: lambda to, kind, text: next(iter(to.plan.options(kind.list)), None),
    Several: lambda to, kind, text: list(to.plan.options(kind.list))[:2],
    Scores: lambda to, kind, text: dict.fromkeys(to.plan.options(kind.list), 3),
    Ref: lambda to, kind, text: next(to.targets(kind), None),
    Refs: lambda to, kind, text: list(to.targets(kind))[:1] or None,
    Links: lambda to, kind, text: [{"item": one} for one in list(to.targets(kind))[:1]] or None,
}
