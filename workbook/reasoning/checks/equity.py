"""Who is touched most, and whether anybody asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbook.reasoning.checks.check import Check, Found
from workbook.reasoning.checks.looks import empty
from workbook.reasoning.needs import answered
from workbook.records import Row
from workbook.records.actions import StrategicAction
from workbook.records.data import Finding
from workbook.records.impact import Measure

if TYPE_CHECKING:
    from collections.abc import Set

    from workbook.curriculum import Prompt
    from workbook.reasoning.checks.ground import Ground

BEGUN = 3
"""Answers from which a chapter is more than opened."""
_ITSELF = "workbook."
"""How the ids of questions on the workbook itself begin; they are answered when it is made."""


def _unasked(ground: Ground) -> Iterator[Found]:
    """Chapters that are being written, with no question of equity answered."""
    rows = ground.made_of((Row,), _prompts)
    for chapter in ground.plan.curriculum.chapters:
        prompts = [
            one for step in chapter.steps for one in step.prompts
            if not one.id.startswith(_ITSELF)
        ]  # fmt: skip
        fair = [one for one in prompts if one.equity]
        if fair and _count(ground, prompts, rows) >= BEGUN and not _count(ground, fair, rows):
            yield Found(fair[0].id, "", {"chapter": str(chapter.number)})


def _prompts(ground: Ground) -> set[str | None]:
    """The questions that are answered in rows of their own."""
    return {one.prompt for one in ground.all(Row)}


def _count(ground: Ground, prompts: list[Prompt], rows: Set[str | None]) -> int:
    """How many of these questions are answered, in words or in rows of their own."""
    return sum(one.id in rows if one.table else answered(ground.plan, one) for one in prompts)


EQUITY = (
    Check(
        "no-equity-answer", "warning", "",
        "No question of equity is answered in chapter {chapter}.",
        "Answer one of its questions on who is touched most, who is left out or who gains.",
        "toolkit ch. 1", _unasked,
    ),
    Check(
        "action-without-harm-check", "note", "actions",
        "{it}: nothing says whom it could harm.",
        "Write whom it could harm and how that is watched; ask those with the least room for "
        "error.",
        "field paper 1.5", empty(StrategicAction, "could_harm"), ("strategic_action.could_harm",),
    ),
    Check(
        "finding-without-affected", "note", "data", "{it}: nothing says whom it touches most.",
        "Write whom the average hides: by race, income, gender, disability or neighborhood.",
        "field paper 1.4", empty(Finding, "most_affected"), ("finding.most_affected",),
    ),
    Check(
        "measure-without-split", "note", "impact", "{it} is broken down for no group.",
        "Write for which groups it is broken down, or why it cannot be.",
        "field paper 1.6", empty(Measure, "split_by"), ("measure.split_by",),
    ),
)  # fmt: skip
"""Equity runs through all chapters (toolkit ch. 1)."""
