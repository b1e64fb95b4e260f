"""Chapter 5: the tree of whys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbook.reasoning.checks.check import Check, Found
from workbook.reasoning.checks.looks import empty, once
from workbook.reasoning.circles import circles
from workbook.records.actions import RootCause, StrategicAction

if TYPE_CHECKING:
    from workbook.reasoning.checks.ground import Ground


def _parents(ground: Ground) -> dict[str, list[str]]:
    return {one.id: ground.before(one.id, RootCause, "parent") for one in ground.all(RootCause)}


def _circles(ground: Ground) -> Iterator[Found]:
    """Causes that explain themselves, by the first of each circle."""
    for one in circles(_parents(ground)):
        yield Found(one[0], "parent")


def _elsewhere(ground: Ground) -> Iterator[Found]:
    """Causes that explain a step of another priority's tree."""
    whose = {one.id: one.priority for one in ground.all(RootCause)}
    for one in ground.all(RootCause):
        above = whose.get(one.parent or "")
        if above and one.priority and above != one.priority:
            yield Found(one.id, "parent")


def _unreached(ground: Ground) -> Iterator[Found]:
    """Causes that no action names, nor any deeper cause of theirs; what can only be watched is
    left out."""
    reached = {one.id for one in ground.all(RootCause) if _named(ground, one.id)}
    parents, waiting = _parents(ground), list(reached)
    while waiting:
        above = [id for id in parents[waiting.pop()] if id not in reached]
        reached.update(above)
        waiting += above
    for one in ground.all(RootCause):
        if one.id not in reached and one.influence != "watch":
            yield Found(one.id)


def _named(ground: Ground, id: str) -> bool:
    return bool(ground.after(id, StrategicAction))


CHAPTER = "actions"
CAUSES = (
    Check(
        "cause-circle", "error", CHAPTER, "{it} is its own cause: the whys go in a circle.",
        "Choose another cause for it to explain, or none where it stands at the top of its tree.",
        "common practice", _circles, ("root_cause.parent",),
    ),
    Check(
        "cause-without-priority", "warning", CHAPTER, "{it} explains no priority.",
        "Choose the priority whose condition it explains.",
        "field paper 7", empty(RootCause, "priority"), ("root_cause.priority",),
    ),
    Check(
        "cause-of-another-priority", "note", CHAPTER,
        "{it} stands under a cause of another priority.",
        "Choose the priority of the cause above it, or a cause of its own priority.",
        "common practice", _elsewhere, ("root_cause.parent", "root_cause.priority"),
    ),
    Check(
        "cause-without-evidence", "warning", CHAPTER, "{it} is a cause that nothing shows.",
        "Choose the finding, insight or words that show it; until then it is a hunch.",
        "field paper 1.5", empty(RootCause, "evidence"), ("root_cause.evidence",),
    ),
    Check(
        "cause-unreached", "warning", CHAPTER, "{it} is a cause that no action reaches.",
        "Add an action that reaches it, or mark it as one that you can only watch.",
        "field paper 7", once(StrategicAction, _unreached), ("strategic_action.causes",),
        "strategic_action", loose=True,
    ),
)  # fmt: skip
"""Why conditions are as they are."""
