"""A step as a worksheet: every question and table with what stands there now and where it goes.

It is made from the public view: what is private is not on it, and who has not agreed to be named
stands there by role.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from workbook.curriculum import COMMUNITY, Field, Prompt, Step, Table
from workbook.kinds import Kind, Long
from workbook.kinds.choosing import Choice, Scale, Several, YesNo
from workbook.map.escape import line, literal
from workbook.map.public import Public
from workbook.plan import Plan
from workbook.records import Record
from workbook.worksheets.form import MARK, Place, guarded, is_open, may_stand, opened, written

OFFERED = 12
"""Entries of a list that are printed beside a question."""
_ROOM = {True: 5, False: 2}
"""Empty lines where nothing stands yet: for a long text, and for all else."""


def worksheet(plan: Plan, steps: Iterable[Step], *, new: int = 1) -> str:
    """The worksheet of some steps. new: how many empty rows each table has."""
    return "\n".join(_Sheet(plan, new).lines(steps)).rstrip("\n") + "\n"


class _Sheet:
    def __init__(self, plan: Plan, new: int) -> None:
        self.plan, self.new = plan, new
        self.view = Public(plan)
        self.words = self.view.words

    def lines(self, steps: Iterable[Step]) -> Iterator[str]:
        day = self.words.date(self.plan.today.isoformat())
        community = self.view.answer(COMMUNITY) or ""
        about = " ".join(
            filter(None, (community and f"{community}.", self.words("as_of", date=day)))
        )
        yield from (f"# {self.words('worksheet')}", "", *_quoted(about), ">")
        yield from (*_quoted(self.words("worksheet_how")), "")
        for step in steps:
            chapter = self.plan.curriculum.chapter_of(step)
            yield from (f"## {chapter.number}. {literal(line(step.name))}", "")
            yield from (*_quoted(step.title), "")
            if step.table and is_open(step.table):
                yield from self.table(step.table)
            for prompt in step.prompts:
                yield from self.prompt(prompt)

    def prompt(self, prompt: Prompt) -> Iterator[str]:
        if prompt.private or prompt.kind.private:
            return
        if prompt.table:
            if is_open(prompt.table):
                yield from self.table(prompt.table, prompt.ask)
            return
        yield from self.asked("###", prompt.name, prompt.ask, prompt.hint, prompt.kind)
        yield from self.answer(Place(prompt.id), prompt.kind)

    def table(self, table: Table, ask: str = "") -> Iterator[str]:
        yield from (f"### {literal(line(table.name))}", "")
        yield from (*_quoted(ask or table.empty), "") if ask or table.empty else ()
        fields = [one for one in table.fields if one.id not in table.where and not one.kind.private]
        for row in self.view.rows(table):
            yield from self.row(row, fields)
        for number in range(1, self.new + 1):
            heading = self.words("worksheet_new", one=table.one)
            yield from (f"#### {literal(line(heading))} ({number})", "")
            for field in fields:
                yield from self.asked("", field.name, field.ask, field.hint, field.kind)
                yield from self.between(Place("", field.id, table.id, number), field.kind, None)

    def row(self, row: Record, fields: Iterable[Field]) -> Iterator[str]:
        yield from (f"#### {literal(line(self.view.label(row.id)))}", "")
        for field in fields:
            yield from (*_quoted(f"**{literal(line(field.name))}**"), "")
            yield from self.answer(Place(row.id, field.id), field.kind)

    def asked(self, level: str, name: str, ask: str, hint: str, kind: Kind[Any]) -> Iterator[str]:
        """What is asked, under a heading or behind a name."""
        name = literal(line(name))
        more = " ".join(filter(None, (ask, hint, self.offer(kind))))
        if level:
            yield from (f"{level} {name}", "", *_quoted(more), "")
        else:
            yield from (*_quoted(f"**{name}.** {more}"), "")

    def offer(self, kind: Kind[Any]) -> str:
        """What may be answered, where a few entries are all that may."""
        if isinstance(kind, YesNo):
            return f"({self.words('yes')}, {self.words('no')})"
        if isinstance(kind, Scale):
            return "; ".join(f"{one.id} {one.name}".strip() if one.id != one.name else one.id
                             for one in kind.steps(self.view))  # fmt: skip
        if isinstance(kind, Choice | Several):
            names = [one.name for one in self.view.options(kind.list).values()]
            return f"({'; '.join(names)})" if len(names) <= OFFERED else ""
        return ""

    def answer(self, place: Place, kind: Kind[Any]) -> Iterator[str]:
        if not may_stand(self.plan, self.view, place.id, place.field):
            yield from (*_quoted(self.words("worksheet_kept")), "")
            return
        value = self.plan.raw(place.id, place.field)
        kind = self.plan.kind(place.id, place.field)
        yield from self.between(place, kind, written(kind, value, self.view, self.plan))

    def between(self, place: Place, kind: Kind[Any], text: str | None) -> Iterator[str]:
        """An answer between its marks; room to write where there is none."""
        room = [""] * (0 if text else _ROOM[isinstance(kind, Long)])
        yield from (opened(place, text), "", *room)
        if text:
            yield from (guarded(text), "")
        yield from (MARK, "")


def _quoted(text: str) -> Iterator[str]:
    """Guidance, which is told from an answer by its mark."""
    return (f"> {line(one)}".rstrip() for one in text.split("\n"))
