"""Chapter 5: each strategic action, and all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from workbook.reasoning.checks.check import Check, Found
from workbook.reasoning.checks.looks import empty, nothing_after, once
from workbook.reasoning.circles import circles
from workbook.records.actions import LogicItem, StrategicAction, VisionDraft
from workbook.records.impact import Measure
from workbook.records.sustaining import Stewardship

if TYPE_CHECKING:
    from collections.abc import Set

    from workbook.reasoning.checks.ground import Ground

STRUCTURAL = frozenset(("policies", "practices", "resource-flows"))
RELATIONAL = frozenset(("relationships", "power-dynamics", "mental-models"))
"""The six conditions of systems change by their level; the implicit one counts with the second,
as the field asks for one action at the relational or the transformative level (field paper 1.5)."""
ACTIONS, VISION = "strategic-actions", "vision"


def _circles(ground: Ground) -> Iterator[Found]:
    """Actions that wait for each other, by the first of each circle."""
    waits = {one.id: list(one.depends_on or ()) for one in ground.all(StrategicAction)}
    yield from (Found(one[0], "depends_on") for one in circles(waits))


def _leads_nowhere(station: str) -> Callable[[Ground], Iterator[Found]]:
    """Actions from which the trace comes to no outcome, or to no measure."""

    def look(ground: Ground) -> Iterator[Found]:
        for one in ground.all(StrategicAction):
            if not ground.leads_to(one.id, station):
                yield Found(one.id)

    return look


def _all_programs(ground: Ground) -> Iterator[Found]:
    kinds = [one.kind for one in ground.all(StrategicAction) if one.kind]
    if kinds and set(kinds) == {"program"}:
        yield Found(ACTIONS)


def _none_of(ground: Ground, conditions: Set[str]) -> Iterator[Found]:
    """Where actions name conditions of systems change, and none of these."""
    named = {one for action in ground.all(StrategicAction) for one in action.conditions or ()}
    if named and not named & conditions:
        yield Found(ACTIONS)


def _two_visions(ground: Ground) -> Iterator[Found]:
    if sum(one.chosen is True for one in ground.all(VisionDraft)) > 1:
        yield Found(VISION)


CHAPTER = "actions"
CARD = (
    Check(
        "depends-circle", "error", CHAPTER,
        "{it} waits for itself: its dependencies go in a circle.",
        "Take out the dependency that is not real, or split the action that comes first.",
        "common practice", _circles, ("strategic_action.depends_on",),
    ),
    Check(
        "visions-chosen", "warning", CHAPTER, "More than one vision is chosen.",
        "Keep the one that the coalition stands behind.",
        "field paper 1.5", _two_visions, ("vision_draft.chosen",),
    ),
    Check(
        "action-without-priority", "warning", CHAPTER, "{it} serves no priority.",
        "Choose the priority that it serves, or ask why it is in this plan.",
        "field paper 7", empty(StrategicAction, "priority"), ("strategic_action.priority",),
    ),
    Check(
        "action-without-cause", "warning", CHAPTER, "{it} reaches no root cause.",
        "Choose the causes that it reaches; an action without one treats a symptom.",
        "field paper 7", empty(StrategicAction, "causes"), ("strategic_action.causes",),
    ),
    Check(
        "action-without-lead", "warning", CHAPTER, "{it} has no lead.",
        "Name who leads it. Few actions with real owners are worth more than many without.",
        "field paper 1.5", empty(StrategicAction, "lead"), ("strategic_action.lead",),
    ),
    Check(
        "action-without-date", "warning", CHAPTER, "{it} has no day by which it is done.",
        "Set when it ends, if only the year or the quarter.",
        "field paper 1.5", empty(StrategicAction, "ends"), ("strategic_action.ends",),
    ),
    Check(
        "action-without-evidence", "note", CHAPTER, "{it}: nothing says why it should work.",
        "Write where it has worked and how that place is like yours, or that nobody knows yet.",
        "field paper 1.5", empty(StrategicAction, "evidence_base"),
        ("strategic_action.evidence_base",),
    ),
    Check(
        "action-not-shaped", "note", CHAPTER, "{it}: nothing says how residents shaped it.",
        "Write what residents changed in it, or bring it to them before it is settled.",
        "field paper 1.5", empty(StrategicAction, "residents_shaped"),
        ("strategic_action.residents_shaped",),
    ),
    Check(
        "action-without-outcome", "warning", CHAPTER, "{it} leads to no outcome.",
        "Add to its logic model what will be different for people, in a year and later.",
        "field paper 1.5", once(LogicItem, _leads_nowhere("outcome")), ("logic_item.action",),
        "logic_item",
    ),
    Check(
        "action-without-measure", "warning", "impact", "{it} is measured by nothing.",
        "Add one measure of it, or of an output or outcome that it leads to.",
        "field paper 1.6", once(Measure, _leads_nowhere("measure")), ("measure.about",),
        "measure",
    ),
    Check(
        "action-without-steward", "warning", "sustaining", "{it} has nobody who keeps it up.",
        "Name the body or person who keeps it alive after the plan is out.",
        "field paper 1.7", once(Stewardship, nothing_after(StrategicAction, Stewardship)),
        ("stewardship.action",), "stewardship",
    ),
    Check(
        "all-programs", "warning", CHAPTER, "All actions are programs.",
        "Add an action that changes a rule, a budget, a practice or who decides.",
        "field paper 1.5", _all_programs, ("strategic_action.kind",),
    ),
    Check(
        "none-structural", "warning", CHAPTER,
        "No action changes a policy, a practice or where resources go.",
        "Add an action at the structural level, or name the condition that one already shifts.",
        "field paper 1.5", lambda ground: _none_of(ground, STRUCTURAL),
        ("strategic_action.conditions",),
    ),
    Check(
        "none-relational", "warning", CHAPTER,
        "No action changes relationships, power or what people take for granted.",
        "Add an action at the relational level, or name the condition that one already shifts.",
        "field paper 1.5", lambda ground: _none_of(ground, RELATIONAL),
        ("strategic_action.conditions",),
    ),
)  # fmt: skip
"""What an action needs, and what all of them together need."""
