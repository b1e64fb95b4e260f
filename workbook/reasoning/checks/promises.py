"""Chapter 1: what leaders promised, and what was decided on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbook.kinds.numbers import first_day, last_day
from workbook.reasoning.checks.check import Check, Found
from workbook.reasoning.checks.duties import Duty, held, left
from workbook.reasoning.checks.ended import ended
from workbook.reasoning.checks.ground import over, says
from workbook.records.embarking import Commitment, Decision

if TYPE_CHECKING:
    from workbook.reasoning.checks.ground import Ground

BEGUN = ("full", "named-gaps")
"""Decisions to go on, for which the toolkit calls leaders' commitment a necessary condition."""


def _none_of(ground: Ground, kind: str) -> Iterator[Found]:
    """The team goes on, or leaders promised something, and no promise of this kind stands."""
    asked = any(one.option in BEGUN for one in _newest(ground)) or ground.all(Commitment)
    if asked and not any(one.kind == kind for one in _standing(ground)):
        yield Found("commitments")


def _standing(ground: Ground) -> Iterator[Commitment]:
    """Promises that still run, but those of people who have all left."""
    gone = left(ground)
    broken = {one.record.id for one in held(ground, Duty(Commitment, "who")) if gone >= {*one.who}}
    for one in ground.all(Commitment):
        if one.id not in broken and not ended(one, ground.today):
            yield one


def _run_out(ground: Ground) -> Iterator[Found]:
    for one in ground.all(Commitment):
        if ended(one, ground.today):
            yield Found(one.id, "until")


def _newest(ground: Ground) -> Iterator[Decision]:
    """Decisions that no later one follows."""
    all_ = ground.all(Decision)
    latest = max((day for one in all_ if (day := first_day(one.date or "x"))), default=None)
    for one in all_:
        last = last_day(one.date or "x")
        if latest is None or last is None or last >= latest:
            yield one


def _no_review(ground: Ground) -> Iterator[Found]:
    """Decisions without a day of review. Where a later one follows, it was looked at again."""
    for one in _newest(ground):
        if not says(one.data.get("review_date")):
            yield Found(one.id, "review_date")


def _unreviewed(ground: Ground) -> Iterator[Found]:
    """Decisions whose review is past, with no other decision made on that day or since."""
    for one in ground.all(Decision):
        if over(one.review_date, ground.today) and not _again(ground, one):
            yield Found(one.id, "review_date")


def _again(ground: Ground, decision: Decision) -> bool:
    review = first_day(decision.review_date or "x")
    others = (one for one in ground.all(Decision) if one.id != decision.id)
    days = (first_day(one.date or "x") for one in others)
    return any(day is not None and review is not None and day >= review for day in days)


CHAPTER = "embarking"
PROMISES = (
    Check(
        "no-executive-commitment", "warning", CHAPTER,
        "No promise of a government executive stands.",
        "Ask for words, time and money from whoever can direct staff. Chapter 1 of the toolkit "
        "calls this a necessary condition.",
        "toolkit ch. 1", lambda ground: _none_of(ground, "executive"), ("commitment.kind",),
    ),
    Check(
        "no-community-commitment", "warning", CHAPTER,
        "No promise of a leader of a community organization stands.",
        "Ask a leader whom residents know. Chapter 1 of the toolkit calls this a necessary "
        "condition.",
        "toolkit ch. 1", lambda ground: _none_of(ground, "community"), ("commitment.kind",),
    ),
    Check(
        "decision-without-review", "warning", CHAPTER,
        "{it} has no day on which it is reviewed.",
        "Set the day on which the decision is looked at again.",
        "field paper 1.1", _no_review, ("decision.review_date",),
    ),
    Check(
        "decision-review-overdue", "warning", CHAPTER, "{it}: the day of its review is past.",
        "Look at it again, and write what was decided then.",
        "field paper 1.1", _unreviewed, ("decision.review_date", "decision.date"),
        "decision",
    ),
    Check(
        "commitment-ended", "note", CHAPTER, "{it}: the promise has run out.",
        "Ask for it again, or write that it has ended.",
        "field paper 1.1", _run_out, ("commitment.until",),
    ),
)  # fmt: skip
"""Promises and decisions."""
