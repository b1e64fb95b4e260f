"""Where a plan stands, as data: what `workbook status --json` writes. Nothing private is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbook.curriculum import COMMUNITY, READINESS
from workbook.map.build import Lack, fingerprint, lacks
from workbook.map.public import Public
from workbook.reasoning import judging
from workbook.reasoning.coverage import coverage, nobody
from workbook.reasoning.figures import newest, warning
from workbook.reasoning.metrics import sources, weak, whole
from workbook.reasoning.next_step import next_step
from workbook.reasoning.progress import StepState, state
from workbook.reasoning.promises import notices
from workbook.reasoning.readiness import Condition, profile
from workbook.reasoning.rounds import rounds
from workbook.reasoning.stakeholders import marks
from workbook.records import TYPES
from workbook.records.data import MetricSeries

if TYPE_CHECKING:
    from workbook.curriculum import Chapter, Step
    from workbook.plan import Plan

SCHEMA = "status/1"


def status(plan: Plan) -> dict[str, Any]:
    """A plan's state. Counts and words only; records are named as the public view names them.

    A chapter's `done` counts the steps that hold enough or are agreed. What a round of rating
    says is null while it is open, and its ratings are not counted.
    """
    view = Public(plan)
    chapters = plan.curriculum.chapters
    states = {step.id: state(plan, step) for step in plan.curriculum.steps.values()}
    return {
        "schema": SCHEMA,
        "content": fingerprint(plan),
        "community": view.answer(COMMUNITY),
        "chapters": [_chapter(one, [states[step.id] for step in one.steps]) for one in chapters],
        "steps": [_step(one, states[one.id]) for one in plan.curriculum.steps.values()],
        "lacks": [_lack(one) for one in lacks(plan)],
        "next": _next(plan, view),
        "coalition": _coalition(plan, view),
        "readiness": _profile(plan, view, READINESS),
        "necessary": _necessary(plan),
        "assessments": {
            one: _profile(plan, view, one)
            for one in plan.curriculum.assessments
            if one != READINESS and rounds(plan, one)
        },
        "figures": _figures(view),
        "records": _counts(view),
    }


def _chapter(chapter: Chapter, states: list[StepState]) -> dict[str, Any]:
    words = {one.word for one in states}
    return {
        "id": chapter.id,
        "number": chapter.number,
        "name": chapter.name,
        "state": words.pop() if len(words) == 1 else _mixed(states),
        "done": sum(one.finished for one in states),
        "of": len(states),
    }


def _mixed(states: list[StepState]) -> str:
    return "enough" if all(one.finished for one in states) else "started"


def _step(step: Step, state: StepState) -> dict[str, Any]:
    return {"id": step.id, "chapter": step.chapter, "name": step.name, "state": state.word}


def _lack(lack: Lack) -> dict[str, Any]:
    return {
        "slot": lack.slot,
        "title": lack.title,
        "minimum": lack.minimum,
        "chapter": lack.chapter.id,
        "step": lack.step.id,
    }


def _next(plan: Plan, view: Public) -> dict[str, Any] | None:
    found = next_step(plan, view)
    if found is None:
        return None
    return {
        "step": found.step_id,
        "record": found.record_id or None,
        "field": found.field,
        "text": found.text,
        "reason": found.reason,
    }


def _profile(plan: Plan, view: Public, assessment: str) -> list[dict[str, Any]]:
    """The conditions of an assessment, each with the team's own judgment of it."""
    if assessment not in plan.curriculum.assessments:
        return []
    judged = judging.newest(view)
    said = {id: one.judgement for id, one in judged.items()}
    return [_condition(one, said.get(one.dimension.id)) for one in profile(plan, assessment)]


def _necessary(plan: Plan) -> list[str]:
    """In words, which commitments that the toolkit calls necessary are not written down."""
    found = plan.curriculum.assessments.get(READINESS)
    return list(notices(plan, found)) if found else []


def _condition(one: Condition, judgement: str | None) -> dict[str, Any]:
    lowest, spread = one.lowest, one.spread
    return {
        "condition": one.dimension.id,
        "level": one.level,
        "answered": None if one.blind else one.answered,
        "of": one.of,
        "evidence": None if one.blind else one.evidence,
        "lowest": lowest
        and {"indicator": lowest.indicator.id, "level": lowest.level, "more": lowest.more},
        "raters": spread and {"lowest": spread[0], "highest": spread[1]},
        "claims": [indicator.id for indicator in one.claims],
        "line": one.line,
        "judgement": judgement,
    }


def _coalition(plan: Plan, view: Public) -> dict[str, Any]:
    """How many are members, with how many power is to be shared (never who), and who is missing."""
    found, lines = marks(plan), coverage(plan)
    shares = [one for one in found if one.shares]
    groups = [one for one in nobody(lines, "group") if view.record(one.id)]
    missing = [*nobody(lines, "sector"), *groups]
    return {
        "members": sum(one.member for one in found),
        "share_power": {
            "members": sum(one.member for one in shares),
            "others": sum(not one.member for one in shares),
        },
        "missing": [{"kind": one.kind, "id": one.id, "name": one.name} for one in missing],
    }


def _figures(view: Public) -> dict[str, Any]:
    """The plan's own published figures: for which places, from when, and which are weak."""
    found = [one for one in whole(view.records(MetricSeries)) if newest(one)]
    years = [value.year for one in found if (value := newest(one))]
    return {
        "count": len(found),
        "places": list(dict.fromkeys(one.geography for one in found if one.geography)),
        "years": [min(years), max(years)] if years else [],
        "sources": sources(view),
        "weak": [view.shown(one, "variable") for one in weak(view)],
        "warning": warning(view),
    }


def _counts(view: Public) -> dict[str, int]:
    """How many records there are of each type that has any."""
    counts = {name: len(view.records(type)) for name, type in TYPES.items()}
    return {name: count for name, count in counts.items() if count}
