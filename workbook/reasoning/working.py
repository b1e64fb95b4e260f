"""How a coalition works together: what its charter settles, what its backbone covers, and how its
health has gone from check to check (field paper 1.2, 5 and 6)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.kinds.numbers import last_day
from workbook.reasoning.readiness import profile
from workbook.reasoning.rounds import rounds
from workbook.records.coalition import CharterClause

if TYPE_CHECKING:
    from workbook.plan import Plan
    from workbook.records.assessing import Round

HEALTH, BACKBONE = "coalition-health", "backbone"
"""Assessments of `assessments.toml`."""
JOBS, OFTEN = "coalition.backbone-jobs", "coalition.checkup-often"
"""Questions: who has which job of a backbone; how often the coalition checks its health."""
MONTHS = {"monthly": 1, "quarterly": 3, "twice-a-year": 6, "yearly": 12, "every-two-years": 24}
"""Months between two checks, by the entries of the list `how-often`."""
HALF_YEAR = 6


@dataclass(frozen=True, slots=True)
class Topic:
    """What a charter settles. clauses: their ids. review: the next day to look at it again."""

    id: str
    name: str
    clauses: tuple[str, ...]
    review: str = ""
    overdue: bool = False


def charter(plan: Plan) -> list[Topic]:
    """Every topic of a charter with what was agreed on it."""
    held = plan.records(CharterClause)
    return [
        _topic(plan, id, one.name, [clause for clause in held if clause.topic == id])
        for id, one in plan.options("charter-topics").items()
    ]


def _topic(plan: Plan, id: str, name: str, clauses: list[CharterClause]) -> Topic:
    days = sorted(one.review_date for one in clauses if one.review_date)
    review = days[0] if days else ""
    return Topic(id, name, tuple(one.id for one in clauses), review, _is_past(review, plan.today))


def _is_past(date: str, today: datetime.date) -> bool:
    last = last_day(date) if date else None
    return last is not None and last < today


@dataclass(frozen=True, slots=True)
class Job:
    """A job of a backbone. row: where it is written, "" where it is not. state: the team's own
    word, an entry of the list `judgements`."""

    id: str
    name: str
    row: str = ""
    state: str = ""


def backbone(plan: Plan) -> list[Job]:
    """Every job of a backbone with what the team says of it; of two rows the later."""
    table = plan.curriculum.tables.get(JOBS)
    found = {plan.value(row, "job"): row for row in (plan.rows(table) if table else ())}
    return [
        Job(id, one.name, found[id].id, str(plan.value(found[id], "state") or ""))
        if id in found
        else Job(id, one.name)
        for id, one in plan.options(f"{BACKBONE}.indicators").items()
    ]


@dataclass(frozen=True, slots=True)
class Check:
    """One time that the coalition rated its health.

    levels: of each part, 0 to 4 with one decimal, None while too little is agreed. blind: rating
    is going on, so no level is here.
    """

    id: str
    name: str
    date: str
    blind: bool
    levels: tuple[float | None, ...]


def health(plan: Plan) -> list[Check]:
    """The checks of the coalition's health, the newest first."""
    if HEALTH not in plan.curriculum.assessments:
        return []
    return [_check(plan, one) for one in rounds(plan, HEALTH)]


def _check(plan: Plan, round: Round) -> Check:
    found = profile(plan, HEALTH, round)
    levels = tuple(one.level for one in found)
    blind = any(one.blind for one in found)
    return Check(round.id, plan.label(round.id), round.date or "", blind, levels)


def next_check(plan: Plan) -> datetime.date | None:
    """The day by which the next check is due: half a year after the last one, or as the team
    chose; None where there was none, or its day is not known."""
    held = [day for one in health(plan) if (day := last_day(one.date) if one.date else None)]
    if not held:
        return None
    often = plan.answer(OFTEN)
    return _after(max(held), MONTHS.get(str(often), HALF_YEAR))


def _after(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months on; the last of a month that has none such."""
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    last = last_day(f"{year:04}-{month + 1:02}")
    assert last is not None
    return last.replace(day=min(day.day, last.day))
