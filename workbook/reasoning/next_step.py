"""The next best step: one thing to write now, by its name, and why.

First an error that a check finds, then what is begun but broken: a row without a field that it
needs, or a record that another table should answer and does not. Then warnings of the checks, on
steps that are begun; what is missing; what is worth a note. Last, steps that need nothing and are
empty. Each in the order of the walk, which the door decides. What the team set aside is never
named, nor is a step that it agreed on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from workbook.curriculum import DOOR
from workbook.kinds.text import first_sentence
from workbook.reasoning import door, needs
from workbook.reasoning.checks import BY_CODE, Finding, by_step, check, way
from workbook.reasoning.naming import Wording, named
from workbook.reasoning.progress import state

if TYPE_CHECKING:
    from workbook.curriculum import Prompt, Step, Table
    from workbook.plan import Plan
    from workbook.reading import Reading

FIRST_WHEN_UNSURE = ("readiness", "decision")
"""The steps put in front of a team that does not know yet whether to begin (toolkit ch. 1)."""
_NOT_WRITTEN = ("not-a-value",)
"""What the checks find and no next step names: what this content cannot read may be another's."""
_WRITTEN = ("line", "long", "list", "who")
"""Kinds that one writes; the others are answered."""


@dataclass(frozen=True, slots=True)
class Next:
    """One thing to do. record_id: the record to open, "" where the step is opened. field: the
    prompt, the record's field, or the table (by id) that the cursor goes to."""

    step_id: str
    record_id: str
    field: str
    text: str
    reason: str


def next_step(
    plan: Plan, wording: Wording | None = None, found: Iterable[Finding] | None = None
) -> Next | None:
    """The best next thing to write; None where the walk holds enough and no check finds anything.

    wording: what names records, where the text leaves the screens; else the plan itself. found:
    what the checks found in this wording, where that is known already.
    """
    return next(_candidates(plan, wording or plan, found), None)


def others(
    plan: Plan, count: int, wording: Wording | None = None, found: Iterable[Finding] | None = None
) -> list[Next]:
    """Up to `count` things to write, best first: the first is that of `next_step`.

    At most one thing of each sort on each step, so that another one is another place.
    """
    return list(islice(_candidates(plan, wording or plan, found), count))


def walk(plan: Reading) -> list[Step]:
    """The steps that may be named, in the order that the door puts them."""
    steps = list(plan.curriculum.steps.values())
    match plan.answer(DOOR):
        case "chapters":
            some = door.chosen(plan)
            return [one for one in steps if one.chapter in some]
        case "unsure":
            front = [one for one in steps if one.id in FIRST_WHEN_UNSURE]
        case "written":
            front = _minimum(plan)
        case _:
            front = []
    return [*front, *(one for one in steps if one not in front)]


def _minimum(plan: Reading) -> list[Step]:
    """The steps that write the MAP's minimum sections, section by section."""
    parts = (
        {part.id for part in section.parts}
        for section in plan.curriculum.sections
        if section.minimum
    )
    found = (
        step.id
        for slots in parts
        for step in plan.curriculum.steps.values()
        if slots & _slots(step)
    )
    return [plan.curriculum.steps[id] for id in dict.fromkeys(found)]


def _slots(step: Step) -> set[str]:
    return {one.slot for one in step.prompts} | {one.slot for one in step.tables}


def _candidates(plan: Plan, wording: Wording, found: Iterable[Finding] | None) -> Iterator[Next]:
    steps = [(one, state(plan, one)) for one in walk(plan)]
    open_ = [step for step, where in steps if where.word != "agreed"]
    checks = by_step(check(plan, wording) if found is None else found)
    begun = [step for step, where in steps if where.word not in ("agreed", "not started")]
    for step in open_:
        yield from islice(_said(plan, checks, step, "error"), 1)
    broken = {step.id: one for step in open_ if (one := next(_broken(plan, step, wording), None))}
    yield from broken.values()
    for step in begun:
        if step.id not in broken:
            yield from islice(_said(plan, checks, step, "warning"), 1)
    for step, where in steps:
        if not where.finished:
            yield from islice(_missing(plan, step, wording), 1)
    for step in begun:
        yield from islice(_said(plan, checks, step, "note"), 1)
    for step, where in steps:
        if not where.finished and needs.nothing(step):
            yield from islice(_anything(step), 1)


def _said(
    plan: Plan, checks: Mapping[str, list[Finding]], step: Step, severity: str
) -> Iterator[Next]:
    """What the checks say of a step, with what to do about it as the reason."""
    for one in checks.get(step.id, ()):
        if one.severity == severity and one.code not in _NOT_WRITTEN:
            reason = first_sentence(BY_CODE[one.code].mend)
            yield Next(step.id, *way(plan, one), one.text.rstrip("."), reason)


def _broken(plan: Reading, step: Step, wording: Wording) -> Iterator[Next]:
    """Rows that lack a field; where there are rows, records that none of them answers."""
    for table in step.tables:
        rows = plan.rows(table)
        for row in rows:
            field = needs.lacking(plan, table, row)
            if field:
                text = f"{named(plan, row, wording)} still lacks “{field.name}”"
                yield Next(
                    step.id, row.id, field.id, text, first_sentence(field.why or _why(step, table))
                )
        if rows:
            yield from _gaps(plan, step, table, wording)


def _gaps(plan: Reading, step: Step, table: Table, wording: Wording) -> Iterator[Next]:
    for one in needs.gaps(plan, table, plan.rows(table)):
        text = f"{named(plan, one, wording)} has no {table.one} yet"
        yield Next(step.id, "", table.id, text, first_sentence(_why(step, table)))


def _missing(plan: Reading, step: Step, wording: Wording) -> Iterator[Next]:
    """What a step still needs, as it stands on the screen: its table, then its prompts."""
    if step.table:
        yield from _rows(plan, step, step.table, wording)
    for prompt in step.prompts:
        if prompt.table:
            yield from _rows(plan, step, prompt.table, wording)
        elif prompt.enough and not needs.answered(plan, prompt):
            yield _write(step, prompt)


def _rows(plan: Reading, step: Step, table: Table, wording: Wording) -> Iterator[Next]:
    rows = plan.rows(table)
    if not rows:
        yield from _gaps(plan, step, table, wording)
    short = max(table.enough, int(bool(table.each))) - len(rows)
    if short > 0:
        yield _add(step, table, short if rows else 0)


def _add(step: Step, table: Table, more: int) -> Next:
    text = f"Add {more} more {table.one if more == 1 else table.many}"
    if not more:
        text = f"Add the first {table.one}"
    return Next(step.id, "", table.id, text, first_sentence(_why(step, table)))


def _write(step: Step, prompt: Prompt) -> Next:
    verb = "Write" if prompt.kind.word in _WRITTEN else "Answer"
    return Next(
        step.id, "", prompt.id, f"{verb} “{prompt.name}”", first_sentence(prompt.why or step.why)
    )


def _anything(step: Step) -> Iterator[Next]:
    """On an empty step that needs nothing in particular, the first thing that it asks."""
    if step.table:
        yield _add(step, step.table, 0)
    for prompt in step.prompts:
        yield _add(step, prompt.table, 0) if prompt.table else _write(step, prompt)


def _why(step: Step, table: Table) -> str:
    prompt = next((one for one in step.prompts if one.table is table), None)
    return (prompt.why if prompt else "") or step.why
